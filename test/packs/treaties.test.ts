/**
 * The pack of treaties: all of it stands in the data set as it says, nothing in it is impossible, and its questions are answered.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { dataFolder, packsFolder } from '../../src/base/shipped-files.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { CsvCursor } from '../../src/loading/reading/csv-cursor.ts';
import { openGraph } from '../../src/open-graph.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';

const pack = join(packsFolder, 'treaties');
type Row = Readonly<Record<string, string>>;

function rowsOf(path: string): Row[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const cursor = new CsvCursor(new SourceFile(path, text));
  cursor.next();
  const columns = Array.from({ length: cursor.count }, (_, i) => cursor.cell(i));
  const rows: Row[] = [];
  while (cursor.next()) rows.push(Object.fromEntries(columns.map((name, i) => [name, cursor.cell(i)])));
  return rows;
}

const input = (name: string): Row[] => rowsOf(join(dataFolder, 'make/from', `${name}.csv.gz`));
const table = (name: string): Row[] => rowsOf(join(pack, 'tables', `${name}.csv.gz`));
const eachParty = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => (row.parties ?? '').split(' ').map((party) => ({ ...row, party })));
const treaties = table('treaties');
const signatures = eachParty(table('treaty-signatures'));
const bound = eachParty(table('treaty-parties'));

/** The code under which the data set has a party. */
const CODES: Readonly<Record<string, string>> = { 'org:eu': 'X-EU', 'state:zanzibar': 'X-ZAN' };
const codeOf = (party = ''): string => CODES[party] ?? party.replace('state:', '').toUpperCase();

const since = (when = ''): string => when.split('/')[0] ?? '';
const until = (when = ''): string => when.split('/')[1] ?? '';

describe('what the pack says', () => {
  // The 93 treaties that were mended by hand have their dates in a table of their own.
  const mended = input('core-treaty-parties').map((it) => ({ ...it, ratified: it.consent_date ?? '' }));
  const isMended = new Set(mended.map((it) => (it as Row).treaty));
  const said = new Set<string>();
  for (const row of [...mended, ...input('treaty-parties').filter((it) => !isMended.has(it.treaty))] as Row[]) {
    for (const column of ['signed', 'ratified', 'in_force', 'end']) {
      said.add(`${row.treaty} ${row.state} ${column} ${row[column]}`);
    }
  }
  const inForce = new Map(treaties.map((it) => [it.id, it.inForce]));

  test('of a signature is a day that the data set has for it', () => {
    const strange = signatures.filter((it) => !said.has(`${it.code} ${codeOf(it.party)} signed ${it.when}`));
    expect(strange).toEqual([]);
    expect(signatures.length).toBe(9043);
  });

  test('of a party are days that the data set has for it, or the entry into force of the treaty', () => {
    const strange = bound.filter((it) => {
      const [from, to] = [since(it.when), until(it.when)];
      const is = (column: string, day: string | undefined): boolean =>
        said.has(`${it.code} ${codeOf(it.party)} ${column} ${day}`);
      const begins = is('in_force', from) || is('ratified', from) || from === inForce.get(it.treaty ?? '');
      return !(
        begins &&
        (to === '' || is('end', to)) &&
        (it.ratified === '' || is('ratified', it.ratified)) &&
        (it.inForce === '' || is('in_force', it.inForce))
      );
    });
    expect(strange).toEqual([]);
    expect(bound.length).toBe(15_576);
  });

  test('is of states that existed', () => {
    const begins = new Map(input('states-dated').map((it) => [it.state, (it.begin ?? '').replace('/', '')]));
    const tooEarly = (it: Row, day = ''): boolean => day < (begins.get(codeOf(it.party)) ?? '').slice(0, day.length);
    expect(signatures.filter((it) => tooEarly(it, it.when))).toEqual([]);
    expect(bound.filter((it) => it.inForce !== '' && tooEarly(it, it.inForce))).toEqual([]);
    expect(bound.filter((it) => it.ratified !== '' && tooEarly(it, it.ratified))).toEqual([]);
  });

  test('ends after it begins, and a signature is older than the consent', () => {
    expect(bound.filter(({ when }) => until(when) !== '' && until(when) <= since(when))).toEqual([]);
    const signed = new Map(signatures.map((it) => [`${it.treaty} ${it.party}`, it.when ?? '']));
    const late = bound.filter((it) => it.ratified && (signed.get(`${it.treaty} ${it.party}`) ?? '') >= it.ratified);
    expect(late).toEqual([]);
  });

  test('is of treaties that the default world does not have, of two parties at least', () => {
    const agreements = rowsOf(join(dataFolder, 'tables/bilateral-agreements.csv')).map((it) => it.code);
    const others = rowsOf(join(dataFolder, 'tables/treaties.csv')).map((it) => it.locator?.replace('agreements: ', ''));
    const known = new Set([...agreements, ...others]);
    expect(treaties.filter((it) => known.has(it.code))).toEqual([]);
    const parties = new Map<string | undefined, Set<string | undefined>>();
    for (const { treaty, party } of [...signatures, ...bound]) {
      parties.set(treaty, (parties.get(treaty) ?? new Set()).add(party));
    }
    expect(treaties.filter((it) => (parties.get(it.id)?.size ?? 0) < 2)).toEqual([]);
    expect([...parties.keys()].sort()).toEqual(treaties.map((it) => it.id).sort());
  });
});

const openPack = () => openGraph({ packs: ['treaties'] });

describe('the pack over the shipped facts', () => {
  let graph: Awaited<ReturnType<typeof openPack>>;
  beforeAll(async () => {
    graph = await openPack();
  }, 120_000);

  test('stands without a warning', () => {
    expect(graph.warnings).toEqual([]);
    const noted = graph.edges('party-to').filter((it) => it.note?.includes('dated by the deposit') ?? false);
    expect(noted.count()).toBeGreaterThan(bound.filter((it) => it.note !== '').length);
  });

  test('answers its questions', async () => {
    const { answer } = await import(join(pack, 'queries/01-bound-together.mjs'));
    expectGolden(
      goldenPath('packs', 'treaties', '01-bound-together.json'),
      `${JSON.stringify(answer(graph), null, 2)}\n`,
    );
    for (const name of [
      '02-signed-and-not-bound',
      '03-kazakhstan-and-russia',
      '04-the-danube',
      '05-fishing-agreements-of-the-eu',
    ]) {
      const { data, errors } = await graph.query(readFileSync(join(pack, `queries/${name}.graphql`), 'utf8'));
      expect(errors).toBeUndefined();
      expectGolden(goldenPath('packs', 'treaties', `${name}.json`), `${JSON.stringify(data, null, 2)}\n`);
    }
  });
});
