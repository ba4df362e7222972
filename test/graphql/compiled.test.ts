/**
 * The law: the compiled form of an operation answers to the letter what graphql-js answers.
 */
import { type DocumentNode, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { periodOf } from '../../src/facts/partial-date.ts';
import type { FailedAnswer, WrittenAnswer } from '../../src/graphql/answer.ts';
import { QueryEngine } from '../../src/graphql/query-engine.ts';
import { openGraph } from '../../src/open-graph.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { movies } from './movies.ts';
import { ownRootFields } from './own-names.ts';
import { randomView } from './random-facts.ts';
import { randomQuery } from './random-query.ts';
import { ontologyOf, sdlNames, sdlText } from './sdl-files.ts';

/** How many queries are tried on each ontology; more on demand. */
const RUNS = Number(process.env.COMPILED_LAW_RUNS ?? 40);

interface Compared {
  /** The answer as text; undefined when it was left to graphql-js. */
  readonly compiled: string | undefined;
  readonly plain: string;
}

/** Asks as everybody does, and again with somebody watching, which makes graphql-js execute. */
function compare(
  engine: QueryEngine,
  view: GraphView,
  document: DocumentNode,
  variables = {},
  operationName?: string,
): Compared {
  const answer = engine.answer({ view }, document, { variables, operationName });
  const plain = engine.answer({ view }, document, { variables, operationName, contextValue: {} });
  expect(plain.executor).toBe('graphql-js');
  return { compiled: answer.executor === 'compiled' ? textOf(answer) : undefined, plain: textOf(plain) };
}

const textOf = (answer: WrittenAnswer | FailedAnswer): string =>
  'json' in answer
    ? `{"data":${answer.json},"extensions":${JSON.stringify(answer.extensions)}}`
    : JSON.stringify({ ...answer, executor: undefined });

describe.each(sdlNames)('on the ontology "%s"', (sdl) => {
  const view = randomView(ontologyOf(sdlText(sdl)), 7);
  const engine = new QueryEngine(view.graph, { answerBytes: 0 });

  test('random queries are answered to the letter as graphql-js answers them', () => {
    let compiledCount = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const { query, variables } = randomQuery(engine.schema, seed, ownRootFields);
      const document = parse(query);
      // Types behind an interface may give one name different types: such queries are not valid.
      if (validate(engine.schema, document).length > 0) continue;
      const { compiled, plain } = compare(engine, view, document, variables);
      if (compiled === undefined) expect(JSON.parse(plain).errors, query).toBeDefined();
      else {
        compiledCount++;
        expect(compiled, `seed ${seed}: ${query}`).toBe(plain);
      }
    }
    expect(compiledCount).toBeGreaterThan(RUNS / 8);
  });
});

const { view } = movies;
const engine = new QueryEngine(view.graph, { answerBytes: 0 });
const text = (query: string, variables = {}, name?: string): Compared =>
  compare(engine, view, parse(query), variables, name);

test.each([
  '{ people { ...A name } } fragment A on Person { id ...B } fragment B on Person { name actedIn { ...W } } fragment W on Work { title ... on Film { year } }',
  '{ people { directed { id } directed { title } } people { name } }',
  'query @asOf(date: "2024") { people { directed { id } } }',
  '{ entity(id: "dalas") { id } edge(id: "x") { id } }',
  '{ search(text: "anm") { node { id ... on Person { born } } score how matched } }',
  '{ paths(from: "ann", to: "bob") { truncated paths { length hops { forward from { id } edge { type sources { id } properties { name value } } } } } }',
  '{ neighbourhood(of: "ann") { truncated nodes { __typename id } edges { id confidence premises { id } } } }',
  '{ ranking(by: PAGERANK) { score node { id } } communities { modularity groups { size nodes(first: 2) { id } } } dataset { nodes ontology } }',
  '{ groupCount(type: "Person", by: "born") { value count node { id } nodes { id } } }',
])('%s is compiled and answered as graphql-js does', (query) => {
  const { compiled, plain } = text(query);
  expect(compiled).toBeDefined();
  expect(compiled).toBe(plain);
});

test('@skip and @include follow their variables', () => {
  const query =
    'query ($a: Boolean!, $b: Boolean = true) { people { id @skip(if: $a) ... @include(if: $b) { name } born @include(if: false) } }';
  for (const variables of [{ a: true }, { a: false }, { a: false, b: false }, { a: true, b: false }]) {
    const { compiled, plain } = text(query, variables);
    expect(compiled).toBe(plain);
  }
});

