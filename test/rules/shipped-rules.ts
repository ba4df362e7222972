/**
 * The rules and the ontology that ship, read once for all tests of rules.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '../../src/base/source-file.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { type RulesRead, readRules } from '../../src/rules/read-rules.ts';

const root = join(import.meta.dirname, '../..');
const sourceFile = (name: string): SourceFile => new SourceFile(name, readFileSync(join(root, name), 'utf8'));

export const shippedOntology: Ontology = readShippedOntology();
export const shippedRules: RulesRead = readRules(sourceFile('graph-data/rules.yaml'));

function readShippedOntology(): Ontology {
  const { ontology, problems } = readOntology(sourceFile('schema.graphql'));
  if (!ontology) throw new Error(problems.map((it) => it.message).join('\n'));
  return ontology;
}
