/**
 * When something goes wrong between a server and its Neo4j: every failure has a code, nothing is answered from half a graph,
 * and what comes back is asked again.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EdgeFact } from '../../src/facts/fact.ts';
import { connectGraph } from '../../src/neo4j/connect-graph.ts';
import { CopiedGraph } from '../../src/neo4j/copied-graph.ts';
import { loadIntoNeo4j } from '../../src/neo4j/load-into-neo4j.ts';
import { checkVersion, Neo4jConnection } from '../../src/neo4j/neo4j-connection.ts';
import { createServer } from '../../src/server/create-server.ts';
import { freezeGraph, type KnowledgeGraph } from '../../src/store/knowledge-graph.ts';
import { movies } from '../graphql/movies.ts';
import { ontologyOf, sdlText } from '../graphql/sdl-files.ts';
import { randomWorld } from './random-world.ts';
import { type RunningServer, startServer } from './start-neo4j.ts';

const uri = process.env.DIPLOGRAPH_TEST_NEO4J;
const { graph } = movies.view;

async function load(namespace: string, of: KnowledgeGraph, incremental = false, at = uri!) {
  const connection = await Neo4jConnection.open({ uri: at, namespace });
  try {
    return await loadIntoNeo4j(connection, of, { incremental });
  } finally {
    await connection.close();
  }
}

const codesOf = (errors: readonly { readonly extensions: object }[] | undefined): unknown[] =>
  (errors ?? []).map((it) => (it.extensions as { readonly code?: unknown }).code);

/** The same graph with other edges. */
function withEdges(change: (edges: EdgeFact[]) => EdgeFact[]): KnowledgeGraph {
  const nodes = graph.nodes.ids.map((id, node) => ({
    ...{ id, type: graph.nodes.typeOf(node), properties: graph.nodes.properties(node) },
  }));
  const edges = Array.from({ length: graph.edges.count }, (_, edge) => graph.edges.fact(edge, graph.nodes.ids));
  return freezeGraph(graph.ontology, { nodes, edges: change(edges) });
}

describe.skipIf(uri === undefined)('a load', () => {
  test('that is done twice changes nothing; an incremental one writes and removes what differs', async () => {
    const size = graph.nodes.count + graph.edges.count;
    expect(await load('Twice', graph)).toMatchObject({ written: size, removed: 0 });
    expect(await load('Twice', graph, true)).toMatchObject({ written: 0, removed: 0 });
    const changed = withEdges(([first, ...rest]) => [{ ...first!, sources: ['another'] }, ...rest.slice(1)]);
    expect(await load('Twice', changed, true)).toMatchObject({ written: 1, removed: 1 });
    expect(await load('Twice', graph, true)).toMatchObject({ written: 2, removed: 0 });
  });

  test('that was broken off is answered by nobody, and goes on where it stopped', async () => {
    const connection = await Neo4jConnection.open({ uri: uri!, namespace: 'Broken' });
    const stop = new Error('stop');
    const onProgress = ({ step }: { readonly step: string }): void => {
      if (step === 'edges') throw stop;
    };
    await expect(loadIntoNeo4j(connection, graph, { onProgress })).rejects.toBe(stop);
    await expect(connectGraph({ uri: uri!, namespace: 'Broken' })).rejects.toMatchObject({ code: 'neo4j-half-loaded' });
    const { written } = await loadIntoNeo4j(connection, graph);
    await connection.close();
    expect(written).toBeLessThan(graph.edges.count);
    const connected = await connectGraph({ uri: uri!, namespace: 'Broken' });
    expect((await connected.query('{ people { id } }')).errors).toBeUndefined();
    await connected.close();
  });

  test('of a text that Neo4j would change is refused', async () => {
    const half = withEdges(([first, ...rest]) => [{ ...first!, properties: { note: '\ud800' } }, ...rest]);
    await expect(load('Half', half)).rejects.toMatchObject({ code: 'neo4j-unstorable-text' });
  });

  test('under the name of a node type is refused', async () => {
    await expect(load('Person', graph)).rejects.toMatchObject({ code: 'bad-option' });
  });
});

