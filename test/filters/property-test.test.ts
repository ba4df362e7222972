/**
 * What each operator says of a property, value by value: the whole table, on a node for each value.
 */
import { describe, expect, test } from 'vitest';
import type { PropertyValue } from '../../src/facts/fact.ts';
import { undated } from '../../src/facts/validity.ts';
import { comparableOf, comparableValue } from '../../src/filters/comparable.ts';
import { operatorsOf } from '../../src/filters/operators.ts';
import { edgePropertyTest, nodePropertyTest, type PropertyFilter } from '../../src/filters/property-test.ts';
import { NO, type Test, UNKNOWN, YES } from '../../src/filters/verdict.ts';
import type { Property } from '../../src/ontology/ontology.ts';
import { freezeGraph, type KnowledgeGraph } from '../../src/store/knowledge-graph.ts';
import { ontologyOf } from '../graphql/sdl-files.ts';
import { envelopeEnums, envelopeFields } from '../kit/envelope.ts';

const ontology = ontologyOf(`
scalar PartialDate
${envelopeEnums}enum Colour { RED GREEN }
type Thing @node {
  id: ID!
  text: String  whole: Int  big: BigInt  day: Date  moment: DateTime  vague: PartialDate  flag: Boolean  colour: Colour
  clock: Time  localClock: LocalTime  localMoment: LocalDateTime  span: Duration
  tags: [String!]  numbers: [Int!]!  flags: [Boolean!]  days: [Date!]
  knows: [Thing!]! @relationship(type: "knows", direction: OUT, properties: "Carried")
  knownBy: [Thing!]! @relationship(type: "knows", direction: IN, properties: "Carried")
}
type Carried @relationshipProperties { ${envelopeFields} }
`);
const propertyOf = (name: string): Property => {
  const property =
    ontology.nodeTypes.get('Thing')?.properties.get(name) ??
    ontology.edgePropertyTypes.get('Carried')?.properties.get(name);
  if (!property) throw new Error(name);
  return property;
};

/** A graph of a node for each value, in their order; the last says nothing. */
function nodesWith(property: string, values: readonly PropertyValue[]): KnowledgeGraph {
  const nodes = [...values, undefined].map((value, i) => ({
    id: `thing:${i}`,
    type: 'Thing',
    properties: value === undefined ? {} : { [property]: value },
  }));
  return freezeGraph(ontology, { nodes, edges: [] });
}

/** The values that a filter keeps, and whether it knows nothing of the node that has none. */
function kept(
  name: string,
  values: readonly PropertyValue[],
  filter: PropertyFilter,
): [PropertyValue[], number | undefined] {
  const test = nodePropertyTest(nodesWith(name, values).nodes, propertyOf(name), filter);
  const ask = (node: number): number | undefined => test?.(node, -1);
  return [values.filter((_, node) => ask(node) === YES), ask(values.length)];
}

const words = ['', 'ab', 'abc', 'bc', 'c'];
const days = ['1999-12-31', '2000-01-01', '2000-01-02'];
const moments = ['2000-01-01T00:30:00+01:00', '2000-01-01T00:00:00Z', '2000-01-01T01:00:00Z'];
const manyWords = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'abc', 'c'];

