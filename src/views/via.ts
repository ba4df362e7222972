/**
 * The view along some edge types only: what is measured in it is measured by these relations and no others.
 */
import { BitSet } from '../base/bit-set.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { edgeTypeCode } from './edge-type-code.ts';
import type { GraphView } from './graph-view.ts';

/**
 * The edges of the given types. Throws `unknown-edge-type`.
 * @example
 * via(view, ['co-launched', 'joined'])
 */
export function via(view: GraphView, edgeTypes: readonly string[]): GraphView {
  const names = [...new Set(edgeTypes)].sort();
  const codes = names.map((name) => edgeTypeCode(view.graph, name));
  return view.restrict({ key: `via ${names.join(' ')}`, edges: (graph) => edgesOfTypes(graph, codes) });
}

function edgesOfTypes({ edges }: KnowledgeGraph, codes: readonly number[]): BitSet {
  const wanted = new Uint8Array(edges.columns.typeNames.length);
  for (const code of codes) wanted[code] = 1;
  const kept = new BitSet(edges.count);
  for (let edge = 0; edge < edges.count; edge++) if (wanted[edges.type[edge]!] === 1) kept.add(edge);
  return kept;
}