describe.skipIf(uri === undefined)('a connection', () => {
  test.each(['Neo4j/5.12.0', 'Neo4j/4.4.9', 'Memgraph/2.1', ''])('to a server that is "%s" is refused', (agent) => {
    expect(() => checkVersion(agent)).toThrow(expect.objectContaining({ code: 'neo4j-version' }));
  });

  test.each(['Neo4j/5.13.0', 'Neo4j/5.26.0-aura', 'Neo4j/2025.01.0'])('to a server that is "%s" is made', (agent) => {
    expect(() => checkVersion(agent)).not.toThrow();
  });

  test.each([
    ['bolt://localhost:9', 'neo4j-unreachable'],
    ['http://localhost', 'bad-option'],
  ])('to %s is refused: %s', async (at, code) => {
    await expect(connectGraph({ uri: at })).rejects.toMatchObject({ code });
  });

  test('to a namespace without a graph is refused', async () => {
    await expect(connectGraph({ uri: uri!, namespace: 'Nobody' })).rejects.toMatchObject({ code: 'neo4j-not-loaded' });
  });

  test('under another ontology is refused, when it is made and when the graph is loaded anew', async () => {
    await load('Other', graph);
    const given = { uri: uri!, namespace: 'Other' };
    await expect(connectGraph({ ...given, schema: 'type A @node { id: ID! }' })).rejects.toMatchObject({
      code: 'neo4j-other-ontology',
    });
    const connected = await connectGraph(given);
    await load('Other', randomWorld(ontologyOf(sdlText('bare')), 1).graph);
    expect(codesOf((await connected.query('{ people { id } }')).errors)).toEqual(['NEO4J_OTHER_ONTOLOGY']);
    await connected.close();
  });

  test('serves pages, exports and tools as a graph in memory does; of one that is too large, pages alone', async () => {
    await load('Served', graph);
    const given = { uri: uri!, namespace: 'Served' };
    const [small, large] = [await connectGraph(given), await connectGraph({ ...given, maxCopiedEdges: 0 })];
    const config = { index: true };
    const [inMemory, onCopy, without] = await Promise.all(
      [movies, small, large].map((it) => createServer({ graph: it, config })),
    );
    const [name] = graph.nodes.ids;
    for (const url of [
      '/export/graph.gexf',
      '/export/graph.csv?part=edges',
      '/api',
      '/sitemap.xml',
      `/entity/${name}`,
    ]) {
      const answers = await Promise.all(
        [inMemory!, onCopy!].map((it) => it.inject({ url, headers: { accept: 'text/html' } })),
      );
      expect(answers[1]!.statusCode, url).toBe(answers[0]!.statusCode);
      expect(answers[1]!.body, url).toBe(answers[0]!.body);
    }
    const refused = await without!.inject('/export/graph.gexf');
    expect({ status: refused.statusCode, codes: codesOf(refused.json().errors) }).toEqual({
      status: 501,
      codes: ['NOT_ON_NEO4J'],
    });
    expect((await without!.inject({ url: `/entity/${name}`, headers: { accept: 'text/html' } })).statusCode).toBe(200);
    for (const it of [inMemory, onCopy, without]) await it!.close();
    for (const it of [small, large]) await it.close();
  });

  test('answers from all of the graph as it was loaded last', async () => {
    await load('Again', graph);
    const connected = await connectGraph({ uri: uri!, namespace: 'Again' });
    const edges = async () =>
      (await connected.query<{ dataset: { edges: number } }>('query @stated { dataset { edges } }')).data?.dataset
        .edges;
    const before = await edges();
    await load(
      'Again',
      withEdges((all) => all.slice(1)),
      true,
    );
    expect(await edges()).toBe(before! - 1);
    await connected.close();
  });

  test('that has no time for a copy says so, and has it when it is read', async () => {
    let read: (rows: readonly []) => void = () => {};
    const rows = new Promise<readonly []>((resolve) => {
      read = resolve;
    });
    const copied = new CopiedGraph('Hurry', graph.ontology, () => rows);
    const loaded = { marker: { edges: 0, columns: [] }, rules: [] } as unknown as Parameters<CopiedGraph['within']>[1];
    await expect(copied.within(10, loaded)).rejects.toMatchObject({ code: 'neo4j-being-copied' });
    read([]);
    expect((await copied.within(1000, loaded)).edgeCount).toBe(0);
  });

  test('that has no time is told, and Neo4j stops', async () => {
    const connection = await Neo4jConnection.open({ uri: uri! });
    const text = 'UNWIND range(1, 1000000000) AS x WITH x WHERE x % 7 = 3 RETURN count(x)';
    await expect(connection.read([{ text, parameters: {} }], 100)).rejects.toMatchObject({ code: 'neo4j-timeout' });
    await connection.close();
  });
});

describe.skipIf(uri === undefined)('a server of its own', () => {
  const home = mkdtempSync(join(tmpdir(), 'neo4j-'));
  const password = 'longer than eight';
  let neo4j: RunningServer;
  beforeAll(async () => {
    neo4j = await startServer(home, 0, password);
  });
  afterAll(() => {
    neo4j?.process.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  });

  test('lets nobody in without the password, and is told by /ready when it is away and when it is back', async () => {
    await expect(connectGraph({ uri: neo4j.uri, password: 'wrong one' })).rejects.toMatchObject({
      code: 'neo4j-unauthorised',
    });
    const connection = await Neo4jConnection.open({ uri: neo4j.uri, password });
    await loadIntoNeo4j(connection, graph);
    await connection.close();
    const connected = await connectGraph({ uri: neo4j.uri, password, maxMilliseconds: 30_000 });
    const server = await createServer({ graph: connected });
    const ready = async () => (await server.inject('/ready')).statusCode;
    const ask = async () =>
      server.inject({ method: 'POST', url: '/graphql', payload: { query: '{ people(limit: 1) { id } }' } });
    expect(await ready()).toBe(200);
    expect((await ask()).json()).toMatchObject({ data: { people: [{}] } });
    expect((await server.inject('/export/graph.gexf')).statusCode).toBe(200);

    neo4j.process.kill('SIGKILL');
    await new Promise((resolve) => neo4j.process.once('exit', resolve));
    expect(await ready()).toBe(503);
    const refused = await ask();
    expect(refused.statusCode).toBe(503);
    expect(codesOf(refused.json().errors)).toEqual(['NEO4J_UNREACHABLE']);

    neo4j = await startServer(home, Number(new URL(neo4j.uri).port), undefined);
    expect(await ready()).toBe(200);
    expect((await ask()).json()).toMatchObject({ data: { people: [{}] } });
    await server.close();
    await connected.close();
  });
});
