/**
 * What a program without types may pass to walks: it is understood, or refused with what would be right.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { nearest } from '../../src/base/did-you-mean.ts';
import { KnowledgeError } from '../../src/base/knowledge-error.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { openGraph } from '../../src/open-graph.ts';
import { repeatOptions } from '../../src/traversal/repeat.ts';

const schema = `
scalar PartialDate
enum RegionalGroup { AFRICAN ASIAN }
type State @node {
  id: ID! name: String! aliases: [String!]! founded: Date seen: DateTime regionalGroup: RegionalGroup area: Float
  memberOf: [Club!]! @relationship(type: "member-of", direction: OUT, properties: "Membership")
}
type Club @node {
  id: ID! name: String!
  members: [State!]! @relationship(type: "member-of", direction: IN, properties: "Membership")
}
type Membership @relationshipProperties { id: ID! when: PartialDate role: String }
`;

// biome-ignore lint/suspicious/noExplicitAny: a program without types is what is tested
let graph: Graph<AnyOntology> & Record<string, any>;
// biome-ignore lint/suspicious/noExplicitAny: likewise
let states: any;

beforeAll(async () => {
  graph = await openGraph({
    schema,
    nodes: [
      {
        id: 'ada',
        type: 'State',
        name: 'Ada',
        founded: '1950-01-01',
        seen: '2024-10-28T10:00:00Z',
        regionalGroup: 'ASIAN',
      },
      { id: 'bob', type: 'State', name: 'Bob', founded: '1990-05-01', area: 2 },
      { id: 'chess', type: 'Club', name: 'Chess' },
    ],
    edges: [
      { from: 'ada', edge: 'member-of', to: 'chess', when: '2001/2004', role: 'head' },
      { from: 'bob', edge: 'member-of', to: 'chess', when: '2003/..' },
    ],
  });
  states = graph.nodes('State');
});

function refusal(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (error instanceof KnowledgeError) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

// biome-ignore lint/suspicious/noExplicitAny: likewise
const id = (at: any): any => at.out();

describe('what is no argument of a method is refused, with what it takes', () => {
  test.each<[string, () => unknown]>([
    ['"nodes" of from takes an id, or a node with one, not undefined.', () => graph.from(undefined as never)],
    ['"nodes" of from takes an id, or a node with one, not 7.', () => graph.from(7 as never)],
    ['"nodes" of from takes an id, or a node with one, not an object.', () => graph.from({ name: 'Ada' } as never)],
    ['"nodes" of startingAt takes an id, or a node with one, not null.', () => states.startingAt(null)],
    ['"nodes" of is takes an id, or a node with one, not a list of 1.', () => states.is(['ada'])],
    ['"nodes" of not takes an id, or a node with one, not a function.', () => states.not(id, id)],
    ['"types" of nodes takes a text, not undefined.', () => graph.nodes(undefined as never)],
    ['"types" of ofType takes a text, not a list of 1.', () => states.ofType(['State'])],
    ['"ofType" names no type', () => states.ofType()],
    ['"types" of out takes an edge type or a list of them, not null.', () => states.out(null)],
    ['"types" of in takes an edge type or a list of them, not an object.', () => states.in({ during: '2024' })],
    ['"types" of both takes a text, not undefined.', () => states.both([undefined])],
    ['A filter is an object such as { name: "…" }, not "2024".', () => states.out('member-of', '2024')],
    ['A filter is an object such as { name: "…" }, not undefined.', () => states.where()],
    ['A filter is an object such as { name: "…" }, not a list of 0.', () => states.where([])],
    ['A filter is an object such as { name: "…" }, not an object.', () => states.where(new Map([['name', 'Ada']]))],
    ['"steps" of having takes a function, not "member-of".', () => states.having('member-of')],
    ['"steps" of repeat takes a function, not undefined.', () => states.repeat()],
    ['"by" of order takes a property or an object such as { name: \'DESC\' }, not 3.', () => states.order(3)],
    ['An order names a property.', () => states.order({})],
    ['"name" of order takes ASC or DESC, not undefined.', () => states.order({ name: undefined })],
    ['"name" of order takes ASC or DESC, not "asc". Did you mean "ASC"?', () => states.order({ name: 'asc' })],
    ['"by" of group takes a text, not undefined.', () => states.group()],
    ['"to" of map takes a function, not "name".', () => states.map('name')],
    ['"keeps" of filter takes a function, not an object.', () => states.filter({ name: 'Ada' })],
    ['"count" of limit takes a whole number from 0 on, not -1.', () => states.map(String).limit(-1)],
    ['"count" of limit takes a whole number from 0 on, not "3".', () => states.limit('3')],
    ['"count" of skip takes a whole number from 0 on, not undefined.', () => states.skip()],
    ['The options of repeat are an object, not 2.', () => states.repeat(id, 2)],
    ['"times" of repeat takes a whole number from 1 on, not 1.5.', () => states.repeat(id, { times: 1.5 })],
    ['"emit" of repeat takes true or false, not "yes".', () => states.repeat(id, { emit: 'yes' })],
    ['"until" of repeat takes a filter of nodes or steps, not "chess".', () => states.repeat(id, { until: 'chess' })],
    ['repeat has no option "time". Did you mean "times"?', () => states.repeat(id, { time: 2 })],
    ['"during" of out takes a date such as', () => states.out('member-of', { during: 2024 })],
  ])('%s', (sentence, ask) => expect(refusal(ask)).toContain(sentence));
});

describe('a value that was not set never means everything', () => {
  test.each<[string, () => unknown]>([
    ['"name: undefined" is no condition', () => states.where({ name: undefined })],
    ['"name: { eq: undefined }" is no condition', () => states.where({ name: { eq: undefined } })],
    ['"name: {}" asks nothing', () => states.where({ name: {} })],
    ['"OR: undefined" is no condition', () => states.where({ OR: undefined })],
    ['"AND: undefined" is no condition', () => states.where({ AND: undefined })],
    ['"name: undefined" is no condition', () => states.where({ AND: [{ name: undefined }] })],
    ['A filter is an object', () => states.where({ AND: [undefined] })],
    ['"OR" holds a filter without a condition', () => states.where({ OR: [] })],
    ['"OR" holds a filter without a condition', () => states.where({ OR: [{}] })],
    ['"NOT" takes one filter, not a list.', () => states.where({ NOT: [{ name: 'Ada' }, { name: 'Bob' }] })],
    ['"during: undefined" is no condition', () => states.out('member-of', { during: undefined })],
    ['"certainty: undefined" is no condition', () => states.out('member-of', { certainty: undefined })],
    ['"role: { in: undefined }" is no condition', () => states.out('member-of', { role: { in: undefined } })],
    ['does not fit: give a value of String', () => states.where({ name: { in: ['Ada', undefined] } })],
    ['does not fit: give a value of Float', () => states.where({ area: { gt: Number.NaN } })],
    ['A filter is an object', () => states.where(Object.create({ name: 'Ada' }))],
  ])('%s', (sentence, ask) => expect(refusal(ask)).toContain(sentence));

  test('an empty filter is one that was left out, and an empty list holds nothing, as in GraphQL', async () => {
    expect(states.where({}).ids()).toEqual(['ada', 'bob']);
    expect(states.where({ AND: [] }).ids()).toEqual(['ada', 'bob']);
    expect(states.where({ name: { in: [] } }).ids()).toEqual([]);
    const { data } = await graph.query<{ states: unknown[] }>('{ states(where: { name: { in: [] } }) { id } }');
    expect(data?.states).toEqual([]);
  });
});

describe('names that every object has', () => {
  test.each(['toString', 'constructor', 'valueOf', 'hasOwnProperty', '__proto__'])('%s is no property', (name) => {
    const filter = JSON.parse(`{ "${name}": "Ada" }`);
    expect(refusal(() => states.where(filter))).toContain(`No node type has a property "${name}".`);
    expect(refusal(() => states.out('member-of', filter))).toContain(`No edge followed here has a property "${name}".`);
    expect(refusal(() => states.order(name))).toContain(`No node type has a property "${name}".`);
    expect(refusal(() => states.group(name))).toContain(`No node type has a property "${name}".`);
    expect(refusal(() => graph.nodes(name))).toContain(`"${name}"`);
    expect(refusal(() => states.out(name))).toContain(`no edge type "${name}"`);
    expect(refusal(() => states.where({ name: JSON.parse(`{ "${name}": "Ada" }`) }))).toContain(
      `no operator "${name}"`,
    );
    expect(refusal(() => states.repeat(id, filter))).toContain(`repeat has no option "${name}".`);
  });
});

describe('days', () => {
  const temporal = { [Symbol.toStringTag]: 'Temporal.PlainDate', toString: () => '2002-03-01' };
  test.each([new Date('2002-03-01T00:00:00Z'), temporal, '2002-03-01', '2002-03'])('%o is a date', (during) => {
    expect(states.out('member-of', { during }).edges()).toHaveLength(1);
    expect(states.where({ founded: { lt: during === '2002-03' ? '2002-03-01' : during } }).ids()).toEqual([
      'ada',
      'bob',
    ]);
  });

  test('a Date is the day of a Date property, and the moment of a DateTime', () => {
    expect(states.where({ founded: new Date('1950-01-01') }).ids()).toEqual(['ada']);
    expect(states.where({ seen: new Date('2024-10-28T10:00:00Z') }).ids()).toEqual(['ada']);
    expect(refusal(() => states.where({ founded: new Date('never') }))).toContain('an invalid Date');
    expect(refusal(() => states.where({ name: new Date() }))).toContain('give a value of String');
  });
});

test('docs/node-api.md has every option of a repetition, with what it takes', () => {
  const page = readFileSync('docs/node-api.md', 'utf8');
  for (const [name, { words }] of Object.entries(repeatOptions)) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    expect(row?.replaceAll('`', '').split(' | ')[1]?.replace(',', '')).toBe(words);
  }
});

describe('a misspelt word is refused, and the nearest is named', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  /** A word with one letter added, left out or changed. */
  const misspelt = (words: readonly string[]): fc.Arbitrary<{ word: string; known: readonly string[] }> =>
    fc
      .tuple(fc.constantFrom(...words), fc.nat(), fc.constantFrom(...letters), fc.constantFrom('add', 'drop', 'change'))
      .map(([word, at, letter, how]) => {
        const place = at % word.length;
        const rest = word.slice(how === 'add' ? place : place + 1);
        return { word: `${word.slice(0, place)}${how === 'drop' ? '' : letter}${rest}`, known: words };
      })
      .filter(({ word }) => word.length > 2 && !words.includes(word));

  // biome-ignore lint/suspicious/noExplicitAny: likewise
  const doors: Readonly<Record<string, readonly [words: readonly string[], ask: (word: string) => any]>> = {
    'options of repeat': [['times', 'until', 'emit', 'dedupe'], (word) => states.repeat(id, { [word]: 1 })],
    'node types': [['State', 'Club'], (word) => graph.nodes(word)],
    'types kept': [['State', 'Club'], (word) => states.ofType(word)],
    'edge types': [['member-of'], (word) => states.out(word)],
    'properties of nodes': [
      ['id', 'name', 'aliases', 'founded', 'seen', 'regionalGroup', 'area'],
      (word) => states.where({ [word]: 'x' }),
    ],
    'properties of edges': [['id', 'when', 'role'], (word) => states.out('member-of', { [word]: 'x' })],
    orders: [['id', 'name', 'aliases', 'founded', 'seen', 'regionalGroup', 'area'], (word) => states.order(word)],
    groups: [['id', 'name', 'aliases', 'founded', 'seen', 'regionalGroup', 'area'], (word) => states.group(word)],
    operators: [['eq', 'in', 'contains', 'startsWith', 'endsWith'], (word) => states.where({ name: { [word]: 'x' } })],
    values: [['AFRICAN', 'ASIAN'], (word) => states.where({ regionalGroup: word })],
    certainties: [['POSSIBLE', 'CERTAIN'], (word) => states.out('member-of', { certainty: word })],
  };

  test.each(Object.keys(doors))('%s', (door) => {
    const [words, ask] = doors[door]!;
    fc.assert(
      fc.property(misspelt(words), ({ word, known }) => {
        const near = nearest(word, known);
        const message = refusal(() => ask(word));
        expect(message).toContain(`"${word}"`);
        if (near !== undefined) expect(message).toContain(`Did you mean "${near}"?`);
      }),
      { seed: 12, numRuns: 60 },
    );
  });
});
