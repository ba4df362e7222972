/**
 * A fact that was read laid over one that the graph has: what is said anew takes the place of what was said.
 */
import type { Claim } from '../facts/claim.ts';
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
  return factInWords(a) === factInWords(b);
}

const factInWords = ({ at: _, ...fact }: NodeFact | EdgeFact): string =>
  inWords({ ...fact, properties: inOrder(fact.properties) });

/** What a claim says, wherever it stands: equal claims have equal words. */
export const claimInWords = ({ at: _, ...claim }: Claim): string => inWords(inOrder(claim));

const inOrder = (record: object): [string, unknown][] => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

const inWords = (value: unknown): string =>
  JSON.stringify(value, (_key, it: unknown) => (typeof it === 'bigint' ? `${it}n` : it));
