/**
 * A fact that was read laid over one that the graph has: what is said anew takes the place of what was said.
 */
import type { EdgeFact, NodeFact, Properties } from '../facts/fact.ts';
import { makeEdge } from '../facts/make-edge.ts';

/** The node with what was read of it. */
export function mergeNode(known: NodeFact, read: NodeFact): NodeFact {
  return { ...read, properties: merged(known.properties, read.properties) };
}

/** The edge with what was read of it. It cites what it cited where the file names no source, as `cites` tells. */
export function mergeEdge(known: EdgeFact, read: EdgeFact, symmetric: boolean, cites: boolean): EdgeFact {
  const { locators: _, ...withoutLocators } = read.properties;
  const properties = merged(known.properties, cites ? read.properties : withoutLocators);
  const sources = cites ? read.sources : known.sources;
  return makeEdge({ ...read, properties, sources, symmetric });
}

/** New sources have locators of their own, or none. */
function merged(known: Properties, read: Properties): Properties {
  const { locators, ...rest } = known;
  const kept = 'sources' in read || 'locators' in read || locators === undefined ? rest : { ...rest, locators };
  return { ...kept, ...read };
}

/** Whether two facts say the same, wherever they stand and in whatever order. */
export function sameFact(a: NodeFact | EdgeFact, b: NodeFact | EdgeFact): boolean {
  return inWords(a) === inWords(b);
}

function inWords({ at: _, ...fact }: NodeFact | EdgeFact): string {
  const properties = Object.entries(fact.properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...fact, properties }, (_key, it: unknown) => (typeof it === 'bigint' ? `${it}n` : it));
}
