/**
 * `disagreements(of)`: where sources disagree, each rival with its rank, its sources and the reason.
 */
import { type Conflict, conflictsOf, type Rival } from '../../evidence/conflicts.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import { checkPageSize } from '../page.ts';
import { publicError } from '../problems.ts';
import type { OwnResolvers } from './own-resolver.ts';

interface DisagreementArguments {
  readonly of?: string | null;
  readonly first: number;
}

export const disagreementResolvers: OwnResolvers = {
  Query: {
    disagreements: (_, { of, first }: DisagreementArguments, context: GraphContext, info): Conflict[] => {
      const operation = operationOf(context, info);
      const { view, limits, work } = operation;
      checkPageSize('first', first, limits.maxPageSize);
      // Without a node every edge is looked at.
      if (of == null) work.spend(view.graph.edges.count);
      try {
        const found = conflictsOf(view, of ?? undefined).slice(0, first);
        operation.spendRows(found.reduce((rows, it) => rows + it.rivals.length, 0));
        return found;
      } catch (error) {
        throw publicError(error);
      }
    },
  },
  Rival: {
    saidBy: ({ saidBy }: Rival, _, { view }) => (saidBy === undefined ? undefined : view.graph.nodes.numberOf(saidBy)),
    sources: ({ evidence }: Rival) => evidence,
  },
};
