/**
 * The cost of a request, estimated before it runs from what was measured of its document.
 */
import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import type { QueryLimits } from '../limits.ts';
import { type Measure, measureOperation } from './measure.ts';

/** Documents are kept by the server, so what was measured of one is found again by the document itself. */
const measured = new WeakMap<DocumentNode, Map<string, Measure | undefined>>();

/** The estimate; undefined when the document has no such operation, which is reported when it is run. */
export function estimateCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  limits: QueryLimits,
): number | undefined {
  let byOperation = measured.get(document);
  if (!byOperation) measured.set(document, (byOperation = new Map()));
  const key = operationName ?? '';
  if (!byOperation.has(key)) {
    const operation = getOperationAST(document, operationName);
    byOperation.set(key, operation ? measureOperation(schema, document, operation, limits) : undefined);
  }
  return byOperation.get(key)?.cost(variables);
}
