import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatYaml } from '../../src/loading/saving/format-yaml.ts';
import { runLine } from './run-line.ts';
import { smallFolder } from './small-folder.ts';

const loose = `# About clubs
title:   "Two clubs"   # a name
source: source:minutes

nodes:
    - {id: person:ada, type: Person, name: Ada Őry, aliases: [ Lady Ada,  Ada ]}

    # The other one
    - id: person:bert
      type: Person
      name: 'Bert: Smith'
      description: >-
        Two lines that belong
        together.
`;
const tight = `# About clubs
title: "Two clubs" # a name
source: source:minutes

nodes:
  - { id: person:ada, type: Person, name: Ada Őry, aliases: [Lady Ada, Ada] }

  # The other one
  - id: person:bert
    type: Person
    name: 'Bert: Smith'
    description: >-
      Two lines that belong
      together.
`;

describe('one form of YAML', () => {
  test('keeps comments, blank lines and order, and says the same', () => {
    const formatted = formatYaml(loose) ?? '';
    expect(parse(formatted)).toEqual(parse(loose));
    expect(formatted).toBe(tight);
  });

  test('is reached at once: what has it stays, with the ends of its lines and its byte order mark', () => {
    expect(formatYaml(tight)).toBe(tight);
    const [windows, looseOnes] = [tight, loose].map((it) => `\ufeff${it.replaceAll('\n', '\r\n')}`);
    expect(formatYaml(windows ?? '')).toBe(windows);
    expect(formatYaml(looseOnes ?? '')).toBe(windows);
  });

  test('numbers, and files in which nothing is said, stay as they were written', () => {
    const numbers = 'a: 007\nb: 12345678901234567890\nc: 1e3\nd: [0x1F, 1.50]\n';
    expect(formatYaml(numbers)).toBe(numbers);
    for (const empty of ['', '\n', '# Nothing yet.\n', '~\n']) expect(formatYaml(empty)).toBe(empty);
  });

  test('a list that a comment keeps on several lines keeps its indentation', () => {
    expect(formatYaml('a: [1, # one\n  2]\n')).toBe('a:\n  [\n    1, # one\n    2\n  ]\n');
  });

  test.each(['a: [', 'a: b\n c: d: e\n', '- a\nb'])('%j cannot be read, and is left alone', (text) => {
    expect(formatYaml(text)).toBeUndefined();
  });
});

test.each(['graph-data', 'starter/graph-data'])('what is shipped in %s has it', (folder) => {
  const path = join(import.meta.dirname, '../..', folder);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.yaml'));
  const facts = files.filter((it) => !it.startsWith('patterns'));
  expect(facts.length).toBeGreaterThan(2);
  const textOf = (it: string): string => readFileSync(join(path, it), 'utf8');
  expect(facts.filter((it) => formatYaml(textOf(it)) !== textOf(it))).toEqual([]);
});

describe('diplograph fmt', () => {
  test('lists with --check, then writes, then has nothing to do', async () => {
    const cwd = smallFolder(loose);
    const file = join(cwd, 'graph-data', 'dossiers', 'clubs.yaml');
    const checked = await runLine(['fmt', '--check'], { cwd });
    expect(checked).toMatchObject({ code: 1, stdout: expect.stringContaining('graph-data/dossiers/clubs.yaml\n') });
    expect(readFileSync(file, 'utf8')).toBe(loose);
    expect(await runLine(['fmt'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(tight);
    expect(await runLine(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' });
  });

  test('leaves a file that cannot be read, and says so', async () => {
    const cwd = smallFolder();
    writeFileSync(join(cwd, 'graph-data', 'dossiers', 'broken.yaml'), 'a: [');
    const { stderr, code } = await runLine(['fmt', 'graph-data/dossiers/broken.yaml'], { cwd });
    expect(stderr).toContain('broken.yaml cannot be read, and stays as it is');
    expect(code).toBe(1);
  });

  test('takes folders, and touches nothing that is not named as YAML', async () => {
    const cwd = smallFolder(loose);
    const table = join(cwd, 'graph-data', 'members.csv');
    writeFileSync(table, 'id,name\n1,x\n');
    const refused = await runLine(['fmt', 'graph-data', 'graph-data/members.csv'], { cwd });
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('is not named as YAML') });
    expect(readFileSync(table, 'utf8')).toBe('id,name\n1,x\n');
    const { code, stdout } = await runLine(['fmt', 'graph-data/dossiers', '--json'], { cwd });
    expect({ code, changed: JSON.parse(stdout) }).toEqual({ code: 0, changed: ['graph-data/dossiers/clubs.yaml'] });
  });

  test('a name that is none is misuse', async () => {
    const { code, stderr } = await runLine(['fmt', 'nothing.yaml'], { cwd: smallFolder() });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no such file') });
  });
});
