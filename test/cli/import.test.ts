import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ran, runLine } from './run-line.ts';
import { smallFolder } from './small-folder.ts';

const club = smallFolder();
let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'diplograph-import-'));
  cpSync(club, cwd, { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);
const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
const run = (...line: string[]): Promise<Ran> => runLine(line, { cwd });

const nodes = 'id,type,name\nperson:ada,Person,Ada Byron\nperson:dora,Person,Dora\n';
const edges = 'from,to,type,when\nperson:dora,club:chess,member-of,2010/..\n';
const onlyNew = 'id,type,name\nperson:dora,Person,Dora\n';

describe('diplograph import', () => {
  test('tells what would be added and changed, and writes nothing', async () => {
    write('n.csv', nodes);
    write('e.csv', edges);
    const before = readdirSync(cwd, { recursive: true });
    const { code, stdout, stderr } = await run('import', 'n.csv', 'e.csv', '--source', 'source:minutes');
    expect(stdout).toBe(`added
  Person  person:dora  Dora
  person:dora — member-of → club:chess  2010/..

changed
  Person  person:ada  Ada Byron
    name: Ada Őry → Ada Byron

Added: 1 node and 1 edge.
Changed: 1 node and 0 edges.
As they were: 0 nodes and 0 edges.
`);
    expect(stderr).toBe('Nothing was written; -o says where to.\n');
    expect(code).toBe(0);
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });

  test('lists what a file offers to a mapping, under the names that a mapping has for it', async () => {
    write(
      'x.json',
      JSON.stringify({
        nodes: [{ id: 'a', meta: { born: 1970 }, id2: [{}] }],
        links: [{ source: 'a', target: 'a', source_: 'x' }],
      }),
    );
    const { code, stdout } = await run('import', 'x.json', '--columns');
    expect(stdout).toBe(`1 node
  {id}                 1  a
  {meta.born}          1  1970

1 edge
  {id}                0
  {source}            1  a
  {target}            1  a
  {directed}          1  true
  {source_}           1  x

Not read: id2 (1).
`);
    expect(code).toBe(0);
    write('broken.json', '{"nodes": [');
    expect((await run('import', 'broken.json', '--columns')).stdout).toMatch(/broken\.json:1:12 {2}broken-file/);
    expect((await run('import', 'broken.json', '--columns')).code).toBe(1);
  });

  test('tells what is refused, at its place, and writes nothing of the rest', async () => {
    write('n.csv', `${onlyNew}x,Persn,X\n`);
    write('e.csv', edges);
    const { code, stdout, stderr } = await run(
      'import',
      'n.csv',
      'e.csv',
      '--source',
      'source:minutes',
      '-o',
      'new.yaml',
    );
    expect(stdout).toMatch(
      /n\.csv:3:1 {2}unknown-node-type {2}There is no node type "Persn"\. Did you mean "Person"\?/,
    );
    expect(stdout).toMatch(/\nRefused: 1 node or edge\.\n/);
    expect([code, stderr]).toEqual([1, 'Nothing was written: mend what was refused.\n']);
    expect(existsSync(join(cwd, 'new.yaml'))).toBe(false);
  });

  test.each([
    [
      'too large',
      'network.gexf',
      300_000_000,
      'file-too-large  "network.gexf" has 300 MB; files of other programs are read up to 200 MB',
    ],
    ['empty', 'network.gexf', 0, 'network.gexf:1:1  broken-file  This is not GEXF that can be read: document must'],
    ['of NULs', 'network.cyjs', 100, 'network.cyjs:1:1  wrong-encoding  Here is a NUL, which no text has.'],
  ])('a file that is %s is told of in a sentence, and nothing is written', async (_, name, size, said) => {
    write(name, '');
    truncateSync(join(cwd, name), size);
    const before = readdirSync(cwd, { recursive: true });
    for (const target of ['facts/', 'new.yaml', 'graph.jsonl']) {
      const { code, stdout, stderr } = await run('import', name, '-o', target);
      expect(stdout.replaceAll(join(cwd, '/'), '')).toContain(said);
      expect([code, stderr]).toEqual([1, 'Nothing was written: mend what was refused.\n']);
    }
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });

  test('writes a dossier of what is new, which the folder then has', async () => {
    write('n.csv', onlyNew);
    write('e.csv', edges);
    const target = join('graph-data', 'dossiers', 'new.yaml');
    expect((await run('import', 'n.csv', 'e.csv', '--source', 'source:minutes', '-o', target)).code).toBe(0);
    expect(read(target)).toBe(`title: Imported from n.csv and e.csv

nodes:
  - id: person:dora
    type: Person
    name: Dora
    source: source:minutes

edges:
  - from: person:dora
    edge: member-of
    to: club:chess
    when: "2010/.."
    source: source:minutes
`);
    expect((await run('check')).code).toBe(0);
    expect((await run('import', 'n.csv', 'e.csv')).stdout).toMatch(/As they were: 1 node and 1 edge\./);
  });

  test('writes no dossier of changes, for it cannot change anything', async () => {
    write('n.csv', nodes);
    write('e.csv', edges);
    const { code, stderr } = await run('import', 'n.csv', 'e.csv', '--source', 'source:minutes', '-o', 'new.yaml');
    expect([code, existsSync(join(cwd, 'new.yaml'))]).toEqual([2, false]);
    expect(stderr).toMatch(
      /would be a dossier, which adds and does not change; 1 of these would be changed\. Write a folder/,
    );
  });

  test('writes a folder of facts with the changes, and replaces one only when told to', async () => {
    write('n.csv', nodes);
    write('e.csv', edges);
    const line = ['import', 'n.csv', 'e.csv', '--source', 'source:minutes', '-o'];
    expect((await run(...line, 'facts/')).code).toBe(0);
    expect(read('facts/dossiers/people.yaml')).toContain('name: Ada Byron');
    expect((await run(...line, 'facts/')).stderr).toMatch(/facts/);
    expect((await run(...line, 'graph-data')).code).toBe(1);
    expect((await run(...line, 'graph-data', '--replace')).code).toBe(0);
    expect((await run('find', 'Byron')).stdout).toContain('person:ada');
  });

  test('takes JSON Lines into nothing and gives the same again', async () => {
    expect((await run('export', '-o', 'all.jsonl')).code).toBe(0);
    expect((await run('import', 'all.jsonl', '--alone', '-o', 'again.jsonl')).code).toBe(0);
    expect(read('again.jsonl')).toBe(read('all.jsonl'));
  });

  test('writes nothing on a dry run', async () => {
    write('n.csv', onlyNew);
    write('e.csv', edges);
    const { code } = await run('import', 'n.csv', 'e.csv', '--source', 'source:minutes', '-o', 'new.yaml', '--dry-run');
    expect([code, existsSync(join(cwd, 'new.yaml'))]).toEqual([0, false]);
  });

  test('reads a mapping', async () => {
    write('x.json', '{"nodes":[{"id":1,"label":"Dora"},{"id":2,"label":"Go"}],"links":[{"source":1,"target":2}]}');
    write(
      'x.map.yaml',
      "source: source:minutes\nnodes:\n  - { only: { label: [Go] }, id: 'club:{label|slug}', type: Club, name: '{label}' }\n" +
        "  - { only: { label: [Dora] }, id: 'person:{label|slug}', type: Person, name: '{label}' }\n" +
        "edges:\n  - { from: '{source}', edge: member-of, to: '{target}' }\n",
    );
    const { stdout } = await run('import', 'x.json', '--mapping', 'x.map.yaml');
    expect(stdout).toContain('person:dora — member-of → club:go');
  });

  test('answers programs in JSON', async () => {
    write('n.csv', nodes);
    write('e.csv', edges);
    const { stdout } = await run('import', 'n.csv', 'e.csv', '--source', 'source:minutes', '--json', '-q');
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      nodes: { added: [{ id: 'person:dora' }], changed: [{ after: { id: 'person:ada' } }], unchanged: 0 },
      edges: { added: [{ from: 'person:dora', type: 'member-of' }] },
      refused: 0,
      problems: [],
    });
  });

  test.each([
    [['n.csv', 'e.csv', 'n.csv'], /CSV is read from two files/],
    [['n.csv', 'e.csv', '-f', 'exel'], /No format "exel" is read\. Choose one of/],
    [
      ['n.csv', 'e.csv', '--source', 'source:minutes', '-o', 'x.pdf'],
      /Nothing can be written to "x\.pdf"\. Name a folder/,
    ],
  ])('%j is a misuse', async (line, said) => {
    write('n.csv', onlyNew);
    write('e.csv', edges);
    const { code, stderr } = await run('import', ...line);
    expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
  });

  test('of a file that is not there fails with its name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diplograph-nothing-'));
    const { code, stdout } = await runLine(['import', join(folder, 'nix.gexf')], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/unreadable-file {2}".*nix\.gexf" cannot be read: there is no such file/);
    rmSync(folder, { recursive: true });
  });
});

