/**
 * Views as people ask for them, and the two kinds of view that only they need.
 */
import { expect, test } from 'vitest';
import { textReader } from '../../src/base/text-options.ts';
import { periodOf } from '../../src/facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../../src/facts/validity.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { linked, ofTypes } from '../../src/views/neighbourhoods.ts';
import { asOf, backedBy, knownBy, statedOnly, trusted, via, withModality } from '../../src/views/restrictions.ts';
import { partOptions, readSelection, selectView, trustOptions } from '../../src/views/select-view.ts';
import { seedGraph } from '../kit/seed-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const world = tinyGraph(`
  kaz:State -joined[2024]-> club:Club; fra:State -joined[1990..1995]-> club
  kate:Person -heads[2020..]-> club; lone:Person; kaz -knows-> fra
`);

function idsOf(view: GraphView): string[] {
  return view.graph.nodes.ids.filter((id) => view.findNode(id) !== undefined).sort();
}

test('a view of types keeps their nodes, and the edges between them', () => {
  const states = ofTypes(world, ['State']);
  expect(idsOf(states)).toEqual(['fra', 'kaz']);
  expect(states.edgeCount).toBe(1);
});

test('an interface stands for every type that implements it', () => {
  const parties = ofTypes(seedGraph(), ['Party']);
  const types = new Set(idsOf(parties).map((id) => parties.graph.nodes.typeOf(parties.getNode(id))));
  expect([...types].sort()).toEqual(expect.arrayContaining(['Official', 'Organisation', 'State']));
  expect(types).not.toContain('Conference');
});

test('a misspelt type is refused, with the nearest one', () => {
  expect(() => ofTypes(world, ['Sate'])).toThrow('The ontology has no node type or interface "Sate". Did you mean');
});

test('a linked view has no lone node, and every edge', () => {
  expect(idsOf(linked(world))).toEqual(['club', 'fra', 'kate', 'kaz']);
  expect(idsOf(linked(via(world, ['heads'])))).toEqual(['club', 'kate']);
  expect(linked(via(world, ['heads'])).edgeCount).toBe(1);
  expect(idsOf(linked(tinyGraph('lone; a -knows-> b')))).toEqual(['a', 'b']);
});

test('wishes are met together', () => {
  const selected = selectView(world, { asOf: '2023', types: ['State', 'Club', 'Person'], linked: true });
  expect(idsOf(selected)).toEqual(['club', 'fra', 'kate', 'kaz']);
  expect(selected.edgeCount).toBe(2);
});

test('around a node means one step, unless it is said how many', () => {
  expect(idsOf(selectView(world, { around: ['kate'] }))).toEqual(['club', 'kate']);
  expect(idsOf(selectView(world, { around: ['kate'], depth: 2 }))).toEqual(['club', 'fra', 'kate', 'kaz']);
});

test('every wish is the view of that name', () => {
  const seed = seedGraph();
  const sources = { except: ['source:el-kz-34ic'] };
  expect(selectView(seed, { asOf: '2024-10', mode: 'CERTAIN' })).toBe(asOf(seed, periodOf('2024-10'), 'CERTAIN'));
  expect(selectView(seed, { stated: true })).toBe(statedOnly(seed));
  expect(selectView(seed, { trust: 0.9 })).toBe(trusted(seed, 0.9));
  expect(selectView(seed, { modality: ['FACT'] })).toBe(withModality(seed, ['FACT']));
  expect(selectView(seed, { sources })).toBe(backedBy(seed, sources));
  expect(selectView(seed, { knownBy: '2024', knownMode: 'CERTAIN' })).toBe(knownBy(seed, periodOf('2024'), 'CERTAIN'));
  expect(selectView(seed, { via: ['co-launched'] })).toBe(via(seed, ['co-launched']));
  expect(selectView(seed, { types: ['State'] })).toBe(ofTypes(seed, ['State']));
  const given = {
    'as-of': '2024-10',
    certain: '',
    trust: '0.9',
    modality: 'FACT,REPORTED',
    'except-source': 'source:el-kz-34ic',
  };
  expect(selectView(seed, readSelection(textReader([...trustOptions, ...partOptions], given)))).toBe(
    selectView(seed, { asOf: '2024-10', mode: 'CERTAIN', trust: 0.9, modality: ['FACT', 'REPORTED'], sources }),
  );
});

test('options say by when something was known, and which sources alone count', () => {
  const selectionOf = (given: Record<string, string>): object =>
    JSON.parse(JSON.stringify(readSelection(textReader([...trustOptions, ...partOptions], given))));
  expect(selectionOf({ 'known-by': '2024', 'known-for-certain': '' })).toMatchObject({ knownMode: 'CERTAIN' });
  expect(readSelection(textReader(trustOptions, { 'known-by': '2024' })).knownMode).not.toBe('CERTAIN');
  expect(readSelection(textReader(trustOptions, {})).sources).toBeUndefined();
  expect(selectionOf({ 'only-source': 's' })).toMatchObject({ sources: { only: ['s'] } });
  expect(Object.keys(readSelection(textReader(trustOptions, { 'except-source': 's' })).sources ?? {})).toEqual([
    'except',
  ]);
});

test('a view is named by its days, its bounds left open, and its names in one order', () => {
  const key = (first: number, last: number): string => asOf(world, { first, last }).key;
  expect(key(0, 0)).toBe('as of 1970-01-01 POSSIBLE');
  expect(key(0, 30)).toBe('as of 1970-01-01..1970-01-31 POSSIBLE');
  expect(key(ALWAYS, 0)).toBe('as of ..1970-01-01 POSSIBLE');
  expect(key(0, FOREVER)).toBe('as of 1970-01-01.. POSSIBLE');
  expect(via(world, ['joined', 'heads', 'joined'])).toBe(via(world, ['heads', 'joined']));
  expect(backedBy(seedGraph(), { only: ['source:el-kz-34ic'] }).key).toBe('sources only source:el-kz-34ic');
  expect(ofTypes(ofTypes(world, ['State']), ['State'])).toBe(ofTypes(world, ['State']));
  expect(trusted(world, 1).edgeCount).toBe(world.edgeCount);
});

test('a node whose id holds a comma is one node', () => {
  const vienna = tinyGraph('a -knows-> b', { 'mission,vienna': {}, vienna: {} });
  const read = textReader([...trustOptions, ...partOptions], { around: ['mission,vienna', 'a'], depth: '0' });
  expect(idsOf(selectView(vienna, readSelection(read)))).toEqual(['a', 'mission,vienna']);
});

test('no wish leaves the view as it is', () => {
  expect(selectView(world, {})).toBe(world);
});
