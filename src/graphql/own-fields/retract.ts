/**
 * `retract(source)`: what would go and what would fall without a source. A dry run; nothing is changed.
 */
import { describeRetraction, type RetractionDescription, type TypeCount } from '../../evidence/describe-retraction.ts';
import type { Claim } from '../../facts/claim.ts';
import type { EdgeFact } from '../../facts/fact.ts';
import { retract } from '../../rules/retract.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import { publicError } from '../problems.ts';
import type { OwnResolvers } from './own-resolver.ts';

export const retractResolvers: OwnResolvers = {
  Query: {
    retract: (_, { source }: { readonly source: string }, context: GraphContext, info): RetractionDescription => {
      const operation = operationOf(context, info);
      const { view } = operation;
      operation.work.spend(view.graph.nodes.count);
      try {
        const described = describeRetraction(view.graph, retract(view.graph, { sources: [source] }), (edge) =>
          view.hasEdge(edge),
        );
        operation.work.spend(described.lost.length + described.fallen.length);
        return described;
      } catch (error) {
        throw publicError(error);
      }
    },
  },
  Retraction: {
    statementCount: ({ lost }: RetractionDescription) => lost.length,
    conclusionCount: ({ fallen }: RetractionDescription) => fallen.length,
    statementTypes: ({ statements }: RetractionDescription): readonly TypeCount[] => statements,
    conclusionTypes: ({ conclusions }: RetractionDescription): readonly TypeCount[] => conclusions,
    statements: ({ lost }: RetractionDescription, { first }: { readonly first: number }) => lost.slice(0, first),
    conclusions: ({ fallen }: RetractionDescription, { first }: { readonly first: number }) => fallen.slice(0, first),
    weakenedCount: ({ weakened }: RetractionDescription) => weakened.length,
    changedCount: ({ changed }: RetractionDescription) => changed.length,
    claims: ({ lostClaims }: RetractionDescription) => lostClaims,
    unsourcedCount: ({ unsourced }: RetractionDescription) => unsourced.length,
  },
  RetractedClaim: {
    node: ({ node }: Claim, _, { view }) => view.graph.nodes.numberOf(node),
    value: ({ value }: Claim) => (Array.isArray(value) ? value.join(', ') : String(value)),
  },
  ArisenEdge: {
    from: ({ from }: EdgeFact, _, { view }) => view.graph.nodes.numberOf(from),
    to: ({ to }: EdgeFact, _, { view }) => view.graph.nodes.numberOf(to),
    rule: ({ derivations }: EdgeFact) => derivations?.[0]?.rule,
  },
};
