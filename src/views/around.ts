/**
 * The view around some nodes: they, what lies within some steps of them, and the edges between those.
 *
 * It is a neighbourhood, so steps are taken only along edges that the view's restrictions keep: around Geneva as of
 * 1864 nothing is reached through an edge of 2024.
 */
import { BitSet } from '../base/bit-set.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { edgeTypeCode } from './edge-type-code.ts';
import { type Direction, GraphView } from './graph-view.ts';

export interface AroundOptions {
  /** Which way edges are followed; BOTH when unsaid. */
  readonly direction?: Direction;
  /** Names of the edge types to follow; all when unsaid. What is between reached nodes is kept whatever its type. */
  readonly via?: readonly string[];
}

/**
 * The view of `ids` and every node at most `depth` steps away.
 *
 * Throws `unknown-node`, `unknown-edge-type` or `bad-depth` (a whole number from 0).
 * @example
 * around(view, ['conference:34ic'], 1, { via: ['participated-in'] })
 */
export function around(view: GraphView, ids: readonly string[], depth: number, options: AroundOptions = {}): GraphView {
  if (!Number.isInteger(depth) || depth < 0) {
    throw new KnowledgeError(
      'bad-depth',
      `A depth is a whole number from 0, and ${depth} is none. Give for example 2.`,
    );
  }
  const { graph } = view;
  // Asked of the whole graph: whether a node may be named must not depend on the order in which views are made.
  const whole = GraphView.whole(graph);
  const starts = [...new Set(ids.map((id) => whole.getNode(id)))].sort((a, b) => a - b);
  const direction = options.direction ?? 'BOTH';
  const via = options.via && [...new Set(options.via)].sort();
  const types = via?.map((name) => edgeTypeCode(graph, name));
  const names = starts.map((node) => graph.nodes.ids[node]);
  return view.localise({
    key: `around ${names.join(' ')} depth ${depth} ${direction}${via ? ` via ${via.join(' ')}` : ''}`,
    nodes: (base) => reach(base, starts, depth, direction, types),
  });
}

function reach(
  base: GraphView,
  starts: readonly number[],
  depth: number,
  direction: Direction,
  types: readonly (number | undefined)[] = [undefined],
): BitSet {
  const reached = new BitSet(base.graph.nodes.count);
  let edge = [...starts];
  for (const node of edge) reached.add(node);
  for (let step = 0; step < depth && edge.length > 0; step++) {
    const next: number[] = [];
    const visit = (_: number, node: number): void => {
      if (reached.has(node)) return;
      reached.add(node);
      next.push(node);
    };
    for (const node of edge) for (const type of types) base.forEachEdge(node, direction, type, visit);
    edge = next;
  }
  return reached;
}
