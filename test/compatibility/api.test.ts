/**
 * The API beside that of the last release: what would break a client is known, and said.
 *
 * In `release/` lie the shipped ontology of the last release, and a small one with the API that the release made of it. The
 * two together tell what either an ontology or what makes an API of it takes away. `breaking-changes.txt` has what breaks
 * clients since, a line each, which the changelog explains. `UPDATE_RELEASE=1` writes all of it down anew, as a release does.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schemaFile } from '../../src/base/shipped-files.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { buildGraphSchema } from '../../src/graphql/schema/build-schema.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';

const placeOf = (name: string): string => join(import.meta.dirname, name);
const SHIPPED = placeOf('release/schema.graphql');
const SMALL = placeOf('release/small.graphql');
const SMALL_API = placeOf('release/small-api.graphql');
const KNOWN = placeOf('breaking-changes.txt');

function apiOf(file: string): GraphQLSchema {
  const { ontology, problems } = readOntology(new SourceFile(file, readFileSync(file, 'utf8')));
  if (!ontology) throw new Error(problems.map((it) => it.message).join('\n'));
  return buildGraphSchema(ontology);
}

if (process.env.UPDATE_RELEASE === '1') {
  copyFileSync(schemaFile, SHIPPED);
  writeFileSync(SMALL_API, `${printSchema(apiOf(SMALL))}\n`);
  writeFileSync(KNOWN, '');
}

async function breakingChanges(before: GraphQLSchema, after: GraphQLSchema): Promise<string[]> {
  const changes = await diff(before, after);
  return changes.filter((it) => it.criticality.level === CriticalityLevel.Breaking).map((it) => it.message);
}

test('what breaks a client of the last release is written down, and nothing else is', async () => {
  const known = readFileSync(KNOWN, 'utf8')
    .split('\n')
    .filter((it) => it !== '');
  const ofOntology = await breakingChanges(apiOf(SHIPPED), apiOf(schemaFile));
  const ofApi = await breakingChanges(buildSchema(readFileSync(SMALL_API, 'utf8')), apiOf(SMALL));
  expect([...ofOntology, ...ofApi].sort()).toEqual(known.sort());
}, 120_000);

test('a field that goes, a value that goes and an argument that must be given are seen', async () => {
  const before = buildSchema('type Query { a: Int b(c: Int): Kind } enum Kind { ONE TWO }');
  const after = buildSchema('type Query { b(c: Int!): Kind } enum Kind { ONE }');
  expect(await breakingChanges(before, after)).toHaveLength(3);
  expect(await breakingChanges(after, after)).toEqual([]);
});
