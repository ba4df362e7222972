/**
 * The shipped graph (85,840 edges) in memory, in Neo4j, and under the Neo4j GraphQL Library on the same Neo4j; with
 * `BENCH_EDGES=1000000` a made world of as many statements.
 *
 * It wants a Neo4j of its own: `DIPLOGRAPH_BENCH_NEO4J=bolt://localhost:7687 npm run bench -- neo4j`. The graph is loaded
 * when it is not there. The library has neither views nor paths.
 */
import { Neo4jGraphQL } from '@neo4j/graphql';
import { graphql, parse } from 'graphql';
import neo4j, { type Driver } from 'neo4j-driver';
import { beforeAll, bench, describe } from 'vitest';
import { QueryEngine } from '../src/graphql/query-engine.ts';
import { connectGraph } from '../src/neo4j/connect-graph.ts';
import { loadIntoNeo4j } from '../src/neo4j/load-into-neo4j.ts';
import { Neo4jConnection } from '../src/neo4j/neo4j-connection.ts';
import type { Neo4jGraph } from '../src/neo4j/neo4j-graph.ts';
import { openGraph } from '../src/open-graph.ts';
import { freezeGraph } from '../src/store/knowledge-graph.ts';
import { GraphView } from '../src/views/graph-view.ts';
import { makeDiplomacy } from './make-diplomacy.ts';

const uri = process.env.DIPLOGRAPH_BENCH_NEO4J;
const size = Number(process.env.BENCH_EDGES ?? 0);
const shipped = await openGraph();
const view = size === 0 ? shipped.view : GraphView.whole(freezeGraph(shipped.ontology, makeDiplomacy(size)));
const about = size === 0 ? shipped.about : {};
const namespace = size === 0 ? 'Shipped' : `Made${size}`;
const [state, official] = size === 0 ? ['state:kaz', 'official:kate-forbes'] : ['state:0', 'official:4000'];
const memory = new QueryEngine(view.graph, { answerBytes: 0 });
let connected: Neo4jGraph;
let driver: Driver;
let library: Awaited<ReturnType<Neo4jGraphQL['getSchema']>>;

const questions = {
  small: `{ states(where: { id: { eq: "${state}" } }) { id name } }`,
  nested:
    '{ states(limit: 20, sort: [{ name: ASC }]) { name coLaunched(limit: 3) { name coLaunchers(limit: 2) { name } } } }',
  'three hops, type and date': `query @asOf(date: "2024-10-30") { states(where: { id: { eq: "${state}" } }) { coLaunched { name coLaunchers { name ... on State { coLaunched { name } } } } } }`,
  'shortest path': `{ paths(from: "${size === 0 ? 'state:bra' : 'state:1'}", to: "${official}", first: 1) { paths { length hops { edge { type sources { id } } } } } }`,
  'a page deep in a long list': '{ resolutions(offset: 3000, limit: 20, sort: [{ name: ASC }]) { id name } }',
};

beforeAll(async () => {
  if (uri === undefined) return;
  const connection = await Neo4jConnection.open({ uri, namespace });
  await loadIntoNeo4j(connection, view.graph, { about, incremental: true });
  await connection.close();
  connected = await connectGraph({ uri, namespace, maxMilliseconds: 60_000 });
  driver = neo4j.driver(uri);
  library = await new Neo4jGraphQL({ typeDefs: view.ontology.sdl, driver }).getSchema();
}, 7_200_000);

const options = { warmupIterations: 3, iterations: 20, time: 1000 };

describe.skipIf(uri === undefined).each(Object.entries(questions))('%s', (_name, source) => {
  const document = parse(source);
  bench('in memory', () => void memory.answer({ view }, document), options);
  bench('in Neo4j', async () => void (await connected.engine.answer(document)), options);
  // It knows neither our directives nor paths.
  if (!source.includes('@asOf') && !source.includes('paths')) {
    bench(
      'by the Neo4j GraphQL Library',
      async () => {
        const { errors } = await graphql({ schema: library, source, contextValue: { executionContext: driver } });
        if (errors) throw errors[0];
      },
      options,
    );
  }
});
