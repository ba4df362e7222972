import { describe, expect, test } from 'vitest';
import { asObjects, type EdgeAnswer } from '../../src/answers/edge-answer.ts';
import { type Explanation, type WhyOptions, why } from '../../src/answers/why.ts';
import { printExplanation } from '../../src/cli/commands/why.ts';
import type { Derivation, EdgeFact } from '../../src/facts/fact.ts';
import { undated } from '../../src/facts/validity.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { asOf, backedBy } from '../../src/views/restrictions.ts';
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
const explain = (view: GraphView, id: string, options: WhyOptions = {}): Explanation =>
  why(view, id, options, asObjects(view));
const rulesOf = ({ derivations }: Explanation): string[] => derivations.map((it) => it.rule);

/** Every step in a line: the edge, then each rule with its premises. */
const stepsOf = ({ steps }: Explanation): string[] =>
  steps.map(({ edge, derivations }) =>
    [edge.id, ...derivations.map((it) => `${it.rule} ${it.premises.map(({ id }: EdgeAnswer) => id).join(' ')}`)].join(
      ': ',
    ),
  );

test('a statement is told with its sources, places and quotations', () => {
  const view = world({ s: { sources: ['press', 'site'], locators: ['P4: "short words"', ''] } });
  expect(explain(view, 's').edge.sources).toEqual([
    { id: 'press', locator: 'P4', quotation: 'short words' },
    { id: 'site' },
  ]);
});

test('a conclusion is told with its rules and premises, down to statements', () => {
  const view = world({ s: { sources: ['press'] }, c: { from: [by('R1', 's')] }, d: { from: [by('R2', 'c', 's')] } });
  expect(stepsOf(explain(view, 'd'))).toEqual(['d: R2 c s', 'c: R1 s', 's']);
});

test('circles are cut: an edge that comes up again is not explained again', () => {
  const view = world({
    s: { sources: ['press'] },
    c: { from: [by('R1', 's'), by('R2', 'd')] },
    d: { from: [by('R3', 'c')] },
  });
  const circle = explain(view, 'c');
  expect(stepsOf(circle)).toEqual(['c: R1 s: R2 d', 's', 'd: R3 c']);
  expect(printExplanation(circle)).toMatch(/by R3\n.*\(explained above\)$/);
});

test('only the first derivations are told, and how many more there are', () => {
  const view = world({ s: { sources: ['x'] }, c: { from: ['R1', 'R2', 'R3', 'R4'].map((rule) => by(rule, 's')) } });
  const told = explain(view, 'c', { derivations: 2 });
  expect([rulesOf(told), told.moreDerivations]).toEqual([['R1', 'R2'], 2]);
});

test('a derivation is told only if the view keeps its premises', () => {
  const view = world({ s: { sources: ['x'] }, t: { sources: ['y'] }, c: { from: [by('R1', 's'), by('R2', 't')] } });
  expect(rulesOf(explain(backedBy(view, { except: ['x'] }), 'c'))).toEqual(['R2']);
});

test('a conclusion that outlives its premises is explained by them all the same', () => {
  const view = asOf(seedGraph(), { first: 20_089, last: 20_089 }); // 2025-01-01: the launch is past, membership goes on
  const joined = seedEdge('state:bra', 'joined', 'initiative:global-ihl', { when: '2024-09-27/' });
  expect(rulesOf(explain(view, joined))).toEqual(['R10']);
});

test('an edge that is not there, or not in the view, is refused', () => {
  const view = world({ s: { sources: ['x'] } });
  expect(() => explain(view, 't')).toThrow('No edge has the id "t".');
  expect(() => explain(backedBy(view, { except: ['x'] }), 's')).toThrow('not in this view (sources except x)');
});

test.each(seeds(40))('every explanation ends, with each edge it names explained once, seed %i', (seed) => {
  const view = derivedGraph(seed);
  for (let edge = 0; edge < view.graph.edges.count; edge++) {
    const { steps } = explain(view, view.graph.edges.id(edge));
    const explained = steps.map((it) => it.edge.id);
    const named = steps.flatMap((it) => it.derivations.flatMap(({ premises }) => premises.map(({ id }) => id)));
    expect(new Set(explained).size).toBe(explained.length);
    expect(new Set([view.graph.edges.id(edge), ...named])).toEqual(new Set(explained));
  }
});

describe('on the seed', () => {
  test('why Switzerland took part, printed for people', () => {
    const view = seedGraph();
    const told = explain(view, seedEdge('state:che', 'participated-in', 'conference:34ic'));
    expect(`\n${printExplanation(told)}\n`).toBe(`
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
                source:menafn-kuwait-partakes-red-cross-red-crescent whole page
                independent voices: El.kz, MENAFN
`);
  });
});
