/**
 * The edges of a graph whose property passes a test, as bits.
 *
 * A property is a dictionary: the test judges each distinct value once, and the pass over the edges only reads codes.
 */
import { BitSet } from '../base/bit-set.ts';
import type { PropertyValue } from '../facts/fact.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';

/** Edges whose property `name` satisfies `passes`; an edge that says nothing of it is judged by `unsaid`. */
export function edgesWhere(
  { edges }: KnowledgeGraph,
  name: string,
  unsaid: PropertyValue,
  passes: (value: PropertyValue) => boolean,
): BitSet {
  const column = edges.columns.columns.get(name);
  if (!column) return passes(unsaid) ? BitSet.full(edges.count) : new BitSet(edges.count);
  const passing = Uint8Array.from(column.values, (value) => Number(passes(value ?? unsaid)));
  const { codes } = column;
  const kept = new BitSet(edges.count);
  for (let edge = 0; edge < codes.length; edge++) if (passing[codes[edge]!] === 1) kept.add(edge);
  return kept;
}
