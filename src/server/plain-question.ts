/**
 * The plain case of a question over HTTP: a POST of JSON that wants JSON back, with nothing but a query, its variables
 * and the name of an operation.
 */
import type { FastifyRequest } from 'fastify';

export interface PlainQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly operationName: string | undefined;
}

const KEYS: ReadonlySet<string> = new Set(['query', 'variables', 'operationName']);

/** The question of a request; undefined when it is not a plain one. */
export function plainQuestion({ method, headers, body, url }: FastifyRequest): PlainQuestion | undefined {
  if (method !== 'POST' || url !== '/graphql' || !isObject(body) || !wantsJson(headers.accept)) return undefined;
  if (!(headers['content-type'] ?? '').startsWith('application/json')) return undefined;
  for (const key in body) if (!KEYS.has(key)) return undefined;
  const { query } = body;
  const variables = body.variables ?? undefined;
  const operationName = body.operationName ?? undefined;
  if (typeof query !== 'string') return undefined;
  if (variables !== undefined && !isObject(variables)) return undefined;
  if (operationName !== undefined && typeof operationName !== 'string') return undefined;
  return { query, variables, operationName };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether JSON is what is wanted first: other wishes are Apollo's to weigh. */
function wantsJson(accept: string | undefined): boolean {
  return accept === undefined || accept === '*/*' || /^application\/json(,(?!.*graphql-response)|$)/.test(accept);
}
