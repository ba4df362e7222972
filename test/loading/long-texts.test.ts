/**
 * Texts of a megabyte, a hundred thousand keys and columns: whatever is written, reading takes time in proportion.
 *
 * There is no clock but the test's own limit: what grew with the square would take minutes.
 */
import { expect, test } from 'vitest';
import { readLocator } from '../../src/facts/citation.ts';
import { loadDossier, loadFiles, saidOf } from '../kit/facts-folder.ts';

const MANY = 100_000;
const LIMIT = 30_000;
const blanks = ' '.repeat(MANY);

/** Texts that make a reader go back again and again, if it does. */
const tricky: Readonly<Record<string, string>> = {
  blanks: `P1${blanks}x`,
  'blanks and a colon': `P1${blanks}:${blanks}x`,
  'colons and quotes': `P1${':  "'.repeat(MANY / 4)}`,
  braces: '{'.repeat(MANY),
  'closing braces': '{}'.repeat(MANY / 2),
  bars: `{name${'|'.repeat(MANY)}}`,
  digits: '9'.repeat(MANY),
  slashes: '/'.repeat(MANY),
  dates: '2024-10-28/'.repeat(MANY / 10),
  commas: ','.repeat(MANY),
  'a scheme': `${' '.repeat(MANY)}javascript:`,
  hashes: ' #'.repeat(MANY / 2),
};

const said = (key: string, text: string): string => `
source: source:gazette
nodes:
  - { id: state:deu, type: State, name: Germany, ${key}: ${JSON.stringify(text)} }
edges:
  - { from: state:deu, edge: member-of, to: org:un, when: '2024', ${key === 'locator' ? key : 'note'}: ${JSON.stringify(text)} }
`;

test.each(Object.entries(tricky))('a dossier with %s, wherever a text may stand', { timeout: LIMIT }, (_, text) => {
  for (const key of ['locator', 'iso3', 'population', 'area', 'founded', 'seats', 'source', 'nmae']) {
    expect(loadDossier(said(key, text)).problems.length).toBeLessThan(10);
  }
  expect(loadDossier(`nodes: [{ id: ${JSON.stringify(text)}, type: State, name: X }]`).nodes).toEqual([]);
  expect(loadDossier(`edges: [{ from: state:kaz, edge: ${JSON.stringify(text)}, to: org:un }]`).edges).toEqual([]);
});

test.each(Object.entries(tricky))('a table with %s, in its cells and its mapping', { timeout: LIMIT }, (_, text) => {
  const cell = `"${text.replaceAll('"', '""')}"`;
  for (const filters of ['', '|slug', '|lower', '|split:;', '|split: ', '|lookup:words', '|or:x']) {
    loadFiles({
      'tables/t.csv': `id,name\n1,${cell}\n`,
      'tables/t.map.yaml': `lookups: { words: { a: b } }\nnodes: [{ id: "state:{id}", type: State, name: "{name${filters}}" }]\n`,
    });
  }
  const template = JSON.stringify(text);
  loadFiles({
    'tables/t.csv': 'id,name\n1,X\n',
    'tables/t.map.yaml': `nodes: [{ id: "state:{id}", type: State, name: ${template}, only: { name: ${template} } }]\n`,
  });
});

test.each(Object.entries(tricky))('a locator with %s', { timeout: LIMIT }, (_, text) => {
  expect(readLocator(text).place.length).toBeLessThanOrEqual(text.length);
});

test('a locator is taken apart as before', () => {
  expect(readLocator('P4: "peacekeeping: contingent"')).toEqual({ place: 'P4', quotation: 'peacekeeping: contingent' });
  expect(readLocator('P4 :  “it”')).toEqual({ place: 'P4', quotation: 'it' });
  expect(readLocator('P4')).toEqual({ place: 'P4' });
  expect(readLocator('P4: "')).toEqual({ place: 'P4: "' });
});

const manyKeys = Array.from({ length: MANY }, (_, i) => `k${i}: x`);

test('a hundred thousand keys in an entry, and in a lookup', { timeout: 4 * LIMIT }, () => {
  const { problems, unshown } = loadDossier(
    `nodes:\n  - id: state:deu\n    type: State\n    name: X\n    ${manyKeys.join('\n    ')}\n`,
  );
  expect(problems.length + unshown).toBe(MANY);
  const lookup = `source: source:gazette
lookups:
  words:
    X: Y
    ${manyKeys.join('\n    ')}
nodes: [{ id: "state:{id}", type: State, name: "{name|lookup:words}" }]
`;
  expect(saidOf(loadFiles({ 'tables/t.csv': 'id,name\nx,X\n', 'tables/t.map.yaml': lookup }))).toEqual([]);
});

test('a hundred thousand columns', { timeout: LIMIT }, () => {
  const columns = Array.from({ length: MANY }, (_, i) => `c${i}`);
  const mapping = (name: string): string =>
    `source: source:gazette\nnodes: [{ id: "state:{c0}", type: State, name: "{${name}}" }]\n`;
  const table = `${columns.join(',')}\n${columns.map(() => 'x').join(',')}\n`;
  const load = (name: string): string[] =>
    saidOf(loadFiles({ 'tables/t.csv': table, 'tables/t.map.yaml': mapping(name) }));
  expect(load(`c${MANY - 1}`)).toEqual([]);
  expect(load('nothing')).toEqual([expect.stringContaining('unknown-column')]);
  const twice = `${columns.map(() => 'c').join(',')}\n`;
  expect(loadFiles({ 'tables/t.csv': twice, 'tables/t.map.yaml': mapping('c') }).problems.length).toBe(50);
});
