/**
 * Filters of edges by who says so: `support: { corroborated: true, sources: { gte: 2 }, newest: "2024-10" }`.
 *
 * They judge an edge in the view of the operation; a conclusion has no sources, and is corroborated as its premises are.
 */
import { corroborationOf } from '../../evidence/corroboration.ts';
import { newSources } from '../../evidence/supported.ts';
import { periodOf } from '../../facts/partial-date.ts';
import { type OperatorName, operators } from '../../filters/operators.ts';
import { allOf, isEmpty, type Test, verdictOf, type Where } from '../../filters/verdict.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { VOICES_COST, type Work } from '../limits/query-limits.ts';
import * as problems from '../problems.ts';

/** The test of an edge by its support. Throws `bad-date`, and what filters that say nothing are refused with. */
export function supportTest(view: GraphView, work: Work, where: Where | null): Test | undefined {
  if (where === null) throw problems.nullFilter('support');
  if (isEmpty(where)) throw problems.emptyPropertyFilter('support');
  const { firstSource, source } = view.graph.edges.columns;
  return allOf(
    Object.entries(where).map(([name, asked]): Test => {
      if (asked === null) throw problems.nullOperand('support', name);
      if (name === 'corroborated') {
        return (_, edge) => {
          work.spend(VOICES_COST);
          return verdictOf((corroborationOf(view, edge)?.level === 'INDEPENDENT') === asked);
        };
      }
      if (name === 'newest') {
        const isNew = newSources(view.graph, periodOf(String(asked)).first);
        return (_, edge) =>
          verdictOf(source.subarray(firstSource[edge], firstSource[edge + 1]).some((it) => isNew[it] === 1));
      }
      const conditions = Object.entries(asked as Where).map(([operator, operand]) => {
        if (operand === null) throw problems.nullOperand(name, operator);
        const { holds } = operators[operator as OperatorName];
        return (count: number): boolean => [operand].flat().some((it) => holds(count, it as number));
      });
      if (conditions.length === 0) throw problems.emptyPropertyFilter(name);
      return (_, edge) => {
        const count = (firstSource[edge + 1] ?? 0) - (firstSource[edge] ?? 0);
        return verdictOf(conditions.every((holds) => holds(count)));
      };
    }),
  );
}
