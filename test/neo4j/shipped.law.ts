/**
 * What is shipped, on Neo4j: every question of `queries/` and every query of the guide is answered as in memory, or refused
 * by the name of the field that is not answered there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, Kind, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queriesFolder } from '../../src/base/shipped-files.ts';
import { engineOf } from '../../src/graphql/query-engine.ts';
import { connectGraph } from '../../src/neo4j/connect-graph.ts';
import { loadIntoNeo4j } from '../../src/neo4j/load-into-neo4j.ts';
import { Neo4jConnection } from '../../src/neo4j/neo4j-connection.ts';
import type { Neo4jGraph } from '../../src/neo4j/neo4j-graph.ts';
import { openFolder } from '../../src/opening/open-folder.ts';
import type { OpenedGraph } from '../../src/opening/read-graph.ts';
import { shippedQuestions } from '../kit/shipped-questions.ts';
import { answerText, REFUSED_CONDITION } from './answer-text.ts';

const uri = process.env.DIPLOGRAPH_TEST_NEO4J;
const namespace = 'Shipped';

/** Fields that need the whole graph. */
const REFUSED = ['search', 'ranking', 'communities', 'similar', 'groupCount', 'retract'];
const wholeGraph = new RegExp(
  `^"(${REFUSED.join('|')}|timeline|changes|disagreements|paths|@supported|@asOf\\(whenOf:\\))"`,
);

const docs = join(import.meta.dirname, '../../docs');
const textOf = (page: string): string => readFileSync(join(docs, page), 'utf8');
/** The guide, the recipes and whatever else has queries. */
const pages = readdirSync(docs).filter((it) => it.endsWith('.md') && textOf(it).includes('\n```graphql\n'));

describe.skipIf(uri === undefined)('the shipped graph on Neo4j', () => {
  let opened: OpenedGraph;
  let graph: Neo4jGraph;

  beforeAll(async () => {
    opened = await openFolder();
    const connection = await Neo4jConnection.open({ uri: uri!, namespace });
    const { about, rules } = opened;
    const first = await loadIntoNeo4j(connection, opened.view.graph, { about, rules, incremental: true });
    expect(first.nodes).toBe(opened.view.nodeCount);
    const again = await loadIntoNeo4j(connection, opened.view.graph, { about, rules, incremental: true });
    await connection.close();
    expect(again).toMatchObject({ written: 0, removed: 0 });
    graph = await connectGraph({ uri: uri!, namespace, maxMilliseconds: 600_000 });
  });
  afterAll(() => graph?.close());

  /** Whether it was answered, and not refused. */
  async function expectEqual(document: DocumentNode, operationName: string | undefined): Promise<boolean> {
    const { view, about } = opened;
    const onNeo4j = await graph.engine.answer(document, { operationName });
    const errors = 'errors' in onNeo4j ? onNeo4j.errors : [];
    const refusals = errors.filter((it) => it.extensions.code === 'NOT_ON_NEO4J');
    for (const it of refusals)
      expect(wholeGraph.test(it.message) || REFUSED_CONDITION.test(it.message), it.message).toBe(true);
    if (refusals.length > 0) return false;
    expect(answerText(onNeo4j)).toBe(
      answerText(engineOf(view.graph).answer({ view, about }, document, { operationName })),
    );
    return true;
  }

  const answered: string[] = [];
  const refused: string[] = [];

  test.each(shippedQuestions)('%s', async (file) => {
    const document = parse(readFileSync(join(queriesFolder, file), 'utf8'));
    for (const it of document.definitions) {
      if (it.kind !== Kind.OPERATION_DEFINITION || !it.name) continue;
      ((await expectEqual(document, it.name.value)) ? answered : refused).push(it.name.value);
    }
  });

  test.each(pages)('the queries of %s', async (page) => {
    const engine = engineOf(opened.view.graph);
    for (const [, text = ''] of textOf(page).matchAll(/^```graphql\n([\s\S]*?)^```/gm)) {
      const document = parse(text);
      if (validate(engine.schema, document).length > 0) continue;
      for (const it of document.definitions) {
        if (it.kind !== Kind.OPERATION_DEFINITION) continue;
        const name = it.name?.value;
        ((await expectEqual(document, name)) ? answered : refused).push(name ?? `a query of ${page}`);
      }
    }
  });

  test('most of them are answered', () => {
    process.stderr.write(
      `On Neo4j: ${answered.length} answered alike; ${refused.length} refused: ${refused.join(', ')}\n`,
    );
    expect(answered.length).toBeGreaterThan(3 * refused.length);
  });
});
