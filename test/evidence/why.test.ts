import { describe, expect, test } from 'vitest';
import { printWhy } from '../../src/evidence/print-why.ts';
import { type Why, why } from '../../src/evidence/why.ts';
import type { Derivation, EdgeFact } from '../../src/facts/fact.ts';
import { undated } from '../../src/facts/validity.ts';
import { explainDerivation } from '../../src/rules/explain-derivation.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { asOf } from '../../src/views/as-of.ts';
import { backedBy } from '../../src/views/backed-by.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { randomOntology, seeds } from '../kit/random-graph.ts';
import { seedEdge, seedGraph } from '../kit/seed-graph.ts';

/** Edges between two persons, each stated by sources or following from others. */
function world(
  edges: Readonly<Record<string, { sources?: string[]; locators?: string[]; from?: Derivation[] }>>,
): GraphView {
  const facts = Object.entries(edges).map(
    ([id, { sources = [], locators, from }]): EdgeFact => ({
      id,
      type: 'knows',
      from: 'a',
      to: 'b',
      validity: undated,
      sources,
      properties: locators ? { locators } : {},
      ...(from && { derivations: from }),
    }),
  );
  const nodes = ['a', 'b'].map((id) => ({ id, type: 'Person', properties: { name: id } }));
  return GraphView.whole(freezeGraph(randomOntology, { nodes, edges: facts }));
}

const by = (rule: string, ...premises: string[]): Derivation => ({ rule, premises });
const idsOf = (view: GraphView, it: Why): unknown => [
  view.graph.edges.id(it.edge),
  ...(it.above ? ['above'] : it.ways.map((way) => [way.rule, ...way.premises.map((premise) => idsOf(view, premise))])),
];

test('a statement is told with its sources, places and quotations', () => {
  const view = world({ s: { sources: ['press', 'site'], locators: ['P4: "short words"', ''] } });
  expect(why(view, 's').evidence).toEqual([
    { source: 'press', place: 'P4', quotation: 'short words' },
    { source: 'site' },
  ]);
});

test('a conclusion is told with its rules and premises, down to statements', () => {
  const view = world({ s: { sources: ['press'] }, c: { from: [by('R1', 's')] }, d: { from: [by('R2', 'c', 's')] } });
  expect(idsOf(view, why(view, 'd'))).toEqual(['d', ['R2', ['c', ['R1', ['s']]], ['s', 'above']]]);
});

test('circles are cut: an edge that comes up again stands above', () => {
  const view = world({
    s: { sources: ['press'] },
    c: { from: [by('R1', 's'), by('R2', 'd')] },
    d: { from: [by('R3', 'c')] },
  });
  expect(idsOf(view, why(view, 'c'))).toEqual(['c', ['R1', ['s']], ['R2', ['d', ['R3', ['c', 'above']]]]]);
});

test('only the first ways are told, and how many more there are', () => {
  const view = world({ s: { sources: ['x'] }, c: { from: ['R1', 'R2', 'R3', 'R4'].map((rule) => by(rule, 's')) } });
  const told = why(view, 'c', { ways: 2 });
  expect([told.ways.map((it) => it.rule), told.moreWays]).toEqual([['R1', 'R2'], 2]);
});

test('a way is told only if the view keeps its premises', () => {
  const view = world({ s: { sources: ['x'] }, t: { sources: ['y'] }, c: { from: [by('R1', 's'), by('R2', 't')] } });
  expect(why(backedBy(view, { except: ['x'] }), 'c').ways.map((it) => it.rule)).toEqual(['R2']);
});

test('a conclusion that outlives its premises is explained by them all the same', () => {
  const view = asOf(seedGraph(), { first: 20_089, last: 20_089 }); // 2025-01-01: the launch is past, membership goes on
  const joined = seedEdge('state:bra', 'joined', 'initiative:global-ihl', { when: '2024-09-27/' });
  expect(why(view, joined).ways.map((it) => it.rule)).toEqual(['R10']);
});

test('an edge that is not there, or not in the view, is refused', () => {
  const view = world({ s: { sources: ['x'] } });
  expect(() => why(view, 't')).toThrow('No edge has the id "t".');
  expect(() => why(backedBy(view, { except: ['x'] }), 's')).toThrow('not in this view (sources except x)');
});

test.each(seeds(40))('every explanation ends, with each edge explained once, seed %i', (seed) => {
  const view = derivedGraph(seed);
  for (let edge = 0; edge < view.graph.edges.count; edge++) {
    const explained: number[] = [];
    const visit = (it: Why): void => {
      if (!it.above) explained.push(it.edge);
      for (const way of it.ways) way.premises.forEach(visit);
    };
    visit(why(view, view.graph.edges.id(edge)));
    expect(new Set(explained).size).toBe(explained.length);
  }
});

describe('on the seed', () => {
  test('why Switzerland took part, printed for people', () => {
    const view = seedGraph();
    const told = why(view, seedEdge('state:che', 'participated-in', 'conference:34ic'), {
      explain: (edge, rule, premises) => explainDerivation(view.graph, edge, rule, premises),
    });
    expect(`\n${printWhy(view, told)}\n`).toBe(`
Switzerland — participated-in → 34th International Conference of the Red Cross and Red Crescent, 2024-10-28/2024-10-31, confidence 0.95
    by R1: Who is represented at an occasion takes part in it
      Ignazio Cassis represented Switzerland at 34th International Conference of the Red Cross and Red Crescent, so Switzerland took part.
      Ignazio Cassis — represented → Switzerland, at 34th International Conference of the Red Cross and Red Crescent, 2024-10-28/2024-10-31, confidence 0.95
          by R6: A minister who speaks represents the state
            Ignazio Cassis spoke at 34th International Conference of the Red Cross and Red Crescent as head of Federal Department of Foreign Affairs, a ministry of Switzerland.
            Ignazio Cassis — heads → Federal Department of Foreign Affairs, Head, seen 2024-10
                source:el-kz-34ic P3 #15
                one voice: El.kz
            Federal Department of Foreign Affairs — organ-of → Switzerland
                source:el-kz-34ic P3 #16
                one voice: El.kz
            Ignazio Cassis — spoke-at → 34th International Conference of the Red Cross and Red Crescent, Head of the Federal Department of Foreign Affairs, 2024-10-28
                source:el-kz-34ic P3 #19
                source:menafn-kuwait-partakes-red-cross-red-crescent
                independent voices: El.kz, MENAFN
`);
  });
});
