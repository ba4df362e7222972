/**
 * Filters of edges by who says so: `{ corroborated: true, sources: { gte: 2 }, newest: '2024-10' }`, in GraphQL and in walks.
 *
 * They judge an edge in the view that is asked; a conclusion has no sources, and is corroborated as its premises are.
 */
import { periodOf } from '../facts/partial-date.ts';
import { type OperatorName, operators } from '../filters/operators.ts';
import { allOf, type Test, verdictOf } from '../filters/verdict.ts';
import type { GraphView } from '../views/graph-view.ts';
import { corroborationOf } from './corroboration.ts';
import { newSources } from './supported.ts';

/** What is asked of the support of an edge; of several, all hold. */
export interface AskedSupport {
  /** Whether independent voices support it. */
  readonly corroborated?: boolean | undefined;
  /** The number of sources that state it, 0 for a conclusion: operators with what they compare with. */
  readonly sources?: Readonly<Record<string, unknown>> | undefined;
  /** A date at or after which one of them was published, however its date is read. */
  readonly newest?: string | undefined;
}

/** The test of an edge; undefined where nothing is asked. `onVoices` is called before voices are counted. Throws `bad-date`. */
export function supportTest(view: GraphView, asked: AskedSupport, onVoices: () => void = () => {}): Test | undefined {
  const { corroborated, sources, newest } = asked;
  const { firstSource, source } = view.graph.edges.columns;
  const tests: Test[] = [];
  if (sources !== undefined) {
    const conditions = Object.entries(sources).map(([name, operand]) => {
      const { holds } = operators[name as OperatorName];
      return (count: number): boolean => [operand].flat().some((it) => holds(count, it as number));
    });
    tests.push((_, edge) => {
      const count = (firstSource[edge + 1] ?? 0) - (firstSource[edge] ?? 0);
      return verdictOf(conditions.every((holds) => holds(count)));
    });
  }
  if (newest !== undefined) {
    const isNew = newSources(view.graph, periodOf(newest).first);
    tests.push((_, edge) =>
      verdictOf(source.subarray(firstSource[edge], firstSource[edge + 1]).some((it) => isNew[it] === 1)),
    );
  }
  if (corroborated !== undefined) {
    tests.push((_, edge) => {
      onVoices();
      return verdictOf((corroborationOf(view, edge)?.level === 'INDEPENDENT') === corroborated);
    });
  }
  return allOf(tests);
}
