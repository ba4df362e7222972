/**
 * Rules that bound, on an ontology of ships and harbours: nothing in the mechanism knows a name of the shipped one.
 */
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import type { EdgeFact, NodeFact, Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { printValidity } from '../../src/facts/print-validity.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { concludeGraph } from '../../src/rules/apply-rules.ts';
import { checkExamples } from '../../src/rules/check-examples.ts';
import { checkRules } from '../../src/rules/check-rules.ts';
import { readRules } from '../../src/rules/read-rules.ts';
import { retract } from '../../src/rules/retract.ts';
import type { Rule } from '../../src/rules/rule.ts';
import type { KnowledgeGraph } from '../../src/store/knowledge-graph.ts';
import { graphWithout } from '../kit/graph-without.ts';

const { ontology } = readOntology(
  new SourceFile(
    'schema.graphql',
    `scalar PartialDate
type Ship @node {
  id: ID!
  calls: [Voyage!]! @relationship(type: "SAILED", direction: OUT, properties: "Logged")
  flags: [Flag!]! @relationship(type: "FLIES", direction: OUT, properties: "Logged")
  struck: [Flag!]! @relationship(type: "STRUCK", direction: OUT, properties: "Logged")
  registers: [Flag!]! @relationship(type: "REGISTERED", direction: OUT, properties: "Logged")
}
type Voyage @node {
  id: ID!
  when: PartialDate
  ships: [Ship!]! @relationship(type: "SAILED", direction: IN, properties: "Logged")
}
type Flag @node {
  id: ID!
  ships: [Ship!]! @relationship(type: "FLIES", direction: IN, properties: "Logged")
  strikers: [Ship!]! @relationship(type: "STRUCK", direction: IN, properties: "Logged")
  registry: [Ship!]! @relationship(type: "REGISTERED", direction: IN, properties: "Logged")
}
type Logged @relationshipProperties { when: PartialDate  at: ID  role: String }`,
  ),
);
if (!ontology) throw new Error('The ontology of ships has problems.');

function rulesOf(text: string): readonly Rule[] {
  const { rules, problems } = readRules(new SourceFile('rules.yaml', text));
  expect([...problems, ...checkRules(ontology!, rules), ...checkExamples(ontology!, rules)]).toEqual([]);
  return rules;
}

const rules = rulesOf(`rules:
  - id: SAIL
    name: Who sails a voyage does so within its days
    if: [Ship SAILED Voyage]
    then: Ship SAILED Voyage
    when: within Voyage
    because: '{Ship} sailed.'
    examples:
      - case: only the year
        given: [trip is a Voyage when 1912-04-10/1912-04-15, titanic SAILED trip when 1912]
        follows: ['titanic SAILED trip when [1912-04-10..1912-04-15]']
      - case: the very days
        given: [trip is a Voyage when 1912-04-10/1912-04-15, titanic SAILED trip when 1912-04-10/1912-04-15]
        follows: nothing
  - id: FLAG
    name: A registered ship flies the flag
    if: [Ship REGISTERED Flag]
    then: Ship FLIES Flag
    when: since then
    because: '{Ship} was registered.'
    examples:
      - case: registered
        given: [a REGISTERED red when 1900-05-01]
        follows: [a FLIES red when 1900-05-01/]
      - case: not registered
        given: [a STRUCK red]
        follows: nothing
  - id: STRIKE
    name: Who strikes a flag flies it no longer
    if: [Ship FLIES Flag, Ship STRUCK Flag without role]
    then: Ship FLIES Flag
    when: until then
    because: '{Ship} struck {Flag}.'
    examples:
      - case: struck
        given: [a FLIES red when 1900/.., a STRUCK red when 1910-03-01]
        follows: [a FLIES red when 1900/1910-03-01]
      - case: a rehearsal
        given: [a FLIES red when 1900/.., a STRUCK red with role rehearsal when 1905-03-01]
        follows: nothing
`);

const node = (id: string, type: string, when?: string): NodeFact => ({ id, type, properties: when ? { when } : {} });
const nodes = [
  node('a', 'Ship'),
  node('b', 'Ship'),
  node('trip', 'Voyage', '1912-04-10/1912-04-15'),
  node('red', 'Flag'),
];
const edge = (from: string, type: string, to: string, properties: Properties = {}): EdgeFact =>
  makeEdge({ type, from, to, sources: [], properties, symmetric: false });

function graphOf(edges: readonly EdgeFact[]): { readonly graph: KnowledgeGraph; readonly problems: readonly string[] } {
  const { graph, problems } = concludeGraph(ontology!, { nodes, edges, claims: [], redirects: new Map() }, rules);
  return { graph, problems: problems.map((it) => `${it.severity} ${it.code}: ${it.message}`) };
}

/** Edges by their type and source, each with its dates as they are bounded. */
const datesOf = ({ edges, nodes: table }: KnowledgeGraph): string[] =>
  Array.from({ length: edges.count }, (_, it) => edges.fact(it, table.ids))
    .map((it) => `${it.from} ${it.type} ${printValidity(it.validity)}`)
    .sort();

describe('within an occasion', () => {
  test.each([
    ['1912', '[1912-04-10..1912-04-15]'],
    ['1912-04-12/1912', '1912-04-12/[1912-04-12..1912-04-15]'],
    ['1912-04-12', '1912-04-12'],
  ])('a voyage dated %s', (when, _) => {
    const { graph, problems } = graphOf([edge('a', 'SAILED', 'trip', { when })]);
    expect(problems).toEqual([]);
    const { earliestStart, latestEnd } = graph.edges.validityOf(0);
    expect(earliestStart).toBeGreaterThanOrEqual(Date.UTC(1912, 3, 10) / 86_400_000);
    expect(latestEnd).toBeLessThanOrEqual(Date.UTC(1912, 3, 15) / 86_400_000);
    expect(graph.edges.property(0, 'when')).toBe(when);
  });

  test('what names its occasion needs no rule', () => {
    const { graph } = graphOf([
      edge('a', 'FLIES', 'red', { at: 'trip' }),
      edge('b', 'FLIES', 'red', { when: '1912', at: 'trip' }),
    ]);
    expect(datesOf(graph)).toEqual(['a FLIES [1912-04-10..1912-04-15]', 'b FLIES [1912-04-10..1912-04-15]']);
  });

  test('dates outside are a warning with both dates, and stay', () => {
    const { graph, problems } = graphOf([edge('a', 'SAILED', 'trip', { when: '1913' })]);
    expect(problems).toEqual([
      'warning outside-occasion: "a SAILED trip" is dated 1913, and happened at "trip", which was 1912-04-10/1912-04-15. Correct one of the dates, or the occasion.',
    ]);
    expect(datesOf(graph)).toEqual(['a SAILED 1913']);
  });
});

describe('until then', () => {
  const flies = edge('a', 'FLIES', 'red', { when: '1900/..' });
  const struck = edge('a', 'STRUCK', 'red', { when: '1910-03-01' });

  test('an open edge ends, and so does a conclusion', () => {
    expect(datesOf(graphOf([flies, struck]).graph)).toContain('a FLIES 1900/1910-03-01');
    const concluded = graphOf([
      edge('b', 'REGISTERED', 'red', { when: '1905-01-01' }),
      { ...struck, from: 'b', id: 'x' },
    ]);
    expect(datesOf(concluded.graph)).toContain('b FLIES 1905-01-01/1910-03-01');
  });

  test('an edge that begins later, or has an end, stays as it is', () => {
    const later = [
      edge('a', 'FLIES', 'red', { when: '1911/..' }),
      edge('a', 'FLIES', 'red', { when: '1890/1895' }),
      struck,
    ];
    expect(datesOf(graphOf(later).graph)).toEqual(expect.arrayContaining(['a FLIES 1911/..', 'a FLIES 1890/1895']));
  });

  test('taken back, it ends nothing: the retraction is what deriving from scratch gives', () => {
    const { graph } = graphOf([flies, struck, edge('b', 'REGISTERED', 'red', { when: '1905-01-01' })]);
    const retraction = retract(graph, { edges: [struck.id] });
    expect(retraction.weakened.map((it) => [it.id, printValidity(it.validity)])).toEqual([[flies.id, '1900/..']]);
    const afresh = graphOf([flies, edge('b', 'REGISTERED', 'red', { when: '1905-01-01' })]);
    expect(datesOf(graphWithout(graph, retraction))).toEqual(datesOf(afresh.graph));
  });

  test('so does the rule that says it', () => {
    const { graph } = graphOf([flies, struck]);
    expect(datesOf(graphWithout(graph, retract(graph, { rules: ['STRIKE'] })))).toContain('a FLIES 1900/..');
  });

  test('facts of a concluded graph, concluded again without the end, are open again', () => {
    const { graph } = graphOf([flies, struck]);
    const facts = [0, 1].map((it) => graph.edges.fact(it, graph.nodes.ids)).filter((it) => it.type === 'FLIES');
    expect(datesOf(graphOf(facts).graph)).toEqual(['a FLIES 1900/..']);
  });
});

describe('until an occasion', () => {
  const voyages = rulesOf(`rules:
  - id: RAISE
    name: Who registers a flag on a voyage flies it since
    if: [Ship REGISTERED Flag at Voyage]
    then: Ship FLIES Flag
    when: since Voyage
    because: '{Ship} was registered on {Voyage}.'
    examples:
      - case: registered
        given: [trip is a Voyage when 1912-04-10/1912-04-15, a REGISTERED red at trip]
        follows: [a FLIES red when 1912-04/]
      - case: nowhere
        given: [a REGISTERED red]
        follows: nothing
  - id: NEXT
    name: A flag is flown until another voyage
    if: [Ship FLIES Flag, Ship REGISTERED Flag, Ship SAILED Next]
    then: Ship FLIES Flag
    when: until Next
    because: '{Ship} sailed on {Next}.'
    examples:
      - case: sailed
        given: [next is a Voyage when 1920-05-01, a FLIES red when 1912/.., a REGISTERED red, a SAILED next]
        follows: [a FLIES red when 1912/1920-05-01]
      - case: another ship
        given: [next is a Voyage when 1920-05-01, a FLIES red when 1912/.., a REGISTERED red, b SAILED next]
        follows: nothing
`);
  const registered = edge('a', 'REGISTERED', 'red', { at: 'trip' });
  const sailed = (voyage: string): EdgeFact => edge('a', 'SAILED', voyage);
  const world = (edges: readonly EdgeFact[]): KnowledgeGraph => {
    const all = [...nodes, node('next', 'Voyage', '1920-05-01/1920-05-09'), node('last', 'Voyage', '1930')];
    return concludeGraph(ontology, { nodes: all, edges, claims: [], redirects: new Map() }, voyages).graph;
  };

  test('a conclusion ends with the first that follows, and not with the one at which it began', () => {
    const dates = datesOf(world([registered, sailed('trip'), sailed('last'), sailed('next')]));
    expect(dates).toContain('a FLIES 1912-04/1920-05-01');
    expect(datesOf(world([registered, sailed('trip')]))).toContain('a FLIES 1912-04/');
  });

  test('a statement that is open ends so too, whatever day of its time it began', () => {
    const flies = (when: string): EdgeFact => edge('a', 'FLIES', 'red', { when });
    expect(datesOf(world([flies('1912/..'), edge('a', 'REGISTERED', 'red'), sailed('next')]))).toContain(
      'a FLIES 1912/1920-05-01',
    );
    expect(datesOf(world([flies('1912/1915'), edge('a', 'REGISTERED', 'red'), sailed('next')]))).toContain(
      'a FLIES 1912/1915',
    );
  });

  test('taken back, the occasion ends nothing: the retraction is what deriving from scratch gives', () => {
    const end = sailed('next');
    const graph = world([registered, end]);
    expect(datesOf(graphWithout(graph, retract(graph, { edges: [end.id] })))).toEqual(datesOf(world([registered])));
  });
});

test.each([
  ['then: Ship FLIES Flag', 'until Voyage', 'if: [Ship FLIES Flag]'],
  ['then: Ship FLIES Flag', 'within Flag', 'if: [Ship REGISTERED Flag]'],
  ['then: Ship FLIES Flag', 'until then', 'if: [Ship FLIES Flag]'],
  ['then: Ship FLIES Flag', 'until then', 'if: [Ship FLIES Flag, Ship SAILED Voyage]'],
])('a rule that bounds no premise is refused: %s, %s, %s', (then, when, premises) => {
  const text = `rules:
  - id: X
    name: X
    ${premises}
    ${then}
    when: ${when}
    because: x
    examples:
      - { case: one, given: [a FLIES red], follows: [a FLIES red] }
      - { case: two, given: [a FLIES red], follows: nothing }
`;
  const read = readRules(new SourceFile('rules.yaml', text));
  expect([...read.problems, ...checkRules(ontology!, read.rules)].map((it) => it.code)).toContain('bounds-no-premise');
});
