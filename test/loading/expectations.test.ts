/**
 * What a folder's owner expects of the facts as a whole, and what is said when they disappoint.
 */
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/base/read-yaml.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { checkExpectations } from '../../src/loading/checking/check-expectations.ts';
import { FactSet } from '../../src/loading/entries/fact-set.ts';
import { readExpectations } from '../../src/loading/entries/read-expectations.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';

const sdl = `
type Person @node {
  id: ID!
  name: String!
  "Offices held."
  holds: [Office!]! @relationship(type: "holds", direction: OUT, properties: "Tenure")
}
type Office @node {
  id: ID!
  name: String!
  rank: String
  "Who held it."
  heldBy: [Person!]! @relationship(type: "holds", direction: IN, properties: "Tenure")
}
"Since when."
type Tenure @relationshipProperties {
  when: PartialDate
  acting: Boolean
  rank: Rank
}
enum Rank { PREFERRED NORMAL DEPRECATED }
scalar PartialDate`;
const { ontology } = readOntology(new SourceFile('schema.graphql', sdl));

type Holding = readonly [from: string, to: string, when?: string, more?: Record<string, string | boolean>];

/** What is said of `expectations` in a world of three people and two offices. */
function told(expectations: string, holdings: readonly Holding[] = []): string[] {
  if (!ontology) throw new Error('The ontology of this test is broken.');
  const set = new FactSet(ontology);
  for (const id of ['person:a', 'person:b', 'person:c'])
    set.nodes.push({ id, type: 'Person', properties: { name: id } });
  set.nodes.push({ id: 'office:x', type: 'Office', properties: { name: 'X', rank: 'high' } });
  set.nodes.push({ id: 'office:y', type: 'Office', properties: { name: 'Y' } });
  for (const [from, to, when, more] of holdings) {
    const properties = { ...(when ? { when } : {}), ...more };
    set.edges.push(makeEdge({ type: 'holds', from, to, sources: [], properties, symmetric: false }));
  }
  const value = readYaml(new SourceFile('expectations.yaml', expectations), set.problems);
  if (value) readExpectations(value, set);
  checkExpectations(set);
  return set.problems.shown().map((it) => `${it.at?.line}: ${it.message}`);
}

describe('counts', () => {
  test('of nodes or edges of all types', () => {
    expect(told("- expect: five nodes\n  nodes: '*'\n  count: 5\n")).toEqual([]);
    const nobody = "- expect: all say whether they stand in\n  edges: '*'\n  where: { acting: '' }\n  count: 0\n";
    expect(told(nobody, [['person:a', 'office:x', '1990/1999', { acting: true }]])).toEqual([]);
    expect(told(nobody, [['person:a', 'office:x', '1990/1999']]).join()).toContain('there is 1');
  });

  test('of nodes, with what their properties say', () => {
    expect(told('- expect: three people\n  nodes: Person\n  count: 3\n')).toEqual([]);
    expect(told('- expect: one high office\n  nodes: Office\n  where: { rank: high }\n  count: 1\n')).toEqual([]);
    expect(told("- expect: ranked\n  nodes: Office\n  where: { rank: '*' }\n  count: 1\n")).toEqual([]);
    expect(told('- expect: Four people live here.\n  nodes: Person\n  atLeast: 4\n')).toEqual([
      '1: "Four people live here." does not hold: there are 3, and at least 4 are expected. Mend the facts, or this entry if the world has changed.',
    ]);
  });

  test('of edges between nodes or types, each end once where that is asked', () => {
    const held: Holding[] = [
      ['person:a', 'office:x', '1990'],
      ['person:a', 'office:x', '1999'],
      ['person:b', 'office:y'],
    ];
    expect(told('- expect: n\n  edges: holds\n  to: office:x\n  count: 2\n', held)).toEqual([]);
    expect(told('- expect: n\n  edges: holds\n  to: office:x\n  distinct: from\n  count: 1\n', held)).toEqual([]);
    expect(told('- expect: n\n  edges: holds\n  from: Person\n  count: 3\n', held)).toEqual([]);
  });

  test('what is deprecated or denied is not counted', () => {
    const held: Holding[] = [['person:a', 'office:x', '1990', { rank: 'DEPRECATED' }]];
    expect(told('- expect: nobody\n  edges: holds\n  count: 0\n', held)).toEqual([]);
  });

  test('on a day, of what holds then with certainty', () => {
    const held: Holding[] = [
      ['person:a', 'office:x', '1990-03-01/1994-05-01'],
      ['person:b', 'office:x', '1994-05-02/..'],
      ['person:c', 'office:x', '1990/'],
      ['person:c', 'office:y'],
    ];
    const onDay = (day: string, count: number): string[] =>
      told(`- expect: n\n  edges: holds\n  on: ${day}\n  count: ${count}\n`, held);
    expect(onDay('1990-02-28', 0)).toEqual([]);
    expect(onDay('1994-05-01', 1)).toEqual([]);
    expect(onDay("'2020'", 1)).toEqual([]);
    expect(onDay('1994-05-01', 2)[0]).toContain('there is 1, and 2 are expected');
  });

  test('the source of a number is a node of the graph', () => {
    expect(told('- expect: n\n  source: person:a\n  nodes: Person\n  count: 3\n')).toEqual([]);
    expect(told('- expect: n\n  source: source:none\n  nodes: Person\n  count: 3\n')[0]).toContain('"source:none"');
  });

  test('a day is a date, and for edges', () => {
    expect(told('- expect: n\n  edges: holds\n  on: someday\n  count: 0\n')[0]).toContain('"on" takes a date');
    expect(told('- expect: n\n  nodes: Person\n  on: 1990-01-01\n  count: 3\n')[0]).toContain('"on" is for edges');
  });

  test('for every node of a type, also for one without an edge', () => {
    const each = '- expect: Every office was held once.\n  edges: holds\n  to: Office\n  per: to\n  count: 1\n';
    expect(told(each, [['person:a', 'office:x']])[0]).toContain('office:y has 0, and 1 is expected');
    expect(
      told(each, [
        ['person:a', 'office:x'],
        ['person:a', 'office:y'],
      ]),
    ).toEqual([]);
  });
});

