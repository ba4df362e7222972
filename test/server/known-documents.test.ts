/**
 * The short way of a repeated question must lead to the same answer as Apollo's way.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { QueryEngine } from '../../src/graphql/query-engine.ts';
import { createServer } from '../../src/server/create-server.ts';
import { KnownDocuments } from '../../src/server/known-documents.ts';
import { holdGraph, type ServedGraph } from '../../src/server/served-graph.ts';
import { smallWorld } from '../graphql/small-world.ts';

type Server = Awaited<ReturnType<typeof createServer>>;
const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const SDL = 'type State @node { id: ID! }';

/** A served graph that counts how often it executes, and with what document. */
function servedGraph(sdl = SDL): { served: ServedGraph; documents: Set<unknown> } {
  const { view } = smallWorld(sdl, { State: { kaz: {} } });
  const engine = new QueryEngine(view, { answerCache: 0 });
  const documents = new Set<unknown>();
  const served: ServedGraph = {
    schema: engine.schema,
    execute: (document, variables, operationName) => {
      documents.add(document);
      return engine.answer(document, variables, operationName);
    },
    validationRules: engine.validationRules,
    summary: { nodes: view.nodeCount, edges: view.edgeCount, loadedAt: '' },
  };
  return { served, documents };
}

async function serve(): Promise<Server> {
  const graph = holdGraph(servedGraph().served);
  const server = await createServer({ graph, config: { ide: false }, print: () => {} });
  open.push(server);
  return server;
}

const post = (server: Server, payload: object, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: '/graphql',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });

const question = {
  query: 'query Named($id: ID) { states(where: { id: { eq: $id } }) { id } }',
  variables: { id: 'kaz' },
};

test('the same question again has the same answer, status and headers', async () => {
  const server = await serve();
  const [first, second] = [await post(server, question), await post(server, question)];
  expect(second.body).toBe(first.body);
  expect(second.statusCode).toBe(200);
  const { date: _, ...headers } = first.headers;
  expect(second.headers).toMatchObject(headers);
  expect(JSON.parse(first.body).data).toEqual({ states: [{ id: 'kaz' }] });
});

test('other variables have another answer, wrong ones a refusal', async () => {
  const server = await serve();
  await post(server, question);
  const other = await post(server, { ...question, variables: { id: 'bra' } });
  expect(other.json().data).toEqual({ states: [] });
  const wrong = await post(server, { ...question, variables: { id: ['kaz'] } });
  expect(wrong.statusCode).toBe(400);
  expect(wrong.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  const named = await post(server, { ...question, operationName: 'Other' });
  expect(named.statusCode).toBe(400);
});

describe('what is not plain goes the long way', () => {
  test.each([
    ['another media type wanted', {}, { accept: 'application/graphql-response+json' }, 200],
    ['a body that is no JSON', {}, { 'content-type': 'text/plain' }, 400],
    ['variables that are a list', { variables: [] }, {}, 400],
    ['a name that is a number', { operationName: 3 }, {}, 400],
  ])('%s', async (_, change, headers, status) => {
    const server = await serve();
    await post(server, question);
    const answer = await post(server, { ...question, ...change }, headers);
    expect([status, 415]).toContain(answer.statusCode);
    if (status === 200) expect(answer.headers['content-type']).toContain('graphql-response+json');
  });
});

test('a document belongs to its graph: after a reload it is checked anew', async () => {
  const graph = holdGraph(servedGraph().served);
  const server = await createServer({ graph, config: { ide: false }, print: () => {} });
  open.push(server);
  await post(server, question);
  await post(server, question);
  const next = servedGraph(`${SDL} type Body @node { id: ID! }`);
  graph.replace(next.served);
  const { body } = await post(server, { query: '{ bodies { id } bodys { id } }' });
  expect(body).toContain('Cannot query field');
  expect((await post(server, question)).json().data).toEqual({ states: [{ id: 'kaz' }] });
  expect(next.documents.size).toBe(1);
});

test('the least recently used document is forgotten first', () => {
  const known = new KnownDocuments();
  const document = { kind: 'Document', definitions: [] } as never;
  for (let i = 0; i < 1000; i++) known.keep(`query ${i}`, document);
  expect(known.find('query 0')).toBe(document);
  known.keep('one more', document);
  expect([known.find('query 0'), known.find('query 1')]).toEqual([document, undefined]);
  known.keep('x'.repeat(20_000), document);
  expect(known.find('x'.repeat(20_000))).toBeUndefined();
});
