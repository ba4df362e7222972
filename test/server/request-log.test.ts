import { Writable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { createServer, type PartialConfig } from '../../src/server/create-server.ts';
import { jsonLog } from '../../src/server/request-log.ts';
import { question, smallServedGraph } from './small-served-graph.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function logging(config: PartialConfig = {}) {
  let text = '';
  const stream = new Writable({
    write: (piece, _encoding, done) => {
      text += piece;
      done();
    },
  });
  const server = await createServer({ graph: smallServedGraph(), config, logger: jsonLog(stream), print: () => {} });
  open.push(server);
  const entries = (): Record<string, unknown>[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const ask = (query: string, more: object = {}, headers: Record<string, string> = {}) =>
    server.inject({ method: 'POST', url: '/graphql', headers, payload: { query, ...more } });
  return { server, ask, entries };
}

test('each request is an entry: time, level, id, client, operation, cost, work, status and duration', async () => {
  const { ask, entries } = await logging();
  const query = 'query Names { states(where: { name: { contains: "a" } }) { name } }';
  await ask(query);
  await ask(query);
  expect(entries()).toMatchObject([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ...{ client: '127.0.0.1', method: 'POST', path: '/graphql', status: 200, operation: 'Names' },
      ...{ milliseconds: expect.any(Number), cost: expect.any(Number), work: 1, remembered: false },
    },
    { operation: 'Names', work: 0, remembered: true },
  ]);
});

test('a request keeps the id that it came with, and its answer has it; one that could forge an entry is replaced', async () => {
  const { ask, entries } = await logging();
  const kept = await ask(question, {}, { 'x-request-id': 'proxy-17' });
  const forged = await ask(question, {}, { 'x-request-id': 'a b"}' });
  expect(kept.headers['x-request-id']).toBe('proxy-17');
  expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(entries().map((it) => it.id)).toEqual(['proxy-17', forged.headers['x-request-id']]);
});

test('a refusal is named by its limit or its code, whichever part of the server refused', async () => {
  const { server, ask, entries } = await logging({ limits: { maxDepth: 1, maxBodyBytes: 500 } });
  await ask('{ statesConnection { edges { node { name } } } }');
  await ask('{ nothing }');
  await ask('x'.repeat(600));
  await server.inject('/nowhere');
  expect(entries().map((it) => [it.status, it.refusal])).toEqual([
    [400, 'maxDepth'],
    [400, 'GRAPHQL_VALIDATION_FAILED'],
    [413, 'maxBodyBytes'],
    [404, 'NOT_FOUND'],
  ]);
});

test('no entry has a query, its variables or the query of an address, unless that is wanted', async () => {
  const secret = 'query Q { states(where: { name: { eq: "secret" } }) { name } }';
  const quiet = await logging();
  await quiet.ask(secret);
  await quiet.server.inject(`/graphql?query=${encodeURIComponent(secret)}`);
  expect(JSON.stringify(quiet.entries())).not.toContain('secret');
  const wanted = await logging({ logQueries: true });
  await wanted.ask(secret, { variables: { a: 1 } });
  expect(wanted.entries()).toMatchObject([{ query: secret, variables: { a: 1 } }]);
});
