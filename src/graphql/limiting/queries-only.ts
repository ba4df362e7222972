/**
 * Only queries are answered: a mutation is refused before anything runs, as the caller's mistake it is.
 *
 * GraphQL's own rules let an operation pass whose root type the schema lacks; executing it then fails as if the fault
 * were the server's.
 */
import type { ValidationRule } from 'graphql';
import { noSuchOperation } from '../problems.ts';

export const queriesOnly: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (!context.getSchema().getRootType(node.operation)) context.reportError(noSuchOperation(node));
    return false;
  },
});
