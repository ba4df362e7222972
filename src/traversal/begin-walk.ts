/**
 * The beginnings of walks over a view: at named nodes, or at all nodes of some types.
 */
import type { Concrete, NodeNamed, NodeShape, TypedOntology } from '../ontology/typed-ontology.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { SupportJudge } from './compile-where.ts';
import { type NodeName, spansOf, spansOfNodes } from './named-nodes.ts';
import { Walk } from './walk.ts';

/** A walk that starts at these nodes. Throws `unknown-node`. */
export function walkFrom<S extends TypedOntology, N extends NodeShape>(
  view: GraphView,
  names: readonly NodeName[],
  judge?: SupportJudge,
): Walk<S, N> {
  return new Walk(view, spansOfNodes(view, names, 'from'), judge);
}

/** A walk that starts at all nodes of these types or interfaces, or of any when none is named. */
export function walkAll<S extends TypedOntology, Name extends string>(
  view: GraphView,
  names: readonly Name[],
  judge?: SupportJudge,
): Walk<S, NodeNamed<S, Concrete<S, Name>>> {
  return new Walk(view, spansOf(view.graph, names), judge);
}
