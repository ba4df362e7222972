import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createServer } from '../../src/server/create-server.ts';
import { answer, question, smallServedGraph } from './small-served-graph.ts';

const QUERY = '# Who?\nquery Name { states { name } }\n';
const HASH = createHash('sha256').update(QUERY).digest('hex');

let folder = '';
let server: FastifyInstance;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-documents-'));
  writeFileSync(join(folder, 'name.graphql'), QUERY);
  server = await createServer({ graph: smallServedGraph(), onlyDocuments: folder, print: () => {} });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (payload: object) => server.inject({ method: 'POST', url: '/graphql', payload });

test.each([
  ['its text', { query: QUERY }],
  ['its hash', { documentId: `sha256:${HASH}` }],
  ["the hash of Apollo's persisted queries", { extensions: { persistedQuery: { version: 1, sha256Hash: HASH } } }],
])('a trusted document is answered by %s', async (_, payload) => {
  for (let i = 0; i < 2; i++) expect((await post(payload)).json()).toMatchObject({ data: answer });
});

test.each([
  ['another query', { query: question }],
  ['a trusted one with a space more', { query: `${QUERY} ` }],
  ['an unknown hash', { documentId: 'sha256:00' }],
  ['a hash beside another query', { query: '{ states { id } }', documentId: `sha256:${HASH}` }],
  ['introspection', { query: '{ __schema { queryType { name } } }' }],
  ['nothing', {}],
])('%s is refused', async (_, payload) => {
  const refusal = await post(payload);
  expect(refusal.statusCode).toBe(403);
  expect(refusal.json().errors[0].extensions).toEqual({ code: 'NOT_A_TRUSTED_DOCUMENT' });
});

test('with GET a trusted document is answered by its text', async () => {
  const get = (query: string) =>
    server.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers: { 'apollo-require-preflight': '1' } });
  expect((await get(QUERY)).json()).toMatchObject({ data: answer });
  expect((await get(question)).statusCode).toBe(403);
});

test('there is no editor, which would ask for the schema', async () => {
  expect((await server.inject({ url: '/graphql', headers: { accept: 'text/html' } })).statusCode).toBe(403);
});

test('a folder without documents is an error at the start', async () => {
  const options = { graph: smallServedGraph(), print: () => {} };
  await expect(createServer({ ...options, onlyDocuments: `${tmpdir()}/none` })).rejects.toMatchObject({
    code: 'documents-unreadable',
  });
  rmSync(join(folder, 'name.graphql'));
  await expect(createServer({ ...options, onlyDocuments: folder })).rejects.toThrow('it has no .graphql files');
});
