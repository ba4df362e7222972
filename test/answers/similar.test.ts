import { describe, expect, test } from 'vitest';
import { byNumber } from '../../src/answers/answer-form.ts';
import { type Similarity, type SimilarNode, similar } from '../../src/answers/similar.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { Direction, GraphView } from '../../src/views/graph-view.ts';
import { smallWorld } from '../graphql/small-world.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';

const assemblySchema = `
  type State @node { id: ID!  votes: [Text!]! @relationship(type: "voted", direction: OUT, properties: "Vote") }
  type Text @node { id: ID!  votes: [State!]! @relationship(type: "voted", direction: IN, properties: "Vote") }
  type Vote @relationshipProperties { position: String }`;
const assembly = smallWorld(
  assemblySchema,
  { State: { a: {}, b: {}, c: {}, d: {} }, Text: { t: {}, u: {}, v: {} } },
  (
    [
      ['a', 't', 'yes'],
      ['a', 'u', 'no'],
      ['b', 't', 'yes'],
      ['b', 'u', 'yes'],
      ['b', 'v', 'yes'],
      ['c', 'u', 'no'],
      ['c', 'u', 'no'],
    ] as const
  ).map(([from, to, position]) => ({ type: 'voted', from, to, properties: { position } })),
).view;
const named = ({ node, ...it }: SimilarNode<number>) => ({ ...it, node: assembly.graph.nodes.ids[node] });

describe('nodes that share neighbours', () => {
  test('are scored by Jaccard: the shared as a share of all that either has, parallel edges once', () => {
    expect(similar(assembly, 'a', {}, byNumber).map(named)).toMatchObject([
      { node: 'b', shared: 2, either: 3, score: 2 / 3 },
      { node: 'c', shared: 1, either: 2, score: 1 / 2 },
    ]);
  });

  test('share a text only with the same position, where that is asked', () => {
    expect(similar(assembly, 'a', { same: ['position'] }, byNumber).map(named)).toMatchObject([
      { node: 'c', shared: 1, either: 2 },
      { node: 'b', shared: 1, either: 4 },
    ]);
  });

  test('are none for a node without edges, and a property that no edge has is refused', () => {
    expect(similar(assembly, 'd', {}, byNumber)).toEqual([]);
    expect(() => similar(assembly, 'a', { same: ['positon'] }, byNumber)).toThrow(
      /carry no "positon". Did you mean "position"/,
    );
  });
});

/** The slow plain twin: sets of neighbours by relation, compared with every other node's. */
function plain(view: GraphView, of: number, by: Similarity, direction: Direction): string[] {
  const { nodes, edges } = view.graph;
  const tiesOf = (node: number): Set<string> => {
    const found = new Set<string>();
    for (let edge = 0; edge < edges.count; edge++) {
      if (!view.hasEdge(edge)) continue;
      const [from, to, type] = [edges.from[edge]!, edges.to[edge]!, edges.typeOf(edge)];
      const isSymmetric = view.ontology.edgeTypes.get(type)?.symmetric;
      if (isSymmetric && (from === node || to === node)) found.add(`${type} - ${from === node ? to : from}`);
      if (!isSymmetric && from === node && direction !== 'IN') found.add(`${type} > ${to}`);
      // A loop read from its own end is there once already when edges are read both ways.
      if (!isSymmetric && to === node && direction !== 'OUT') found.add(`${type} < ${from}`);
    }
    return found;
  };
  const own = tiesOf(of);
  const rows = nodes.ids.flatMap((id, node) => {
    if (node === of || nodes.typeOf(node) !== nodes.typeOf(of)) return [];
    const other = tiesOf(node);
    const shared = [...own].filter((it) => other.has(it)).length;
    if (shared === 0) return [];
    const either = own.size + other.size - shared;
    return [{ node, id, shared, either, score: by === 'SHARED' ? shared : shared / either }];
  });
  return rows
    .sort((a, b) => b.score - a.score || a.node - b.node)
    .slice(0, 5)
    .map(({ id, shared, either }) => `${id} ${shared}/${either}`);
}

test.each(seeds(60))('similar agrees with the comparison of all, seed %i', (seed) => {
  const view = randomGraph(seed);
  for (const node of [0, 1, 2]) {
    for (const by of ['JACCARD', 'SHARED'] as const) {
      for (const direction of ['OUT', 'IN', 'BOTH'] as const) {
        const found = similar(view, view.graph.nodes.ids[node]!, { by, direction, first: 5 }, byNumber);
        const ids = found.map((it) => `${view.graph.nodes.ids[it.node]} ${it.shared}/${it.either}`);
        expect(ids).toEqual(plain(view, node, by, direction));
      }
    }
  }
});

test.each(seeds(30))('with the same position it agrees with the comparison of all positions, seed %i', (seed) => {
  const random = seededRandom(seed);
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const [states, texts] = [[...'abcdef'], [...'tuvw']];
  // Several votes of one on the same text, of the same position and of others.
  const votes = Array.from({ length: 30 }, () => ({
    type: 'voted',
    from: oneOf(states),
    to: oneOf(texts),
    properties: { position: oneOf(['yes', 'no', 'no vote']) },
  }));
  const things = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, {}]));
  const { view } = smallWorld(assemblySchema, { State: things(states), Text: things(texts) }, votes);
  const tiesOf = (state: string): Set<string> =>
    new Set(votes.filter((it) => it.from === state).map((it) => `${it.to} ${it.properties.position}`));
  for (const of of states) {
    const own = tiesOf(of);
    const rows = states.flatMap((node) => {
      const other = tiesOf(node);
      const common = [...own].filter((it) => other.has(it));
      if (node === of || common.length === 0) return [];
      const either = own.size + other.size - common.length;
      return [
        {
          node,
          shared: common.length,
          either,
          score: common.length / either,
          texts: new Set(common.map((it) => it[0])),
        },
      ];
    });
    rows.sort((a, b) => b.score - a.score || (a.node < b.node ? -1 : 1));
    const found = similar(view, of, { same: ['position'], first: 4 }, byNumber);
    const { ids } = view.graph.nodes;
    expect(
      found.map(({ node, examples, ...it }) => ({
        ...it,
        node: ids[node],
        texts: new Set(examples.map((n) => ids[n])),
      })),
    ).toEqual(rows.slice(0, 4));
  }
});
