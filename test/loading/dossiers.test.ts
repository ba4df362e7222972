import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actId } from '../../src/facts/edge-id.ts';
import type { EdgeFact, NodeFact } from '../../src/facts/fact.ts';
import { readPartialDate } from '../../src/facts/partial-date.ts';
import { type GraphData, loadGraphData } from '../../src/loading/load-graph-data.ts';
import { folderOf, loadDossier, loadFiles, saidOf, smallSchema } from '../kit/facts-folder.ts';

function nodeOf(data: GraphData, id: string): NodeFact {
  expect(saidOf(data)).toEqual([]);
  const node = data.nodes.find((it) => it.id === id);
  if (!node) expect.fail(`there is no ${id}`);
  return node;
}

function edgesOf(data: GraphData): readonly EdgeFact[] {
  expect(saidOf(data)).toEqual([]);
  return data.edges;
}

describe('a node', () => {
  test('has its type and every property the ontology gives it, as the kind it says', () => {
    const data = loadDossier(`
source: source:gazette
nodes:
  - id: state:che
    type: State
    name: Switzerland
    aliases: [Schweiz, Suisse]
    iso3: CHE
    seats: 7
    population: 90000000000000000001
    area: 41285.2
    landlocked: true
    founded: 1291-08-01
`);
    expect(nodeOf(data, 'state:che')).toEqual({
      id: 'state:che',
      type: 'State',
      properties: {
        name: 'Switzerland',
        aliases: ['Schweiz', 'Suisse'],
        iso3: 'CHE',
        seats: 7,
        population: 90000000000000000001n,
        area: 41285.2,
        landlocked: true,
        founded: '1291-08-01',
        sources: ['source:gazette'],
      },
      at: {
        file: expect.stringMatching(/dossiers\/under-test\.yaml$/),
        line: 4,
        column: 5,
        length: expect.any(Number),
      },
    });
  });

  test('keeps what YAML takes for numbers as it was written, where a text or a date belongs', () => {
    const data = loadDossier('nodes: [{ id: state:x, type: State, name: 007, iso3: 1e3, founded: 0800 }]');
    expect(nodeOf(data, 'state:x').properties).toEqual({ name: '007', iso3: '1e3', founded: '0800' });
  });

  test('has first and last days when its date has', () => {
    const days = (when: string): unknown => {
      const data = loadDossier(`nodes: [{ id: conference:x, type: Conference, name: X, when: ${when} }]`);
      const { start, end } = nodeOf(data, 'conference:x').properties;
      return { start, end };
    };
    expect(days('2024-10-28/2024-10-31')).toEqual({ start: '2024-10-28', end: '2024-10-31' });
    expect(days('2024-10')).toEqual({ start: '2024-10-01', end: '2024-10-31' });
    expect(days('2024/..')).toEqual({ start: '2024-01-01', end: undefined });
    expect(days('/2024')).toEqual({ start: undefined, end: '2024-12-31' });
  });

  test('shows the value of its preferred claim, and keeps every claim with its own source', () => {
    const data = loadDossier(`
source: source:gazette
nodes:
  - id: conference:x
    type: Conference
    name: X
    claims:
      - property: theme
        value: Navigate
        rank: PREFERRED
        note: Two publishers.
        sources: [source:herald]
      - { property: theme, value: Overcome, locator: P1, saidBy: state:kaz, modality: REPORTED, when: 2024-10 }
`);
    expect(nodeOf(data, 'conference:x').properties.theme).toBe('Navigate');
    expect(data.claims).toMatchObject([
      {
        node: 'conference:x',
        property: 'theme',
        value: 'Navigate',
        rank: 'PREFERRED',
        modality: 'FACT',
        note: 'Two publishers.',
        sources: ['source:herald'],
      },
      {
        value: 'Overcome',
        rank: 'NORMAL',
        modality: 'REPORTED',
        saidBy: 'state:kaz',
        when: '2024-10',
        sources: ['source:gazette'],
        locators: ['P1'],
      },
    ]);
  });

  test('may be a source in the dossier that needs it', () => {
    const data = loadDossier('sources: [{ id: source:note, name: A note, published: 2024 }]');
    expect(nodeOf(data, 'source:note')).toMatchObject({ type: 'Source', properties: { published: '2024' } });
  });
});

