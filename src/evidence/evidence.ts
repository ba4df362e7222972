/**
 * Where a source says so: citations with their locators taken apart into place and quotation.
 */
import { citationsOf, readLocator } from '../facts/citation.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface Evidence {
  /** The id of the source. */
  readonly source: string;
  /** Such as `P5`. */
  readonly place?: string;
  /** The words of the source, where they were noted. */
  readonly quotation?: string;
}

/** Two lists that lie side by side as evidence. */
export function readEvidence(sources: readonly string[], locators: readonly string[] = []): Evidence[] {
  return citationsOf(sources, locators).map(({ source, locator }) =>
    locator === undefined ? { source } : { source, ...readLocator(locator) },
  );
}

/** What the sources of an edge say of it; nothing for a conclusion. */
export function evidenceOf({ graph: { edges } }: GraphView, edge: EdgeNumber): Evidence[] {
  const locators = edges.property(edge, 'locators');
  return readEvidence(edges.sources(edge), Array.isArray(locators) ? (locators as readonly string[]) : []);
}
