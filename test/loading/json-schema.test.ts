/**
 * The JSON Schemas against every file that is shipped, by Ajv, and against what an editor is to mark.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { dataFolder, schemaFile } from '../../src/base/shipped-files.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { jsonSchemaOf, type SchemaKind, schemaKinds } from '../../src/loading/entries/json-schema.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';

const ontology = readOntology(new SourceFile('schema.graphql', readFileSync(schemaFile, 'utf8'))).ontology as Ontology;
const validators = new Map<SchemaKind, ValidateFunction>(
  (Object.keys(schemaKinds) as SchemaKind[]).map((kind) => [
    kind,
    new Ajv({ allowUnionTypes: true }).compile(jsonSchemaOf(kind, ontology)),
  ]),
);

function faultsOf(kind: SchemaKind, text: string): string[] {
  const validate = validators.get(kind);
  if (!validate) throw new Error(`there is no schema of ${kind}`);
  validate(parse(text, { schema: 'core' }));
  return (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message}`);
}

const kindOf = (file: string): SchemaKind | undefined => {
  if (file.startsWith('dossiers/')) return 'dossiers';
  if (file.endsWith('.map.yaml')) return 'mappings';
  return (Object.keys(schemaKinds) as SchemaKind[]).find((it) => schemaKinds[it] === file);
};

const shipped = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
  // Patterns of articles are checked with their examples.
  .filter((it) => it.endsWith('.yaml') && !it.startsWith('patterns/'))
  .sort();

describe('JSON Schemas', () => {
  test.each(shipped)('take %s as it is shipped', (file) => {
    const kind = kindOf(file);
    expect(kind, `of what kind is ${file}?`).toBeDefined();
    expect(faultsOf(kind as SchemaKind, readFileSync(join(dataFolder, file), 'utf8'))).toEqual([]);
  });

  test('every kind of file is among those that are shipped', () => {
    expect(new Set(shipped.map(kindOf))).toEqual(new Set(Object.keys(schemaKinds)));
  });

  test.each<[SchemaKind, string]>([
    ['dossiers', 'nodes: [{ id: state:x, type: Stat, name: X }]'],
    ['dossiers', 'nodes: [{ id: state:x, type: State, name: X, nmae: Y }]'],
    ['dossiers', 'nodes: [{ id: state:x, type: State }]'],
    ['dossiers', 'nodes: [{ extend: state:x, nmae: Y }]'],
    ['dossiers', 'nodes: [{ id: state:x, type: State, name: X, aliases: Y }]'],
    ['dossiers', 'edges: [{ from: state:x, edge: member-off, to: org:y }]'],
    ['dossiers', 'edges: [{ from: state:x, edge: member-of, to: org:y, since: 2020 }]'],
    ['dossiers', 'edges: [{ from: state:x, edge: member-of, to: org:y, modality: REPORT }]'],
    ['dossiers', 'edges: [{ from: state:x, edge: member-of }]'],
    ['dossiers', 'node: []'],
    ['mappings', 'nodes: [{ type: State, name: "{name}" }]'],
    ['mappings', 'edges: [{ from: "{a}", edge: member-off, to: "{b}" }]'],
    ['sources', '- { name: X }'],
    ['judgements', '- { same-as: [a, b], reason: x }'],
    ['judgements', '- { same-as: [a], reason: x, source: s }'],
    ['expectations', '- { expect: x, nodes: Stat, count: 1 }'],
    ['dataset', 'license: CC0'],
    ['rules', 'rules: [{ id: R1 }]'],
  ])('of %s refuse %s', (kind, text) => expect(faultsOf(kind, text)).not.toEqual([]));

  test('leave to a table what its cells decide', () => {
    const text = 'nodes: [{ id: "{id}", type: State, name: "{name}", aliases: "{others|split:;}", once: true }]';
    expect(faultsOf('mappings', text)).toEqual([]);
  });
});
