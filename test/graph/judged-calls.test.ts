/**
 * Whatever is asked of a graph from JavaScript is understood or refused, with the remedy: no option is taken for none.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/base/knowledge-error.ts';
import { optionsOf } from '../../src/graph/method-options.ts';
import { openGraph } from '../../src/open-graph.ts';
import { seedFolder } from '../kit/seed-folder.ts';

// biome-ignore lint/suspicious/noExplicitAny: calls that TypeScript would refuse
let graph: any;
// biome-ignore lint/suspicious/noExplicitAny: calls that TypeScript would refuse
const open = openGraph as any;
beforeAll(async () => {
  graph = await openGraph({ data: seedFolder() });
});

const kaz = 'state:kaz';

test.each<[string, () => unknown, string]>([
  ['unknown-option', () => graph.paths(kaz, 'state:bra', { maxhops: 1 }), 'Did you mean "maxHops"?'],
  ['unknown-option', () => graph.find('Kazakhstan', { frist: 1 }), 'Did you mean "first"?'],
  [
    'unknown-option',
    () => graph.find('Kazakhstan', { limit: 1 }),
    'find has no option "limit". It takes types, language and first.',
  ],
  ['unknown-option', () => graph.timeline(kaz, { during: '2024', form: '2023' }), 'Did you mean "from"?'],
  ['unknown-option', () => graph.why('edge:x', { ways: 3 }), 'why has no option "ways"'],
  ['unknown-option', () => graph.neighbourhood(kaz, { steps: 2 }), 'neighbourhood has no option "steps"'],
  ['unknown-option', () => graph.around(kaz, 1, { direcion: 'OUT' }), 'Did you mean "direction"?'],
  ['unknown-option', () => graph.select({ asof: '2024' }), 'Did you mean "asOf"?'],
  ['unknown-option', () => graph.backedBy({ expect: ['source:el-kz-34ic'] }), 'Did you mean "except"?'],
  ['unknown-option', () => graph.retraction({ source: ['source:el-kz-34ic'] }), 'Did you mean "sources"?'],
  ['unknown-option', () => graph.paths(kaz, 'state:bra', { avoid: { node: [kaz] } }), 'Did you mean "nodes"?'],
  ['unknown-option', () => graph.communities({ sead: 1 }), 'Did you mean "seed"?'],
  ['unknown-option', () => graph.groupCount({ type: 'State', by: 'regionalGroup', frist: 2 }), 'Did you mean "first"?'],
  ['unknown-option', () => graph.projection({ direct: true }), 'Did you mean "directed"?'],
  ['unknown-option', () => graph.export('gexf', { gexfversion: '1.2' }), 'Did you mean "gexfVersion"?'],
  ['unknown-option', () => graph.save('nowhere', { replase: true }), 'Did you mean "replace"?'],
  ['unknown-option', () => graph.import('x.gexf', { maping: 'y' }), 'Did you mean "mapping"?'],
  ['unknown-option', () => open({ dat: 'graph-data' }), 'Did you mean "data"?'],
  [
    'bad-option',
    () => graph.asOf('2024', 'possible'),
    'takes POSSIBLE or CERTAIN, not "possible". Did you mean "POSSIBLE"?',
  ],
  ['bad-option', () => graph.paths(kaz, 'state:bra', { direction: 'out' }), 'Did you mean "OUT"?'],
  ['bad-option', () => graph.ranking('PAGERNK'), 'Did you mean "PAGERANK"?'],
  ['bad-option', () => graph.withModality('FACTS'), 'Did you mean "FACT"?'],
  ['bad-option', () => graph.asOf(2024), 'takes a date such as "2024-10-30"'],
  ['bad-option', () => graph.asOf(new Date(Number.NaN)), 'not an invalid Date'],
  ['bad-option', () => graph.find('Kazakhstan', { first: -1 }), 'a whole number from 1 on, not -1'],
  ['bad-option', () => graph.find('Kazakhstan', { first: 1.5 }), 'a whole number from 1 on, not 1.5'],
  ['bad-option', () => graph.find('Kazakhstan', 3), 'The options of find are an object, not 3.'],
  ['bad-option', () => graph.find(), '"text" of find takes a text, not undefined'],
  ['bad-option', () => graph.paths(kaz, 'state:bra', { maxHops: 65 }), 'a whole number from 1 to 64, not 65'],
  ['bad-option', () => graph.trusted(2), 'a number from 0 to 1, not 2'],
  ['bad-option', () => graph.trusted('0.8'), 'a number from 0 to 1, not "0.8"'],
  ['bad-option', () => graph.around(kaz, '1'), 'a whole number from 0 on, not "1"'],
  ['bad-option', () => graph.from(undefined), '"nodes" of from takes an id, or a node with one, not undefined'],
  ['bad-option', () => graph.from({ name: 'Kazakhstan' }), 'an id, or a node with one, not an object'],
  ['bad-option', () => graph.node(7), '"id" of node takes a text, not 7'],
  ['bad-option', () => graph.via(['heads']), 'takes a text, not a list of 1'],
  ['bad-option', () => graph.query(), 'a query as text or as a document, not undefined'],
  ['unknown-option', () => graph.query('{ __typename }', {}, { operation: 'A' }), 'It takes operationName.'],
  ['bad-option', () => graph.query({}), 'a query as text or as a document, not an object'],
  ['bad-option', () => graph.import({}), 'the path of a file, a list of paths, or a graphology graph'],
  ['bad-option', () => graph.export(undefined), '"format" of export takes a text'],
  ['bad-option', () => graph.groupCount({ type: 'State' }), '"by" of groupCount'],
  ['bad-option', () => open('graph-data'), 'write openGraph({ data: "graph-data" })'],
  ['bad-option', () => open(null), 'The options of openGraph are an object, not null.'],
  ['bad-option', () => open({ data: 'graph-data', nodes: [] }), 'data, nodes do not go together'],
  ['bad-option', () => open({ graphology: {} }), 'a graphology graph, not an object'],
])('%s: %s', async (code, call, message) => {
  const error = (await Promise.resolve()
    .then(call)
    .catch((it: unknown) => it)) as KnowledgeError;
  expect(error).toBeInstanceOf(KnowledgeError);
  expect([error.code, error.message]).toEqual([code, expect.stringContaining(message)]);
});

describe('days', () => {
  const plainDate = { [Symbol.toStringTag]: 'Temporal.PlainDate' as const, toString: () => '2024-10-30' };

  test.each([new Date('2024-10-30T23:59:59Z'), plainDate])('are taken from dates as well as from texts', (day) => {
    expect(graph.asOf(day).view).toBe(graph.asOf('2024-10-30').view);
    expect(graph.select({ asOf: day }).view).toBe(graph.asOf('2024-10-30').view);
    expect(graph.timeline(kaz, { during: day })).toEqual(graph.timeline(kaz, { during: '2024-10-30' }));
  });
});

test('what is undefined was left out', () => {
  expect(graph.find('Kazakhstan', { first: undefined, types: undefined })).toEqual(graph.find('Kazakhstan'));
  expect(graph.asOf('2024', undefined).view).toBe(graph.asOf('2024').view);
});

test.each(Object.entries(optionsOf))('options of %s that are no object are refused', (method, read) => {
  const wrong = [7, 'first', ['first']] as unknown as object[];
  for (const it of wrong) expect(() => read(it)).toThrow(`The options of ${method} are an object`);
});

describe('a name where an id is wanted leads to the id', () => {
  const meant = 'No node has the id "Kazakhstan". Did you mean state:kaz (Kazakhstan)?';

  test('in Node', () => {
    for (const call of [
      () => graph.from('Kazakhstan'),
      () => graph.paths('Kazakhstan', 'state:bra'),
      () => graph.timeline('Kazakhstan'),
      () => graph.neighbourhood('Kazakhstan'),
      () => graph.around('Kazakhstan', 1),
      () => graph.conflicts('Kazakhstan'),
      () => graph.select({ around: ['Kazakhstan'] }),
    ]) {
      expect(call).toThrow(meant);
    }
    expect(() => graph.timeline('kazakhstan')).toThrow('Did you mean state:kaz (Kazakhstan)?');
    expect(() => graph.timeline('state:kax')).toThrow('No node has the id "state:kax". Did you mean "state:kaz"?');
  });

  test('in GraphQL', async () => {
    const paths = await graph.query('{ paths(from: "Kazakhstan", to: "state:bra") { truncated } }');
    expect(paths.errors[0].message).toBe(meant);
    const entity = await graph.query('{ entity(id: "Kazakhstan") { id } }');
    expect(entity.extensions.hints).toEqual([`${meant} To look for names, use "search".`]);
  });
});
