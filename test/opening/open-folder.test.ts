import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { byNumber } from '../../src/answers/answer-form.ts';
import { disagreements } from '../../src/answers/disagreements.ts';
import { dataFolder, schemaFile } from '../../src/base/shipped-files.ts';
import { type FolderOptions, openFolder } from '../../src/opening/open-folder.ts';
import type { OpenedGraph } from '../../src/opening/read-graph.ts';
import { rulesOf } from '../../src/rules/rule.ts';
import { packGraph } from '../../src/store/packed-graph.ts';
import { folderOf } from '../kit/facts-folder.ts';
import { seedFolder } from '../kit/seed-folder.ts';

interface Place extends Required<Pick<FolderOptions, 'schema' | 'data' | 'cache'>> {
  /** The folder that all of it lies in. */
  readonly root: string;
}

/** A schema, a folder of two facts, and a file for the cache, which go when the test is over. */
function smallPlace(): Place {
  return placeOf(
    folderOf({
      'schema.graphql': `type Person @node {
        id: ID!
        name: String
        knows: [Person!]! @relationship(type: "knows", direction: OUT)
        knownBy: [Person!]! @relationship(type: "knows", direction: IN)
      }`,
      'data/dossiers/a.yaml':
        'nodes:\n  - { id: a, type: Person, name: Ada }\n  - { id: b, type: Person, name: Bob }\n',
      'data/dossiers/b.yaml': 'edges:\n  - { from: a, edge: knows, to: b }\n',
      'data/ignored.yaml': 'This file lies where none is read, which is worth a warning.\n',
    }),
  );
}

const placeOf = (root: string): Place => ({
  root,
  schema: join(root, 'schema.graphql'),
  data: join(root, 'data'),
  cache: join(root, 'kept', 'graph'),
});

/** Which file lies there: another number after it was written anew. */
const fileNumber = (file: string): number => statSync(file).ino;

/** Opens a folder, from the cache if `found`; otherwise the cache must be written. */
async function open(place: Place, { found }: { found: boolean }): Promise<OpenedGraph> {
  const before = existsSync(place.cache) ? fileNumber(place.cache) : undefined;
  const opened = await openFolder(place);
  expect(fileNumber(place.cache) === before, `whether "${place.cache}" was used`).toBe(found);
  return opened;
}

const fromTexts = ({ schema, data }: Place): Promise<OpenedGraph> => openFolder({ schema, data });

function expectSame(one: OpenedGraph, other: OpenedGraph): void {
  const [packed, expected] = [packGraph(one.view.graph), packGraph(other.view.graph)];
  // Equal bytes are equal graphs, and compared in no time; what differs is shown.
  if (!serialize(packed).equals(serialize(expected))) expect(packed).toEqual(expected);
  expect(rulesOf(one.view.graph)).toEqual(rulesOf(other.view.graph));
  expect(one.warnings).toEqual(other.warnings);
  expect([...one.files.values()].map(textOf)).toEqual([...other.files.values()].map(textOf));
  expect(one.rules).toBe(other.rules);
}
const textOf = ({ name, text }: { name: string; text: string }): string[] => [name, text];

describe('a folder opened from its cache', () => {
  test('is what it is from its texts', async () => {
    const place = smallPlace();
    const texts = await fromTexts(place);
    expect(texts.warnings.map((it) => it.code)).toEqual(['ignored-file', 'bare-edges']);
    expectSame(await open(place, { found: false }), texts);
    expectSame(await open(place, { found: true }), texts);
  });

  test('has the conclusions, rules, claims and disagreements of the seed', async () => {
    const place = { ...smallPlace(), schema: schemaFile, data: seedFolder() };
    const texts = await open(place, { found: false });
    const kept = await open(place, { found: true });
    expectSame(kept, texts);
    expect(rulesOf(kept.view.graph).length).toBeGreaterThan(0);
    const conflicts = disagreements(kept.view, undefined, byNumber);
    expect(conflicts.length).toBeGreaterThan(0);
    expect(conflicts).toEqual(disagreements(texts.view, undefined, byNumber));
  });

  test('is all that is shipped', async () => {
    const place = { ...smallPlace(), schema: schemaFile, data: dataFolder };
    const texts = await open(place, { found: false });
    const kept = await open(place, { found: true });
    expectSame(kept, texts);
    expect(kept.view.edgeCount).toBeGreaterThan(4000);
  });

  test('tells the places of the files by the names they have now', async () => {
    const place = { ...smallPlace(), schema: schemaFile };
    cpSync(seedFolder(), place.data, { recursive: true });
    rmSync(join(place.data, 'ignored.yaml'));
    rmSync(join(place.data, 'dossiers', 'a.yaml'));
    rmSync(join(place.data, 'dossiers', 'b.yaml'));
    await open(place, { found: false });
    const moved = { ...place, data: join(place.root, 'moved') };
    renameSync(place.data, moved.data);
    const kept = await open(moved, { found: true });
    expect(kept.view.graph.claims[0]?.at?.file).toContain(moved.data);
    expectSame(kept, await fromTexts(moved));
  });

  test('is not used where a warning names a file by its old name, in words', async () => {
    const place = smallPlace();
    replaceIn(join(place.data, 'dossiers/a.yaml'), 'Bob', 'Ada');
    await open(place, { found: false });
    const moved = { ...place, data: join(place.root, 'moved') };
    renameSync(place.data, moved.data);
    const { warnings } = await open(moved, { found: false });
    expect(warnings.find((it) => it.code === 'ambiguous-name')?.message).toContain(moved.data);
  });

  test('has the right names whichever way its folder is called', async () => {
    const place = smallPlace();
    const near = { ...place, data: `${relative('', place.data)}/`, schema: relative('', place.schema) };
    expectSame(await open(near, { found: false }), await fromTexts(near));
    expectSame(await open(place, { found: true }), await fromTexts(place));
    expectSame(await open(near, { found: true }), await fromTexts(near));
  });
});

