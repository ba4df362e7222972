import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { edgeId } from '../../src/facts/edge-id.ts';
import { renameInText } from '../../src/loading/saving/rename-in-text.ts';
import { openFolder } from '../../src/opening/open-folder.ts';
import { runLine } from './run-line.ts';
import { smallFolder } from './small-folder.ts';

const fileOf = (cwd: string, name: string): string => readFileSync(join(cwd, 'graph-data', name), 'utf8');
const put = (cwd: string, name: string, text: string | Uint8Array): void => {
  mkdirSync(join(cwd, 'graph-data', 'tables'), { recursive: true });
  writeFileSync(join(cwd, 'graph-data', name), text);
};
const open = (cwd: string) => openFolder({ schema: join(cwd, 'schema.graphql'), data: join(cwd, 'graph-data') });

/** A folder in which `person:bert` stands in every kind of file. */
function folderWithBert(): { readonly cwd: string; readonly edge: string; readonly renamedEdge: string } {
  const cwd = smallFolder();
  const identity = { type: 'member-of', from: 'person:bert', to: 'club:chess', properties: { when: '2002/..' } };
  const edge = edgeId(identity, false);
  put(cwd, 'tables/members.csv', 'who,club\n"person:bert; person:cora",club:rowing\nperson:bertha,club:chess\n');
  put(cwd, 'tables/packed.csv.gz', gzipSync('who,club\nperson:bert,club:chess\n'));
  const map = (title: string, from: string): string =>
    `title: ${title}\nsource: source:minutes\nedges:\n  - { from: '${from}', edge: chairs, to: '{club}' }\n`;
  put(cwd, 'tables/members.map.yaml', map('Members', '{who|split:;}'));
  put(cwd, 'tables/packed.map.yaml', map('Packed', '{who}'));
  const more = `title: More
source: source:minutes
# person:bert is not person:bertha.
nodes:
  - { id: person:bertha, type: Person, name: Bertha }
`;
  put(cwd, 'dossiers/more.yaml', more);
  put(
    cwd,
    'judgements.yaml',
    `# About ${edge}\n- different-from: [person:bert, person:bertha]\n  reason: They met.\n  source: source:minutes\n`,
  );
  return { cwd, edge, renamedEdge: edgeId({ ...identity, from: 'person:bert-smith' }, false) };
}

describe('diplograph rename', () => {
  test('shows what would change, and writes nothing', async () => {
    const { cwd } = folderWithBert();
    const before = fileOf(cwd, 'dossiers/clubs.yaml');
    const { code, stdout, stderr } = await runLine(['rename', 'person:bert', 'person:bert-smith'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Nothing is written. Add --write.\n' });
    expect(stdout).toContain('graph-data/dossiers/clubs.yaml  3\n');
    expect(stdout).toContain('graph-data/tables/packed.csv.gz  1\n');
    expect(fileOf(cwd, 'dossiers/clubs.yaml')).toBe(before);
  });

  test('changes the id in every file, ids of edges that are made of it too, and nothing else', async () => {
    const { cwd, edge, renamedEdge } = folderWithBert();
    const clubs = fileOf(cwd, 'dossiers/clubs.yaml');
    const before = (await open(cwd)).view;
    const { code, stderr } = await runLine(['rename', 'person:bert', 'person:bert-smith', '--write'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(fileOf(cwd, 'dossiers/clubs.yaml')).toBe(clubs.replaceAll('person:bert', 'person:bert-smith'));
    expect(fileOf(cwd, 'dossiers/more.yaml')).toContain('# person:bert-smith is not person:bertha.');
    expect(fileOf(cwd, 'tables/members.csv')).toContain('"person:bert-smith; person:cora"');
    expect(gunzipSync(readFileSync(join(cwd, 'graph-data/tables/packed.csv.gz'))).toString()).toContain(
      'person:bert-smith,',
    );
    expect(fileOf(cwd, 'judgements.yaml')).toContain(`# About ${renamedEdge}`);
    const after = (await open(cwd)).view;
    expect([after.nodeCount, after.edgeCount]).toEqual([before.nodeCount, before.edgeCount]);
    expect(after.findNode('person:bert')).toBeUndefined();
    expect([before.findEdge(edge), after.findEdge(renamedEdge)]).not.toContain(undefined);
    expect(after.findEdge(edge)).toBeUndefined();
  });

  test.each([
    [['person:bret', 'person:x'], 'No node has the id "person:bret". Did you mean "person:bert"'],
    [['person:bert', 'person:ada'], 'is taken'],
    [['person:bert', 'person:a b'], 'cannot be an id: it has a space in it'],
  ])('%j is refused: %s', async (ids, says) => {
    const { cwd } = folderWithBert();
    const { code, stderr } = await runLine(['rename', ...ids, '--write'], { cwd });
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(says);
  });

  test('what a mapping makes of a cell is not found in texts, and nothing is written', async () => {
    const cwd = smallFolder();
    put(cwd, 'tables/people.csv', 'code,name\ndora,Dora\n');
    put(
      cwd,
      'tables/people.map.yaml',
      "title: People\nsource: source:minutes\nnodes:\n  - { id: 'person:{code}', type: Person, name: '{name}' }\n",
    );
    const { code, stderr } = await runLine(['rename', 'person:dora', 'person:d', '--write'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('a mapping makes it of a cell');
    // Named in a text as well, it would be two.
    put(
      cwd,
      'dossiers/more.yaml',
      'title: More\nsource: source:minutes\nedges:\n  - { from: person:dora, edge: chairs, to: club:chess }\n',
    );
    const named = await runLine(['rename', 'person:dora', 'person:d', '--write'], { cwd });
    expect(named.code).toBe(1);
    expect(fileOf(cwd, 'dossiers/more.yaml')).toContain('person:dora');
  });
});

test.each([
  ['a person:x, b', 'a person:y, b'],
  ['person:x.', 'person:y.'],
  ['[person:x,person:x]', '[person:y,person:y]'],
  ['person:x-2 person:xx aperson:x person:x:1 person:x.1', 'person:x-2 person:xx aperson:x person:x:1 person:x.1'],
  ['person:x: one', 'person:y: one'],
])('in %j an id has its new name where it stands alone', (text, renamed) => {
  expect(renameInText(text, new Map([['person:x', 'person:y']])).text).toBe(renamed);
});
