/**
 * Facts without some source: what it alone supports is gone, and of the rest only the citation is.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact, Properties } from '../facts/fact.ts';

/** The edge without its citation of `source`; undefined when nobody else states it. */
export function edgeWithoutSource(edge: EdgeFact, source: string): EdgeFact | undefined {
  const kept = edge.sources.map((it) => it !== source);
  if (!kept.includes(false)) return edge;
  if (!kept.includes(true)) return undefined;
  return { ...edge, sources: keep(edge.sources, kept), properties: withLocatorsKept(edge.properties, kept) };
}

/** The node without its citation of `source`. A node needs none to be there. */
export function nodeWithoutSource(node: NodeFact, source: string): NodeFact {
  const { sources, ...properties } = node.properties;
  if (!Array.isArray(sources) || !sources.includes(source)) return node;
  const kept = sources.map((it) => it !== source);
  const left = withLocatorsKept(properties, kept);
  return { ...node, properties: kept.includes(true) ? { ...left, sources: keep(sources, kept) } : left };
}

/** The claim without its citation of `source`; undefined when nobody else makes it. */
export function claimWithoutSource(claim: Claim, source: string): Claim | undefined {
  const kept = claim.sources.map((it) => it !== source);
  if (!kept.includes(false)) return claim;
  if (!kept.includes(true)) return undefined;
  const { locators, ...left } = { ...claim, sources: keep(claim.sources, kept) };
  return locators && keep(locators, kept).some((it) => it !== '') ? { ...left, locators: keep(locators, kept) } : left;
}

/** Properties with the locators of the citations that are kept; none where none is left. */
function withLocatorsKept({ locators, ...properties }: Properties, kept: readonly boolean[]): Properties {
  const left = Array.isArray(locators) ? keep(locators as readonly string[], kept) : [];
  return left.some((it) => it !== '') ? { ...properties, locators: left } : properties;
}

const keep = <T>(list: readonly T[], kept: readonly boolean[]): T[] => list.filter((_, i) => kept[i]);
