/**
 * A row whose parts stood in earlier rows is read from what was made of them then. It must give what it gives by itself.
 */
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Problem } from '../../src/base/problem.ts';
import { type GraphData, loadGraphData } from '../../src/loading/load-graph-data.ts';
import { type GraphRecords, loadRecords } from '../../src/loading/load-records.ts';
import { RepeatedRows } from '../../src/loading/tables/repeated-rows.ts';
import { folderOf, loadFiles, smallSchema } from '../kit/facts-folder.ts';

const columns = ['from', 'type', 'to', 'start', 'end', 'role', 'position', 'sources', 'locator', 'at', 'only'] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

const few = (usual: string, ...others: string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
/** Few texts for each cell, so that rows repeat each other, a faulty one now and then among them. */
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    from: few('state:kaz', 'state:fra', 'state:kaz;state:fra', 'state:frn', 'state kaz', ''),
    type: few('member-of', 'co-launched', 'voted-on', 'met-with', 'member-off'),
    to: few('org:un', 'initiative:ihl', 'state:fra', 'state:kaz'),
    start: few('1992', '1992-03-02', '2024-13', ''),
    end: few('', '1999', '1991'),
    role: few('', 'observer', 'observer ', '"chair, acting"', 'a\u200bb'),
    position: few('', 'YES', 'MAYBE'),
    sources: few('source:gazette', 'source:gazette;source:herald', '', 'source:nowhere', 'state:kaz'),
    locator: few('', 'P1', 'P2'),
    at: few('', 'initiative:ihl', 'initiative:none'),
    only: few('yes', 'no'),
  }),
  { minLength: 10, maxLength: 40 },
);

/** Mappings that put rows to different uses. */
const maps: readonly string[] = [
  "edges: [{ from: '{from}', edge: '{type}', to: '{to}', when: '{start}/{end|or:..}', sources: '{sources|split:;}' }]",
  "source: source:gazette\nedges: [{ from: '{from|split:;}', edge: member-of, to: org:un, when: '{start}', role: '{role}', at: '{at}', locator: '{locator}' }]",
  "edges: [{ from: '{from}', edge: '{type}', to: '{to}', position: '{position}', role: '{role}', sources: [{ id: 'source:gazette', locator: '{locator}' }, '{sources}'] }]",
  "edges:\n  - { from: '{from}', edge: '{type}', to: '{to}', attested: '{start}', when: '{end}', source: '{sources}' }\n  - { from: '{to}', edge: member-of, to: '{to}', source: source:herald, only: { only: yes } }",
  "nodes: [{ id: 'state:{role}', type: State, name: '{role}', source: source:gazette, only: { only: yes } }]\nedges: [{ from: '{from}', edge: '{type}', to: '{to}', modality: '{position}', note: '{role}', source: source:gazette }]",
];

const lineOf = (row: Row): string => columns.map((it) => row[it]).join(',');
const table = (given: readonly Row[]): string => [columns.join(','), ...given.map(lineOf), ''].join('\n');

const together = (given: readonly Row[], map: string): GraphData =>
  loadFiles({ 'tables/all.csv': table(given), 'tables/all.map.yaml': map });

/** The facts and problems of a folder, each with its place. */
const saidBy = ({ nodes, edges, claims, problems, unshown }: GraphData): unknown => ({
  nodes,
  edges,
  claims,
  problems,
  unshown,
});

describe('rows that repeat each other', () => {
  test.each(maps.map((map, i) => [i, map] as const))('give what each gives by itself, by mapping %i', (i, map) => {
    const add = vi.spyOn(RepeatedRows.prototype, 'add');
    onTestFinished(() => add.mockRestore());
    let repeated = 0;
    fc.assert(
      fc.property(rows, (given) => {
        const data = folderOf({ ...worldFiles, 'tables/all.csv': table(given), 'tables/all.map.yaml': map });
        add.mockClear();
        const found = saidBy(loadGraphData({ schema: smallSchema, data }));
        repeated += add.mock.results.filter((it) => it.value === true).length;
        add.mockReturnValue(false);
        const expected = saidBy(loadGraphData({ schema: smallSchema, data }));
        add.mockReset();
        expect(found).toEqual(expected);
      }),
      { numRuns: 25 },
    );
    // A report wants words beside it, so such an edge is read as a whole.
    if (i < maps.length - 1) expect(repeated).toBeGreaterThan(5);
    else expect(repeated).toBe(0);
  });

  test('give what the same records give', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const whole = given.map((it) => ({
          ...it,
          from: it.from.split(';')[0]!,
          role: it.role.replaceAll('"', '').trim(),
        }));
        const data = together(
          whole.map((it) => ({ ...it, role: it.role.includes(',') ? `"${it.role}"` : it.role })),
          "edges: [{ from: '{from}', edge: '{type}', to: '{to}', when: '{start}', role: '{role}', sources: '{sources|split:;}' }]",
        );
        const said = (it: string): string | undefined => (it === '' ? undefined : it);
        const edges = whole
          .filter((it) => it.from !== '')
          .map(({ from, type, to, start, role, sources }) => ({
            from,
            edge: type,
            to,
            when: said(start),
            role: said(role),
            sources: said(sources)?.split(';'),
          }));
        const records = loadRecords(data.ontology!, { ...world, edges } as GraphRecords);
        const bare = (all: GraphData['edges']): unknown[] => all.map(({ at: _, ...it }) => it);
        expect(bare(data.edges)).toEqual(bare(records.edges));
        const messages = (all: readonly Problem[]): string[] =>
          all
            .filter((it) => it.code !== 'row-without-entry')
            .map((it) => it.message.replace(/(?:\S+\.csv|edges):\d+(?::\d+)?/g, ''))
            .sort();
        expect(messages(data.problems)).toEqual(messages(records.problems));
      }),
      { numRuns: 25 },
    );
  });
});

const worldFiles = {
  'sources.yaml': '- { id: source:gazette, name: The Gazette }\n- { id: source:herald, name: The Herald }\n',
  'dossiers/world.yaml': `source: source:gazette
nodes:
  - { id: state:kaz, type: State, name: Kazakhstan }
  - { id: state:fra, type: State, name: France }
  - { id: org:un, type: Organisation, name: United Nations, kind: IGO }
  - { id: initiative:ihl, type: Initiative, name: Initiative on Law }
`,
};

/** The same as records. */
const world = {
  sources: [
    { id: 'source:gazette', name: 'The Gazette' },
    { id: 'source:herald', name: 'The Herald' },
  ],
  nodes: [
    { id: 'state:kaz', type: 'State', name: 'Kazakhstan', source: 'source:gazette' },
    { id: 'state:fra', type: 'State', name: 'France', source: 'source:gazette' },
    { id: 'org:un', type: 'Organisation', name: 'United Nations', kind: 'IGO', source: 'source:gazette' },
    { id: 'initiative:ihl', type: 'Initiative', name: 'Initiative on Law', source: 'source:gazette' },
  ],
};
