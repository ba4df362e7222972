/**
 * Who is answered: a page whose name leads to this machine is not, and pages of other sites load no exports.
 */
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { createServer, type PartialConfig, startListening } from '../../src/server/create-server.ts';
import { smallServedGraph } from './small-served-graph.ts';

const servers: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(config: PartialConfig = {}): Promise<FastifyInstance> {
  const server = await createServer({ graph: smallServedGraph(), config, print: () => {} });
  servers.push(server);
  return server;
}

const statusFor = async (server: FastifyInstance, host: string, url = '/health'): Promise<number> =>
  (await server.inject({ url, headers: { host } })).statusCode;

describe('a server that listens on this machine alone', () => {
  test.each(['localhost', 'LocalHost:4000', '127.0.0.1:4000', '[::1]:4000'])('answers for %s', async (host) => {
    expect(await statusFor(await serve(), host)).toBe(200);
  });

  test.each(['evil.example', 'evil.example:4000', 'localhost.evil.example', '[x', 'localhost:4000:1'])(
    'refuses %s, whatever is asked',
    async (host) => {
      const server = await serve();
      for (const url of ['/health', '/graphql?query={__typename}', '/export/graph.gexf', '/ide/', '/nowhere']) {
        expect(await statusFor(server, host, url), url).toBe(421);
      }
      const { body } = await server.inject({ url: '/health', headers: { host } });
      expect(JSON.parse(body).errors[0].extensions).toEqual({ code: 'UNKNOWN_HOST' });
      expect(body).toContain('--allow-host');
    },
  );

  test('answers for the names that its operator adds, or for any', async () => {
    expect(await statusFor(await serve({ hosts: ['graph.example.org'] }), 'Graph.example.org')).toBe(200);
    expect(await statusFor(await serve({ hosts: ['graph.example.org'] }), 'evil.example')).toBe(421);
    expect(await statusFor(await serve({ hosts: ['*'] }), 'evil.example')).toBe(200);
  });
});

test('a server that is open to every network answers for any name, unless names are given', async () => {
  expect(await statusFor(await serve({ host: '0.0.0.0' }), 'graph.example.org')).toBe(200);
  expect(await statusFor(await serve({ host: '0.0.0.0', hosts: ['graph.example.org'] }), 'evil.example')).toBe(421);
});

test('what counts is where it listens, not what it was told before', async () => {
  const server = await serve({ host: '0.0.0.0' });
  await startListening(server, '127.0.0.1', 0);
  expect(await statusFor(server, 'evil.example')).toBe(421);
});

describe('an export', () => {
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await (await serve()).inject({ url: '/export/graph.gexf', headers })).statusCode;

  test('is not for pages of other sites to load', async () => {
    expect(await ask({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
  });

  test.each([
    ['a person who follows a link', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['a page of this server', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }],
    ['a person who types the address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['a program', {}],
  ])('is for %s', async (_, headers) => expect(await ask(headers)).toBe(200));
});
