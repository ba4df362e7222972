/**
 * A server that is left open meets everything. Each of these is refused in words, at once, and leaves nothing behind.
 */
import { connect } from 'node:net';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QueryEngine } from '../../src/graphql/query-engine.ts';
import { createServer, startListening } from '../../src/server/create-server.ts';
import { movies } from '../graphql/movies.ts';

let server: FastifyInstance;
let address = '';
const printed: string[] = [];
beforeAll(async () => {
  server = await createServer({ graph: movies, print: (text) => void printed.push(text) });
  address = await startListening(server, '127.0.0.1', 0);
});
afterAll(() => server.close());

interface Refusal {
  readonly status: number;
  readonly codes: readonly unknown[];
  readonly text: string;
}

async function send(body: string | Buffer): Promise<Refusal> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers,
    body: new Uint8Array(Buffer.from(body)),
  });
  const text = await answer.text();
  const { errors } = JSON.parse(text) as { errors?: { extensions: { code: unknown } }[] };
  return { status: answer.status, codes: (errors ?? []).map((it) => it.extensions.code), text };
}

const ask = (query: string, variables: object = {}): Promise<Refusal> => send(JSON.stringify({ query, variables }));
const times = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join(' ');
const whereQuery = 'query ($where: PersonWhere) { people(where: $where) { id } }';
const nested = (depth: number): string => `${'{"NOT":'.repeat(depth)}{}${'}'.repeat(depth)}`;

const requests: readonly (readonly [string, string, () => Promise<Refusal>])[] = [
  ['ten thousand aliases', 'LIMIT_REACHED', () => ask(`{ ${times(10_000, (i) => `a${i}: people { id }`)} }`)],
  ['a hundred aliases', 'LIMIT_REACHED', () => ask(`{ ${times(100, (i) => `a${i}: people { id }`)} }`)],
  ['one field four thousand times', 'LIMIT_REACHED', () => ask(`{ people { ${times(5000, () => 'id')} } }`)],
  ['fields nested a thousand deep', 'LIMIT_REACHED', () => ask(`${'{ people { directed { cast '.repeat(1500)}`)],
  [
    'too deep, and well formed',
    'LIMIT_REACHED',
    () => ask(`{ people ${'{ directed { cast '.repeat(20)}{ id }${' } }'.repeat(20)} }`),
  ],
  [
    'fragments that double forty times',
    'GRAPHQL_VALIDATION_FAILED',
    () =>
      ask(
        `{ people { ...F0 } } ${times(40, (i) => `fragment F${i} on Person { a: directed { cast { ...F${i + 1} } } b: directed { cast { ...F${i + 1} } } }`)} fragment F40 on Person { id }`,
      ),
  ],
  [
    'fragments in a circle',
    'GRAPHQL_VALIDATION_FAILED',
    () => ask('{ people { ...A } } fragment A on Person { directed { cast { ...A } } }'),
  ],
  [
    'an introspection bomb',
    'GRAPHQL_VALIDATION_FAILED',
    () => ask(`{ __schema { types ${'{ fields { type '.repeat(12)}{ name }${' } }'.repeat(12)} } }`),
  ],
  ['many introspections', 'LIMIT_REACHED', () => ask(`{ ${times(30, (i) => `a${i}: __schema { types { name } }`)} }`)],
  ['a huge page', 'LIMIT_REACHED', () => ask('{ people(limit: 2147483647) { id } }')],
  ['a huge number', 'GRAPHQL_VALIDATION_FAILED', () => ask('{ people(limit: 99999999999999999999) { id } }')],
  [
    'a huge number in a variable',
    'BAD_USER_INPUT',
    () => ask('query ($n: Int) { people(limit: $n) { id } }', { n: 1e300 }),
  ],
  [
    'a list where a text belongs',
    'BAD_USER_INPUT',
    () => ask('query ($id: ID!) { entity(id: $id) { id } }', { id: [[1]] }),
  ],
  [
    'an object where a text belongs',
    'BAD_USER_INPUT',
    () => ask('query ($id: ID!) { entity(id: $id) { id } }', { id: {} }),
  ],
  [
    'variables twenty thousand deep',
    'LIMIT_REACHED',
    () =>
      send(
        `{"query":"query ($where: PersonWhere) { people(where: $where) { id } }","variables":{"where":${nested(20_000)}}}`,
      ),
  ],
  [
    'six thousand unknown keys',
    'LIMIT_REACHED',
    () => ask(whereQuery, { where: Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`k${i}`, 1])) }),
  ],
  [
    'as many unknown keys as variables may have',
    'BAD_USER_INPUT',
    () => ask(whereQuery, { where: Object.fromEntries(Array.from({ length: 4990 }, (_, i) => [`k${i}`, 1])) }),
  ],
  [
    'a list of twenty thousand wrong elements',
    'LIMIT_REACHED',
    () => ask('query ($ids: [ID!]) { people(where: { id: { in: $ids } }) { id } }', { ids: Array(20_000).fill({}) }),
  ],
  [
    'an unknown key of 200,000 letters',
    'BAD_USER_INPUT',
    () => ask(whereQuery, { where: { ['k'.repeat(200_000)]: 1 } }),
  ],
  [
    'an unknown field of 200,000 letters',
    'GRAPHQL_VALIDATION_FAILED',
    () => ask(`{ people { ${'x'.repeat(200_000)} } }`),
  ],
  ['an alias of 200,000 letters', 'LIMIT_REACHED', () => ask(`{ people { ${'x'.repeat(200_000)}: id } }`)],
  [
    'an unknown operation of 200,000 letters',
    'BAD_USER_INPUT',
    () => send(JSON.stringify({ query: 'query A { people { id } }', operationName: 'y'.repeat(200_000) })),
  ],
  ['a date that is none', 'BAD_DATE', () => ask('query @asOf(date: "2024-02-31") { people { id } }')],
  [
    'one directive twice',
    'GRAPHQL_VALIDATION_FAILED',
    () => ask('query @asOf(date: "2024") @asOf(date: "2023") { people { id } }'),
  ],
  [
    'a text too long to search for',
    'LIMIT_REACHED',
    () => ask('query ($t: String!) { search(text: $t) { score } }', { t: 'x'.repeat(100_000) }),
  ],
  [
    'a body of 5 MB',
    'LIMIT_REACHED',
    () => send(JSON.stringify({ query: `{ people { id } } #${'x'.repeat(5_000_000)}` })),
  ],
  [
    'a body that is not UTF-8',
    'GRAPHQL_PARSE_FAILED',
    () => send(Buffer.from('{"query":"{ people\xff { id } }"}', 'latin1')),
  ],
  ['a body that is no JSON', 'BAD_REQUEST', () => send('{"query": "{ people { id } }"')],
  ['a list of questions', 'BAD_REQUEST', () => send('[{"query":"{ people { id } }"},{"query":"{ people { id } }"}]')],
  ['a body of nothing but null', 'BAD_REQUEST', () => send('null')],
];

