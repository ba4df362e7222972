import { createHash } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { createServer, type ServerOptions } from '../../src/server/create-server.ts';
import { holdGraph } from '../../src/server/served-graph.ts';
import { question, slowUntil, answer as small, smallServedGraph } from './small-served-graph.ts';

const servers: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const server = await createServer({ graph: smallServedGraph(), print: () => {}, ...options });
  servers.push(server);
  return server;
}

async function ask(server: FastifyInstance, query: string, more: object = {}): Promise<LightMyRequestResponse> {
  return server.inject({ method: 'POST', url: '/graphql', payload: { query, ...more } });
}

describe('a question', () => {
  test('sent with POST gets its answer as JSON', async () => {
    const answer = await ask(await serve(), question);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.json()).toMatchObject({ data: small });
  });

  test('may have variables and an operation name', async () => {
    const query = 'query A { states { name } } query B($id: ID) { states(where: { id: { eq: $id } }) { id } }';
    const answer = await ask(await serve(), query, { operationName: 'B', variables: { id: 'kaz' } });
    expect(answer.json()).toMatchObject({ data: { states: [{ id: 'kaz' }] } });
  });

  test('sent with GET needs the header that a foreign page cannot set', async () => {
    const server = await serve();
    const url = '/graphql?query=%7Bstates%7Bname%7D%7D';
    expect((await server.inject({ url })).statusCode).toBe(400);
    const allowed = await server.inject({ url, headers: { 'apollo-require-preflight': '1' } });
    expect(allowed.json()).toMatchObject({ data: small });
  });

  test('sent with GET may say which type a body would have (apollo-ios 1642), and a body is not looked at (Apollo 7073)', async () => {
    const server = await serve();
    const url = '/graphql?query=%7Bstates%7Bname%7D%7D';
    const headers = { 'content-type': 'application/json' };
    expect((await server.inject({ url, headers })).json()).toMatchObject({ data: small });
    const withBody = await server.inject({ method: 'GET', url, headers, payload: '[{},{}]' });
    expect(withBody.json()).toMatchObject({ data: small });
  });

  test('in a form, as a foreign page would send it, is refused', async () => {
    const headers = { 'content-type': 'text/plain' };
    const answer = await (await serve()).inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: '{"query":"{name}"}',
    });
    expect(answer.statusCode).toBe(400);
  });

  test('with many others in one request is refused', async () => {
    const answer = await (await serve()).inject({ method: 'POST', url: '/graphql', payload: [{ query: question }] });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().data).toBeUndefined();
  });

  test('may be told by its hash once it was sent with it; another hash is refused', async () => {
    const server = await serve();
    const hash = createHash('sha256').update(question).digest('hex');
    const byHash = (sha256Hash: string, query?: string): Promise<LightMyRequestResponse> =>
      server.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query, extensions: { persistedQuery: { version: 1, sha256Hash } } },
      });
    expect((await byHash(hash)).json().errors[0].extensions).toEqual({ code: 'PERSISTED_QUERY_NOT_FOUND' });
    expect((await byHash(hash, question)).json()).toMatchObject({ data: small });
    expect((await byHash(hash)).json()).toMatchObject({ data: small });
    const wrong = await byHash('0'.repeat(64), question);
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json().errors[0].extensions).toEqual({ code: 'BAD_REQUEST' });
  });

  test('is held to the limits of the server', async () => {
    const answer = await ask(await serve({ config: { limits: { maxDepth: 1 } } }), question);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].extensions).toMatchObject({ code: 'LIMIT_REACHED', limit: 'maxDepth' });
  });
});

describe('an operation', () => {
  test('that is not in the query is the caller’s mistake', async () => {
    const answer = await ask(await serve(), 'query A { states { name } }', { operationName: 'B' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].message).toBe('Unknown operation named "B".');
  });

  test('whose execution throws shows an id, and the log has the stack', async () => {
    const log: string[] = [];
    const graph = smallServedGraph();
    Object.defineProperty(graph.view, 'key', {
      get: () => {
        throw new Error('secret: no memory');
      },
    });
    const answer = await ask(await serve({ graph, print: (text) => log.push(text) }), question);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    expect(log.join('\n')).toContain(answer.json().errors[0].extensions.id);
    expect(log.join('\n')).toContain('secret: no memory');
  });
});

describe('a graph that is replaced', () => {
  test('answers from the next request on, while a request under way keeps the old one', async () => {
    let finish = (): void => {};
    const until = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const graph = holdGraph(smallServedGraph({ name: 'old' }));
    const server = await serve({ graph, plugins: [slowUntil(until)] });
    const underWay = ask(server, 'query Slow { states { name } }');
    await ask(server, question);
    graph.replace(smallServedGraph({ name: 'new' }));
    expect((await ask(server, question)).json().data).toEqual({ states: [{ name: 'new' }] });
    finish();
    expect((await underWay).json().data).toEqual({ states: [{ name: 'old' }] });
  });
});