describe('a cache is made anew', () => {
  const changes: Readonly<Record<string, (place: Place) => void>> = {
    'when a fact is changed, to one as long': ({ data }) => replaceIn(join(data, 'dossiers/a.yaml'), 'Ada', 'Eve'),
    'when a file of facts comes': ({ data }) =>
      writeFileSync(join(data, 'dossiers/c.yaml'), 'nodes:\n  - { id: c, type: Person, name: Cleo }\n'),
    'when a file of facts goes': ({ data }) => rmSync(join(data, 'dossiers/b.yaml')),
    'when a file that is not read comes': ({ data }) => writeFileSync(join(data, 'other.yaml'), ''),
    'when rules come': ({ data }) =>
      writeFileSync(
        join(data, 'rules.yaml'),
        'rules:\n  - id: R1\n    name: To know is to be known\n    if: [One knows Other]\n    then: Other knows One\n' +
          "    because: '{One} knows {Other}.'\n    examples:\n      - { case: a, given: [a knows b], follows: [b knows a] }\n" +
          '      - { case: b, given: [a is a Person], follows: nothing }\n',
      ),
    'when the schema is changed': ({ schema }) => replaceIn(schema, 'name: String', 'name: String nick: String'),
  };

  test('when a packed table is changed', async () => {
    const place = smallPlace();
    const table = join(place.data, 'tables/c.csv.gz');
    mkdirSync(dirname(table));
    writeFileSync(join(place.data, 'tables/c.map.yaml'), "nodes: [{ id: '{who}', type: Person, name: '{who}' }]\n");
    for (const who of ['c', 'd']) {
      writeFileSync(table, gzipSync(`who\n${who}\n`));
      expectSame(await open(place, { found: false }), await fromTexts(place));
      expectSame(await open(place, { found: true }), await fromTexts(place));
    }
  });

  test.each(Object.entries(changes))('%s', async (_, change) => {
    const place = smallPlace();
    await open(place, { found: false });
    change(place);
    expectSame(await open(place, { found: false }), await fromTexts(place));
    expectSame(await open(place, { found: true }), await fromTexts(place));
  });

  test('when it is damaged or cut off', async () => {
    const place = smallPlace();
    const texts = await open(place, { found: false });
    const whole = readFileSync(place.cache);
    const damaged = Buffer.from(whole);
    damaged[whole.length - 20]! ^= 1;
    for (const broken of [damaged, whole.subarray(0, whole.length >> 1), Buffer.alloc(0), Buffer.alloc(whole.length)]) {
      writeFileSync(place.cache, broken);
      expectSame(await open(place, { found: false }), texts);
      expectSame(await open(place, { found: true }), texts);
    }
  });
});

