/**
 * What lies around some nodes, flat: nodes and edges as two lists, as programs that draw graphs want them.
 *
 * Nodes come nearest first, so that a limit cuts off what is far; edges are those between those nodes. The
 * cost grows with what is reached and not with the graph.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { type CertaintyCounts, countCertainty } from '../views/certainty.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import { edgeTypeCode } from '../views/names-in-graph.ts';
import { badDepth } from '../views/problems.ts';
import type { AnswerForm, NodeAnswer } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';

export interface NeighbourhoodOptions {
  /** How many steps away; 1 by default. */
  readonly depth?: number;
  /** Names of the only edge types to follow and to show; all by default. */
  readonly via?: readonly string[];
  /** Which way edges are followed; BOTH by default. */
  readonly direction?: Direction;
  /** The most nodes; 100 by default. */
  readonly first?: number;
}

export interface Neighbourhood<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** The nodes that were asked about, then the others by distance. */
  readonly nodes: readonly Node[];
  /** How many steps away each node lies; parallel to `nodes`. */
  readonly distances: readonly number[];
  /** The edges between them, by source, type and start. */
  readonly edges: readonly Edge[];
  /** Whether there is more within that depth. */
  readonly truncated: boolean;
  /** How sure the edges are on the date of the view; absent where it is of none. */
  readonly certainty?: CertaintyCounts;
}

/**
 * The neighbourhood of some nodes in a view; `onLook` is called with every edge that is looked at, so that a caller may stop
 * the search by throwing. Throws `unknown-node`, `unknown-edge-type` or `bad-depth`.
 * @example
 * neighbourhood(view, ['state:kaz'], { depth: 2, via: ['co-launched'], first: 50 }, asObjects(view))
 */
export function neighbourhood<Node, Edge>(
  view: GraphView,
  of: readonly string[],
  { depth = 1, via, direction = 'BOTH', first = 100 }: NeighbourhoodOptions,
  form: AnswerForm<Node, Edge>,
  onLook: () => void = () => {},
): Neighbourhood<Node, Edge> {
  if (!Number.isInteger(depth) || depth < 0) throw badDepth(depth);
  const types = via?.map((name) => edgeTypeCode(view.graph, name)) ?? [undefined];
  const distances = new Map<NodeNumber, number>();
  for (const id of of) distances.set(view.getNode(id), 0);
  let truncated = false;
  // The map grows while it is walked, and keeps the order in which nodes were reached.
  for (const [node, distance] of distances) {
    if (distance === depth) break;
    for (const type of types) {
      view.forEachEdge(node, direction, type, (_, other) => {
        onLook();
        if (distances.has(other)) return;
        if (distances.size < first) distances.set(other, distance + 1);
        else truncated = true;
      });
    }
  }
  const edges = edgesAmong(view, distances, types, onLook);
  const certainty = countCertainty(view, () => edges);
  return {
    nodes: [...distances.keys()].map(form.node),
    distances: [...distances.values()],
    edges: edges.map(form.edge),
    truncated,
    ...(certainty && { certainty }),
  };
}

function edgesAmong(
  view: GraphView,
  nodes: ReadonlyMap<NodeNumber, number>,
  types: readonly (number | undefined)[],
  onLook: () => void,
): EdgeNumber[] {
  const found: EdgeNumber[] = [];
  for (const node of nodes.keys()) {
    for (const type of types) {
      view.forEachEdge(node, 'OUT', type, (edge, other) => {
        onLook();
        if (nodes.has(other)) found.push(edge);
      });
    }
  }
  return found.sort((a, b) => a - b);
}
