import { describe, expect, test } from 'vitest';
import { BitSet } from '../../src/base/bit-set.ts';
import { type Direction, GraphView, type NodeRestriction, type Restriction } from '../../src/views/graph-view.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

/** Keeps edges whose number leaves a remainder of 0. */
const every = (n: number): Restriction => ({
  key: `every ${n}`,
  edges: ({ edges }) => {
    const kept = new BitSet(edges.count);
    for (let edge = 0; edge < edges.count; edge += n) kept.add(edge);
    return kept;
  },
});

/** A node and what is next to it in the view it is measured in. */
const around = (node: number): NodeRestriction => ({
  key: `around ${node}`,
  nodes: (base) => {
    const kept = new BitSet(base.graph.nodes.count);
    kept.add(node);
    base.forEachEdge(node, 'BOTH', undefined, (_, other) => kept.add(other));
    return kept;
  },
});

const bits = (view: GraphView) => ({
  nodes: [...view.graph.nodes.ids.keys()].filter((it) => view.hasNode(it)),
  edges: [...view.graph.edges.type.keys()].filter((it) => view.hasEdge(it)),
});

describe('views', () => {
  test.each(seeds(50))('commute: the order of asking changes nothing, seed %i', (seed) => {
    const world = randomGraph(seed);
    const day = { first: 50, last: 50 };
    const steps = [
      (view: GraphView) => asOf(view, day),
      (view: GraphView) => view.restrict(every(2)),
      (view: GraphView) => view.localise(around(0)),
    ] as const;
    const [a, b, c] = steps;
    const one = c(b(a(world)));
    for (const other of [a(b(c(world))), b(c(a(world))), c(a(b(world)))]) {
      expect(other.key).toBe(one.key);
      expect(bits(other)).toEqual(bits(one));
    }
  });

  test('a neighbourhood is measured in what the restrictions leave, even when it was asked for first', () => {
    const world = tinyGraph('a -knows[1990]-> b; a -knows[2000]-> c');
    const year2000 = { first: Date.parse('2000-01-01') / 86_400_000, last: Date.parse('2000-12-31') / 86_400_000 };
    const view = asOf(world.localise(around(world.getNode('a'))), year2000);
    expect(view.findNode('b')).toBeUndefined();
    expect(view.findNode('c')).toBeDefined();
  });

  test('an edge is kept only with both its ends', () => {
    const world = tinyGraph('a -knows-> b -knows-> c -knows-> d');
    const view = world.localise(around(world.getNode('a')));
    expect(bits(view).edges.map((it) => world.graph.edges.id(it))).toEqual(['a-knows-b']);
    expect([view.nodeCount, view.edgeCount]).toEqual([2, 1]);
  });

  test('the same view is made once', () => {
    const world = randomGraph(1);
    expect(world.restrict(every(2)).restrict(every(3))).toBe(world.restrict(every(3)).restrict(every(2)));
    expect(world.restrict(every(2)).restrict(every(2))).toBe(world.restrict(every(2)));
  });

  test('more views than are remembered are still right', () => {
    const world = randomGraph(1);
    for (let n = 1; n < 200; n++) expect(world.restrict(every(n)).edgeCount).toBe(Math.ceil(24 / n));
    expect(world.restrict(every(1)).edgeCount).toBe(24);
  });
});

describe('a walk over a view', () => {
  function plainEdges(view: GraphView, node: number, direction: Direction, type: number | undefined): number[] {
    const { edges } = view.graph;
    const touches = (edge: number): boolean =>
      (direction !== 'IN' && edges.from[edge] === node) || (direction !== 'OUT' && edges.to[edge] === node);
    return [...edges.type.keys()].filter(
      (edge) => view.hasEdge(edge) && touches(edge) && (type === undefined || edges.type[edge] === type),
    );
  }

  test.each(seeds(30))('meets every kept edge of a node once, loops too, by type or all, seed %i', (seed) => {
    for (const view of [
      randomGraph(seed),
      randomGraph(seed).restrict(every(2)),
      randomGraph(seed).localise(around(0)),
    ]) {
      const { edges } = view.graph;
      for (let node = 0; node < view.graph.nodes.count; node++) {
        for (const direction of ['OUT', 'IN', 'BOTH'] satisfies Direction[]) {
          for (const type of [undefined, 0, 1, 2, 3]) {
            const met: [edge: number, other: number][] = [];
            view.forEachEdge(node, direction, type, (edge, other) => void met.push([edge, other]));
            const expected = plainEdges(view, node, direction, type).map((edge) => [
              edge,
              edges.from[edge] === node ? edges.to[edge] : edges.from[edge],
            ]);
            // Compared as texts: there are thousands of such lists.
            expect(`${met.sort(([a], [b]) => a - b).join(';')}`).toBe(expected.join(';'));
          }
        }
      }
    }
  });
});

describe('a node that cannot be found', () => {
  const world = tinyGraph('state:kaz -knows-> state:fra'.replaceAll('state:', 'state.'));

  test('is undefined to find, and a problem to get, with the nearest id', () => {
    expect(world.findNode('state.frn')).toBeUndefined();
    expect(() => world.getNode('state.frn')).toThrow('No node has the id "state.frn". Did you mean "state.fra"?');
  });

  test('may be in the graph and not in the view', () => {
    const view = world.restrict({ key: 'nothing', edges: (graph) => new BitSet(graph.edges.count) });
    const alone = view.localise({
      key: 'kaz alone',
      nodes: (base) => {
        const kept = new BitSet(base.graph.nodes.count);
        kept.add(base.getNode('state.kaz'));
        return kept;
      },
    });
    expect(() => alone.getNode('state.fra')).toThrow('The node "state.fra" is not in this view (nothing, kaz alone).');
  });
});

test('an edge is found by its id while the view keeps it', () => {
  const world = tinyGraph('a -knows-> b -knows-> c');
  const view = world.restrict(every(2));
  expect(view.findEdge('a-knows-b')).toBe(0);
  expect(view.findEdge('b-knows-c')).toBeUndefined();
  expect(GraphView.whole(view.graph).findEdge('b-knows-c')).toBe(1);
});
