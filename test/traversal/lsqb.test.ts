/**
 * Walks over the example graph of LDBC's Labelled Subgraph Query Benchmark, with its own counts (`ldbc/lsqb`, commit
 * 8f20b3d, Apache-2.0). What a walk cannot say, that one place of it is not another, is asked of its paths.
 */
import { beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { openGraph } from '../../src/open-graph.ts';

/** From which numbers to which, by the types of both ends and what is between. */
const edgesOf: Readonly<Record<string, string>> = {
  'City isPartOf Country': '4-2 5-3 6-3',
  'Comment hasCreator Person': '1-3 2-1 3-3 4-1 5-4 6-1',
  'Comment hasTag Tag': '1-1 3-1 2-2 3-2 4-2 6-2',
  'Comment replyOf Comment': '3-2 4-3 5-4',
  'Comment replyOf Post': '1-10 2-10 6-20',
  'Forum containerOf Post': '1-10 2-20',
  'Forum hasMember Person': '1-1 1-2 1-3 2-1 2-4',
  'Person hasInterest Tag': '2-1 4-2',
  'Person isLocatedIn City': '1-5 2-4 3-6 4-5 5-5',
  'Person knows Person': '1-2 1-3 1-4 2-3 3-4 4-5',
  'Post hasCreator Person': '10-2 20-3',
  'Post hasTag Tag': '10-1 20-2',
  'Tag hasType TagClass': '1-2 2-3',
};
const KNOWS = 'Person knows Person';

/** Names of edge types have no blanks. */
const edgeType = (words: string): string => words.replaceAll(' ', '-');

let graph: Graph<AnyOntology>;
beforeAll(async () => {
  const edges = Object.entries(edgesOf).flatMap(([words, pairs]) => {
    const [from, , to] = words.split(' ');
    return pairs.split(' ').map((pair) => {
      const [source, target] = pair.split('-');
      return { from: `${from}:${source}`, edge: edgeType(words), to: `${to}:${target}` };
    });
  });
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const nodes = ids.map((id) => ({ id, type: id.split(':')[0] ?? '' }));
  graph = await openGraph({ schema: schema(), nodes, edges });
});

function schema(): string {
  const fields = new Map<string, string[]>();
  const add = (type = '', field = ''): void => void fields.set(type, [...(fields.get(type) ?? ['id: ID!']), field]);
  for (const [place, words] of Object.keys(edgesOf).entries()) {
    const [from, , to] = words.split(' ');
    const both = words === KNOWS ? ', queryDirection: UNDIRECTED' : '';
    add(from, `out${place}: [${to}!]! @relationship(type: "${edgeType(words)}", direction: OUT${both})`);
    if (!both) add(to, `in${place}: [${from}!]! @relationship(type: "${edgeType(words)}", direction: IN)`);
  }
  return [...fields].map(([type, of]) => `type ${type} @node { ${of.join(' ')} }`).join('\n');
}

const types = (...words: readonly string[]): string[] => words.map(edgeType);
const knows = (one = '', other = ''): boolean => graph.from(one).both(types(KNOWS)).is(other).first() !== undefined;
const hasTag = (message = '', tag = ''): boolean =>
  graph.from(message).out(types('Comment hasTag Tag')).is(tag).first() !== undefined;

/** The ids of the nodes of each path. */
const pathsOf = (walk: { paths(): readonly { nodes: readonly { id: string }[] }[] }): string[][] =>
  walk.paths().map(({ nodes }) => nodes.map(({ id }) => id));

test('Q1: a chain of seven edges', () => {
  const chain = graph
    .nodes('Country')
    .in(types('City isPartOf Country'))
    .in(types('Person isLocatedIn City'))
    .in(types('Forum hasMember Person'))
    .out(types('Forum containerOf Post'))
    .in(types('Comment replyOf Post'))
    .out(types('Comment hasTag Tag'))
    .out(types('Tag hasType TagClass'));
  expect(chain.count()).toBe(8);
});

test('Q2: who comments on a post of somebody they know', () => {
  const paths = pathsOf(
    graph
      .nodes('Person')
      .in(types('Comment hasCreator Person'))
      .out(types('Comment replyOf Post'))
      .out(types('Post hasCreator Person')),
  );
  expect(paths.filter(([author, , , other]) => knows(author, other))).toHaveLength(3);
});

test('Q5 and Q8: a message and a comment on it with other tags', () => {
  const paths = pathsOf(
    graph
      .nodes('Tag')
      .in(types('Comment hasTag Tag', 'Post hasTag Tag'))
      .in(types('Comment replyOf Comment', 'Comment replyOf Post'))
      .out(types('Comment hasTag Tag')),
  ).filter(([tag, , , other]) => tag !== other);
  expect(paths).toHaveLength(3);
  expect(paths.filter(([tag, , comment]) => !hasTag(comment, tag))).toHaveLength(2);
});

test('Q6 and Q9: what interests somebody whom an acquaintance knows', () => {
  const paths = pathsOf(
    graph.nodes('Person').both(types(KNOWS)).both(types(KNOWS)).out(types('Person hasInterest Tag')),
  ).filter(([one, , other]) => one !== other);
  expect(paths).toHaveLength(8);
  expect(paths.filter(([one, , other]) => !knows(one, other))).toHaveLength(4);
});