describe('a sheet that nobody made for a graph', () => {
  const sheet =
    'Person,Club,From,Until,Page\nAda Őry,Chess Club,2021-05-01,,https://example.org/a\nNobody Known,chess club,01/02/2020,31/03/2023,https://example.org/b\n';

  test('is looked at: columns are guessed, names found or not, a mapping is drafted, and nothing is written', async () => {
    write('sheet.csv', sheet);
    const before = readdirSync(cwd, { recursive: true });
    const { code, stdout, stderr } = await run('import', 'sheet.csv');
    expect(stdout).toContain('names of type Person: 1 of 2 found');
    expect(stdout).toContain('Person: Ada Őry → person:ada (Ada Őry)  1.00');
    expect(stdout).toContain('not found\n  Person: Nobody Known  1 row\n');
    expect(stdout).toContain('"01/02/2020": 2020-02-01  # or 2020-01-02?');
    expect(stderr).toContain('Nothing was written.');
    expect(code).toBe(0);
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });

  test('and its draft is read with it as it is, once it lies among the tables', async () => {
    mkdirSync(join(cwd, 'graph-data/tables'));
    writeFileSync(
      join(cwd, 'schema.graphql'),
      read('schema.graphql').replace('type Source @node {', 'type Source @node { url: String'),
    );
    write('sheet.csv', sheet);
    const drafted = await run('import', 'sheet.csv', '-o', 'graph-data/tables/sheet.map.yaml');
    expect(drafted.stderr).toContain('diplograph check');
    write('graph-data/tables/sheet.csv', sheet);
    // Only the type of the edge was left open, for these clubs have officers and members.
    const mapping = 'graph-data/tables/sheet.map.yaml';
    expect(read(mapping)).toMatch(/edge: (?:chairs {2}# or member-of|member-of {2}# or chairs)\n/);
    const checked = await run('check');
    expect([checked.code, checked.stdout.match(/^.*\(warning\)|^\S+:\d.*$/gm)]).toEqual([
      0,
      [expect.stringContaining('bare-edges')],
    ]);
    const found = await run('find', 'Nobody Known', '--json');
    expect(found.stdout).toContain('person:nobody-known');
  });

  test('in JSON it is all there, and a mapping is all that it can become', async () => {
    write('sheet.csv', sheet);
    const { stdout } = await run('import', 'sheet.csv', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      rows: 2,
      columns: [{ name: 'Person', kind: 'names', type: 'Person', notFound: ['Nobody Known'] }, {}, {}, {}, {}],
    });
    expect((await run('import', 'sheet.csv', '-o', 'facts/')).stderr).toContain('.map.yaml');
  });

  test('a row that is broken is named', async () => {
    write('sheet.csv', 'Person,Club\nAda,Chess,more\n');
    const { code, stdout } = await run('import', 'sheet.csv');
    expect([code, stdout]).toEqual([1, expect.stringContaining('broken-row')]);
  });
});
