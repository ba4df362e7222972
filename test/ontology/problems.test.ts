import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printProblem } from '../../src/base/problem-list.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';

const cases = readdirSync(goldenPath('problems/ontology'));

/** What a person would read of a schema called `schema.graphql`. */
function told(text: string): string {
  const file = new SourceFile('schema.graphql', text);
  const lines = readOntology(file).problems.map((it) => printProblem(it, new Map([[file.name, file]])));
  return `${lines.join('\n')}\n`;
}

test.each(cases)('a schema with "%s" is told what is wrong and where', (name) => {
  const text = readFileSync(goldenPath('problems/ontology', name, 'schema.graphql'), 'utf8');
  expectGolden(goldenPath('problems/ontology', name, 'expected.txt'), told(text));
});

test('a line of 5 MB is shown around the place only', () => {
  const text = `type State @node { id: ID! ${'name: String '.repeat(400_000)}@ }`;
  const report = told(text);
  expect(text.length).toBeGreaterThan(5_000_000);
  expect(report).toContain('schema-syntax');
  expect(report.length).toBeLessThan(500);
});

test('brackets nested a hundred thousand deep are a problem and no crash', () => {
  const { ontology, problems } = readOntology(new SourceFile('schema.graphql', `type A { a: ${'['.repeat(100_000)}`));
  expect(ontology).toBeUndefined();
  expect(problems.map((it) => it.code)).toEqual(['schema-too-deep']);
});
