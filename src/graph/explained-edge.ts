/**
 * Why an edge holds, with edges as objects: its sources, or the rules and premises it follows from, down to sources.
 */
import type { Corroboration } from '../evidence/corroboration.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { type Why, why } from '../evidence/why.ts';
import type { EdgeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import { explainDerivation } from '../rules/explain-derivation.ts';
import { edgeObject } from '../traversal/nodes-and-edges.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface ExplainedEdge<S extends TypedOntology> {
  readonly edge: EdgeOf<S>;
  /** Where sources say so; none for a conclusion. */
  readonly evidence: readonly Evidence[];
  /** How well it is supported; undefined when nothing is cited. */
  readonly corroboration: Corroboration | undefined;
  /** How it follows, the strongest way first; none for a statement. */
  readonly ways: readonly ExplainedWay<S>[];
  /** How many more ways there are than are told. */
  readonly moreWays: number;
  /** True where the edge was explained above: then nothing is told again. */
  readonly above: boolean;
}

export interface ExplainedWay<S extends TypedOntology> {
  /** The rule's id, its name, and what it says in this case. */
  readonly rule: string;
  readonly name: string | undefined;
  readonly sentence: string | undefined;
  readonly premises: readonly ExplainedEdge<S>[];
}

/** Why the edge of that id is in the view; at most `ways` ways are told of each conclusion. Throws `unknown-edge`. */
export function explainedEdge<S extends TypedOntology>(
  view: GraphView,
  id: string,
  ways: number | undefined,
): ExplainedEdge<S> {
  const { graph } = view;
  const told = ({ edge, ways: found, ...more }: Why): ExplainedEdge<S> => ({
    ...more,
    edge: edgeObject(graph, edge) as EdgeOf<S>,
    ways: found.map((way) => ({ ...way, premises: way.premises.map(told) })),
  });
  return told(
    why(view, id, {
      ...(ways !== undefined && { ways }),
      explain: (edge, rule, premises) => explainDerivation(graph, edge, rule, premises),
    }),
  );
}
