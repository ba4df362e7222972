/**
 * The pack of votes: every vote of the data set once, and its questions, on a cut of it.
 *
 * The whole takes ten seconds to be opened, so it is counted as text here, and the questions are asked of every eighth roll
 * call and of some states, read by the mappings of the pack.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dataFolder, packsFolder, schemaFile } from '../../src/base/shipped-files.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { CsvCursor } from '../../src/loading/reading/csv-cursor.ts';
import { openGraph } from '../../src/open-graph.ts';
import { folderOf } from '../kit/facts-folder.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';

const pack = join(packsFolder, 'un-votes');
const read = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

type Row = Readonly<Record<string, string>>;

function rowsOf(path: string): Row[] {
  const cursor = new CsvCursor(new SourceFile(path, read(path)));
  cursor.next();
  const columns = Array.from({ length: cursor.count }, (_, i) => cursor.cell(i));
  const rows: Row[] = [];
  while (cursor.next()) rows.push(Object.fromEntries(columns.map((name, i) => [name, cursor.cell(i)])));
  return rows;
}

function csvOf(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((name) => `"${(row[name] ?? '').replaceAll('"', '""')}"`).join(','));
  return [columns.join(','), ...lines].join('\n');
}

const votes = rowsOf(join(pack, 'tables/un-votes.csv.gz'));
const votesOfTaipei = rowsOf(join(pack, 'tables/un-votes-of-taipei.csv.gz'));
const texts = rowsOf(join(pack, 'tables/un-roll-calls.csv.gz'));
const resolutions = rowsOf(join(dataFolder, 'tables/general-assembly-resolutions.csv'));
const votesOfDefault = rowsOf(join(dataFolder, 'tables/general-assembly-votes.csv'));
const states = rowsOf(join(dataFolder, 'tables/states.csv'));
const codes = (cell: string | undefined): string[] => (cell === '' || cell === undefined ? [] : cell.split(' '));

/** Every vote, with that of the default world: `resolution:… state:… year position`. */
function allVotes(): { to: string; from: string; year: string; position: string }[] {
  const of = votes.flatMap((row) =>
    (['yes', 'no', 'abstained'] as const).flatMap((position) =>
      codes(row[position]).map((from) => ({
        to: row.resolution ?? '',
        from,
        year: (row.date ?? '').slice(0, 4),
        position: position.charAt(0).toUpperCase(),
      })),
    ),
  );
  const others = [
    ...votesOfDefault.map((it) => ({ ...it, resolution: `unga-${it.resolution}`, state: it.state ?? '' })),
    ...votesOfTaipei.map((it) => ({ ...it, state: 'chn' })),
  ] as readonly Row[];
  return [
    ...of,
    ...others.map((it) => ({
      to: it.resolution ?? '',
      from: it.state ?? '',
      year: (it.date ?? '').slice(0, 4),
      position: it.position ?? '',
    })),
  ];
}

test('holds, with the default world, each of the 870,109 votes of the data set once', () => {
  const all = allVotes();
  expect(all.length).toBe(870_109);
  expect(new Set(all.map((it) => `${it.to} ${it.from}`)).size).toBe(870_109);
  expect(new Set(all.map((it) => it.to)).size).toBe(6203);
  const countOf = (test: (it: (typeof all)[number]) => boolean): number => all.filter(test).length;
  expect(['Y', 'N', 'A'].map((it) => countOf(({ position }) => position === it))).toEqual([693_664, 65_548, 110_897]);
  // As a program that knows nothing of these tables counts the rows of the data set.
  const years = {
    '1946': 2143,
    '1963': 3308,
    '1971': 14_648,
    '1986': 23_193,
    '1992': 11_457,
    '2017': 22_473,
    '2020': 172,
  };
  for (const [year, count] of Object.entries(years))
    expect([year, countOf((it) => it.year === year)]).toEqual([year, count]);
});

test('tells of every text that has no resolution in the default world, and counts as many votes as it names', () => {
  const known = new Set([
    ...resolutions.map((it) => `unga-${it.id}`),
    ...texts.map((it) => `unga-roll-call-${it.rollCall}`),
  ]);
  const unknown = votes.filter((it) => !known.has(it.resolution ?? ''));
  expect(unknown).toEqual([]);
  const taipei = new Map(votesOfTaipei.map((it) => [it.rollCall, it.position]));
  const byRollCall = new Map(votes.map((it) => [it.rollCall, it]));
  const wrong = texts.filter((it) => {
    const cast = byRollCall.get(it.rollCall);
    const count = (cell: string | undefined, letter: string): number =>
      codes(cell).length + (taipei.get(it.rollCall) === letter ? 1 : 0);
    const found = [count(cast?.yes, 'Y'), count(cast?.no, 'N'), count(cast?.abstained, 'A')];
    return `${found}` !== `${[it.yes, it.no, it.abstained]}`;
  });
  expect(wrong).toEqual([]);
});