describe('variables in their places', () => {
  const query = `query ($text: String, $texts: [String!], $where: PersonWhere, $sort: SortDirection! = DESC, $born: Int = 1950) {
    a: people(where: { OR: [{ name: { eq: $text } }, { name: { in: $texts } }, { born: { in: [$born] } }] }) { id }
    b: people(where: { AND: [$where] }, sort: [{ name: $sort }]) { id }
    c: people(where: $where, limit: $born) { id }
  }`;
  const where = { born: { gt: 1900 } };

  test.each([
    { text: 'Ann', texts: ['Bob'], where, born: 3 },
    { text: 'Ann', texts: [], where, sort: 'ASC', born: 1 },
    { text: 'Bob', texts: ['Cec'], where: { NOT: where }, born: 2 },
  ])('%j are read as graphql-js reads them', (variables) => {
    const { compiled, plain } = text(query, variables);
    expect(compiled).toBe(plain);
  });

  test.each([
    { text: 'Bob', texts: ['Cec'], where: { NOT: where } },
    { text: null, texts: [], where },
    { texts: [], where: null },
    { born: null, texts: [] },
    { text: 3 },
    {},
  ])('%j, which graphql-js refuses, are left to it', (variables) => {
    const { compiled, plain } = text(query, variables);
    if (compiled === undefined) expect(JSON.parse(plain).errors).toHaveLength(1);
    else expect(compiled).toBe(plain);
  });
});

test('one operation of several is answered, by its name', () => {
  const query = 'query A { people { id } } query B { films { id } }';
  for (const name of ['A', 'B']) expect(text(query, {}, name).compiled).toBe(text(query, {}, name).plain);
  expect(text(query).compiled).toBeUndefined();
  expect(JSON.parse(text(query).plain).errors[0].message).toContain('Must provide operation name');
});

test('what has errors is left to graphql-js', () => {
  expect(text('{ people(limit: 0) { id } }').compiled).toBeUndefined();
  expect(text('query ($n: Int) { people(limit: $n) { id } }', { n: 'x' }).compiled).toBeUndefined();
});

test('introspection is executed by graphql-js', () => {
  for (const query of ['{ __schema { queryType { name } } }', '{ people { id } __type(name: "Person") { name } }']) {
    const answer = engine.ask({ view }, query);
    expect(answer.executor).toBe('graphql-js');
    expect('json' in answer).toBe(true);
  }
});

test('whoever asks a graph from Node gets the compiled answer, and can see that', async () => {
  const graph = await openGraph({ nodes: [{ id: 'state:kaz', type: 'State', name: 'Kazakhstan' }] });
  const answer = await graph.query('{ states { name } }');
  expect(answer.executor).toBe('compiled');
  expect(Object.keys(answer)).not.toContain('executor');
  expect((await graph.query('{ __typename nowhere }')).executor).toBe('graphql-js');
});

test('a document is parsed and validated once: as text for what it says, parsed for what it is', async () => {
  const graph = await openGraph({ nodes: [{ id: 'state:kaz', type: 'State', name: 'Kazakhstan' }] });
  const text = '{ states { name } }';
  const document = parse(text);
  let looks = 0;
  const watched = new Proxy(document, {
    get: (target, name) => {
      if (name === 'definitions') looks++;
      return Reflect.get(target, name);
    },
  });
  const ask = async (): Promise<unknown> => (await graph.query(watched)).data;
  expect(await ask()).toEqual((await graph.query(text)).data);
  const first = looks;
  await ask();
  expect(looks - first).toBe(0);
});

test('an answer is remembered for whoever asks the same of the same view, and only for them', () => {
  const kept = new QueryEngine(view.graph);
  const document = parse('query ($id: ID) { people(where: { id: { eq: $id } }) { name } }');
  const ask = (id: string, of = view, query = document): unknown =>
    kept.answer({ view: of }, query, { variables: { id } });
  expect(ask('ann')).toMatchObject({ json: '{"people":[{"name":"Ann"}]}' });
  expect(ask('bob')).toMatchObject({ json: '{"people":[{"name":"Bob"}]}' });
  expect(ask('ann')).toBe(ask('ann'));
  const same = parse('query ($id: ID) { people(where: { id: { eq: $id } }) { id } }');
  expect(ask('ann', view, same)).toMatchObject({ json: '{"people":[{"id":"ann"}]}' });
  const counted = parse('{ people { directed { id } } }');
  const whole = kept.answer({ view }, counted);
  const narrowed = kept.answer({ view: asOf(view, periodOf('1800'), 'CERTAIN') }, counted);
  expect(whole).not.toEqual(narrowed);
});
