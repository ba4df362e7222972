/**
 * The JSON Schema of patterns: the shipped ones fit it, and what is misspelt does not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { patternsFolder } from '../../src/base/shipped-files.ts';
import { patternSchema } from '../../src/reading/pattern-schema.ts';
import { runLine } from '../cli/run-line.ts';
import { view } from './reading-kit.ts';

const fits = new Ajv({ allErrors: true, strict: false }).compile(patternSchema(view.ontology));

test('every shipped pattern fits', () => {
  for (const file of readdirSync(patternsFolder).filter((it) => it !== 'lexicon.yaml'))
    expect(
      fits(parse(readFileSync(join(patternsFolder, file), 'utf8'))),
      `${file} ${JSON.stringify(fits.errors)}`,
    ).toBe(true);
});

test.each([
  'edge: hostd\nverbs: [host]',
  'edge: hosts',
  'edge: hosts\nverb: [host]',
  'edge: hosts\nfrom: Planet\nverbs: [host]',
  'edge: hosts\nverbs: [{noun: host}]',
  'edge: hosts\nverbs: [host]\ndated: never',
  'edge: hosts\nverbs: [host]\nexamples: [{text: a}]',
  'edge: hosts\nverbs: [host]\nexamples: [{text: a, claims: [[Peru, hosts, Lima Summit, SURE]]}]',
])('%s does not', (written) => {
  expect(fits(parse(written))).toBe(false);
});

test('the command prints it', async () => {
  const { stdout, stderr } = await runLine(['schema', '--for', 'patterns']);
  expect(JSON.parse(stdout)).toEqual(patternSchema(view.ontology));
  expect(stderr).toContain('patterns/*.yaml');
});
