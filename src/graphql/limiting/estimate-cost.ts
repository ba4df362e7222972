/**
 * The cost of a request, estimated before it runs from what was measured of its document.
 */
import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import type { QueryLimits } from '../limits.ts';
import { PerOperation } from '../per-operation.ts';
import { type Measure, measureOperation } from './measure.ts';

const measures = new PerOperation<Measure | undefined>((schema, document, operationName) => {
  const operation = getOperationAST(document, operationName);
  return operation ? measureOperation(schema, document, operation) : undefined;
});

/** The estimate; undefined when the document has no such operation, which is reported when it is run. */
export function estimateCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  limits: QueryLimits,
): number | undefined {
  return measures.get(schema, document, operationName)?.cost(variables, limits);
}
