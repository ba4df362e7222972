/**
 * What is shipped, on Neo4j: every question of `queries/` and every query of the guide is answered as in memory. Those that
 * rest on the whole graph, which of a larger one would be refused, are listed.
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
import { answerText, isRefused } from './answer-text.ts';

const uri = process.env.DIPLOGRAPH_TEST_NEO4J;
const namespace = 'Shipped';

const docs = join(import.meta.dirname, '../../docs');
const textOf = (page: string): string => readFileSync(join(docs, page), 'utf8');
/** The guide, the recipes and whatever else has queries. */
const pages = readdirSync(docs).filter((it) => it.endsWith('.md') && textOf(it).includes('\n```graphql\n'));

describe.skipIf(uri === undefined)('the shipped graph on Neo4j', () => {
  let opened: OpenedGraph;
  let graph: Neo4jGraph;
  /** The same, which refuses what rests on the whole graph. */
  let large: Neo4jGraph;

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
    large = await connectGraph({ uri: uri!, namespace, maxMilliseconds: 600_000, maxCopiedEdges: 0 });
  });
  afterAll(async () => {
    await graph?.close();
    await large?.close();
  });

  const asked: string[] = [];
  const copied: string[] = [];

  async function expectEqual(document: DocumentNode, operationName: string | undefined, name: string): Promise<void> {
    const { view, about } = opened;
    const inMemory = engineOf(view.graph).answer({ view, about }, document, { operationName });
    const found = await large.engine.answer(document, { operationName });
    (isRefused(found) ? copied : asked).push(name);
    const answer = isRefused(found) ? await graph.engine.answer(document, { operationName }) : found;
    expect(answerText(answer)).toBe(answerText(inMemory));
  }

  test.each(shippedQuestions)('%s', async (file) => {
    const document = parse(readFileSync(join(queriesFolder, file), 'utf8'));
    for (const it of document.definitions) {
      if (it.kind !== Kind.OPERATION_DEFINITION || !it.name) continue;
      await expectEqual(document, it.name.value, it.name.value);
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
        await expectEqual(document, name, name ?? `a query of ${page}`);
      }
    }
  });

  test('most of them are asked of Neo4j itself', () => {
    process.stderr.write(
      `${asked.length} asked of Neo4j; ${copied.length} of a copy of the graph: ${copied.join(', ')}\n`,
    );
    expect(asked.length).toBeGreaterThan(3 * copied.length);
  });
});
