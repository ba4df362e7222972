/**
 * `why(edge)`: the sources of a statement, or the rules and premises of a conclusion, down to sources.
 */
import { type Way, type Why, why } from '../../evidence/why.ts';
import { explainDerivation } from '../../rules/explain-derivation.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import { checkPageSize } from '../page.ts';
import { publicError } from '../problems.ts';
import type { OwnResolvers } from './own-resolver.ts';

export const whyResolvers: OwnResolvers = {
  Query: {
    why: (_, asked: { readonly edge: string; readonly ways: number }, context: GraphContext, info): Why => {
      const operation = operationOf(context, info);
      const { view, limits } = operation;
      checkPageSize('ways', asked.ways, limits.maxPageSize);
      try {
        const explanation = why(view, asked.edge, {
          ways: asked.ways,
          explain: (edge, rule, premises) => explainDerivation(view.graph, edge, rule, premises),
        });
        operation.spendRows(stepsOf(explanation).length);
        return explanation;
      } catch (error) {
        throw publicError(error);
      }
    },
  },
  Explanation: {
    steps: stepsOf,
  },
  Derivation: {
    premises: ({ premises }: Way) => premises.map((it) => it.edge),
  },
};

/** An explanation as a list: itself, then what it rests on, each edge once. */
function stepsOf(explanation: Why): Why[] {
  if (explanation.above) return [];
  return [explanation, ...explanation.ways.flatMap((way) => way.premises.flatMap(stepsOf))];
}