describe('an edge', () => {
  test('has its dates, its sources and what else is said of it', () => {
    const data = loadDossier(`
source: source:gazette
edges:
  - from: state:kaz
    edge: member-of
    to: org:un
    when: 1992-03-02/..
    role: member
    confidence: 0.9
    locator: P3
`);
    const [edge] = edgesOf(data);
    const date = readPartialDate('1992-03-02/..');
    expect(edge).toMatchObject({
      type: 'member-of',
      from: 'state:kaz',
      to: 'org:un',
      validity: 'validity' in date && date.validity,
      sources: ['source:gazette'],
      properties: { when: '1992-03-02/..', role: 'member', confidence: 0.9, locators: ['P3'] },
    });
    expect(edge?.id).toMatch(/^edge:[0-9a-f]{16}$/);
  });

  test('is several edges of one act where an end is a list', () => {
    const data = loadDossier(`
source: source:gazette
edges:
  - { from: [state:kaz, state:fra, org:un], edge: co-launched, to: initiative:ihl, when: 2024-09-27 }
`);
    const edges = edgesOf(data);
    expect(edges.map((it) => it.from)).toEqual(['state:kaz', 'state:fra', 'org:un']);
    const act = actId('co-launched', ['state:fra', 'state:kaz', 'org:un'], ['initiative:ihl'], { when: '2024-09-27' });
    expect(new Set(edges.map((it) => it.properties.act))).toEqual(new Set([act]));
    expect(new Set(edges.map((it) => it.id)).size).toBe(3);
  });

  test('keeps the act that is written, so that edges written apart can share it', () => {
    const data = loadDossier(`
source: source:gazette
edges:
  - { from: [state:kaz, state:fra], edge: co-launched, to: initiative:ihl, act: act:launch }
  - { from: org:un, edge: co-launched, to: initiative:ihl, act: act:launch }
`);
    expect(edgesOf(data).map((it) => it.properties.act)).toEqual(['act:launch', 'act:launch', 'act:launch']);
  });

  test('of a list of one is an edge like any other', () => {
    const data = loadDossier('edges: [{ from: [state:kaz], edge: member-of, to: org:un, source: source:herald }]');
    expect(edgesOf(data)[0]?.properties).toEqual({});
  });

  test('keeps an id that is written', () => {
    const data = loadDossier(
      'edges: [{ id: edge:mine, from: state:kaz, edge: member-of, to: org:un, source: source:herald }]',
    );
    expect(edgesOf(data)[0]?.id).toBe('edge:mine');
  });

  test.each([
    ['the source at the head of the dossier', '', ['source:gazette'], undefined],
    ['that source with a place in it', 'locator: P5', ['source:gazette'], ['P5']],
    ['one other source', 'source: source:herald', ['source:herald'], undefined],
    ['one other source with a place in it', 'source: source:herald, locator: p. 2', ['source:herald'], ['p. 2']],
    ['a list, which replaces the default', 'sources: [source:herald]', ['source:herald'], undefined],
    [
      'a list with places for some',
      'sources: [source:herald, { id: source:gazette, locator: P3 }]',
      ['source:herald', 'source:gazette'],
      ['', 'P3'],
    ],
    [
      'two lists side by side',
      "sources: [source:herald, source:gazette], locators: ['', P3]",
      ['source:herald', 'source:gazette'],
      ['', 'P3'],
    ],
    ['a list of one with a place beside it', 'sources: [source:herald], locator: P9', ['source:herald'], ['P9']],
  ])('cites %s', (_, said, sources, locators) => {
    const data = loadDossier(
      `source: source:gazette\nedges:\n  - { from: state:kaz, edge: member-of, to: org:un${said && `, ${said}`} }\n`,
    );
    const [edge] = edgesOf(data);
    expect([edge?.sources, edge?.properties.locators]).toEqual([sources, locators]);
  });

  test('whose source is cited as a whole says so where it names no place, as nodes and claims do', () => {
    const data = loadFiles({
      'sources.yaml':
        '- { id: source:gazette, name: The Gazette }\n- { id: source:herald, name: The Herald, citedAs: whole page }\n',
      'dossiers/under-test.yaml': `
source: source:herald
nodes:
  - id: state:che
    type: State
    name: Switzerland
    claims: [{ property: iso3, value: CHE }]
edges:
  - { from: state:kaz, edge: member-of, to: org:un }
  - { from: state:fra, edge: member-of, to: org:un, sources: [source:gazette, source:herald, { id: source:herald, locator: P3 }] }
`,
    });
    const places = edgesOf(data).map((it) => it.properties.locators);
    expect(places).toEqual([['whole page'], ['', 'whole page', 'P3']]);
    expect(nodeOf(data, 'state:che').properties.locators).toEqual(['whole page']);
    expect(data.claims.map((it) => it.locators)).toEqual([['whole page']]);
  });

  test('that is symmetric joins its types both ways and is one edge whichever end comes first', () => {
    const id = (from: string, to: string): string | undefined =>
      edgesOf(loadDossier(`edges: [{ from: ${from}, edge: met-with, to: ${to}, source: source:herald }]`))[0]?.id;
    expect(id('state:kaz', 'state:fra')).toBe(id('state:fra', 'state:kaz'));
  });

  test('may be stated twice when the occasion or the start tells the two apart', () => {
    const data = loadDossier(`
source: source:gazette
edges:
  - { from: state:kaz, edge: member-of, to: org:un, when: 1992/2000 }
  - { from: state:kaz, edge: member-of, to: org:un, when: 2005/.. }
  - { from: state:kaz, edge: member-of, to: org:un, role: observer }
`);
    expect(edgesOf(data)).toHaveLength(3);
  });
});

