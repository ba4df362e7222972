/**
 * The same questions by address: answers as the tools give them, refusals with status and code, and a description that
 * is true of both.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { tools } from '../../src/agents/tools.ts';
import { createServer } from '../../src/server/create-server.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';

const server: FastifyInstance = await createServer({ graph: await shippedGraph(), print: () => {} });
afterAll(() => server.close());
const get = async (url: string) => {
  const { statusCode, body, headers } = await server.inject({ url, headers: { host: 'localhost' } });
  return { status: statusCode, type: String(headers['content-type']), body };
};
const { body } = await get('/openapi.json');
const api = JSON.parse(body);

/** The address of a tool's example. */
function exampleOf(name: string): string {
  const { parameters } = api.paths[`/api/${name}`].get;
  const words = parameters
    .filter((it: { example?: unknown }) => it.example !== undefined)
    .flatMap((it: { name: string; example: unknown }) =>
      [it.example].flat().map((value) => `${it.name}=${encodeURIComponent(String(value))}`),
    );
  return `/api/${name}?${words.join('&')}`;
}

describe('OpenAPI', () => {
  test('describes every tool and nothing else', () => {
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths)).toEqual(tools.map((it) => `/api/${it.name}`));
  });

  test('refers to nothing that it does not define', () => {
    const references = [...body.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((it) => it[1] ?? '');
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((it) => !api.components.schemas[it])).toEqual([]);
    expect(body).not.toContain('$defs');
  });

  test.each(tools)('is true of the example of $name', async ({ name }) => {
    const answer = await get(exampleOf(name));
    expect(answer.status, answer.body).toBe(200);
    const schema = api.paths[`/api/${name}`].get.responses[200].content['application/json'].schema;
    const isValid = new Ajv2020({ strict: false }).compile({ ...schema, components: api.components });
    expect(isValid(JSON.parse(answer.body)), JSON.stringify(isValid.errors)).toBe(true);
  });
});

describe('a question that cannot be answered', () => {
  test.each([
    ['/api/serach?text=x', 404, 'UNKNOWN_TOOL', 'Did you mean "search"?'],
    ['/api/entity?of=Zoroasterland', 404, 'NOTHING_FOUND', 'Nothing is called'],
    ['/api/entity', 400, 'MISSING_PARAMETER', 'entity needs "of"'],
    ['/api/entity?of=state:kaz&frist=3', 400, 'UNKNOWN_OPTION', 'Did you mean "first"?'],
    ['/api/entity?of=state:kaz&__proto__=3', 400, 'UNKNOWN_OPTION', 'entity has no option "__proto__"'],
    ['/api/entity?of=state:kaz&first=many', 400, 'BAD_OPTION', 'takes a whole number from 1 to 100'],
    ['/api/entity?of=state:kaz&asOf=30/10/2024', 400, 'BAD_DATE', 'Is it 2024-10-30?'],
    ['/api/entity?of=state:kaz&via=heads&via=headz', 400, 'UNKNOWN_EDGE_TYPE', 'heads'],
    ['/api/query?query={states{nmae}}', 400, 'GRAPHQL_VALIDATION_FAILED', 'Did you mean "name"?'],
    ['/api/query?query={__typename}&variables=x', 400, 'BAD_OPTION', 'is no JSON object'],
  ])('%s is refused with %d and the remedy', async (url, status, code, words) => {
    const answer = await get(encodeURI(url));
    expect(answer.status, answer.body).toBe(status);
    const [error] = JSON.parse(answer.body).errors;
    expect(error.extensions.code).toBe(code);
    expect(error.message).toContain(words);
  });
});

test('only GET asks, and another method is told so', async () => {
  const { statusCode, body: told, headers } = await server.inject({ method: 'POST', url: '/api/search', payload: {} });
  expect([statusCode, headers.allow]).toEqual([405, 'GET']);
  expect(JSON.parse(told).errors[0].message).toContain('Ask with GET');
});

test('llms.txt leads to addresses that answer', async () => {
  const { type, body: text } = await get('/llms.txt');
  expect(type).toContain('text/plain');
  const links = [...text.matchAll(/\]\((\/api[^)]*)\)/g)].map((it) => it[1] ?? '');
  expect(links).toHaveLength(tools.length);
  for (const link of links) expect((await get(link)).status, link).toBe(200);
  expect(text).not.toContain('/mcp');
});

test('the ontology fits on three hundred lines, and says each type', async () => {
  const { body: text } = await get('/schema.md');
  const { ontology } = await shippedGraph();
  expect(text.split('\n').length).toBeLessThanOrEqual(300);
  for (const name of [...ontology.nodeTypes.keys(), ...ontology.edgeTypes.keys()])
    expect(text).toContain(`- **${name}**`);
});
