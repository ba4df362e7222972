/**
 * What else is at the server's address: questions with GET, the editor for browsers, and how the server is.
 */
import { expect, test } from 'vitest';
import { summaryOf } from '../../src/server/served-graph.ts';
import { serveSeed } from './served.ts';

const seed = serveSeed();

test('a question may come with GET, from a client that sets a header as no foreign page can', async () => {
  const query = encodeURIComponent('query ($id: ID!) { entity(id: $id) { ... on State { name } } }');
  const variables = encodeURIComponent('{"id":"state:kaz"}');
  const path = `/graphql?query=${query}&variables=${variables}`;
  const answer = await seed.get(path, { 'apollo-require-preflight': '1' });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ data: { entity: { name: 'Kazakhstan' } } });
  expect((await seed.get(path)).status).toBe(400);
});

test('a browser gets a page at the address where programs ask', async () => {
  const page = await seed.get('/graphql', { accept: 'text/html,application/xhtml+xml' });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect((await seed.get('/', { accept: 'text/html' })).headers.get('content-type')).toMatch(/^text\/html/);
});

test('/health says that the process answers, /ready with which graph', async () => {
  expect(await (await seed.get('/health')).json()).toEqual({ status: 'alive' });
  const ready = await seed.get('/ready');
  expect(ready.headers.get('cache-control')).toBe('no-store');
  expect(await ready.json()).toEqual({
    status: 'ready',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    ...summaryOf(seed.graph.current()),
  });
});

test('the answer to a question tells what it was estimated to cost', async () => {
  const { body } = await seed.ask('{ states(limit: 3) { name } }');
  expect(body.extensions?.cost).toEqual({ estimate: 4, allowed: 100_000 });
});
