/**
 * From a graph to its draft, and from the draft's facts to a graph again, concluded by the same rules.
 */
import { isError, type Problem } from '../base/problem.ts';
import { graphHasProblems } from '../loading/graph-has-problems.ts';
import { concludeGraph } from '../rules/conclude-graph.ts';
import { rulesOf } from '../rules/remembered-rules.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { GraphView } from '../views/graph-view.ts';
import { Draft } from './draft.ts';
import { statedFacts } from './stated-facts.ts';

/** A draft of the graph; `wrap` makes what a commit returns. */
export function editGraph<Result>(
  graph: KnowledgeGraph,
  wrap: (whole: GraphView, warnings: readonly Problem[]) => Result,
): Draft<Result> {
  const rules = rulesOf(graph);
  return new Draft(graph.ontology, statedFacts(GraphView.whole(graph)), (facts) => {
    const { graph: made, problems } = concludeGraph(graph.ontology, facts, rules);
    if (problems.some(isError)) throw graphHasProblems('the draft', problems);
    return wrap(GraphView.whole(made), problems);
  });
}
