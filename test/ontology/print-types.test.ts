import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { printTypes } from '../../src/ontology/print-types.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';
import { movies } from './movies.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function read(text: string): Ontology {
  const { ontology } = readOntology(new SourceFile('schema.graphql', text));
  if (!ontology) throw new Error('no ontology');
  return ontology;
}

test('the shipped types are what `npm run types` prints of schema.graphql', () => {
  const shipped = read(readFileSync(join(root, 'schema.graphql'), 'utf8'));
  expectGolden(join(root, 'src/generated/shipped-ontology.ts'), printTypes(shipped));
});

test('the types of a schema of other origin are printed whole', () => {
  expectGolden(goldenPath('types/movies.ts'), printTypes(read(movies)));
});

test('a description cannot end its comment, nor a name break its line', () => {
  const text = printTypes(read('"""Ends */ here."""\ntype class @node { id: ID! "Not the node type." type: String }'));
  expect(text).toContain('/** Ends *\\/ here. */\nexport interface class_ {');
  expect(text).not.toContain('Not the node type');
});

test('a node type named Schema leaves the name to itself', () => {
  const text = printTypes(read('type Schema @node { id: ID! }'));
  expect(text).toContain('export interface Schema {\n  readonly type');
  expect(text).toContain('export interface OntologySchema {\n  readonly nodes');
});