describe('an error', () => {
  test('that nobody foresaw shows an id and nothing else, and the log has the rest under that id', async () => {
    const log: string[] = [];
    const answer = await ask(await serve({ print: (text) => log.push(text) }), '{ states { name broken } }');
    const [error] = answer.json().errors;
    expect(answer.json().data).toEqual({ states: [{ name: 'Kazakhstan', broken: null }] });
    expect(answer.body).not.toContain('secret');
    expect(answer.body).not.toContain('stacktrace');
    expect(error).toMatchObject({ path: ['states', 0, 'broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(error.message).toContain(error.extensions.id);
    expect(log.join('\n')).toContain(error.extensions.id);
    expect(log.join('\n')).toContain('secret: /home/operator/graph-data');
  });

  test('with a code of its own is for the caller and passes as it is', async () => {
    const [error] = (await ask(await serve(), '{ states(limit: 0) { name } }')).json().errors;
    expect(error.message).toContain('must be at least 1');
    expect(error.extensions).toMatchObject({ code: 'BAD_PAGE' });
  });

  test('of spelling says what was meant', async () => {
    const answer = await ask(await serve(), '{ states { nam } }');
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].message).toContain('Did you mean "name"');
  });

  test('in a variable is the caller’s', async () => {
    const answer = await ask(await serve(), 'query ($n: Int) { states(limit: $n) { name } }', {
      variables: { n: 'many' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  test.each([
    ['broken JSON', '{"query":', 400],
    ['an empty body', '', 400],
    ['JSON that is no object', '7', 400],
    ['a body without a query', '{}', 400],
    ['a body with a foreign prototype', '{"query":"{states{name}}","__proto__":{"query":"x"}}', 400],
  ])('for %s has the shape of a GraphQL answer', async (_what, payload, status) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await (await serve()).inject({ method: 'POST', url: '/graphql', headers, payload });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().errors[0].message).toBeTypeOf('string');
  });

  test('for a body that is no JSON says what to send', async () => {
    const headers = { 'content-type': 'application/xml' };
    const answer = await (await serve()).inject({ method: 'POST', url: '/graphql', headers, payload: '<query/>' });
    expect(answer.statusCode).toBe(415);
    expect(answer.json().errors[0].message).toContain('{ "query": "{ … }" }');
  });

  test('for a wrong method says which are right', async () => {
    const answer = await (await serve()).inject({ method: 'PUT', url: '/graphql' });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toBe('GET, POST');
  });

  test('for a wrong address tells the right ones', async () => {
    const answer = await (await serve()).inject({ url: '/grapql' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().errors[0].message).toContain('/graphql');
  });
});

describe('a limit', () => {
  test('on the body refuses and names the option', async () => {
    const answer = await ask(
      await serve({ config: { limits: { maxBodyBytes: 1024 } } }),
      `${question} #${'x'.repeat(2000)}`,
    );
    expect(answer.statusCode).toBe(413);
    expect(answer.json().errors[0].message).toMatch(/1024 bytes.*"maxBodyBytes"/);
  });

  test('on tokens refuses and names the option', async () => {
    const answer = await ask(
      await serve({ config: { limits: { maxTokens: 100 } } }),
      `{ states { ${'name '.repeat(101)} } }`,
    );
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].message).toMatch(/100 tokens.*"maxTokens"/);
  });

  test('that is raised does not let a query of brackets through that nobody can read', async () => {
    const server = await serve({ config: { limits: { maxTokens: 1_000_000 } } });
    const answer = await ask(server, `${'{states'.repeat(20_000)}${'}'.repeat(20_000)}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0]).toEqual({
      message: 'The query cannot be read: its brackets are nested too deep.',
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
  });

  test('on time answers for a question that does not end', async () => {
    const plugins = [slowUntil(new Promise<void>(() => {}))];
    const server = await serve({ config: { limits: { maxMilliseconds: 50 } }, plugins });
    const answer = await ask(server, 'query Slow { states { name } }');
    expect(answer.statusCode).toBe(503);
    expect(answer.json().errors[0].message).toMatch(/50 ms.*"maxMilliseconds"/);
  });

  test('on faults keeps the answer to garbage short', async () => {
    const answer = await ask(await serve(), `{ ${Array.from({ length: 200 }, (_, i) => `wrong${i}`).join(' ')} }`);
    expect(answer.json().errors.length).toBeLessThanOrEqual(21);
  });
});

describe('introspection', () => {
  test('is on, for the data are open', async () => {
    expect((await ask(await serve(), '{ __schema { queryType { name } } }')).statusCode).toBe(200);
  });

  test('can be switched off', async () => {
    const answer = await ask(await serve({ config: { introspection: false } }), '{ __schema { queryType { name } } }');
    expect(answer.statusCode).toBe(400);
  });
});

describe('the state of the server', () => {
  test('is alive at /health and ready at /ready, with the size of its graph', async () => {
    const server = await serve();
    expect((await server.inject('/health')).json()).toEqual({ status: 'alive' });
    expect((await server.inject('/ready')).json()).toMatchObject({ status: 'ready', nodes: 1, edges: 0 });
  });

  test('is told a line at a time when the log is on', async () => {
    const log: string[] = [];
    const server = await serve({ config: { log: true }, print: (text) => log.push(text) });
    await ask(server, 'query Name { states { name } }', { operationName: 'Name' });
    await ask(server, question, { operationName: 'forged\nPOST /graphql 200' });
    await server.inject('/health?token=1');
    expect(log.map((line) => line.replace(/[\d.]+ ms/, 'N ms'))).toEqual([
      'POST /graphql 200 N ms Name',
      'POST /graphql 400 N ms BAD_USER_INPUT',
      'GET /health 200 N ms',
    ]);
  });
});

test('every answer forbids what it has no need of', async () => {
  const server = await serve();
  for (const url of ['/health', '/nowhere', '/graphql']) {
    const { headers } = await server.inject({ url });
    expect(headers['content-security-policy'], url).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers['x-content-type-options'], url).toBe('nosniff');
    expect(headers['access-control-allow-origin'], url).toBeUndefined();
  }
});
