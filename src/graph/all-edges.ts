/**
 * The edges of a view, as a sequence of objects.
 */
import type { EdgeNamed, TypedOntology } from '../ontology/typed-ontology.ts';
import { edgeObject } from '../traversal/nodes-and-edges.ts';
import { Sequence } from '../traversal/sequence.ts';
import type { GraphView } from '../views/graph-view.ts';
import { edgeTypeCode } from '../views/names-in-graph.ts';

/** Edges of the types, or all when none is named, in the order of their numbers. Throws `unknown-edge-type`. */
export function allEdges<S extends TypedOntology, Name extends string>(
  view: GraphView,
  types: readonly Name[],
): Sequence<EdgeNamed<S, Name>> {
  const { graph } = view;
  const codes = new Set(types.map((name) => edgeTypeCode(graph, name)));
  return new Sequence(function* () {
    for (let edge = 0; edge < graph.edges.count; edge++) {
      if (!view.hasEdge(edge) || (codes.size > 0 && !codes.has(graph.edges.type[edge] ?? 0))) continue;
      yield edgeObject(graph, edge) as EdgeNamed<S, Name>;
    }
  });
}
