/**
 * The edges of a relation, read from the rows of a view: for one node, those of one edge type, in one direction, that
 * the view keeps and that end at a type the relation speaks of.
 */
import type { Relation } from '../../ontology/ontology.ts';
import { fittingTargets } from '../../ontology/relation-ends.ts';
import { type Adjacency, placesOf } from '../../store/adjacency.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { Work } from '../limits/query-limits.ts';

/** Gets an edge and the node at its other end; true stops the walk. */
export type Visitor = (edge: number, other: number) => boolean | undefined;

export interface RelationRows {
  readonly relation: Relation;
  readonly view: GraphView;
  /** Calls `visit` with each edge in the order of dates; true when `visit` stopped it. A self-loop counts once. */
  walk(node: number, visit: Visitor): boolean;
  /** The number of edges, without looking at each where nothing is to be left out. */
  count(node: number): number;
}

/** A relation as rows of a view. `owner` is the node type that declares it; `work` pays for every edge looked at. */
export function relationRows(view: GraphView, relation: Relation, owner: string, work: Work): RelationRows {
  const { graph, edgeMask } = view;
  const type = graph.edges.typeCode(relation.edgeType) ?? -1;
  const allowed = allowedTargets(view, relation, owner);
  const { types } = graph.nodes;
  const { direction } = relation;

  const walkRows = (rows: Adjacency, node: number, skipLoops: boolean, visit: Visitor): boolean => {
    const { start, end } = placesOf(rows, node, type);
    for (let place = start; place < end; place++) {
      const edge = rows.edge[place] ?? 0;
      const other = rows.target[place] ?? 0;
      if (edgeMask !== undefined && !edgeMask.has(edge)) continue;
      if (allowed !== undefined && allowed[types[other] ?? 0] === 0) continue;
      if (skipLoops && other === node) continue;
      if (visit(edge, other) !== true) continue;
      work.spend(place - start + 1);
      return true;
    }
    work.spend(end - start);
    return false;
  };

  const walk = (node: number, visit: Visitor): boolean => {
    if (direction === 'OUT') return walkRows(graph.out, node, false, visit);
    if (direction === 'IN') return walkRows(graph.in, node, false, visit);
    return walkRows(graph.out, node, false, visit) || walkRows(graph.in, node, true, visit);
  };

  const everyEdgeCounts = edgeMask === undefined && allowed === undefined && direction !== 'BOTH';
  const count = (node: number): number => {
    if (everyEdgeCounts) {
      const { start, end } = placesOf(direction === 'OUT' ? graph.out : graph.in, node, type);
      return end - start;
    }
    let edges = 0;
    walk(node, () => {
      edges++;
      return undefined;
    });
    return edges;
  };

  return { relation, view, walk, count };
}

/** Which node type codes the other end may have, as 0 or 1; undefined when every one that is met fits. */
function allowedTargets({ ontology, graph }: GraphView, relation: Relation, owner: string): Uint8Array | undefined {
  const fitting = fittingTargets(ontology, relation, owner);
  return fitting && Uint8Array.from(graph.nodes.typeNames, (name) => Number(fitting.includes(name)));
}
