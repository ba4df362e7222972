/**
 * Limits that a document breaks or keeps whatever its variables, as validation rules: what it does, depth and aliases.
 */
import { GraphQLError, type ValidationRule } from 'graphql';
import type { QueryLimits } from '../limits.ts';
import { tooDeep, tooManyAliases } from '../problems.ts';
import { measureOperation } from './measure.ts';
import { queriesOnly } from './queries-only.ts';

/** Rules for GraphQL's validation, beside its own. */
export function limitRules(limits: QueryLimits): readonly ValidationRule[] {
  return [
    queriesOnly,
    (context) => ({
      OperationDefinition(node) {
        const { depth, aliases } = measureOperation(context.getSchema(), context.getDocument(), node);
        const report = (error: GraphQLError): void => {
          const { message, extensions } = error;
          context.reportError(new GraphQLError(message, { nodes: node, extensions }));
        };
        if (depth > limits.maxDepth) report(tooDeep(depth, limits.maxDepth));
        if (aliases > limits.maxAliases) report(tooManyAliases(aliases, limits.maxAliases));
        return false;
      },
    }),
  ];
}
