/**
 * GraphQL over HTTP, as its specification has it: the audits of graphql-http, against a server that listens.
 */
import type { FastifyInstance } from 'fastify';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, startListening } from '../../src/server/create-server.ts';
import { smallWorld } from '../graphql/small-world.ts';

let server: FastifyInstance;
let url = '';
beforeAll(async () => {
  const { view } = smallWorld('type State @node { id: ID! }', { State: { kaz: {} } });
  server = await createServer({ graph: { view }, print: () => {} });
  url = `${await startListening(server, 'localhost', 0)}/graphql`;
});
afterAll(() => server.close());

/** A GET must carry a header that a foreign page cannot set; the audits know nothing of it. */
const fetchFn = (address: string, init: RequestInit): Promise<Response> =>
  fetch(address, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), 'apollo-require-preflight': '1' },
  });

describe('audits', () => {
  // A "MAY" is a wish; "SHOULD" and "MUST" are promises here.
  const audits = serverAudits({ url: () => url, fetchFn }).filter((it) => !it.name.startsWith('MAY'));

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    if (result.status === 'ok') return;
    expect.fail(`${result.status}: ${result.reason} ${await result.response.clone().text()}`);
  });
});