describe('an entry that extends a node', () => {
  test('adds to lists, sets what was absent, and brings its sources and claims', () => {
    const data = loadFiles({
      'dossiers/a.yaml': `
source: source:herald
nodes:
  - extend: state:kaz
    aliases: [Qazaqstan, QZ]
    iso3: KAZ
    locator: P2
    claims: [{ property: seats, value: 3 }]
`,
      'dossiers/z.yaml': `
source: source:herald
nodes:
  - { extend: state:kaz, aliases: [QZ, KZ] }
`,
    });
    expect(nodeOf(data, 'state:kaz').properties).toEqual({
      name: 'Kazakhstan',
      aliases: ['Qazaqstan', 'QZ', 'KZ'],
      iso3: 'KAZ',
      sources: ['source:gazette', 'source:herald'],
      locators: ['', 'P2'],
    });
    expect(data.claims).toMatchObject([{ node: 'state:kaz', property: 'seats', value: 3, sources: ['source:herald'] }]);
  });

  test('may say again what is said already', () => {
    const data = loadDossier('nodes: [{ extend: state:kaz, name: Kazakhstan }]');
    expect(nodeOf(data, 'state:kaz').properties.name).toBe('Kazakhstan');
  });

  test('finds its node in whichever file comes later', () => {
    const data = loadFiles({ 'dossiers/aa.yaml': 'nodes: [{ extend: state:fra, iso3: FRA }]' });
    expect(nodeOf(data, 'state:fra').properties.iso3).toBe('FRA');
  });
});

describe('an entry that extends an edge', () => {
  const stated =
    'source: source:gazette\nedges: [{ from: state:kaz, edge: member-of, to: org:un, when: 1992-03-02/.., locator: P1 }]';

  test('adds its source to the statement of another entry, of a dossier or of a row', () => {
    const extension = `
source: source:herald
edges: [{ extend: true, from: state:kaz, edge: member-of, to: org:un, when: 1992-03-02, locator: P9 }]
`;
    const cited = { sources: ['source:gazette', 'source:herald'], properties: { locators: ['P1', 'P9'] } };
    const data = loadFiles({ 'dossiers/a.yaml': extension, 'dossiers/z.yaml': stated });
    expect(data.edges.filter((it) => it.to === 'org:un')).toMatchObject([cited]);
    const rows = loadFiles({
      'dossiers/a.yaml': extension,
      'tables/members.csv': 'state,since\nkaz,1992-03-02\n',
      'tables/members.map.yaml':
        "source: source:gazette\nedges: [{ from: 'state:{state}', edge: member-of, to: org:un, when: '{since}/..', locator: P1 }]",
    });
    expect(saidOf(rows)).toEqual([]);
    expect(rows.edges.filter((it) => it.to === 'org:un')).toMatchObject([cited]);
  });

  test('states nothing itself, and says nothing more', () => {
    const said = saidOf(
      loadFiles({
        'dossiers/a.yaml': `
source: source:herald
edges:
  - { extend: true, from: state:fra, edge: member-of, to: org:un }
  - { extend: true, from: state:kaz, edge: member-of, to: org:un, when: 1992-03-02, note: odd }
  - { extend: yes please, from: state:kaz, edge: member-of, to: org:un, when: 1992-03-02 }
`,
        'dossiers/z.yaml': stated,
      }),
    );
    expect(said.map((it) => it.replace(/^\S+ +/, ''))).toEqual([
      expect.stringContaining('No entry states "state:fra member-of org:un"'),
      expect.stringContaining('cannot say "note"'),
      expect.stringContaining('Of an edge, "extend" takes true'),
    ]);
  });
});

