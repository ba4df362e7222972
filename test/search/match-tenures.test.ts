/**
 * Questions of office and time, under an ontology whose names are nobody's but the test's.
 */
import { describe, expect, test } from 'vitest';
import { openGraph } from '../../src/index.ts';
import { readAskedDate, textOf } from '../../src/search/asked-date.ts';

const schema = `
type Person @node { id: ID! name: String! aliases: [String!]! keeps: [Post!]! @relationship(type: "KEEPS", direction: OUT, properties: "Keeping") runs: [Club!]! @relationship(type: "RUNS", direction: OUT, properties: "Keeping") }
type Post @node { id: ID! name: String! aliases: [String!]! keepers: [Person!]! @relationship(type: "KEEPS", direction: IN, properties: "Keeping") of: [Club!]! @relationship(type: "OF", direction: OUT) }
type Club @node { id: ID! name: String! aliases: [String!]! posts: [Post!]! @relationship(type: "OF", direction: IN) runBy: [Person!]! @relationship(type: "RUNS", direction: IN, properties: "Keeping") }
type Keeping @relationshipProperties @tenure(same: ["head, chief, boss", "treasurer, keeper of the purse"]) { id: ID! when: PartialDate }
scalar PartialDate
`;
const graph = await openGraph({
  schema,
  nodes: [
    { id: 'p:ann', type: 'Person', name: 'Ann Aar' },
    { id: 'p:ben', type: 'Person', name: 'Ben Bode' },
    { id: 'p:cid', type: 'Person', name: 'Cid Cole' },
    { id: 'p:dee', type: 'Person', name: 'Dee Dorn' },
    { id: 'club:chess', type: 'Club', name: 'Chess Club of Atlantis', aliases: ['CCA', 'Atlantean chess club'] },
    { id: 'club:row', type: 'Club', name: 'Rowing Club' },
    { id: 'post:purse', type: 'Post', name: 'Keeper of the Purse of the CCA' },
    { id: 'post:chair', type: 'Post', name: 'Chair of the Chess Club of Atlantis' },
    { id: 'post:deputy', type: 'Post', name: 'Deputy Chair of the Chess Club of Atlantis' },
  ],
  edges: [
    { from: 'post:purse', edge: 'OF', to: 'club:chess' },
    { from: 'post:chair', edge: 'OF', to: 'club:chess' },
    { from: 'post:deputy', edge: 'OF', to: 'club:chess' },
    { from: 'p:ann', edge: 'KEEPS', to: 'post:purse', when: '1990/1995' },
    { from: 'p:ben', edge: 'KEEPS', to: 'post:purse', when: '1995/2001-06' },
    { from: 'p:cid', edge: 'KEEPS', to: 'post:purse', when: '2010-01-01/..' },
    { from: 'p:dee', edge: 'KEEPS', to: 'post:chair', when: '2000/2004' },
    { from: 'p:dee', edge: 'RUNS', to: 'club:chess', when: '2000/2004' },
    { from: 'p:ann', edge: 'RUNS', to: 'club:row', when: '1980/' },
    { from: 'p:ben', edge: 'KEEPS', to: 'post:deputy', when: '2001/2003' },
  ],
});
const told = (text: string): string[] =>
  graph
    .find(text)
    .filter((it) => it.how === 'OFFICE')
    .map((it) => `${it.node.id}${it.tenure ? ` ${it.tenure.certainty}` : ''}`);

describe('who was in an office', () => {
  test.each([
    ['treasurer of the CCA in 1992', ['p:ann CERTAIN', 'post:purse']],
    ['Atlantean chess club treasurer, 12 May 1998', ['p:ben CERTAIN', 'post:purse']],
    ['CCA treasurer 1995', ['p:ben CERTAIN', 'p:ann CERTAIN', 'post:purse']],
    ['who is the keeper of the purse of the CCA', ['p:cid CERTAIN', 'post:purse']],
    ['CCA trasurer 1992', ['p:ann CERTAIN', 'post:purse']],
    ['head of the CCA in March 2002', ['p:dee CERTAIN', 'post:chair']],
    ['boss of the rowing club 1980', ['p:ann CERTAIN', 'club:row']],
    ['chair of the CCA 2002', ['p:dee CERTAIN', 'post:chair']],
    ['deputy chair of the CCA 2002', ['p:ben CERTAIN', 'post:deputy']],
  ])('%s', (text, answer) => {
    expect(told(text)).toEqual(answer);
  });

  test('nobody is told for the one who is not known: the office comes first, then who was before and after', () => {
    expect(told('treasurer of the CCA in 2005')).toEqual(['post:purse', 'p:ben BEFORE', 'p:cid AFTER']);
  });

  test('without a date the office comes first, then who holds it today', () => {
    expect(told('CCA treasurer')).toEqual(['post:purse', 'p:cid CERTAIN']);
  });

  test('in a view as of a day, that day is meant', () => {
    const then = graph.asOf('1992');
    expect(then.find('CCA treasurer').map((it) => it.tenure?.asked)).toContain('1992');
  });

  test('the statement and the time are the reason', () => {
    const [hit] = graph.find('treasurer of the CCA in 1992');
    expect(hit).toMatchObject({
      matched: 'Keeper of the Purse of the CCA',
      tenure: { asked: '1992', office: { id: 'post:purse' }, edge: { when: '1990/1995', from: { id: 'p:ann' } } },
    });
  });

  test.each(['secretary of the CCA 1992', 'treasurer 1992', 'CCA 1992', 'deputy treasurer of the CCA 1992'])(
    'words that describe no office are no question: %s',
    (text) => expect(told(text)).toEqual([]),
  );
});

test.each([
  ['in 2015', '2015'],
  ['March 2005', '2005-03'],
  ['12 May 1998', '1998-05-12'],
  ['May 3rd, 1998', '1998-05-03'],
  ['2024-10-28', '2024-10-28'],
  ['2024-10', '2024-10'],
  ['28.10.2024', '2024-10-28'],
  ['in the 1990s', '1990-01-01/1999-12-31'],
  ['31 February 2001', undefined],
  ['resolution 2286', undefined],
])('the date in "%s" is %s', (text, date) => {
  const found = readAskedDate(text);
  expect(found && textOf(found)).toBe(date);
});
