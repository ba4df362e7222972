import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { GraphData } from '../../src/loading/load-graph-data.ts';
import { loadFiles, saidOf } from '../kit/facts-folder.ts';

/** Loads a table with its mapping beside the world of two states and an organisation. */
const loadTable = (csv: string, map: string): GraphData =>
  loadFiles({ 'tables/under-test.csv': csv, 'tables/under-test.map.yaml': map });

const edges = (data: GraphData): unknown[] => {
  expect(saidOf(data)).toEqual([]);
  return data.edges.map((it) => [it.from, it.to, it.properties.when].filter((part) => part !== undefined));
};

describe('a table', () => {
  test('makes a node of every row', () => {
    const data = loadTable(
      'code,name,others,seats,group\nCHE,Switzerland,Schweiz; Suisse,7,\nNOR,"Norway, Kingdom of",,,europe\n',
      `
source: source:gazette
lookups:
  groups: { europe: EASTERN_EUROPEAN }
nodes:
  - id: state:{code|lower}
    type: State
    name: '{name}'
    aliases: '{others|split:;}'
    iso3: '{code}'
    seats: '{seats}'
    regionalGroup: '{group|lookup:groups}'
    locator: row {code}
`,
    );
    expect(saidOf(data)).toEqual([]);
    expect(data.nodes.filter((it) => it.at?.file.endsWith('.csv'))).toMatchObject([
      {
        id: 'state:che',
        type: 'State',
        properties: {
          name: 'Switzerland',
          aliases: ['Schweiz', 'Suisse'],
          iso3: 'CHE',
          seats: 7,
          sources: ['source:gazette'],
          locators: ['row CHE'],
        },
        at: { line: 2, column: 1 },
      },
      { id: 'state:nor', properties: { name: 'Norway, Kingdom of', iso3: 'NOR', regionalGroup: 'EASTERN_EUROPEAN' } },
    ]);
    expect(data.nodes.find((it) => it.id === 'state:nor')?.properties).not.toHaveProperty('seats');
  });

  test('makes an edge of every row, with dates put together from cells', () => {
    const data = loadTable(
      'state,from,until,source,page\nkaz,1992-03-02,,gazette,3\nfra,1945-10-24,2001,herald,\n',
      `
edges:
  - from: state:{state}
    edge: member-of
    to: org:un
    when: '{from}/{until|or:..}'
    sources: [{ id: 'source:{source}', locator: 'p. {page}' }]
`,
    );
    expect(edges(data)).toEqual([
      ['state:kaz', 'org:un', '1992-03-02/..'],
      ['state:fra', 'org:un', '1945-10-24/2001'],
    ]);
    expect(data.edges.map((it) => [it.sources, it.properties.locators])).toEqual([
      [['source:gazette'], ['p. 3']],
      [['source:herald'], undefined],
    ]);
  });

  test('tells an end that is not known from one that is open', () => {
    const data = loadTable(
      'state,from,until\nkaz,1992,\n',
      "source: source:gazette\nedges: [{ from: 'state:{state}', edge: member-of, to: org:un, when: '{from}/{until|or:}' }]",
    );
    expect(edges(data)).toEqual([['state:kaz', 'org:un', '1992/']]);
  });

  test('leaves out a fact whose identity needs an empty cell, and a property that does', () => {
    const data = loadTable(
      'state,org,role\nkaz,un,\nfra,,member\n,un,member\n',
      `
source: source:gazette
edges:
  - { from: 'state:{state}', edge: member-of, to: 'org:{org}', role: '{role}' }
`,
    );
    expect(data.edges).toMatchObject([{ from: 'state:kaz', to: 'org:un', properties: {} }]);
    expect(data.edges[0]?.properties).toEqual({});
    expect(saidOf(data)).toEqual([expect.stringMatching(/^tables\/under-test\.csv:3:1 {2}row-without-entry/)]);
  });

  test('asks only the rows that hold the words of "only"', () => {
    const data = loadTable(
      'state,status\nkaz,member\nfra,observer\n',
      `
source: source:gazette
edges:
  - { from: 'state:{state}', edge: member-of, to: org:un, only: { status: [member, founder] } }
  - { from: 'state:{state}', edge: member-of, to: org:un, role: observer, only: { status: observer } }
`,
    );
    expect(data.edges.map((it) => [it.from, it.properties.role])).toEqual([
      ['state:kaz', undefined],
      ['state:fra', 'observer'],
    ]);
  });

  test('makes one act of a cell that lists several', () => {
    const data = loadTable(
      'launchers,initiative\n"kaz, fra",ihl\n',
      `
source: source:gazette
edges:
  - { from: '{launchers|split:,|lookup:states}', edge: co-launched, to: 'initiative:{initiative}' }
lookups: { states: { kaz: state:kaz, fra: state:fra } }
`,
    );
    expect(edges(data)).toEqual([
      ['state:kaz', 'initiative:ihl'],
      ['state:fra', 'initiative:ihl'],
    ]);
    expect(data.edges[0]?.properties.act).toBe(data.edges[1]?.properties.act);
    expect(data.edges[0]?.properties.act).toMatch(/^act:[0-9a-f]{16}$/);
  });

  test('puts the text around a split cell around each of its items', () => {
    const data = loadTable(
      'org,yes,no\nun,kaz fra,\nun,,fra\n',
      `
source: source:gazette
edges:
  - { from: 'state:{yes|split: }', edge: member-of, to: 'org:{org}' }
  - { from: 'state:{no|split: }', edge: member-of, to: 'org:{org}', when: '2001' }
`,
    );
    expect(edges(data)).toEqual([
      ['state:kaz', 'org:un'],
      ['state:fra', 'org:un'],
      ['state:fra', 'org:un', '2001'],
    ]);
  });

  test('may be packed with gzip, and tells its rows all the same', () => {
    const map = "source: source:gazette\nedges: [{ from: 'state:{state}', edge: member-of, to: org:un }]";
    const files = { 'tables/t.map.yaml': map, 'tables/t.csv.gz': gzipSync('state\nkaz\nxyz\n') };
    expect(saidOf(loadFiles(files))).toEqual([
      expect.stringMatching(/^tables\/t\.csv\.gz:3:1 {2}unknown-node {2}No node has the id "state:xyz"/),
    ]);
    const cut = loadFiles({ ...files, 'tables/t.csv.gz': gzipSync('state\nkaz\n').subarray(0, -9) });
    expect(saidOf(cut)).toEqual([expect.stringContaining('it is packed with gzip, and its end is missing')]);
    const plain = loadFiles({ ...files, 'tables/t.csv.gz': 'state\nkaz\n' });
    expect(saidOf(plain)).toEqual([expect.stringContaining('is not packed with gzip, or is damaged')]);
  });

  test('counts a node that many rows repeat once', () => {
    const data = loadTable(
      'org,orgName,state\nwho,World Health Organisation,kaz\nwho,World Health Organisation,fra\n',
      `
source: source:gazette
nodes: [{ id: 'org:{org}', type: Organisation, name: '{orgName}', kind: IGO, once: true }]
edges: [{ from: 'state:{state}', edge: member-of, to: 'org:{org}' }]
`,
    );
    expect(edges(data)).toHaveLength(2);
    expect(data.nodes.filter((it) => it.id === 'org:who')).toHaveLength(1);
  });

  test('extends nodes that are defined elsewhere, each with its own row', () => {
    const data = loadTable(
      'code,iso3,alias\nkaz,KAZ,Qazaqstan\nfra,FRA,République française\n',
      "nodes: [{ extend: 'state:{code}', iso3: '{iso3}', aliases: ['{alias}'], source: source:herald }]",
    );
    expect(saidOf(data)).toEqual([]);
    expect(data.nodes.filter((it) => it.type === 'State').map((it) => it.properties)).toMatchObject([
      { name: 'Kazakhstan', iso3: 'KAZ', aliases: ['Qazaqstan'], sources: ['source:gazette', 'source:herald'] },
      { name: 'France', iso3: 'FRA', aliases: ['République française'] },
    ]);
  });

  test('carries claims', () => {
    const data = loadTable(
      'code,name,counted\nche,Switzerland,7\nnor,Norway,\n',
      `
source: source:gazette
nodes:
  - id: state:{code}
    type: State
    name: '{name}'
    claims: [{ property: seats, value: '{counted}', rank: PREFERRED }]
`,
    );
    expect(saidOf(data)).toEqual([]);
    expect(data.claims).toMatchObject([{ node: 'state:che', property: 'seats', value: 7 }]);
    expect(data.nodes.find((it) => it.id === 'state:che')?.properties.seats).toBe(7);
  });

  test('may be separated by what its mapping says, and make slugs of names', () => {
    const data = loadTable(
      'name\tkind\nÉcole « Été »\tNGO\n',
      'separator: "\\t"\nsource: source:gazette\nnodes: [{ id: "org:{name|slug}", type: Organisation, name: "{name}", kind: "{kind}" }]',
    );
    expect(saidOf(data)).toEqual([]);
    expect(data.nodes.map((it) => it.id)).toContain('org:ecole-ete');
  });

  test('means what a dossier with the same entries means', () => {
    const table = loadTable(
      'state,from\nkaz,1992\nfra,1945\n',
      "source: source:gazette\nedges: [{ from: 'state:{state}', edge: member-of, to: org:un, when: '{from}/..', locator: 'row {state}' }]",
    );
    const dossier = loadFiles({
      'dossiers/same.yaml': `
source: source:gazette
edges:
  - { from: state:kaz, edge: member-of, to: org:un, when: 1992/.., locator: row kaz }
  - { from: state:fra, edge: member-of, to: org:un, when: 1945/.., locator: row fra }
`,
    });
    const bare = (data: GraphData): unknown[] => data.edges.map(({ at, ...rest }) => rest);
    expect(bare(table)).toEqual(bare(dossier));
    expect(bare(table)).toHaveLength(2);
  });

  test('points at the cell, also for faults that show only beside all other facts', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `fra,${1000 + i}`);
    rows[1500] = 'frn,2500';
    const data = loadTable(
      `state,from\n"kaz",0900\n${rows.join('\n')}\n`,
      "source: source:gazette\nedges: [{ from: 'state:{state}', edge: member-of, to: org:un, when: '{from}' }]",
    );
    expect(saidOf(data)).toEqual([
      'tables/under-test.csv:1503:1  unknown-node  No node has the id "state:frn". Did you mean "state:fra"?',
    ]);
  });
});