describe('an id that is no longer used', () => {
  test('leads to the node that took its place, wherever it is still written', () => {
    const data = loadFiles({
      'dossiers/merged.yaml': `
source: source:old-gazette
sources: [{ id: source:new-gazette, name: New Gazette, replaces: source:old-gazette }]
nodes:
  - { id: state:deu, type: State, name: Germany, replaces: [state:brd, state:ddr] }
  - { extend: state:brd, iso3: DEU }
edges:
  - { from: state:ddr, edge: member-of, to: org:un, when: 1973-09-18/1990-10-02 }
  - { from: state:kaz, edge: met-with, to: state:fra, saidBy: state:brd }
`,
      'dossiers/now.yaml': `
edges: [{ from: state:deu, edge: member-of, to: org:un, when: 1991, source: source:new-gazette }]
`,
    });
    expect(nodeOf(data, 'state:deu').properties).toMatchObject({ iso3: 'DEU', sources: ['source:new-gazette'] });
    expect(data.redirects).toEqual(
      new Map([
        ['source:old-gazette', 'source:new-gazette'],
        ['state:brd', 'state:deu'],
        ['state:ddr', 'state:deu'],
      ]),
    );
    expect(data.edges.map((it) => [it.from, it.sources[0], it.properties.saidBy])).toEqual([
      ['state:deu', 'source:new-gazette', undefined],
      ['state:kaz', 'source:new-gazette', 'state:deu'],
      ['state:deu', 'source:new-gazette', undefined],
    ]);
  });

  test('gives its edge the id that the new node has', () => {
    const merged =
      'nodes: [{ id: state:deu, type: State, name: Germany, replaces: state:brd }]\nsource: source:herald\n';
    const edge = (from: string): string | undefined =>
      edgesOf(loadDossier(`${merged}edges: [{ from: ${from}, edge: member-of, to: org:un }]`))[0]?.id;
    expect(edge('state:brd')).toBe(edge('state:deu'));
  });
});

describe('texts', () => {
  test('are kept composed, ids too, so that one spelling is found', () => {
    const data = loadDossier(`
source: source:gazette
nodes: [{ id: "state:c\u0065\u0301", type: State, name: "E\u0301tat", aliases: ["A\u0301"] }]
edges: [{ from: "state:c\u00e9", edge: member-of, to: org:un }]
`);
    expect(saidOf(data)).toEqual([]);
    expect(nodeOf(data, 'state:cé').properties).toMatchObject({ name: 'État', aliases: ['Á'] });
    expect(edgesOf(data)[0]?.from).toBe('state:cé');
  });

  test('of other scripts keep the joiners that they need', () => {
    const data = loadDossier(
      'nodes: [{ id: state:irn, type: State, name: "\u0645\u06cc\u200c\u062e" }]\nsource: source:gazette\n',
    );
    expect(saidOf(data)).toEqual([]);
  });
});

test('a duplicate is reported in the file that was changed last, whatever it is called', () => {
  const folder = folderOf({
    'dossiers/a-new.yaml': 'nodes: [{ id: state:kaz, type: State, name: Kazakhstan }]\n',
    'dossiers/old.yaml': 'nodes: [{ id: state:kaz, type: State, name: Kazakhstan }]\n',
  });
  const placeAfter = (name: string): string | undefined => {
    for (const it of ['a-new', 'old']) utimesSync(join(folder, `dossiers/${it}.yaml`), 0, it === name ? 1_000_000 : 0);
    return loadGraphData({ schema: smallSchema, data: folder }).problems[0]?.at?.file;
  };
  expect(placeAfter('a-new')).toBe(join(folder, 'dossiers/a-new.yaml'));
  expect(placeAfter('old')).toBe(join(folder, 'dossiers/old.yaml'));
});
