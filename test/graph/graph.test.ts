import { join } from 'node:path';
import { inspect, isDeepStrictEqual } from 'node:util';
import { MultiGraph, UndirectedGraph } from 'graphology';
import { parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { QueryDocument } from '../../src/graph/answer-query.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openGraph } from '../../src/open-graph.ts';
import { seedFolder } from '../kit/seed-folder.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openGraph({ data: seedFolder() });
});

describe('opening', () => {
  const schema =
    'type State @node { id: ID! name: String met: [State!]! @relationship(type: "met", direction: OUT, queryDirection: UNDIRECTED) }';

  test('records, under an ontology given as text', async () => {
    const small = await openGraph({
      schema,
      nodes: [
        { id: 'a', type: 'State', name: 'A' },
        { id: 'b', type: 'State' },
      ],
      edges: [{ from: 'a', edge: 'met', to: 'b' }],
    });
    expect(small.from('b').out('met').toArray()).toEqual([{ type: 'State', id: 'a', name: 'A' }]);
    expect(small.from('b').out('met').edges()).toMatchObject([{ type: 'met', from: 'a', to: 'b' }]);
  });

  test('records that come one by one, at once or in time', async () => {
    async function* arriving() {
      for (const id of ['a', 'b']) yield await Promise.resolve({ id, type: 'State' });
    }
    const edges = new Set([{ from: 'a', edge: 'met', to: 'b' }]);
    const small = await openGraph({ schema, nodes: arriving(), edges });
    expect(small.from('b').out('met').ids()).toEqual(['a']);
  });

  test('records, under the shipped ontology', async () => {
    const small = await openGraph({ nodes: [{ id: 'state:kaz', type: 'State', name: 'Kazakhstan' }] });
    expect(small.nodes('State').first()).toEqual({
      type: 'State',
      id: 'state:kaz',
      name: 'Kazakhstan',
      aliases: [],
      identifiers: [],
      sources: [],
      locators: [],
      demonyms: [],
    });
  });

  test('everything that is wrong is told at once, with its place', async () => {
    const opening = openGraph({
      schema,
      nodes: [
        { id: 'a', type: 'Stat' },
        { id: 'b', type: 'State', nam: 'B' },
      ],
    });
    await expect(opening).rejects.toMatchObject({ code: 'graph-has-problems' });
    const { problems } = (await opening.catch((error) => error)) as { problems: { code: string; at: object }[] };
    expect(problems.map((it) => [it.code, it.at])).toEqual([
      ['unknown-node-type', { file: 'nodes', line: 1, column: 1 }],
      ['unknown-key', { file: 'nodes', line: 2, column: 1 }],
    ]);
    await expect(openGraph({ schema: 'no-such.graphql', nodes: [] })).rejects.toThrow('no-such.graphql');
    await expect(openGraph({ schema: 'type State {', nodes: [] })).rejects.toThrow('schema:1:13');
  });

  test('a graphology graph, and any view gives itself back, with its inferred edges and whatever it names', async () => {
    const around = graph.around('conference:34ic', 2);
    const views = [graph, graph.stated(), graph.asOf('2024-10-30', 'CERTAIN'), graph.via('participated-in'), around];
    for (const view of [...views, around.linked(), graph.ofTypes('State', 'Initiative')]) {
      const again = await openGraph({ graphology: view.graphology });
      const nodesOf = (from: Graph): unknown[] =>
        view.graphology.nodes().map((id) => [id, from.graphology.getNodeAttributes(id)]);
      expect(isDeepStrictEqual(nodesOf(again), nodesOf(view))).toBe(true);
      expect(again.graphology.export().edges).toEqual(
        view.graphology.export().edges.map(({ attributes: { premises, ...attributes } = {}, ...edge }) => {
          const kept = [premises ?? []].flat().filter((it) => view.edge(String(it)));
          return { ...edge, attributes: { ...attributes, ...(kept.length > 0 && { premises: kept }) } };
        }),
      );
    }
  });

  test('a graphology graph with inferred edges is asked as it is, and needs rules for what draws them again', async () => {
    const copy = graph.graphology.copy();
    const again = await openGraph({ graphology: copy });
    expect(again.graphology.export()).toEqual(graph.graphology.export());
    const remedy = { code: 'rules-unknown', message: expect.stringContaining('Open it with `rules`') };
    expect(() => again.edit()).toThrow(expect.objectContaining(remedy));
    expect(() => again.retraction({ sources: ['source:el-kz-34ic'] })).toThrow(expect.objectContaining(remedy));
    await expect(again.save(join(temporaryFolder(), 'facts'))).rejects.toMatchObject(remedy);
    const rules = join(import.meta.dirname, '../../graph-data/rules.yaml');
    const ruled = await openGraph({ graphology: copy, rules });
    expect(ruled.edit().commit().edgeCount).toBe(ruled.edgeCount);
  });

  test('edges of a graphology graph without keys of their own get ids by what they say', async () => {
    const foreign = new MultiGraph();
    foreign.addNode('a', { type: 'State' });
    foreign.addNode('b', { type: 'State' });
    foreign.addUndirectedEdge('b', 'a', { type: 'met' });
    const [first, second] = await Promise.all([
      openGraph({ schema, graphology: foreign }),
      openGraph({ schema, graphology: foreign }),
    ]);
    expect(first.edges().first()?.id).toMatch(/^edge:/);
    expect(first.edges().first()).toEqual(second.edges().first());
  });

  test('an undirected edge must be of a symmetric type', async () => {
    const foreign = new UndirectedGraph();
    foreign.addNode('a', { type: 'State', name: 'A' });
    foreign.addNode('b', { type: 'State', name: 'B' });
    foreign.addEdge('a', 'b', { type: 'co-launched' });
    await expect(openGraph({ graphology: foreign })).rejects.toMatchObject({ code: 'undirected-edge' });
  });
});

