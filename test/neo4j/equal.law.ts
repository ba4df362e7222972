/**
 * The law: Neo4j answers to the letter what the graph in memory answers, on every ontology and at every view.
 */
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QueryEngine } from '../../src/graphql/query-engine.ts';
import { connectGraph } from '../../src/neo4j/connect-graph.ts';
import { loadIntoNeo4j } from '../../src/neo4j/load-into-neo4j.ts';
import { Neo4jConnection } from '../../src/neo4j/neo4j-connection.ts';
import type { Neo4jGraph } from '../../src/neo4j/neo4j-graph.ts';
import { ownRootFields } from '../graphql/own-names.ts';
import { randomQuery } from '../graphql/random-query.ts';
import { ontologyOf, sdlNames, sdlText } from '../graphql/sdl-files.ts';
import { answerText, isRefused, REFUSED_CONDITION } from './answer-text.ts';
import { randomDirectives, randomOwnFields, randomWorld } from './random-world.ts';

/** How many operations are tried on each ontology; more on demand. */
const RUNS = Number(process.env.NEO4J_LAW_RUNS ?? 110);

const uri = process.env.DIPLOGRAPH_TEST_NEO4J;

describe.skipIf(uri === undefined).each(sdlNames)('on the ontology "%s"', (sdl) => {
  const view = randomWorld(ontologyOf(sdlText(sdl)), 7);
  const engine = new QueryEngine(view.graph, { answerBytes: 0 });
  let graph: Neo4jGraph;

  beforeAll(async () => {
    const address = { uri: uri!, namespace: `Law_${sdl}` };
    const connection = await Neo4jConnection.open(address);
    await loadIntoNeo4j(connection, view.graph);
    await connection.close();
    graph = await connectGraph({ ...address, maxMilliseconds: 600_000 });
  });
  afterAll(() => graph?.close());

  test('random operations at random views are answered as in memory', async () => {
    let [compared, answered] = [0, 0];
    // Of those that Neo4j refuses by name others take the place.
    for (let seed = 1; compared < RUNS && seed <= 20 * RUNS; seed++) {
      const { query, variables } = randomQuery(engine.schema, seed, ownRootFields);
      const directives = randomDirectives(seed);
      const asked = query.replace(/^(query Random(?:\([^)]*\))?)/, `$1 ${directives}`);
      const document = parse(asked);
      if (validate(engine.schema, document).length > 0) continue;
      const inMemory = engine.answer({ view }, document, { variables });
      const inNeo4j = await graph.engine.answer(document, { variables });
      if (isRefused(inNeo4j, REFUSED_CONDITION)) continue;
      compared++;
      expect(answerText(inNeo4j), `seed ${seed}: ${asked} ${JSON.stringify(variables)}`).toBe(answerText(inMemory));
      if ('json' in inMemory) answered++;
    }
    expect(answered).toBeGreaterThan(RUNS / 20);
  });

  test('what was counted when it was loaded is told as in memory', async () => {
    const document = parse(
      '{ dataset { nodes edges inferred sources from until nodeTypes { name count } edgeTypes { name count } ontology } }',
    );
    if (validate(engine.schema, document).length > 0) return;
    expect(answerText(await graph.engine.answer(document))).toBe(answerText(engine.answer({ view }, document)));
  });

  test('fields of our own at random views are answered as in memory', async () => {
    let answered = 0;
    for (let seed = 1; seed <= RUNS / 2; seed++) {
      const asked = `query Own ${randomDirectives(seed)} ${randomOwnFields(view, seed)}`;
      const document = parse(asked);
      // An ontology may take a name of ours for its own.
      if (validate(engine.schema, document).length > 0) continue;
      const inMemory = engine.answer({ view }, document);
      const inNeo4j = await graph.engine.answer(document);
      expect(answerText(inNeo4j), `seed ${seed}: ${asked}`).toBe(answerText(inMemory));
      if ('json' in inMemory) answered++;
    }
    expect(answered).toBeGreaterThan(RUNS / 20);
  });
});