describe('an operator keeps', () => {
  test.each<[string, readonly PropertyValue[], PropertyFilter, PropertyValue[]]>([
    ['text', words, { eq: 'abc' }, ['abc']],
    ['text', words, { in: ['c', 'abc', 'none'] }, ['abc', 'c']],
    ['text', words, { in: manyWords }, ['abc', 'c']],
    ['text', words, { contains: 'b' }, ['ab', 'abc', 'bc']],
    ['text', words, { startsWith: 'ab' }, ['ab', 'abc']],
    ['text', words, { endsWith: 'bc' }, ['abc', 'bc']],
    ['text', words, { startsWith: 'a', endsWith: 'c' }, ['abc']],
    ['text', words, { gt: 'ab', lte: 'bc' }, ['abc', 'bc']],
    ['text', words, { matches: '[ab]+c?' }, ['ab', 'abc', 'bc']],
    ['text', ['AB', 'Ab', 'b'], { caseInsensitive: { eq: 'aB' } }, ['AB', 'Ab']],
    ['text', ['AB', 'Ab', 'b'], { caseInsensitive: { in: ['B', 'x'] } }, ['b']],
    ['text', ['AB', 'Ab', 'b'], { caseInsensitive: { startsWith: 'A', endsWith: 'b', lt: 'B' } }, ['AB', 'Ab']],
    ['text', ['AB', 'Ab', 'b'], { caseInsensitive: { matches: 'A.' }, contains: 'B' }, ['AB']],
    ['text', ['\u00e9t\u00e9'], { matches: 'e\u0301.*' }, ['\u00e9t\u00e9']],
    // A text is asked as it is kept, however it was typed.
    ['text', ['\u00e9t\u00e9'], { eq: 'e\u0301te\u0301' }, ['\u00e9t\u00e9']],
    ['tags', [['\u00e9t\u00e9']], { includes: 'e\u0301te\u0301' }, [['\u00e9t\u00e9']]],
    ['vague', ['2023', '2024-10', '2024-10-28', '2022/..'], { lt: '2024-10-15' }, ['2023']],
    ['vague', ['2023', '2024-10', '2024-10-28', '2022/..'], { lt: '2024-10-15', possible: true }, ['2023', '2024-10']],
    ['vague', ['2023', '2024-10', '2022/..'], { gte: '2022', lte: '2024' }, ['2023', '2024-10']],
    ['whole', [-1, 0, 1], { gt: 0 }, [1]],
    ['whole', [-1, 0, 1], { gte: 0 }, [0, 1]],
    ['whole', [-1, 0, 1], { lt: 0 }, [-1]],
    ['whole', [-1, 0, 1], { lte: 0 }, [-1, 0]],
    ['big', [1n, 2n, 3n], { eq: 2 }, [2n]],
    ['big', [1n, 2n, 3n], { in: [1, 3n] }, [1n, 3n]],
    ['day', days, { gte: '2000-01-01' }, ['2000-01-01', '2000-01-02']],
    ['day', days, { lt: '2000-01-01' }, ['1999-12-31']],
    ['day', ['-0044-03-15', '0044-03-15'], { lt: '-0043-01-01' }, ['-0044-03-15']],
    // The same moment has many spellings.
    ['moment', moments, { eq: '1999-12-31T23:30:00Z' }, ['2000-01-01T00:30:00+01:00']],
    ['moment', moments, { gt: '2000-01-01T00:00:00.000Z' }, ['2000-01-01T01:00:00Z']],
    ['clock', ['09:00:00Z', '10:30:00+02:00'], { lt: '08:45:00Z' }, ['10:30:00+02:00']],
    ['localClock', ['09:00:00', '09:00:00.5'], { gt: '09:00:00.000' }, ['09:00:00.5']],
    ['localMoment', ['2000-01-01T09:00:00.10'], { eq: '2000-01-01T09:00:00.1' }, ['2000-01-01T09:00:00.10']],
    ['span', ['P1Y', 'P12M', 'P365D'], { eq: 'P12M' }, ['P1Y', 'P12M']],
    ['vague', ['2000', '2000-01'], { eq: '2000' }, ['2000']],
    ['flag', [true, false], { eq: false }, [false]],
    ['colour', ['RED', 'GREEN'], { in: ['RED'] }, ['RED']],
    ['tags', [['a'], ['a', 'b'], ['b', 'a'], []], { eq: ['a', 'b'] }, [['a', 'b']]],
    ['tags', [['a'], ['a', 'b'], []], { includes: 'a' }, [['a'], ['a', 'b']]],
    ['tags', [['a'], []], { eq: [] }, [[]]],
    ['days', [['2000-01-01'], ['2000-01-02']], { includes: '2000-01-02' }, [['2000-01-02']]],
  ])('of "%s" in %o by %o: %o', (name, values, filter, expected) => {
    expect(kept(name, values, filter)).toEqual([expected, UNKNOWN]);
  });

  test('nothing by an empty list, in which even a missing value is not', () => {
    expect(kept('text', words, { in: [] })).toEqual([[], NO]);
  });

  test('those without a value, when it is asked to equal null', () => {
    expect(kept('text', words, { eq: null })).toEqual([[], YES]);
    expect(kept('tags', [['a'], []], { eq: null })).toEqual([[], YES]);
  });

  test('a list that must be there where nothing was said, for it is empty', () => {
    expect(kept('numbers', [[1], [2, 1]], { eq: [] })).toEqual([[], YES]);
    expect(kept('numbers', [[1], [2, 1]], { includes: 2 })).toEqual([[[2, 1]], NO]);
    expect(kept('numbers', [[1]], { eq: null })).toEqual([[], NO]);
  });

  test('nothing by a date that is none, and does not say that it is unequal to a moment that is none', () => {
    expect(kept('moment', moments, { eq: 'noon' })).toEqual([[], UNKNOWN]);
    const [missing, given] = ['soon', moments[0]].map((it) => comparableOf(propertyOf('moment'))(it ?? ''));
    expect([missing, typeof given]).toEqual([undefined, 'number']);
    const test = nodePropertyTest(nodesWith('moment', ['soon']).nodes, propertyOf('moment'), { eq: moments[0] });
    expect(test?.(0, -1)).toBe(UNKNOWN);
  });

  test('those without a value where capitals do not count, too', () => {
    expect(kept('text', words, { caseInsensitive: { eq: null } })).toEqual([[], YES]);
  });

  test('by an expression at the cost of trying it', () => {
    const { nodes } = nodesWith('text', words);
    let spent = 0;
    const ask = nodePropertyTest(nodes, propertyOf('text'), { matches: '.*b.*' }, (work) => (spent += work));
    expect(words.map((_, node) => ask?.(node, -1))).toEqual([NO, YES, YES, YES, NO]);
    expect(spent).toBeGreaterThan(0);
  });

  test('all where it has no condition', () => {
    expect(nodePropertyTest(nodesWith('text', words).nodes, propertyOf('text'), {})).toBeUndefined();
  });
});