describe('views', () => {
  test('narrow in any order to the same graph', () => {
    const one = graph.asOf('2024-10-30').stated().trusted(0.8).around('conference:34ic', 2);
    const other = graph.around('conference:34ic', 2).trusted(0.8).asOf('2024-10-30').stated();
    expect(other.view).toBe(one.view);
    expect(one.edgeCount).toBeLessThan(graph.edgeCount);
    expect(one.nodes().count()).toBe(one.nodeCount);
    expect(one.edges().count()).toBe(one.edgeCount);
  });

  test('are printed in a line, not with all that they hold', () => {
    const { nodeCount, edgeCount } = graph.stated();
    expect(inspect(graph.stated())).toBe(`Graph [stated only: ${nodeCount} nodes, ${edgeCount} edges] {}`);
    expect(inspect(graph)).toMatch(/^Graph \[whole: \d+ nodes, \d+ edges\] \{\}$/);
    expect(JSON.parse(JSON.stringify(graph.stated()))).toEqual({
      view: 'stated only',
      nodes: nodeCount,
      edges: edgeCount,
    });
  });

  test('say what the facts say of themselves', async () => {
    expect(graph.stated().about).toBe(graph.about);
    expect((await shippedGraph()).about).toMatchObject({
      name: 'Diplograph',
      licence: expect.stringContaining('CC BY 4.0'),
    });
    expect(
      (await openGraph({ schema: 'type A @node { id: ID! }', nodes: [{ id: 'a:1', type: 'A' }], edges: [] })).about,
    ).toEqual({});
  });

  test('a view that changes nothing is the graph itself', () => {
    expect(graph.backedBy({})).toBe(graph);
  });

  test('nothing outside a view is seen through it', () => {
    const stated = graph.stated();
    const inferred = graph
      .edges()
      .filter((it) => it.status === 'INFERRED')
      .first();
    expect(inferred).toBeDefined();
    expect(stated.edge(inferred?.id ?? '')).toBeUndefined();
    expect(
      stated
        .edges()
        .filter((it) => it.status === 'INFERRED')
        .count(),
    ).toBe(0);
    const near = graph.around('initiative:global-ihl', 1);
    expect(near.node('conference:34ic')).toBeUndefined();
    expect(() => near.from('conference:34ic')).toThrow('is not in this view');
    expect(near.find('34th International Conference')).toEqual([]);
  });

  test('words, sources and edge types narrow too', () => {
    const pairs = graph.ofTypes('State', 'Initiative').linked();
    expect(new Set(pairs.nodes().map((it) => it.type))).toEqual(new Set(['State', 'Initiative']));
    expect(
      pairs
        .nodes()
        .not((at) => at.both())
        .count(),
    ).toBe(0);
    expect(
      graph
        .withModality('REPORTED')
        .edges()
        .map((it) => it.modality)
        .toArray(),
    ).toContain('REPORTED');
    expect(
      graph
        .withModality('FACT')
        .edges('co-launched')
        .filter((it) => it.modality !== 'FACT')
        .count(),
    ).toBe(0);
    expect(
      graph
        .via('co-launched')
        .edges()
        .filter((it) => it.type !== 'co-launched')
        .count(),
    ).toBe(0);
    const other = graph.backedBy({ except: ['source:el-kz-34ic'] });
    expect(
      other
        .edges()
        .filter((it) => it.sources.length === 1 && it.sources[0] === 'source:el-kz-34ic')
        .count(),
    ).toBe(0);
  });
});

