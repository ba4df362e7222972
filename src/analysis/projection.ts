/**
 * The simple graph that a view is measured on, in typed arrays: the neighbours of each node side by side, each once, with
 * the number of edges that lead there. Edges of a node to itself do not count, and nodes without other edges are only
 * counted: a view of few edges has a small projection, however many nodes it keeps.
 *
 * Measures are plain functions of it: they know nothing of views and can run in any thread. graphology's own, which they
 * replace, would be given a copy of the graph in objects, at half a kilobyte and a microsecond an edge.
 */
import { BitSet } from '../base/bit-set.ts';
import { onceFor } from '../base/once-for.ts';
import { typesNamed } from '../ontology/ontology.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';

export interface Projection {
  /** How many nodes have an edge to another; they are numbered from 0 here. */
  readonly order: number;
  /** How many nodes of the view have none. */
  readonly lone: number;
  /** The numbers that the graph gives them, rising. */
  readonly nodes: Uint32Array;
  /** Neighbours of node n are `targets[starts[n]]` to `targets[starts[n + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly targets: Uint32Array;
  /** The number of edges between the two. */
  readonly weights: Float64Array;
}

const projections = onceFor((_: GraphView) => new Map<Direction, Projection>());

/**
 * The projection of a view, along its edges (OUT), against them (IN) or either way; symmetric edges lead both ways. Made at
 * the first question.
 */
export function projectionOf(view: GraphView, direction: Direction): Projection {
  const known = projections(view);
  let graph = known.get(direction);
  if (!graph) known.set(direction, (graph = makeProjection(view, direction)));
  return graph;
}

function makeProjection(view: GraphView, direction: Direction): Projection {
  const { graph } = view;
  const { nodes: table, edges, ontology } = graph;
  const { from, to, type } = edges;
  const linked = new BitSet(table.count);
  view.everyEdge((edge) => {
    if (from[edge] === to[edge]) return;
    linked.add(from[edge]!);
    linked.add(to[edge]!);
  });
  const nodes: NodeNumber[] = [];
  const placeOf = new Uint32Array(table.count);
  linked.each((node) => {
    placeOf[node] = nodes.push(node) - 1;
  });
  const order = nodes.length;
  const leads = edges.columns.typeNames.map((name) => {
    const isSymmetric = ontology.edgeTypes.get(name)?.symmetric === true;
    return { out: isSymmetric || direction !== 'IN', in: isSymmetric || direction !== 'OUT' };
  });
  // Every edge once at each end that it leads from; then neighbours that come again are put together.
  const starts = new Uint32Array(order + 1);
  const forEachLead = (visit: (from: number, to: number) => void): void =>
    view.everyEdge((edge) => {
      if (from[edge] === to[edge]) return;
      const { out, in: back } = leads[type[edge]!]!;
      const [start, end] = [placeOf[from[edge]!]!, placeOf[to[edge]!]!];
      if (out) visit(start, end);
      if (back) visit(end, start);
    });
  forEachLead((start) => starts[start + 1]!++);
  for (let node = 0; node < order; node++) starts[node + 1]! += starts[node]!;
  const all = new Uint32Array(starts[order]!);
  const ends = starts.slice(0, order);
  forEachLead((start, end) => {
    all[ends[start]!++] = end;
  });
  return { order, lone: view.nodeCount - order, nodes: Uint32Array.from(nodes), ...merged(starts, all) };
}

/** Rows whose targets are each once, rising, with how often they were there. */
function merged(starts: Uint32Array, all: Uint32Array): Pick<Projection, 'starts' | 'targets' | 'weights'> {
  const order = starts.length - 1;
  const rows = new Uint32Array(order + 1);
  const weights = new Float64Array(all.length);
  let end = 0;
  for (let node = 0; node < order; node++) {
    const row = all.subarray(starts[node]!, starts[node + 1]!).sort();
    const first = end;
    for (let i = 0; i < row.length; i++) {
      const target = row[i]!;
      if (end > first && all[end - 1] === target) weights[end - 1]!++;
      else {
        all[end] = target;
        weights[end++] = 1;
      }
    }
    rows[node + 1] = end;
  }
  return { starts: rows, targets: all.slice(0, end), weights: weights.slice(0, end) };
}

/** Calls `visit` with the nodes of a view that are of a node type or interface, or with all. Throws `unknown-type`. */
export function forEachNodeOfType(view: GraphView, type: string | undefined, visit: (node: NodeNumber) => void): void {
  const { nodes, ontology } = view.graph;
  for (const name of type === undefined ? ontology.nodeTypes.keys() : typesNamed(ontology, [type])) {
    const { start, end } = nodes.span(name);
    for (let node = start; node < end; node++) if (view.hasNode(node)) visit(node);
  }
}
