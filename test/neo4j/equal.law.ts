/**
 * The law: Neo4j answers to the letter what the graph in memory answers, on every ontology and at every view.
 */
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OperationRequest, QueryEngine } from '../../src/graphql/query-engine.ts';
import { connectGraph } from '../../src/neo4j/connect-graph.ts';
import { loadIntoNeo4j } from '../../src/neo4j/load-into-neo4j.ts';
import { Neo4jConnection } from '../../src/neo4j/neo4j-connection.ts';
import type { Neo4jGraph } from '../../src/neo4j/neo4j-graph.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { selectView } from '../../src/views/select-view.ts';
import { ownRootFields } from '../graphql/own-names.ts';
import { randomQuery } from '../graphql/random-query.ts';
import { ontologyOf, sdlNames, sdlText } from '../graphql/sdl-files.ts';
import { answerText, isRefused } from './answer-text.ts';
import { randomDirectives, randomOwnFields, randomSelections, randomWorld } from './random-world.ts';

/** How many operations are answered on each ontology, beside those that are refused alike; more on demand. */
const RUNS = Number(process.env.NEO4J_LAW_RUNS ?? 100);

const uri = process.env.DIPLOGRAPH_TEST_NEO4J;

describe.skipIf(uri === undefined).each(sdlNames)('on the ontology "%s"', (sdl) => {
  const view = randomWorld(ontologyOf(sdlText(sdl)), 7);
  const engine = new QueryEngine(view.graph, { answerBytes: 0 });
  let graph: Neo4jGraph;
  /** The same, which refuses what rests on the whole graph. */
  let large: Neo4jGraph;

  beforeAll(async () => {
    const address = { uri: uri!, namespace: `Law_${sdl}` };
    const connection = await Neo4jConnection.open(address);
    await loadIntoNeo4j(connection, view.graph);
    await connection.close();
    graph = await connectGraph({ ...address, maxMilliseconds: 600_000 });
    large = await connectGraph({ ...address, maxMilliseconds: 600_000, maxCopiedEdges: 0 });
  });
  afterAll(async () => {
    await graph?.close();
    await large?.close();
  });

  type Drawn = (seed: number, within: GraphView) => Pick<OperationRequest, 'variables'> & { query: string };
  const generated: Drawn = (seed) => {
    const { query, variables } = randomQuery(engine.schema, seed, ownRootFields);
    const directives = randomDirectives(view, seed);
    return { query: query.replace(/^(query Random(?:\([^)]*\))?)/, `$1 ${directives}`), variables };
  };
  const own: Drawn = (seed, within) => ({
    query: `query Own ${randomDirectives(view, seed)} ${randomOwnFields(within, seed)}`,
  });

  /** Draws operations until so many are answered; each is compared, errors too. */
  async function compare(runs: number, drawn: Drawn, within = view, [asked, copying] = [large, graph]) {
    let [answered, refused, onAll] = [0, 0, 0];
    for (let seed = 1; answered < runs && seed <= 40 * runs; seed++) {
      const { query, variables } = drawn(seed, within);
      const document = parse(query);
      // An ontology may take a name of ours for its own.
      if (validate(engine.schema, document).length > 0) continue;
      const said = `seed ${seed}: ${query} ${JSON.stringify(variables)}`;
      const inMemory = engine.answer({ view: within }, document, { variables });
      const found = await asked.engine.answer(document, { variables });
      if (isRefused(found)) {
        onAll++;
        expect(answerText(await copying.engine.answer(document, { variables })), said).toBe(answerText(inMemory));
      } else expect(answerText(found), said).toBe(answerText(inMemory));
      if ('json' in inMemory) answered++;
      else refused++;
    }
    process.stderr.write(`${sdl}: ${answered} answered alike, ${refused} refused alike; ${onAll} of them on a copy\n`);
    expect(answered).toBe(runs);
    return onAll / (answered + refused);
  }

  test('random operations at random views are answered as in memory, most of them by Neo4j itself', async () =>
    expect(await compare(RUNS, generated)).toBeLessThan(0.7));

  test('fields of our own at random views are answered as in memory', () => compare(RUNS / 4, own));

  test('so are they of a part of the graph: what lies around some nodes, of some types, linked, on a date', async () => {
    const address = { uri: uri!, namespace: `Law_${sdl}`, maxMilliseconds: 600_000 };
    for (const select of randomSelections(view)) {
      const asked = await connectGraph({ ...address, select, maxCopiedEdges: 0 });
      const copying = await connectGraph({ ...address, select });
      for (const drawn of [generated, own])
        await compare(Math.ceil(RUNS / 40), drawn, selectView(view, select), [asked, copying]);
      await asked.close();
      await copying.close();
    }
  });

  test('what was counted when it was loaded is told as in memory', async () => {
    const document = parse(
      '{ dataset { nodes edges inferred sources from until nodeTypes { name count } edgeTypes { name count } ontology } }',
    );
    if (validate(engine.schema, document).length > 0) return;
    expect(answerText(await large.engine.answer(document))).toBe(answerText(engine.answer({ view }, document)));
  });
});