test('a property can be compared as its kind allows', () => {
  const id = ['eq', 'in', 'contains', 'startsWith', 'endsWith', 'matches'];
  const order = ['eq', 'in', 'gt', 'gte', 'lt', 'lte'];
  const text = [...id, 'gt', 'gte', 'lt', 'lte'];
  const expected = {
    ...{ id, text, whole: order, big: order, day: order, moment: order },
    ...{ vague: order, colour: ['eq', 'in'], flag: ['eq'] },
    ...{ tags: ['eq', 'includes'], flags: ['eq'], confidence: order },
  };
  const found = Object.keys(expected).map((name) => [name, operatorsOf(propertyOf(name))]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

test('a list, and what is not there, has no place in an order', () => {
  const asIs = comparableOf(propertyOf('text'));
  expect([comparableValue(['a'], asIs), comparableValue(undefined, asIs), comparableValue('', asIs)]).toEqual([
    undefined,
    undefined,
    '',
  ]);
});

describe('a filter of edges', () => {
  const edge = (id: string, properties: Record<string, PropertyValue>, sources: string[] = []) => ({
    ...{ id, type: 'knows', from: 'thing:0', to: 'thing:1', sources, properties },
    validity: { ...undated, earliestStart: 0 },
  });
  const edges = [
    edge('a', { role: 'chair', modality: 'REPORTED', confidence: 0.5 }, ['s']),
    edge('b', { role: 'member' }, ['s', 't']),
    edge('c', {}),
  ];
  const nodes = ['thing:0', 'thing:1'].map((id) => ({ id, type: 'Thing', properties: {} }));
  const { edges: table } = freezeGraph(ontology, { nodes, edges });
  const testOf = (name: string, filter: PropertyFilter): Test | undefined =>
    edgePropertyTest(table, propertyOf(name), filter);
  const verdicts = (name: string, filter: PropertyFilter): Record<string, number | undefined> => {
    const ask = testOf(name, filter);
    // Twice, for the second time it is remembered.
    for (let round = 0; round < 2; round++) for (let i = 0; i < table.count; i++) ask?.(-1, i);
    return Object.fromEntries(edges.map(({ id }) => [id, ask?.(-1, table.numberOf(id) ?? -1)]));
  };

  test.each<[string, PropertyFilter, number[]]>([
    ['role', { eq: 'chair' }, [YES, NO, UNKNOWN]],
    ['role', { eq: null }, [NO, NO, YES]],
    ['role', { startsWith: 'm', endsWith: 'r' }, [NO, YES, UNKNOWN]],
    // What an edge says nothing of, it is taken to be.
    ['modality', { eq: 'FACT' }, [NO, YES, YES]],
    ['confidence', { gte: 1 }, [NO, YES, YES]],
    ['confidence', { eq: null }, [NO, NO, NO]],
    // These are worked out, and in no dictionary.
    ['id', { in: ['a', 'c'] }, [YES, NO, YES]],
    ['sources', { includes: 't' }, [NO, YES, NO]],
    ['since', { eq: '1970-01-01' }, [YES, YES, YES]],
    ['status', { eq: 'STATED' }, [YES, YES, YES]],
    // No edge says this at all.
    ['note', { eq: 'x' }, [UNKNOWN, UNKNOWN, UNKNOWN]],
  ])('by "%s" and %j', (name, filter, [a, b, c]) => {
    expect(verdicts(name, filter)).toEqual({ a, b, c });
  });

  test('without a condition is none', () => expect(testOf('role', {})).toBeUndefined());
});
