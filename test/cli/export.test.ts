/**
 * `diplograph export`: files written whole or not at all, and every wish of the view and the format heard.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Ran, runLine } from './run-line.ts';
import { smallFolder } from './small-folder.ts';

const facts = smallFolder();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const run = (...words: string[]): Promise<Ran> =>
  runLine(['export', '--data', join(facts, 'graph-data'), '--schema', join(facts, 'schema.graphql'), ...words], {
    cwd: folder,
  });
const written = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('to a file', () => {
  test('the ending says the format, and stdout stays empty', async () => {
    const ran = await run('-o', 'clubs.graphml');
    expect([ran.code, ran.stdout]).toEqual([0, '']);
    expect(ran.stderr).toMatch(/^GraphML: \d+ nodes and \d+ edges\.\n$/);
    expect(written('clubs.graphml')).toMatch(/^<\?xml[\s\S]*<\/graphml>\n$/);
    expect(readdirSync(folder)).toEqual(['clubs.graphml']);
  });

  test('a pair of tables gets a name for each', async () => {
    expect((await run('-f', 'csv-gephi', '-o', 'clubs.csv')).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['clubs.edges.csv', 'clubs.nodes.csv']);
    expect(written('clubs.nodes.csv')).toMatch(/^Id,Label,type/);
    expect(written('clubs.edges.csv')).toMatch(/^Source,Target,Type/);
  });

  test('one table of a pair keeps its name', async () => {
    await run('-f', 'csv', '--part', 'edges', '-o', 'clubs.csv');
    expect(readdirSync(folder)).toEqual(['clubs.csv']);
  });

  test('for programs, what was written is told as JSON', async () => {
    const ran = await run('-o', 'clubs.gexf', '--json', '--quiet');
    expect(ran.stderr).toBe('');
    expect(JSON.parse(ran.stdout)).toMatchObject({ format: 'gexf', replaced: 0, files: [join(folder, 'clubs.gexf')] });
  });

  test('an old file is replaced, and keeps who may read it', async () => {
    writeFileSync(join(folder, 'clubs.dot'), 'old', { mode: 0o600 });
    expect((await run('-o', 'clubs.dot')).code).toBe(0);
    expect(written('clubs.dot')).toMatch(/^digraph/);
    expect(statSync(join(folder, 'clubs.dot')).mode & 0o777).toBe(0o600);
  });

  test('what cannot be asked leaves the old file as it was', async () => {
    writeFileSync(join(folder, 'clubs.dot'), 'old');
    expect((await run('-o', 'clubs.dot', '--via', 'no-such-type')).code).toBe(2);
    expect(written('clubs.dot')).toBe('old');
    expect(readdirSync(folder)).toEqual(['clubs.dot']);
  });

  test('where there is no folder, nothing is left and the path is told', async () => {
    const ran = await run('-o', 'nowhere/clubs.gexf');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`Cannot write "${join(folder, 'nowhere/clubs.gexf')}": there is no such folder.`);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder is not written over', async () => {
    mkdirSync(join(folder, 'clubs.gexf'));
    const ran = await run('-o', 'clubs.gexf');
    expect(ran.stderr).toContain('it is a folder');
    expect(readdirSync(folder)).toEqual(['clubs.gexf']);
  });

  test('when one of two files cannot be written, neither is', async () => {
    mkdirSync(join(folder, 'clubs.edges.csv'));
    writeFileSync(join(folder, 'clubs.nodes.csv'), 'old');
    expect((await run('-f', 'csv', '-o', 'clubs.csv')).code).toBe(1);
    expect(written('clubs.nodes.csv')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['clubs.edges.csv', 'clubs.nodes.csv']);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is told as what it is', async () => {
    const ran = await run('-f', 'gexf', '-o', '/dev/full');
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('the disk is full');
  });
});

describe('to stdout', () => {
  test.each([[[]], [['-o', '-']]])('goes what would be in the file (%j)', async (target) => {
    const ran = await run('-f', 'jsonl', ...target);
    await run('-o', 'clubs.jsonl');
    expect(ran.stdout).toBe(written('clubs.jsonl'));
  });

  test('goes one table of a pair, and never two', async () => {
    expect((await run('-f', 'csv', '--part', 'nodes')).stdout).toMatch(/^\uFEFFid,type,name/);
    const both = await run('-f', 'csv');
    expect([both.code, both.stdout]).toEqual([2, '']);
    expect(both.stderr).toContain('Give a file with -o, or one of them with --part.');
  });
});

describe('asked wrongly', () => {
  test.each([
    [['-f', 'gefx'], 'Did you mean "gexf"?'],
    [['-o', 'clubs.txt'], 'does not say which format is wanted'],
    [[], 'Nothing says which format is wanted'],
    [['-f', 'gexf', '--as-of', 'yesterday'], '"yesterday" is not a date'],
    [['-f', 'gexf', '--types', 'Clubb'], 'Did you mean "Club"?'],
    [['-f', 'gexf', '--trust', 'much'], '"much" is no number'],
    [['-f', 'gexf', '--depth', '2'], 'it says nothing without around'],
    [['-f', 'dot', '--gexf-version', '1.2'], 'DOT has no such option'],
    [['-f', 'jsonl', '--layout'], 'has no place for positions'],
  ])('%j ends with 2 and the remedy', async (line, remedy) => {
    const ran = await run(...line);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain(remedy);
  });
});

test('lists may be given at once or one by one, and nodes by name', async () => {
  const [person] = (await run('-f', 'jsonl', '--types', 'Person')).stdout.match(/"id":"[^"]+"/) ?? [];
  expect(person).toBeDefined();
  const together = await run('-f', 'jsonl', '--types', 'Person,Club', '--linked');
  const apart = await run('-f', 'jsonl', '--types', 'Person', '--types', 'Club', '--linked');
  expect(apart.stdout).toBe(together.stdout);
  const name = JSON.parse(together.stdout.split('\n')[1] ?? '').properties.name;
  const byName = await run('-f', 'jsonl', '--around', name);
  expect(byName.stdout.split('\n').filter((it) => it.includes('"record":"node"')).length).toBeGreaterThan(0);
});

test('a node whose name holds a comma is that node, and no two others', async () => {
  const graph = mkdtempSync(join(tmpdir(), 'commas-'));
  onTestFinished(() => rmSync(graph, { recursive: true }));
  mkdirSync(join(graph, 'dossiers'));
  writeFileSync(
    join(graph, 'dossiers/missions.yaml'),
    ['nodes:', ...missions.map(([id, name]) => `  - { id: '${id}', type: Person, name: '${name}' }`)].join('\n'),
  );
  const line = ['--schema', join(facts, 'schema.graphql'), '--data', graph, '--depth', '0'];
  for (const around of ['Mission of Ada, Vienna 1965', 'person:ada,vienna']) {
    const { stdout } = await runLine(['export', '-f', 'jsonl', '--around', around, ...line]);
    expect(stdout.match(/"id":"[^"]*"/g)).toEqual(['"id":"person:ada,vienna"']);
  }
});

const missions = [
  ['person:ada,vienna', 'Mission of Ada, Vienna 1965'],
  ['person:ada', 'Mission of Ada'],
  ['person:vienna', 'Vienna 1965'],
];

test('a file that a killed process left half written is cleared by the next that writes it, and no other', async () => {
  const [left, written, strangers] = ['.types.ts.4194305.tmp', `.types.ts.${process.ppid}.tmp`, '.other.4194305.tmp'];
  for (const name of [left, written, strangers]) writeFileSync(join(folder, name), 'half');
  const line = ['types', '--schema', join(facts, 'schema.graphql'), '-o', 'types.ts'];
  expect(await runLine(line, { cwd: folder })).toMatchObject({ code: 0 });
  expect(readdirSync(folder).sort()).toEqual([strangers, written, 'types.ts'].sort());
});