describe('a cache is not written', () => {
  test('over a file that is none', async () => {
    const place = smallPlace();
    const notes = join(place.data, 'dossiers/a.yaml');
    const before = readFileSync(notes, 'utf8');
    await expect(openFolder({ ...place, cache: notes })).rejects.toMatchObject({ code: 'cache-is-another-file' });
    expect(readFileSync(notes, 'utf8')).toBe(before);
  });

  test('where no file can be, and the graph is there all the same', async () => {
    const place = smallPlace();
    const { warnings, ...opened } = await openFolder({ ...place, cache: join(place.schema, 'graph') });
    const texts = await fromTexts(place);
    const notWritten = expect.objectContaining({ code: 'cache-not-written', severity: 'warning' });
    expect(warnings).toEqual([...texts.warnings, notWritten]);
    expectSame({ ...opened, warnings: texts.warnings }, texts);
  });

  test('by halves: what a killed process left is cleared', async () => {
    const place = smallPlace();
    // No process has the largest number.
    mkdirSync(dirname(place.cache), { recursive: true });
    writeFileSync(`${place.cache}.4194305.tmp`, 'half');
    // In a container, the process before may have had the number of this one, or of another that runs.
    const ours = `${place.cache}.${process.pid}.tmp`;
    const anothers = `${place.cache}.${process.ppid}.tmp`;
    for (const it of [ours, anothers]) writeFileSync(it, 'half');
    const dayBefore = Date.now() / 1000 - 86_401;
    for (const it of [ours, anothers]) utimesSync(it, dayBefore, dayBefore);
    await open(place, { found: false });
    expect(readdirSync(dirname(place.cache)).filter((it) => it.endsWith('.tmp'))).toEqual([]);
  });

  test('of facts that do not stand, and an old one is not taken for them', async () => {
    const place = smallPlace();
    await open(place, { found: false });
    const before = fileNumber(place.cache);
    appendFileSync(join(place.data, 'dossiers/b.yaml'), '  - { from: a, edge: knows, to: nobody }\n');
    await expect(openFolder(place)).rejects.toMatchObject({ code: 'graph-has-problems' });
    expect(fileNumber(place.cache)).toBe(before);
  });
});

function replaceIn(file: string, old: string, now: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(old);
  writeFileSync(file, text.replace(old, now));
}

describe('several folders', () => {
  const overlayOf = (files: Record<string, string>): string => folderOf(files);
  const carol = {
    'dossiers/c.yaml':
      'nodes:\n  - { id: c, type: Person, name: Carol }\nedges:\n  - { from: c, edge: knows, to: a }\n',
  };

  test('are one graph: each may speak of what another describes', async () => {
    const { schema, data } = smallPlace();
    const { view } = await openFolder({ schema, data, overlays: [overlayOf(carol)] });
    expect([view.nodeCount, view.edgeCount]).toEqual([3, 2]);
  });

  test('are checked together, and a problem names the file', async () => {
    const { schema, data } = smallPlace();
    const overlay = overlayOf({ 'dossiers/c.yaml': 'edges:\n  - { from: a, edge: knows, to: nobody }\n' });
    await expect(openFolder({ schema, data, overlays: [overlay] })).rejects.toThrow(
      new RegExp(`${join(overlay, 'dossiers', 'c.yaml')}:2:\\d+ {2}unknown-node`),
    );
  });

  test('have the rules and the name of the first; others are told that nobody reads theirs', async () => {
    const { schema, data } = smallPlace();
    const overlay = overlayOf({ ...carol, 'dataset.yaml': 'name: Mine\n', 'rules.yaml': 'rules: []\n' });
    const { warnings, about } = await openFolder({ schema, data, overlays: [overlay] });
    const told = warnings.filter((it) => it.at?.file.startsWith(overlay)).map((it) => [it.code, it.at?.file]);
    expect(told).toEqual([
      ['ignored-file', join(overlay, 'dataset.yaml')],
      ['ignored-file', join(overlay, 'rules.yaml')],
    ]);
    expect(about?.name).not.toBe('Mine');
  });

  test('have one cache, which counts for just these folders and what is in them', async () => {
    const { schema, data, cache } = smallPlace();
    const overlay = overlayOf(carol);
    const nodes = async (overlays: readonly string[]): Promise<number> =>
      (await openFolder({ schema, data, cache, overlays })).view.nodeCount;
    expect([await nodes([overlay]), await nodes([overlay]), await nodes([]), await nodes([overlay])]).toEqual([
      3, 3, 2, 3,
    ]);
    writeFileSync(join(overlay, 'dossiers', 'd.yaml'), 'nodes:\n  - { id: d, type: Person, name: Dora }\n');
    expect(await nodes([overlay])).toBe(4);
  });

  test('that are packs are called by their names or paths, and a name that is not there leads to one that is', async () => {
    await expect(openFolder({ packs: ['un-vote'] })).rejects.toMatchObject({
      code: 'unknown-pack',
      message: expect.stringContaining('Did you mean "un-votes"?'),
    });
    const { schema, data } = smallPlace();
    const { view } = await openFolder({ schema, data, packs: [overlayOf(carol)] });
    expect(view.nodeCount).toBe(3);
  });
});
