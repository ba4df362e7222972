/**
 * Statements that say the same as an edge: the same relation between the same two, at dates that can agree.
 */
import { overlap } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** The statements of the view that agree with an edge, it included when it is stated. Denied and deprecated ones do not. */
export function agreeingStatements(view: GraphView, edge: EdgeNumber): EdgeNumber[] {
  const { edges } = view.graph;
  return parallelEdges(view, edge).filter(
    (it) =>
      !edges.isInferred(it) &&
      (it === edge || (isAsserted(view, it) && overlap(edges.validityOf(it), edges.validityOf(edge)) !== undefined)),
  );
}

/** Edges of the same type between the same two nodes, in the order of their numbers; the edge itself is one. */
function parallelEdges(view: GraphView, edge: EdgeNumber): EdgeNumber[] {
  const { edges, ontology } = view.graph;
  const [from = 0, to = 0, type = 0] = [edges.from[edge], edges.to[edge], edges.type[edge]];
  const found: EdgeNumber[] = [];
  const symmetric = ontology.edgeTypes.get(edges.typeOf(edge))?.symmetric === true;
  view.forEachEdge(from, symmetric ? 'BOTH' : 'OUT', type, (it, other) => {
    if (other === to) found.push(it);
  });
  return found.sort((a, b) => a - b);
}

function isAsserted({ graph: { edges } }: GraphView, edge: EdgeNumber): boolean {
  const modality = edges.property(edge, 'modality');
  return (modality === 'FACT' || modality === 'REPORTED') && edges.property(edge, 'rank') !== 'DEPRECATED';
}
