/**
 * Views that keep nodes, and the edges between them: those around some nodes, those of some types, those that have edges.
 *
 * They are taken last, in what the restrictions left: around Geneva as of 1864 nothing is reached through an edge of 2024.
 */
import { BitSet } from '../base/bit-set.ts';
import { typesNamed } from '../ontology/ontology.ts';
import { type Direction, GraphView } from './graph-view.ts';
import { edgeTypeCode } from './names-in-graph.ts';
import { badDepth } from './problems.ts';

export interface AroundOptions {
  /** Which way edges are followed. Default BOTH. */
  readonly direction?: Direction;
  /** Names of the edge types to follow. Default all. What is between reached nodes is in the view whatever its type. */
  readonly via?: readonly string[];
}

/**
 * The view of `ids` and every node at most `depth` steps away: their ego network.
 *
 * Throws `unknown-node`, `unknown-edge-type` or `bad-depth` (a whole number from 0).
 * @example
 * around(view, ['conference:34ic'], 1, { via: ['participated-in'] })
 */
export function around(view: GraphView, ids: readonly string[], depth: number, options: AroundOptions = {}): GraphView {
  if (!Number.isInteger(depth) || depth < 0) throw badDepth(depth);
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
  let frontier = [...starts];
  for (const node of frontier) reached.add(node);
  for (let step = 0; step < depth && frontier.length > 0; step++) {
    const next: number[] = [];
    const visit = (_: number, node: number): void => {
      if (reached.has(node)) return;
      reached.add(node);
      next.push(node);
    };
    for (const node of frontier) for (const type of types) base.forEachEdge(node, direction, type, visit);
    frontier = next;
  }
  return reached;
}

/**
 * The nodes of the given types; an interface stands for all types that implement it. Throws `unknown-type`.
 * @example
 * ofTypes(view, ['State', 'Initiative'])
 */
export function ofTypes(view: GraphView, names: readonly string[]): GraphView {
  const types = [...typesNamed(view.ontology, names)].sort();
  return view.localise({
    key: `types ${types.join(' ')}`,
    nodes: ({ graph: { nodes } }) => {
      const found = new BitSet(nodes.count);
      for (const type of types) {
        const { start, end } = nodes.span(type);
        for (let node = start; node < end; node++) found.add(node);
      }
      return found;
    },
  });
}

/**
 * The view without lone nodes. Narrowing by dates, sources or edge types leaves every node in place, which is right for
 * counting and wrong for a picture. Which nodes are lone depends on all else that was narrowed, so this is asked last.
 */
export function linked(view: GraphView): GraphView {
  return view.localise({
    key: `linked in (${view.key})`,
    nodes: () => {
      const { nodes, edges } = view.graph;
      const ends = new BitSet(nodes.count);
      view.everyEdge((edge) => {
        ends.add(edges.from[edge]!);
        ends.add(edges.to[edge]!);
      });
      return ends;
    },
  });
}
