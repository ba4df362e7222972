/**
 * Apollo sees every request, on the thousandth identical one as on the first: plugins, parsing, errors and data.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import { afterEach, expect, test } from 'vitest';
import { openGraph } from '../../src/open-graph.ts';
import { createServer, holdGraph, type ServerOptions } from '../../src/server/create-server.ts';
import { statedOnly } from '../../src/views/restrictions.ts';
import { question, answer as small, smallServedGraph } from './small-served-graph.ts';

type Server = Awaited<ReturnType<typeof createServer>>;
const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(plugin: ApolloServerPlugin, options: Partial<ServerOptions> = {}): Promise<Server> {
  const server = await createServer({
    ...{ graph: smallServedGraph(), config: { ide: false }, print: () => {}, plugins: [plugin] },
    ...options,
  });
  open.push(server);
  return server;
}

const headers = { 'content-type': 'application/json', accept: 'application/json' };
const ask = (server: Server, query: string, more: object = {}) =>
  server.inject({ method: 'POST', url: '/graphql', headers, payload: { query, ...more } });

test('a plugin counts a thousand of a thousand requests, at each of its hooks', async () => {
  const counts: Record<string, number> = {};
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const server = await serve({
    requestDidStart: async () => {
      count('requestDidStart');
      return {
        didResolveSource: async () => count('didResolveSource'),
        parsingDidStart: async () => count('parsingDidStart'),
        validationDidStart: async () => count('validationDidStart'),
        didResolveOperation: async () => count('didResolveOperation'),
        executionDidStart: async () => {
          count('executionDidStart');
          return { executionDidEnd: async () => count('executionDidEnd') };
        },
        willSendResponse: async () => count('willSendResponse'),
      };
    },
  });
  for (let i = 0; i < 1000; i++) expect((await ask(server, question)).statusCode).toBe(200);
  expect(counts).toEqual({
    requestDidStart: 1000,
    didResolveSource: 1000,
    // A document is parsed and validated once: Apollo keeps it.
    parsingDidStart: 1,
    validationDidStart: 1,
    didResolveOperation: 1000,
    executionDidStart: 1000,
    executionDidEnd: 1000,
    willSendResponse: 1000,
  });
});

test('what Apollo keeps of documents has a budget in bytes: the oldest are parsed again', async () => {
  let parsed = 0;
  const server = await serve({ requestDidStart: async () => ({ parsingDidStart: async () => void parsed++ }) });
  // Some 3,000 tokens: nearly a megabyte each, as they are kept.
  const document = (i: number): string =>
    `{ states(where: { name: { in: [${'"x" '.repeat(3000)} "${i}"] } }) { name } }`;
  for (let i = 0; i < 20; i++) expect((await ask(server, document(i))).json().data).toEqual({ states: [] });
  expect(parsed).toBe(20);
  await ask(server, document(19));
  expect(parsed).toBe(20);
  await ask(server, document(0));
  expect(parsed).toBe(21);
});

test('a graph that takes the place of one with the same ontology is answered from, and its documents stay', async () => {
  let parsed = 0;
  const holder = holdGraph(smallServedGraph());
  const plugin = { requestDidStart: async () => ({ parsingDidStart: async () => void parsed++ }) };
  const server = await serve(plugin, { graph: holder });
  const before = (await ask(server, question)).json();
  holder.replace({ view: statedOnly(holder.current().view), about: { name: 'Another' } });
  const { data } = (await ask(server, '{ dataset { name } }')).json();
  expect(data).toEqual({ dataset: { name: 'Another' } });
  expect((await ask(server, question)).json()).toEqual(before);
  expect(parsed).toBe(2);
});

test('a plugin may refuse what was answered before', async () => {
  let isOpen = true;
  const server = await serve({
    requestDidStart: async () => ({
      didResolveOperation: async () => {
        if (!isOpen) throw Object.assign(new Error('Not today.'), { extensions: { code: 'FORBIDDEN' } });
      },
    }),
  });
  expect((await ask(server, question)).json().data).toEqual(small);
  isOpen = false;
  expect((await ask(server, question)).json().data).toBeUndefined();
});

test('a plugin reads data as the object that they are, and may change them', async () => {
  const seen: unknown[] = [];
  const server = await serve({
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body } }) => {
        if (body.kind !== 'single' || !body.singleResult.data) return;
        const { data, extensions } = body.singleResult;
        seen.push(structuredClone({ ...data }));
        data.states = 'withheld';
        body.singleResult.extensions = { ...extensions, traced: true };
      },
    }),
  });
  const { data, extensions } = (await ask(server, question)).json();
  expect(seen).toEqual([small]);
  expect(data).toEqual({ states: 'withheld' });
  expect(extensions).toMatchObject({ cost: { allowed: 100_000 }, traced: true });
});

test('a plugin that watches fields sees each of them, and a plugin of errors each error', async () => {
  const fields: string[] = [];
  const errors: string[] = [];
  const server = await serve({
    requestDidStart: async () => ({
      executionDidStart: async () => ({
        willResolveField: ({ info }) => void fields.push(info.fieldName),
      }),
      didEncounterErrors: async ({ errors: met }) => void errors.push(...met.map((it) => it.message)),
    }),
  });
  for (let i = 0; i < 2; i++) expect((await ask(server, question)).json().data).toEqual(small);
  expect(fields).toEqual(['states', 'name', 'states', 'name']);
  expect((await ask(server, '{ states(limit: 0) { name } }')).json().errors).toHaveLength(1);
  expect(errors).toEqual([expect.stringContaining('must be at least 1')]);
});

test('any graph can be served: one that was edited and narrowed in Node', async () => {
  const whole = await openGraph({ nodes: [{ id: 'state:kaz', type: 'State', name: 'Kazakhstan' }] });
  const edited = whole.edit().add({ nodes: [{ id: 'state:bra', type: 'State', name: 'Brazil' }] });
  const server = await serve({}, { graph: edited.commit().stated() });
  expect((await ask(server, '{ states { name } }')).json().data).toEqual({
    states: [{ name: 'Brazil' }, { name: 'Kazakhstan' }],
  });
});

test('the same question again has the same answer, status and headers', async () => {
  const server = await serve({});
  const named = {
    query: 'query Named($id: ID) { states(where: { id: { eq: $id } }) { id } }',
    variables: { id: 'kaz' },
  };
  const [first, second] = [await ask(server, named.query, named), await ask(server, named.query, named)];
  expect(second.body).toBe(first.body);
  expect(first.json().data).toEqual({ states: [{ id: 'kaz' }] });
  const { date: _, 'x-request-id': __, ...headersOfFirst } = first.headers;
  expect(second.headers).toMatchObject(headersOfFirst);
  expect((await ask(server, named.query, { variables: { id: 'bra' } })).json().data).toEqual({ states: [] });
  expect((await ask(server, named.query, { variables: { id: ['kaz'] } })).json().errors[0].extensions.code).toBe(
    'BAD_USER_INPUT',
  );
});