describe('apart', () => {
  const apart =
    "- expect: one at a time\n  edges: holds\n  to: Office\n  per: to\n  where: { acting: ['', false] }\n  apart: true\n";

  test('two may not hold one office on the same days', () => {
    const said = told(apart, [
      ['person:a', 'office:x', '1990/1999'],
      ['person:b', 'office:x', '1995/..'],
    ]);
    expect(said[0]).toContain('"person:a holds office:x" and "person:b holds office:x" hold on the same days');
  });

  test('one between two others is found behind a long tenure', () => {
    const held: Holding[] = [
      ['person:a', 'office:x', '1990/2010'],
      ['person:b', 'office:x', '1992/1994'],
      ['person:c', 'office:x', '2000/2002'],
    ];
    expect(told(apart, held)).toHaveLength(2);
  });

  test.each<[string, readonly Holding[]]>([
    [
      'one may follow the other on one day',
      [
        ['person:a', 'office:x', '1990-01-01/1999-05-01'],
        ['person:b', 'office:x', '1999-05-01/..'],
      ],
    ],
    [
      'whoever stands in does not count',
      [
        ['person:a', 'office:x', '1990/1999'],
        ['person:b', 'office:x', '1995/1996', { acting: true }],
      ],
    ],
    [
      'nor do dates that only may overlap',
      [
        ['person:a', 'office:x', '1990/'],
        ['person:b', 'office:x', '1995/..'],
      ],
    ],
    [
      'nor two terms of one holder',
      [
        ['person:a', 'office:x', '1990/1999'],
        ['person:a', 'office:x', '1994/..'],
      ],
    ],
    [
      'nor another office',
      [
        ['person:a', 'office:x', '1990/1999'],
        ['person:b', 'office:y', '1990/1999'],
      ],
    ],
  ])('%s', (_, held) => expect(told(apart, held)).toEqual([]));
});

describe('a slip in an expectation is told, and never counts as none', () => {
  test.each([
    [
      'a type',
      '- expect: x\n  nodes: Persons\n  count: 0\n',
      'There is no node type "Persons". Did you mean "Person"?',
    ],
    [
      'an edge type',
      '- expect: x\n  edges: holdz\n  count: 0\n',
      'There is no edge type "holdz". Did you mean "holds"?',
    ],
    ['an id', '- expect: x\n  edges: holds\n  to: office:z\n  count: 0\n', 'No node has the id "office:z".'],
    ['a property', '- expect: x\n  nodes: Office\n  where: { rnk: high }\n  count: 0\n', 'Did you mean "rank"?'],
    ['a key', '- expect: x\n  nodes: Office\n  counts: 2\n', 'Did you mean "count"?'],
    ['no number', '- expect: x\n  nodes: Office\n', 'This expects nothing.'],
    ['a number in words', '- expect: x\n  nodes: Office\n  count: two\n', '"count" takes a number'],
    ['nothing to count', '- expect: x\n  count: 2\n', 'This expectation has no "nodes" or "edges"'],
    ['no sentence', '- nodes: Office\n  count: 2\n', 'This expectation has no "expect"'],
    ['per an id', '- expect: x\n  edges: holds\n  to: office:x\n  per: to\n  count: 2\n', 'has to name their type'],
    ['an end that is none', '- expect: x\n  edges: holds\n  per: there\n  count: 2\n', 'takes "from" or "to"'],
    ['a map', 'expect: x\n', 'Expectations are a list'],
  ])('%s', (_, text, sentence) => expect(told(text).join('\n')).toContain(sentence));
});
