/**
 * The questions that are shipped, on the facts that are shipped: valid, within the limits, and answered by their
 * compiled form to the letter as by graphql-js.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { queriesFolder } from '../../src/base/shipped-files.ts';
import { QueryEngine } from '../../src/graphql/query-engine.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';

const { view } = await shippedGraph();
const engine = new QueryEngine(view.graph, { answerBytes: 0 });
const files = readdirSync(queriesFolder).filter((it) => it.endsWith('.graphql'));
const textOf = (file: string): string => readFileSync(join(queriesFolder, file), 'utf8');

test('there is one for each of the fifteen questions', () => {
  const numbers = new Set(files.map((it) => Number(it.slice(0, 2))));
  expect(Array.from({ length: 15 }, (_, i) => i + 1).filter((it) => !numbers.has(it))).toEqual([]);
});

test.each(['LOUVAIN', 'LABELS', 'COMPONENTS'])('communities of the whole graph by %s are within the limits', (by) => {
  const answer = engine.ask({ view }, `{ communities(by: ${by}) { modularity groups(first: 3) { size } } }`);
  expect(answer).toHaveProperty('json');
});

describe.each(files)('%s', (file) => {
  const text = textOf(file);
  const document = parse(text);
  const operations = document.definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION);

  test('opens with what it asks, in words, and names its operations', () => {
    expect(text).toMatch(/^# \S.*\.|^# \S.*\?/);
    expect(operations.filter((it) => it.name === undefined)).toEqual([]);
  });

  test('is valid and within the limits', () => {
    expect(validate(engine.schema, document, [...specifiedRules, ...engine.validationRules])).toEqual([]);
  });

  test.each(operations.map((it) => it.name?.value ?? ''))('%s is compiled, and answered as graphql-js does', (name) => {
    const asked = { operationName: name };
    const answer = engine.answer({ view }, document, asked);
    expect(answer.executor).toBe('compiled');
    const plain = engine.answer({ view }, document, { ...asked, contextValue: {} });
    expect(plain.executor).toBe('graphql-js');
    expect({ ...answer, executor: '' }).toEqual({ ...plain, executor: '' });
    expect('json' in plain).toBe(true);
  });
});
