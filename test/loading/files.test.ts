import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printProblems } from '../../src/base/problem-list.ts';
import { loadGraphData } from '../../src/loading/load-graph-data.ts';
import { folderOf, loadDossier, loadFiles, saidOf, smallSchema } from '../kit/facts-folder.ts';

describe('a folder that cannot be read', () => {
  test('that is not there', () => {
    const data = loadGraphData({ schema: smallSchema, data: 'no/such/folder' });
    expect(saidOf(data)).toEqual([
      'unreadable-file  "no/such/folder" cannot be read: there is no such file or folder.',
    ]);
  });

  test('that is a file', () => {
    expect(saidOf(loadGraphData({ schema: smallSchema, data: smallSchema }))[0]).toMatch(
      /^unreadable-file {2}".*schema\.graphql" cannot be read: it is not a folder\.$/,
    );
  });

  test('a schema that is not there', () => {
    const data = loadGraphData({ schema: 'no.graphql', data: folderOf({}) });
    expect(data.ontology).toBeUndefined();
    expect(saidOf(data)).toEqual(['unreadable-file  "no.graphql" cannot be read: there is no such file or folder.']);
  });

  test('a schema with errors is told, and its facts are not read', () => {
    const folder = folderOf({ 'schema.graphql': 'type State @nod { id: ID! }', 'data/dossiers/a.yaml': 'nodes: [' });
    const data = loadGraphData({ schema: join(folder, 'schema.graphql'), data: join(folder, 'data') });
    expect(data.problems.map((it) => it.code)).toContain('unknown-directive');
    expect(data.problems.map((it) => it.code)).not.toContain('broken-yaml');
  });
});

describe('a file that cannot be read', () => {
  test('that leads nowhere', () => {
    const data = folderOf({ 'dossiers/a.yaml': 'title: x' });
    symlinkSync(join(data, 'gone.yaml'), join(data, 'dossiers/b.yaml'));
    expect(saidOf(loadGraphData({ schema: smallSchema, data }))[0]).toMatch(
      /^unreadable-file {2}".*dossiers\/b\.yaml" cannot be read: there is no such file or folder\.$/,
    );
  });

  test('that is no UTF-8', () => {
    const data = loadFiles({ 'dossiers/latin.yaml': Buffer.from('nodes: [{ id: état }]', 'latin1') });
    expect(saidOf(data)).toEqual([
      'dossiers/latin.yaml:1:1  wrong-encoding  This file is not UTF-8 text. Save it in that encoding.',
    ]);
  });

  test('begins with a byte order mark, which nobody sees', () => {
    expect(saidOf(loadDossier('\ufeffnodes: [{ extend: state:kaz, iso3: KAZ }]'))).toEqual([]);
  });
});

describe('a line of five million characters', () => {
  const long = 'x'.repeat(5_000_000);

  test.each([
    ['a dossier', 'dossiers/long.yaml', `title: ${long}\n`],
    ['a dossier of brackets', 'dossiers/long.yaml', `nodes: ${'['.repeat(5_000_000)}\n`],
    ['a table', 'tables/long.csv', `id\n${long}\n`],
  ])('in %s is refused, and shown in a frame that fits on a screen', (_, name, text) => {
    const data = loadFiles({
      [name]: text,
      'tables/long.map.yaml': 'nodes: []',
      'tables/long.csv': 'id\n',
      ...{ [name]: text },
    });
    const said = printProblems(data.problems, data.files);
    expect(said).toContain('line-too-long');
    expect(said).toContain('characters; 1000000 are the most');
    expect(said.length).toBeLessThan(1000);
  });

  test('below the limit a long line is shown in part', () => {
    const data = loadDossier(`nodes:\n  - { id: state:x, type: State, name: ${'x'.repeat(900_000)}, seats: many }\n`);
    const said = printProblems(data.problems, data.files);
    expect(said).toContain('"seats" takes a whole number');
    expect(said.length).toBeLessThan(600);
  });
});

test('brackets nested without end are a problem and not a crash', () => {
  expect(saidOf(loadDossier(`nodes: ${'['.repeat(30_000)}\n`))[0]).toMatch(/under-test\.yaml:\d+:\d+ {2}broken-yaml/);
});

