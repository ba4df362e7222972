import { expect, test } from 'vitest';
import type { AnyNode, AnyOntology } from '../../src/ontology/typed-ontology.ts';
import type { Adjacency } from '../../src/store/adjacency.ts';
import { walkAll, walkFrom } from '../../src/traversal/begin-walk.ts';
import type { Walk } from '../../src/traversal/walk.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

type AnyWalk = Walk<AnyOntology, AnyNode, string>;

/** A world whose edges are counted when a walk looks where they lead. */
function countingWorld(text: string): { view: GraphView; touched: () => number } {
  const { graph } = tinyGraph(text);
  let touched = 0;
  const counting = (rows: Adjacency): Adjacency => ({
    ...rows,
    target: new Proxy(rows.target, {
      get: (targets, place) => {
        if (typeof place === 'string' && /^\d+$/.test(place)) touched++;
        return Reflect.get(targets, place);
      },
    }),
  });
  const view = GraphView.whole({ ...graph, out: counting(graph.out), in: counting(graph.in) });
  return { view, touched: () => touched };
}

/** A hub with a hundred neighbours, each of which has ten of its own. */
const broad = Array.from({ length: 100 }, (_, i) =>
  [`hub -knows-> n${i}`, ...Array.from({ length: 10 }, (__, j) => `n${i} -knows-> n${i}x${j}`)].join('; '),
).join('; ');

const fromHub = (view: GraphView): AnyWalk => walkFrom<AnyOntology, AnyNode>(view, ['hub']);

test('writing a walk looks at no edge', () => {
  const { view, touched } = countingWorld(broad);
  fromHub(view).out('knows').out('knows').where({ name: 'n1' }).dedupe().order('name').limit(3);
  expect(touched()).toBe(0);
});

test('the first result costs one edge a step', () => {
  const { view, touched } = countingWorld(broad);
  expect(fromHub(view).out('knows').out('knows').first()).toBeDefined();
  expect(touched()).toBe(2);
});

test('a limit looks at no more edges than it needs', () => {
  const { view, touched } = countingWorld(broad);
  expect(fromHub(view).out('knows').out('knows').limit(15).toArray()).toHaveLength(15);
  expect(touched()).toBe(17);
  expect(fromHub(view).out('knows').limit(7).count()).toBe(7);
  expect(touched()).toBe(24);
});

test('an iteration that is left looks at no more edges', () => {
  const { view, touched } = countingWorld(broad);
  let seen = 0;
  for (const node of fromHub(view).out('knows').out('knows')) {
    expect(node.id).toMatch(/x/);
    if (++seen === 3) break;
  }
  expect(touched()).toBe(4);
  expect(fromHub(view).out('knows').out('knows').limit(3).paths()).toHaveLength(3);
  expect(touched()).toBe(8);
});

test('a repetition goes no farther than it is read', () => {
  const { view, touched } = countingWorld(broad);
  expect(
    fromHub(view)
      .repeat((at) => at.out('knows'))
      .limit(100)
      .toArray(),
  ).toHaveLength(100);
  expect(touched()).toBe(100);
});

test('having asks for one way on, not for all', () => {
  const { view, touched } = countingWorld(broad);
  expect(
    fromHub(view)
      .out('knows')
      .having((at) => at.out('knows'))
      .limit(4)
      .toArray(),
  ).toHaveLength(4);
  expect(touched()).toBe(8);
});

test('a walk over all nodes stops where it is left', () => {
  const { view, touched } = countingWorld(broad);
  expect(walkAll<AnyOntology, string>(view, []).out('knows').first()).toBeDefined();
  expect(touched()).toBe(1);
});