describe('refused', () => {
  // None may be thought about for long.
  test.each(requests)('%s, as %s', { timeout: 5000 }, async (_, code, request) => {
    const { status, codes, text } = await request();
    expect(codes[0]).toBe(code);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|\/src\/|at \w+ \(/);
    expect(printed).toEqual([]);
    // What the caller wrote is not sent back to him.
    expect(text.length).toBeLessThan(20_000);
  });
});

test('memory does not grow with what is asked: documents, operation names, answers', { timeout: 180_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const budget = 2_000_000;
  const engine = new QueryEngine(movies.view.graph, {
    answerBytes: budget,
    documentBytes: budget,
    compiledBytes: budget,
  });
  const fill = (round: number): void => {
    for (let i = 0; i < 50; i++) {
      const query = `query Q${round}_${i} { people { ${'id name born '.repeat(400)} } }`;
      expect(engine.ask({ view: movies.view }, query).executor).toBe('compiled');
      engine.ask({ view: movies.view }, query, { operationName: `${i}`.repeat(10_000) });
    }
  };
  fill(0);
  collect();
  const before = getHeapStatistics().used_heap_size;
  // Kept, these would take a hundred megabytes.
  fill(1);
  fill(2);
  collect();
  expect(getHeapStatistics().used_heap_size - before).toBeLessThan(3 * budget);
});

test('plain text that looks like a pattern is searched for as it stands', async () => {
  for (const text of ['.*', '(a+)+$', '[', '\\', 'name:*~2 AND NOT', '%', "'; DROP TABLE", '\u202e']) {
    const { status, codes } = await ask('query ($text: String!) { search(text: $text) { score } }', { text });
    expect([status, codes]).toEqual([200, []]);
  }
});

test('a request that is cut off half-way leaves the server answering', async () => {
  for (let i = 0; i < 20; i++) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1', () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"que',
        );
        setTimeout(() => {
          socket.destroy();
          resolve();
        }, 2);
      });
    });
  }
  expect((await ask('{ people { id } }')).codes).toEqual([]);
  expect(printed).toEqual([]);
});

test('what was refused is forgotten: memory is back to where it was', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const round = async (): Promise<void> => {
    for (const [, , request] of requests) await request();
  };
  await round();
  collect();
  const before = getHeapStatistics().used_heap_size;
  for (let i = 0; i < 10; i++) await round();
  await new Promise((resolve) => setTimeout(resolve, 50));
  collect();
  expect(getHeapStatistics().used_heap_size - before).toBeLessThan(20_000_000);
});
