import { describe, expect, test } from 'vitest';
import { type GroupOptions, groupCount } from '../../src/analysis/group-count.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const world = tinyGraph(
  `kaz:State -launched[2024]-> x:Initiative; bra:State -launched[2024]-> x; chn:State -launched[2023]-> y:Initiative
   chn -launched[2024]-> x; zaf:State -visited-> kaz; un:Group -launched-> x`,
  {
    kaz: { name: 'Kazakhstan', aliases: ['KZ', 'Asia'] },
    bra: { name: 'Brazil', aliases: ['BR'] },
    chn: { name: 'China', aliases: ['CN', 'Asia'] },
    zaf: { name: 'South Africa' },
  },
);

const groups = (options: GroupOptions, view: GraphView = world): [unknown, number, string][] =>
  groupCount(view, options).map(({ value, node, count, nodes }) => [
    value ?? (node === undefined ? undefined : view.graph.nodes.ids[node]),
    count,
    nodes.map((it) => view.graph.nodes.ids[it]).join(' '),
  ]);

describe('nodes are counted in groups', () => {
  test('by a property, each value of a list a group, those without one last', () => {
    expect(groups({ type: 'State', by: 'aliases' })).toEqual([
      ['Asia', 2, 'chn kaz'],
      ['BR', 1, 'bra'],
      ['CN', 1, 'chn'],
      ['KZ', 1, 'kaz'],
      [undefined, 1, 'zaf'],
    ]);
  });

  test('by a relation, each node at its other end a group', () => {
    expect(groups({ type: 'State', by: 'launched' })).toEqual([
      ['x', 3, 'bra chn kaz'],
      ['y', 1, 'chn'],
      [undefined, 1, 'zaf'],
    ]);
  });

  test('by what the view keeps', () => {
    const of2024 = asOf(world, {
      first: Date.parse('2024-01-01') / 86_400_000,
      last: Date.parse('2024-12-31') / 86_400_000,
    });
    expect(groups({ type: 'State', by: 'launched' }, of2024)[0]).toEqual(['x', 3, 'bra chn kaz']);
    expect(groups({ type: 'State', by: 'launched' }, of2024)).toHaveLength(2);
  });

  test('by their edges of a relation, leaving out nodes without any', () => {
    expect(groups({ type: 'State', by: 'aliases', counting: 'launched' }).slice(0, 2)).toEqual([
      ['Asia', 3, 'chn kaz'],
      ['CN', 2, 'chn'],
    ]);
  });

  test('by the edges that lead to what the relation is declared to lead to, and no others of their type', () => {
    // The Group launched it too, and "launchedOf" leads to states.
    expect(groups({ type: 'Initiative', by: 'name', counting: 'launchedOf' })).toEqual([
      ['x', 3, 'x'],
      ['y', 1, 'y'],
    ]);
    expect(groups({ type: 'Initiative', by: 'launchedOf' }).map(([state]) => state)).toEqual(['chn', 'bra', 'kaz']);
  });

  test('among some nodes only', () => {
    const among = ['bra', 'chn'].map((id) => world.getNode(id));
    expect(groups({ type: 'State', by: 'aliases', among }).map(([value]) => value)).toEqual(['Asia', 'BR', 'CN']);
  });
});

test.each([
  [{ type: 'Stat', by: 'name' }, 'no node type or interface "Stat". Did you mean "State"?'],
  [{ type: 'State', by: 'alises' }, 'The type "State" has no property or relation "alises". Did you mean "aliases"?'],
  [
    { type: 'State', by: 'name', counting: 'launch' },
    'The type "State" has no relation "launch". Did you mean "launched"?',
  ],
])('%j is refused', (options, message) => {
  expect(() => groupCount(world, options)).toThrow(message);
});