describe('a row of which nothing comes', () => {
  const map = `source: source:gazette
nodes:
  - { only: { kind: [state] }, id: 'state:{code}', type: State, name: '{name}' }
edges:
  - { only: { kind: [joined] }, from: 'state:{code}', edge: member-of, to: 'org:{org}' }
`;

  test('is told of, once for the table, at the first', () => {
    const data = loadTable('kind,code,name,org\nstate,che,Swiss,\nstate,,Nobody,\njoined,kaz,,un\njoined,fra,,\n', map);
    expect(saidOf(data)).toEqual([
      'tables/under-test.csv:3:1  row-without-entry (warning)  Nothing comes of this row, and of 1 like it: each entry of the mapping needs a cell that is empty here. Fill it, or say with "only" which rows are meant.',
    ]);
    expect(data.nodes.filter((it) => it.at?.file.endsWith('.csv')).map((it) => it.id)).toEqual(['state:che']);
  });

  test('is none where "only" leaves it out, where another entry takes it, and where nothing stands in it', () => {
    expect(saidOf(loadTable('kind,code,name,org\nother,x,y,z\n , ,,\n', map))).toEqual([]);
    const both = map.replaceAll(/only: \{[^}]*\}, /g, '');
    expect(saidOf(loadTable('kind,code,name,org\n,che,Swiss,\n', both))).toEqual([]);
  });
});