/** Whose votes are in the cut, and how many roll calls one of it stands for. */
const SOME =
  'bgr bra chn cub deu fra gbr hun ind irn isr jpn kaz kgz mng pak pol rus swe tjk tkm tza ukr usa uzb'.split(' ');
const EVERY = 8;

function cutOfPack(): string {
  const isMeant = (it: Row): boolean => Number(it.rollCall) % EVERY === 0;
  const some = new Set(SOME);
  const only = (cell: string | undefined): string =>
    codes(cell)
      .filter((it) => some.has(it))
      .join(' ');
  const cut = votes
    .filter(isMeant)
    .map((it) => ({ ...it, yes: only(it.yes), no: only(it.no), abstained: only(it.abstained) }))
    .filter((it) => it.yes || it.no || it.abstained);
  const named = new Set(cut.map((it) => (it as Row).resolution));
  const tables = {
    'un-votes': cut as readonly Row[],
    'un-votes-of-taipei': votesOfTaipei.filter(isMeant),
    'un-roll-calls': texts.filter(isMeant),
  };
  const described = resolutions.filter((it) => named.has(`unga-${it.id}`));
  const ends = new Set(
    [...texts, ...described].flatMap((it) => (it.concerns ?? '').split(/;? /)).concat(SOME.map((it) => `state:${it}`)),
  );
  const types: Readonly<Record<string, string>> = { state: 'State', topic: 'Topic', treaty: 'Treaty' };
  const names = new Map(states.map((it) => [`state:${it.iso3?.toLowerCase()}`, it.name]));
  const nodes = [...ends]
    .filter((it) => it !== '')
    .map((id) => ({ id, type: types[id.split(':')[0] ?? ''], name: names.get(id) ?? id }));
  return folderOf({
    'sources.yaml': '- { id: source:unvotes, name: Roll calls }',
    'dossiers/ends.yaml': JSON.stringify({
      title: 'What the votes are about',
      source: 'source:unvotes',
      nodes: [...nodes, { id: 'org:unga', type: 'Organisation', name: 'General Assembly', kind: 'IGO' }],
    }),
    'tables/resolutions.csv': csvOf(described),
    'tables/resolutions.map.yaml': read(join(dataFolder, 'tables/general-assembly-resolutions.map.yaml')),
    ...Object.fromEntries(
      Object.entries(tables).flatMap(([name, rows]) => [
        [`tables/${name}.csv`, csvOf(rows)],
        [`tables/${name}.map.yaml`, read(join(pack, `tables/${name}.map.yaml`))],
      ]),
    ),
  });
}

test('answers its questions, here on every eighth roll call and some states', async () => {
  const graph = await openGraph({ schema: schemaFile, data: cutOfPack() });
  expect(graph.warnings).toEqual([]);
  for (const name of ['01-who-votes-like-kazakhstan', '02-who-changed-most']) {
    const { answer } = await import(join(pack, `queries/${name}.mjs`));
    expectGolden(goldenPath('packs', 'un-votes', `${name}.json`), `${JSON.stringify(answer(graph), null, 2)}\n`);
  }
  for (const name of ['03-alone-against', '04-permanent-members-on-palestine', '05-central-asia-on-human-rights']) {
    const { data, errors } = await graph.query(read(join(pack, `queries/${name}.graphql`)));
    expect(errors).toBeUndefined();
    expectGolden(goldenPath('packs', 'un-votes', `${name}.json`), `${JSON.stringify(data, null, 2)}\n`);
  }
});

test('two states agree by the position of each, and an abstention is half of either', async () => {
  const { agreementWith, positionsOf } = await import(join(pack, 'queries/agreement.mjs'));
  const cast = (to: string, positions: Readonly<Record<string, string>>): unknown[] =>
    Object.entries(positions).map(([from, position]) => ({ from, to, position }));
  const positions = positionsOf([
    ...cast('one', { kaz: 'YES', bra: 'YES', usa: 'NO', fra: 'ABSTAINED' }),
    ...cast('two', { kaz: 'ABSTAINED', bra: 'NO', usa: 'ABSTAINED' }),
    ...cast('three', { bra: 'YES', usa: 'YES' }),
  ]);
  expect(Object.fromEntries(agreementWith('kaz', positions))).toEqual({
    bra: { share: 0.75, rollCalls: 2 },
    usa: { share: 0.5, rollCalls: 2 },
    fra: { share: 0.5, rollCalls: 1 },
  });
});
