/**
 * Exports over HTTP: what a browser, a cache and a client that hangs up can rely on.
 */
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { BitSet } from '../../src/base/bit-set.ts';
import { formats, writeGraph } from '../../src/formats/write-graph.ts';
import { createServer, type PartialConfig, startListening } from '../../src/server/create-server.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { selectView } from '../../src/views/select-view.ts';
import { randomGraph } from '../kit/random-graph.ts';
import { seedGraph } from '../kit/seed-graph.ts';

const open: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((it) => it.close()));
});

async function serve(view: GraphView, config: PartialConfig = {}): Promise<FastifyInstance> {
  const server = await createServer({ graph: { view }, config: { ide: false, ...config }, print: () => {} });
  open.push(server);
  return server;
}

/** The server of most questions here, which none of them changes. */
let shared: FastifyInstance | undefined;
afterAll(() => shared?.close());
const ask = async (url: string, headers: InjectOptions['headers'] = {}): Promise<LightMyRequestResponse> => {
  shared ??= await createServer({ graph: { view: seedGraph() }, config: { ide: false }, print: () => {} });
  return shared.inject({ url, headers });
};

const texts = formats.filter((it) => 'write' in it && !it.parts);

test.each(texts.map((it) => it.name))('/export/graph.%s is the file that writeGraph writes', async (name) => {
  const view = selectView(seedGraph(), { around: ['state:kaz'], via: ['co-launched', 'joined'], linked: true });
  const answer = await ask(`/export/graph.${name}?around=state:kaz&via=co-launched,joined&linked`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe(formats.find((it) => it.name === name)?.mediaType);
  expect(answer.body).toBe([...writeGraph(view, name)].join(''));
});

test('a file has a name, and a picture is shown', async () => {
  const nodes = await ask('/export/graph.csv-gephi?types=State&part=nodes');
  expect(nodes.headers['content-disposition']).toBe('attachment; filename="graph.nodes.csv"');
  const edges = await ask('/export/graph.csv-gephi?types=State&part=edges');
  expect(edges.headers['content-disposition']).toBe('attachment; filename="graph.edges.csv"');
  const picture = await ask('/export/graph.svg?types=State');
  expect(picture.headers['content-disposition']).toBe('inline; filename="graph.svg"');
});

test('options of a format and of the view are the same words as on the command line', async () => {
  const answer = await ask(
    '/export/graph.gexf?gexf-version=1.2&static&as-of=2024-10-30&certain=true&via=heads&via=holds',
  );
  const view = selectView(seedGraph(), { asOf: '2024-10-30', mode: 'CERTAIN', via: ['heads', 'holds'] });
  expect(answer.body).toBe([...writeGraph(view, 'gexf', { gexfVersion: '1.2', static: true })].join(''));
});

test('an answer is compressed for whoever takes that, and only then', async () => {
  const plain = await ask('/export/graph.dot?types=State');
  for (const encoding of ['gzip', 'deflate, gzip;q=0.5', '*']) {
    const packed = await ask('/export/graph.dot?types=State', { 'accept-encoding': encoding });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
  }
  const refused = await ask('/export/graph.dot?types=State', { 'accept-encoding': 'br, gzip;q=0' });
  expect(refused.headers['content-encoding']).toBeUndefined();
  expect(refused.headers.vary).toContain('Accept-Encoding');
});

test('what has not changed is not sent again; another question, another tag', async () => {
  const server = await serve(seedGraph());
  const first = await server.inject('/export/graph.dot?types=State&stated');
  const tag = String(first.headers.etag);
  const again = await server.inject({
    url: '/export/graph.dot?stated&types=State',
    headers: { 'if-none-match': `"other", ${tag}` },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const other = await server.inject({ url: '/export/graph.dot?types=Topic&stated', headers: { 'if-none-match': tag } });
  expect(other.statusCode).toBe(200);
  expect(other.headers.etag).not.toBe(tag);
});

test('a HEAD has the headers and no body', async () => {
  const answer = await (await serve(seedGraph())).inject({ method: 'HEAD', url: '/export/graph.gexf' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers.etag).toMatch(/^W\//);
  expect(answer.body).toBe('');
});

test.each([
  ['graph.gefx', 404, 'UNKNOWN_FORMAT', 'Did you mean "gexf"?'],
  ['graph.gexf?as_of=2024', 400, 'UNKNOWN_OPTION', 'Did you mean "as-of"?'],
  ['graph.gexf?as-of=yesterday', 400, 'BAD_DATE', '"yesterday" is not a date'],
  ['graph.gexf?via=heds', 400, 'UNKNOWN_EDGE_TYPE', 'Did you mean "heads"?'],
  ['graph.gexf?types=Sate', 400, 'UNKNOWN_TYPE', 'Did you mean "State"?'],
  ['graph.gexf?around=state:kax', 400, 'UNKNOWN_NODE', 'Did you mean "state:kaz"?'],
  ['graph.gexf?around=Kazakhstan', 400, 'UNKNOWN_NODE', 'Did you mean state:kaz (Kazakhstan)?'],
  ['graph.gexf?as-of=2023&as-of=2024', 400, 'BAD_OPTION', 'it is given more than once'],
  ['graph.gexf?depth=2', 400, 'BAD_OPTION', 'it says nothing without around'],
  ['graph.gexf?trust=2', 400, 'TRUST_OUT_OF_RANGE', 'from 0 to 1'],
  ['graph.gexf?stated=perhaps', 400, 'BAD_OPTION', 'neither true nor false'],
  ['graph.gexf?gexf-version=2', 400, 'BAD_OPTION', 'not one of 1.3, 1.2'],
  ['graph.dot?static', 400, 'BAD_OPTION', 'DOT has no such option'],
  ['graph.csv?part=rows', 400, 'UNKNOWN_PART', 'nodes, edges'],
])('%s is refused with %i, a code and the remedy', async (path, status, code, message) => {
  const answer = await ask(`/export/${path}`);
  const [error] = answer.json().errors;
  expect([answer.statusCode, error.extensions.code]).toEqual([status, code]);
  expect(error.message).toContain(message);
  expect(answer.headers.etag).toBeUndefined();
});

test('a picture of too much is refused, and the limit has a name', async () => {
  const server = await serve(seedGraph(), { limits: { maxLaidOutEdges: 10 } });
  const answer = await server.inject('/export/graph.svg');
  expect(answer.statusCode).toBe(400);
  expect(answer.json().errors[0].extensions).toEqual({
    code: 'LIMIT_REACHED',
    limit: 'maxLaidOutEdges',
    allowed: 10,
  });
  expect((await server.inject('/export/graph.gexf')).statusCode).toBe(200);
});

test.each(['identity', 'gzip'])('a client that hangs up ends the writing (%s)', async (encoding) => {
  const view = selectView(randomGraph(1, { nodes: 2000, edges: 60_000 }), { via: ['knows', 'joins', 'meets', 'near'] });
  const asked = vi.spyOn(BitSet.prototype, 'has');
  try {
    const address = await startListening(await serve(view), '127.0.0.1', 0);
    const answer = await new Promise<IncomingMessage>((resolve) => {
      get(`${address}/export/graph.gexf`, { headers: { 'accept-encoding': encoding } }, resolve);
    });
    await new Promise((resolve) => answer.once('data', resolve));
    answer.destroy();
    // Until nothing more is written; were it all, every edge would have been asked for.
    let written = -1;
    while (written !== asked.mock.calls.length) {
      written = asked.mock.calls.length;
      await sleep(100);
    }
    expect(written).toBeLessThan(view.edgeCount);
  } finally {
    asked.mockRestore();
  }
});

test('a server of a few known questions exports nothing', async () => {
  const server = await createServer({ graph: { view: seedGraph() }, onlyDocuments: 'queries', print: () => {} });
  open.push(server);
  expect((await server.inject('/export/graph.gexf')).statusCode).toBe(404);
});

test.each(formats.filter((it) => it.parts).map((it) => it.name))(
  'of %s one file is asked for, never half of it all',
  async (name) => {
    const answer = await ask(`/export/graph.${name}?types=State`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0]).toMatchObject({
      message: expect.stringContaining('?part='),
      extensions: { code: 'MISSING_PART' },
    });
  },
);

test.each(['base=nonsense', 'base=http://x/ y/', 'base='])(
  'what only the writer finds wrong is refused too: %s',
  async (word) => {
    const answer = await ask(`/export/graph.turtle?types=State&${encodeURI(word)}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].extensions.code).toBe('BAD_BASE');
  },
);

test('a HEAD draws nothing and tells what a GET would', async () => {
  const server = await serve(seedGraph());
  const head = await server.inject({ method: 'HEAD', url: '/export/graph.svg?types=State' });
  const got = await server.inject({ url: '/export/graph.svg?types=State' });
  expect([head.statusCode, head.body]).toEqual([200, '']);
  for (const name of ['content-type', 'content-disposition', 'etag'])
    expect(head.headers[name]).toBe(got.headers[name]);
});

const largeView = (): GraphView => randomGraph(5, { nodes: 2000, edges: 60_000 });

test('a long export gives everybody else a turn', async () => {
  const server = await serve(largeView());
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const { body } = await server.inject('/export/graph.graphml');
  isDone = true;
  expect(body.length).toBeGreaterThan(5_000_000);
  // A slice takes 5 ms, and no machine writes all of it in one or two.
  expect(turns).toBeGreaterThan(2);
});

test('a client that does not read is cut', async () => {
  const server = await serve(largeView(), {
    limits: { maxMilliseconds: 100 },
  });
  const address = await startListening(server, 'localhost', 0);
  const closed = new Promise<void>((resolve) => {
    server.server.once('connection', (socket) => socket.once('close', () => resolve()));
  });
  const asked = get(`${address}/export/graph.graphml`, (answer: IncomingMessage) => answer.pause());
  asked.once('error', () => {});
  await closed;
  asked.destroy();
});

test('layouts wait for one another, and not too many of them', async () => {
  const server = await serve(seedGraph());
  expect((await server.inject('/export/graph.svg?types=State')).statusCode).toBe(200);
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => server.inject(`/export/graph.svg?types=State&trust=0.${i}`)),
  );
  const statuses = answers.map((it) => it.statusCode);
  expect(statuses.filter((it) => it === 200).length).toBeGreaterThan(0);
  expect(statuses.filter((it) => it === 503).length).toBeGreaterThan(0);
  expect(statuses.filter((it) => it !== 200 && it !== 503)).toEqual([]);
  expect((await server.inject('/export/graph.svg?types=State')).statusCode).toBe(200);
});
