import { afterEach, expect, test } from 'vitest';
import { createServer } from '../../src/server/create-server.ts';
import { question, smallServedGraph } from './small-served-graph.ts';

const SANDBOX = 'https://studio.apollographql.com';
const servers: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function asker(corsOrigins: readonly string[]) {
  const server = await createServer({ graph: smallServedGraph(), config: { corsOrigins } });
  servers.push(server);
  const preflight = (origin: string) =>
    server.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
  const ask = (origin: string) =>
    server.inject({ method: 'POST', url: '/graphql', headers: { origin }, payload: { query: question } });
  return { server, preflight, ask };
}

test('a page of a named origin may ask: preflight and question, without credentials', async () => {
  const { preflight, ask } = await asker([SANDBOX]);
  const allowed = await preflight(SANDBOX);
  expect(allowed.statusCode).toBe(204);
  expect(allowed.headers).toMatchObject({
    'access-control-allow-origin': SANDBOX,
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': expect.stringContaining('content-type'),
    vary: expect.stringContaining('Origin'),
  });
  const answered = await ask(SANDBOX);
  expect(answered.json()).toMatchObject({ data: { states: [{ name: 'Kazakhstan' }] } });
  expect(answered.headers['access-control-allow-origin']).toBe(SANDBOX);
  expect(answered.headers['access-control-allow-credentials']).toBeUndefined();
});

test('an origin that was not named is told nothing, nor is any where none was', async () => {
  const named = await asker([SANDBOX]);
  expect((await named.ask('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
  const none = await asker([]);
  expect((await none.ask(SANDBOX)).headers['access-control-allow-origin']).toBeUndefined();
  expect((await none.preflight(SANDBOX)).statusCode).toBe(405);
});

test('language models on a page of a named origin may ask at /mcp, and on no other page', async () => {
  const server = await createServer({ graph: smallServedGraph(), config: { corsOrigins: [SANDBOX], mcp: true } });
  servers.push(server);
  const list = (origin: string) =>
    server.inject({
      method: 'POST',
      url: '/mcp',
      headers: { origin, host: 'localhost', accept: 'application/json, text/event-stream' },
      payload: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
    });
  const answered = await list(SANDBOX);
  expect(answered.json()).toMatchObject({ result: { tools: expect.any(Array) } });
  expect(answered.headers['access-control-allow-origin']).toBe(SANDBOX);
  expect((await list('https://evil.example')).statusCode).toBe(403);
  const preflight = await server.inject({
    method: 'OPTIONS',
    url: '/mcp',
    headers: { origin: SANDBOX, 'access-control-request-method': 'POST' },
  });
  expect(preflight.headers['access-control-allow-headers']).toContain('mcp-protocol-version');
});

test('exports are for pages of named origins too, and for no others', async () => {
  const { server } = await asker([SANDBOX]);
  const load = async (origin: string): Promise<number> =>
    (
      await server.inject({
        url: '/export/graph.jsonl',
        headers: { origin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
      })
    ).statusCode;
  expect([await load(SANDBOX), await load('https://evil.example')]).toEqual([200, 403]);
});

test("the word of a trusted proxy counts for who asks, and nobody else's does", async () => {
  const addressBehind = async (trustedProxies: readonly string[]): Promise<string> => {
    const server = await createServer({ graph: smallServedGraph(), config: { trustedProxies } });
    servers.push(server);
    server.get('/who', async (request) => request.ip);
    return (await server.inject({ url: '/who', headers: { 'x-forwarded-for': '203.0.113.7' } })).payload;
  };
  expect(await addressBehind(['loopback'])).toBe('203.0.113.7');
  expect(await addressBehind([])).toBe('127.0.0.1');
  expect(await addressBehind(['10.0.0.0/8'])).toBe('127.0.0.1');
});
