/**
 * Who may ask, where that is not everybody: clients with a key, each held to its own number of requests a minute.
 *
 * Of a key only its hash is known here, so neither settings nor logs give one away. A key has 256 random bits, which nobody
 * guesses, so one round of SHA-256 is enough; all hashes are compared, each in constant time.
 */
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiKey } from './config.ts';
import { noKey, tooManyRequests, wrongKey } from './problems.ts';
import { errorBody } from './request-errors.ts';
import { outcomeOf } from './request-outcome.ts';

/** What the server asks itself, for its pages: of whoever opened the page a key was asked already. */
export const INNER_HEADERS: Readonly<Record<string, string>> = { 'x-diplograph-inner': randomUUID() };

const isInner = ({ headers }: FastifyRequest): boolean =>
  headers['x-diplograph-inner'] === INNER_HEADERS['x-diplograph-inner'];

/** Probes of balancers have no key, and learn nothing. */
const isProbe = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.url === '/health' || routeOptions.url === '/ready';

const isFree = (request: FastifyRequest): boolean => isProbe(request) || isInner(request);

/** Asks for a key where there are any, and holds clients to their requests a minute where they have a limit. */
export async function limitClients(
  server: FastifyInstance,
  { apiKeys, rateLimit }: { readonly apiKeys: readonly ApiKey[]; readonly rateLimit: number | undefined },
): Promise<void> {
  const clients = new WeakMap<FastifyRequest, ApiKey>();
  if (apiKeys.length > 0) {
    server.addHook('onRequest', (request, reply, done) => {
      if (isFree(request)) return done();
      const given = keyIn(request);
      const client = given === undefined ? undefined : clientOf(given, apiKeys);
      if (client) {
        clients.set(request, client);
        outcomeOf(request).key = client.name;
        return done();
      }
      reply.code(401).header('www-authenticate', 'Bearer');
      reply.send(errorBody(given === undefined ? noKey : wrongKey, { code: 'UNAUTHENTICATED' }));
    });
  }
  if (rateLimit === undefined && apiKeys.every((it) => it.perMinute === undefined)) return;
  const { default: limiter, normalizeIP } = await import('@fastify/rate-limit');
  await server.register(limiter, {
    timeWindow: '1 minute',
    max: (request) => clients.get(request)?.perMinute ?? rateLimit ?? Number.MAX_SAFE_INTEGER,
    keyGenerator: (request) => {
      const client = clients.get(request);
      return client ? `key ${client.name}` : normalizeIP(request.ip, 64);
    },
    allowList: isFree,
    errorResponseBuilder: (_request, { max, ttl }) => tooManyRequests(max, Math.ceil(ttl / 1000)),
  });
}

function keyIn({ headers }: FastifyRequest): string | undefined {
  const key = headers['x-api-key'];
  if (typeof key === 'string') return key;
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** The client whose key it is. Every hash is compared, so time does not tell how far one came. */
function clientOf(given: string, keys: readonly ApiKey[]): ApiKey | undefined {
  const hash = createHash('sha256').update(given).digest();
  let found: ApiKey | undefined;
  for (const key of keys) if (timingSafeEqual(key.hash, hash)) found = key;
  return found;
}