describe('questions', () => {
  test('names are found as people write them', () => {
    expect(graph.find('Spolaric president red cross')[0]?.node.id).toBe('official:mirjana-spoljaric-egger');
    expect(graph.find('XQZT')).toEqual([]);
  });

  test('paths are told shortest first, with the sources of each hop', () => {
    const { paths, truncated } = graph.paths('state:bra', 'official:kate-forbes', { first: 1 });
    const [path] = paths;
    expect(truncated).toBe(false);
    expect(path?.nodes.at(0)?.id).toBe('state:bra');
    expect(path?.nodes.at(-1)?.id).toBe('official:kate-forbes');
    expect(path?.hops).toHaveLength((path?.nodes.length ?? 0) - 1);
    const avoiding = graph.paths('state:bra', 'official:kate-forbes', {
      first: 1,
      avoid: { nodes: path?.nodes.slice(1, 2) ?? [] },
    });
    expect(avoiding.paths.flatMap((it) => it.nodes.map(({ id }) => id))).not.toContain(path?.nodes[1]?.id);
  });

  test('a path tells the edges beside those it takes, and a search that was cut off says so', () => {
    const [launch] = graph.paths('state:kaz', 'initiative:global-ihl', { first: 1, via: ['co-launched'] }).paths;
    const beside = graph
      .edges('co-launched')
      .filter(({ from, to }) => from === 'state:kaz' && to === 'initiative:global-ihl')
      .map(({ id }) => id)
      .toArray();
    expect(beside.length).toBeGreaterThan(1);
    expect([launch?.hops[0]?.edge, ...(launch?.hops[0]?.alternatives ?? [])].map((it) => it?.id).sort()).toEqual(
      beside.sort(),
    );
    expect(graph.paths('state:bra', 'official:kate-forbes', { budget: 1 })).toEqual({ paths: [], truncated: true });
  });

  test('why tells the sources of a statement, and rule and premises of a conclusion', () => {
    const stated = graph.from('state:kaz').out('co-launched').edges()[0];
    expect(graph.why(stated?.id ?? '').edge.sources).toContainEqual(
      expect.objectContaining({ id: 'source:el-kz-34ic' }),
    );
    const inferred = graph
      .edges()
      .filter((it) => it.status === 'INFERRED')
      .first();
    const [way] = graph.why(inferred?.id ?? '').derivations;
    expect(way?.rule).toBe(inferred?.rule);
    expect(way?.sentence).toMatch(/\.$/);
    expect(way?.premises.map((it) => it.id).sort()).toEqual([...(inferred?.premises ?? [])].sort());
  });

  test('conflicts and timelines have nodes, edges and days as people write them', () => {
    const theme = graph.conflicts('conference:34ic').find((it) => it.name === 'theme');
    expect(theme?.node.id).toBe('conference:34ic');
    expect(theme?.rivals[0]?.rank).toBe('PREFERRED');
    const { entries } = graph.timeline('conference:34ic', { during: '2024' });
    const days = entries.map((it) => it.since ?? '');
    expect(days).toEqual(days.toSorted());
    expect(entries.some((it) => it.edge !== undefined && it.other !== undefined)).toBe(true);
  });

  test('what is central and what belongs together is measured in the view at hand', async () => {
    const [first] = await graph.via('co-launched').ranking('DEGREE', { type: 'Initiative', first: 1 });
    expect(first?.node.type).toBe('Initiative');
    expect((await graph.via('co-launched').communities()).groups[0]?.size).toBeGreaterThan(1);
    await expect(graph.ranking('DEGREE', { type: 'Stat' as 'State' })).rejects.toThrow('Did you mean "State"?');
  });

  test('a GraphQL query is answered in process, as text or as a document, and sees the view alone', async () => {
    const text = '{ states(where: { id: { eq: "state:kaz" } }) { name coLaunched { id } } }';
    const { data, errors } = await graph.query(text);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ states: [{ name: 'Kazakhstan' }] });
    const document = parse('query ($id: ID!) { states(where: { id: { eq: $id } }) { name } }') as QueryDocument<
      { states: { name: string }[] },
      { id: string }
    >;
    const typed = await graph.query(document, { id: 'state:bra' });
    expect(typed.data?.states[0]?.name).toBe('Brazil');
    const early = await graph
      .asOf('1900')
      .query('{ organisations(where: { id: { eq: "org:ifrc" } }) { headedBy { id } } }');
    expect(early.data).toEqual({ organisations: [{ headedBy: [] }] });
    expect((await graph.query('{ stats }')).errors?.[0]?.message).toContain('stats');
    const two = 'query A { a: __typename } query B { b: __typename }';
    expect((await graph.query(two, {}, { operationName: 'B' })).data).toEqual({ b: 'Query' });
    expect((await graph.query(two)).errors?.[0]?.message).toContain('operation name');
  });

  test('a view is exported in pieces, in any format of text', async () => {
    const text = [...(await graph.stated().via('co-launched').export('gexf'))].join('');
    expect(text).toContain('Kazakhstan');
    expect(text.match(/<edge /g)).toHaveLength(graph.stated().edges('co-launched').count());
    await expect(graph.export('gefx')).rejects.toThrow('Did you mean "gexf"?');
  });

  test('a view is a graphology graph of its own, the same however often it is asked for', () => {
    const view = graph.stated().via('co-launched');
    expect(view.graphology).toBeInstanceOf(MultiGraph);
    expect(view.graphology).toBe(graph.via('co-launched').stated().graphology);
    expect(view.graphology.size).toBe(graph.stated().edges('co-launched').count());
    expect(view.graphology.getNodeAttribute('state:kaz', 'name')).toBe('Kazakhstan');
  });

  test('a view has a simple projection, undirected or directed, for libraries that mean pairs', () => {
    const pairs = graph.via('co-launched', 'joined').projection();
    expect([pairs.type, pairs.multi, pairs.order]).toEqual(['undirected', false, graph.nodeCount]);
    expect(pairs.getEdgeAttribute('state:kaz', 'initiative:global-ihl', 'weight')).toBeGreaterThanOrEqual(1);
    const arrows = graph.via('co-launched').projection({ directed: true });
    expect(arrows.hasEdge('state:kaz', 'initiative:global-ihl')).toBe(true);
    expect(arrows.hasEdge('initiative:global-ihl', 'state:kaz')).toBe(false);
  });
});
