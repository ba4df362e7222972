/**
 * The questions that are shipped, on the facts that are shipped: valid, within the limits, and answered by their
 * compiled form to the letter as by graphql-js.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { queriesFolder } from '../../src/base/shipped-files.ts';
import { executeDocument } from '../../src/graphql/execute-document.ts';
import { defaultLimits } from '../../src/graphql/limits.ts';
import { QueryEngine } from '../../src/graphql/query-engine.ts';
import { openGraph } from '../../src/open-graph.ts';

const { view } = await openGraph();
const engine = new QueryEngine(view, { answerCache: 0 });
const files = readdirSync(queriesFolder).filter((it) => it.endsWith('.graphql'));
const textOf = (file: string): string => readFileSync(join(queriesFolder, file), 'utf8');

test('there is one for each of the fifteen questions', () => {
  const numbers = new Set(files.map((it) => Number(it.slice(0, 2))));
  expect(Array.from({ length: 15 }, (_, i) => i + 1).filter((it) => !numbers.has(it))).toEqual([]);
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
    const answer = engine.answer(document, {}, name);
    const context = { view, limits: defaultLimits };
    const plain = JSON.stringify(executeDocument(engine.schema, context, document, {}, name));
    expect('text' in answer ? answer.text : answer).toBe(plain);
    expect(JSON.parse(plain).errors).toBeUndefined();
  });
});
