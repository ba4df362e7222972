/**
 * Edges grouped by shape: the type of the edge and of both its ends. Databases take rows of one shape at a time.
 */
import type { GraphView } from '../views/graph-view.ts';

export interface EdgeShape {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  /** Numbers of the kept edges of this shape, rising. */
  readonly edges: Uint32Array;
}

/** The shapes of the kept edges, in the order of the ontology. Costs four bytes an edge. */
export function edgeShapes(view: GraphView): EdgeShape[] {
  const { nodes, edges } = view.graph;
  const [nodeTypes, edgeTypes] = [nodes.typeNames, edges.columns.typeNames];
  const codeOf = (edge: number): number => {
    const [from, to] = [nodes.types[edges.from[edge]!]!, nodes.types[edges.to[edge]!]!];
    return (edges.type[edge]! * nodeTypes.length + from) * nodeTypes.length + to;
  };
  const counts = new Map<number, number>();
  for (let edge = 0; edge < edges.count; edge++) {
    if (!view.hasEdge(edge)) continue;
    const code = codeOf(edge);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const order = new Uint32Array(view.edgeCount);
  const next = new Map<number, number>();
  const shapes: EdgeShape[] = [];
  let start = 0;
  for (const [code, count] of [...counts].sort(([a], [b]) => a - b)) {
    next.set(code, start);
    const ends = code % nodeTypes.length ** 2;
    shapes.push({
      from: nodeTypes[Math.floor(ends / nodeTypes.length)]!,
      type: edgeTypes[Math.floor(code / nodeTypes.length ** 2)]!,
      to: nodeTypes[ends % nodeTypes.length]!,
      edges: order.subarray(start, start + count),
    });
    start += count;
  }
  for (let edge = 0; edge < edges.count; edge++) {
    if (!view.hasEdge(edge)) continue;
    const code = codeOf(edge);
    const place = next.get(code)!;
    order[place] = edge;
    next.set(code, place + 1);
  }
  return shapes;
}