describe('more problems than anybody reads', () => {
  const rows = (count: number): string => Array.from({ length: count }, (_, i) => `state:s${i}`).join('\n');
  const map = "source: source:gazette\nedges: [{ from: '{state}', edge: member-of, to: org:un }]";

  test('are told up to fifty, and counted', () => {
    const data = loadFiles({ 'tables/t.csv': `state\n${rows(362)}\n`, 'tables/t.map.yaml': map });
    expect(data.problems).toHaveLength(50);
    expect(data.unshown).toBe(312);
    expect(saidOf(data).at(-1)).toBe('… and 312 more');
  });

  test('do not take long: a table of which every row is wrong', () => {
    const data = loadFiles({ 'tables/t.csv': `state\n${rows(50_000)}\n`, 'tables/t.map.yaml': map });
    expect(data.unshown).toBe(49_950);
  });

  test('are told once where one word is behind them all', () => {
    const data = loadFiles({
      'tables/t.csv': `state\n${rows(5000)}\n`,
      'tables/t.map.yaml': "source: source:gazette\nnodes: [{ id: '{state}', type: State, nam: '{state}' }]",
    });
    expect(saidOf(data)).toEqual(['tables/t.map.yaml:2:39  unknown-key  A State has no "nam". Did you mean "name"?']);
  });

  test('do not hide behind warnings', () => {
    const names = Array.from({ length: 100 }, (_, i) => `  - { id: state:s${i}, type: State, name: Same }`).join('\n');
    const data = loadDossier(
      `nodes:\n${names}\nedges:\n  - { from: state:s1, edge: member-of, to: org:xyzzy, source: source:herald }\n`,
    );
    expect(data.problems.filter((it) => it.severity === 'error').map((it) => it.code)).toEqual(['unknown-node']);
  });
});

test('nobody is blamed for naming what a broken file may hold', () => {
  const data = loadFiles({
    'dossiers/broken.yaml': 'nodes:\n  - id: org:who\n   type: Organisation\n',
    'dossiers/whole.yaml': 'edges: [{ from: state:kaz, edge: member-of, to: org:who, source: source:nowhere }]',
  });
  expect(data.problems.map((it) => it.code)).toEqual(['broken-yaml']);
});

test('files are read in one order on every machine, whatever order the disk has', () => {
  const files = {
    'dossiers/b.yaml': 'nodes: [{ id: state:b, type: State, name: B }]',
    'dossiers/a/z.yaml': 'nodes: [{ id: state:z, type: State, name: Z }]',
  };
  const data = loadFiles(files);
  expect(data.nodes.map((it) => it.id).filter((it) => ['state:b', 'state:z'].includes(it))).toEqual([
    'state:z',
    'state:b',
  ]);
});

describe('what is no file', () => {
  const dossier = 'nodes: [{ id: state:kaz, type: State, name: Kazakhstan }]\n';

  test.each(['dossiers/pipe.yaml', 'rules.yaml', 'tables/pipe.csv'])(
    'a pipe is named, and not waited for: %s',
    (name) => {
      const data = folderOf({ 'dossiers/a.yaml': dossier });
      mkdirSync(join(data, 'tables'));
      execFileSync('mkfifo', [join(data, name)]);
      expect(saidOf(loadGraphData({ schema: smallSchema, data })).join()).toMatch(/it is a pipe, a socket or a device/);
    },
  );

  test('a link to a device is named', () => {
    const data = folderOf({ 'dossiers/a.yaml': dossier });
    symlinkSync('/dev/zero', join(data, 'dossiers/zero.yaml'));
    expect(saidOf(loadGraphData({ schema: smallSchema, data })).join()).toMatch(
      /zero\.yaml.*a pipe, a socket or a device/,
    );
  });

  test('links to folders are followed, and one that leads in a circle is named', () => {
    const data = folderOf({ 'dossiers/a.yaml': dossier });
    const other = folderOf({ 'b.yaml': 'nodes: [{ id: state:fra, type: State, name: France }]\n' });
    symlinkSync(other, join(data, 'dossiers/more'));
    expect(loadGraphData({ schema: smallSchema, data }).nodes.map((it) => it.id)).toEqual(['state:kaz', 'state:fra']);
    symlinkSync(data, join(data, 'dossiers/around'));
    expect(saidOf(loadGraphData({ schema: smallSchema, data })).join()).toMatch(
      /around.*a link to a folder that it lies in/,
    );
  });

  test('a link to nothing counts only where facts lie', () => {
    const data = folderOf({ 'dossiers/a.yaml': dossier });
    symlinkSync('nowhere', join(data, 'notes'));
    expect(saidOf(loadGraphData({ schema: smallSchema, data }))).toEqual([]);
    symlinkSync('nowhere', join(data, 'dossiers/lost'));
    expect(saidOf(loadGraphData({ schema: smallSchema, data })).join()).toMatch(/lost.*no such file/);
  });
});
