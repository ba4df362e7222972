/**
 * What is noted of each request while it is answered, for the log and for metrics.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest, RawRequestDefaultExpression } from 'fastify';

/** What came of a request; empty for one that asked for a page or an export. */
export interface RequestOutcome {
  /** The name of the operation, where it has a plain one: what is logged must not be able to forge a log line. */
  operation?: string;
  /** The name of the key it came with. */
  key?: string;
  /** What it was estimated to cost. */
  cost?: number;
  /** Nodes and edges that were looked at. */
  work?: number;
  /** Whether the answer was known from before. */
  remembered?: boolean;
  /** The limit that was reached, or else the code of the first error. */
  refusal?: string;
}

const outcomes = new WeakMap<FastifyRequest, RequestOutcome>();

/** The outcome of a request so far; whoever knows more writes into it. */
export function outcomeOf(request: FastifyRequest): RequestOutcome {
  let outcome = outcomes.get(request);
  if (!outcome) outcomes.set(request, (outcome = {}));
  return outcome;
}

/** Notes of every answer with errors what its first one was, whichever part of the server gave it. */
export function noteRefusals(server: FastifyInstance): void {
  server.addHook('onSend', (request, _reply, payload, done) => {
    if (typeof payload === 'string' && payload.startsWith('{"errors":')) {
      const refusal = firstCode(payload);
      if (refusal !== undefined) outcomeOf(request).refusal = refusal;
    }
    done();
  });
}

function firstCode(payload: string): string | undefined {
  const { errors } = JSON.parse(payload) as {
    readonly errors: readonly { readonly extensions?: { readonly code?: unknown; readonly limit?: unknown } }[];
  };
  const { limit, code } = errors[0]?.extensions ?? {};
  return [limit, code].find((it) => typeof it === 'string') as string | undefined;
}

/** The id that a proxy or client gave a request, where it is one that can be logged, or a new one. */
export function requestId({ headers }: RawRequestDefaultExpression): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

export const isPlainName = (name: unknown): name is string => typeof name === 'string' && /^\w{1,80}$/.test(name);
