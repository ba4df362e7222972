import { describe, expect, test } from 'vitest';
import { type GroupOptions, groupCount } from '../../src/analysis/group-count.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
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
  groupCount(view, options).map(({ value, node, count, members }) => [
    value ?? (node === undefined ? undefined : view.graph.nodes.ids[node]),
    count,
    members.map((it) => view.graph.nodes.ids[it.node]).join(' '),
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

describe('over several relations', () => {
  test('nodes are grouped by what relations lead to, and every way along them is counted', () => {
    expect(groups({ type: 'State', by: 'visited.launched' })).toEqual([
      [undefined, 3, 'bra chn kaz'],
      ['x', 1, 'zaf'],
    ]);
    expect(groups({ type: 'State', by: 'visited.aliases' })).toEqual([
      [undefined, 3, 'bra chn kaz'],
      ['Asia', 1, 'zaf'],
      ['KZ', 1, 'zaf'],
    ]);
    expect(() => groups({ type: 'State', by: 'visited.lanched' })).toThrow(/Did you mean "launched"/);
    expect(() => groups({ type: 'State', by: 'vsited.launched' })).toThrow(/Did you mean "visited"/);
  });

  test('members come by what they add to the count', () => {
    const [first] = groupCount(world, { type: 'State', by: 'aliases', counting: 'launched' });
    expect(first?.members.map((it) => [world.graph.nodes.ids[it.node], it.count])).toEqual([
      ['chn', 2],
      ['kaz', 1],
    ]);
  });

  test.each(seeds(40))('agrees with walking everywhere, seed %i', (seed) => {
    const whole = randomGraph(seed, { nodes: 12, edges: 30 });
    for (const view of [whole, asOf(whole, { first: 30, last: 60 })]) {
      const { nodes } = view.graph;
      const [first, second] = relationsOf(view, 'Person');
      const along = (node: number, field: string): number[] => {
        const relation = view.ontology.nodeTypes.get(nodes.typeOf(node))?.relations.get(field);
        const found: number[] = [];
        if (!relation) return found;
        const type = view.graph.edges.typeCode(relation.edgeType);
        view.forEachEdge(node, relation.direction, type, (_, other) => {
          if (nodes.typeOf(other) === relation.target) found.push(other);
        });
        return found;
      };
      const expected = new Map<number, number>();
      for (let node = 0; node < nodes.count; node++) {
        if (nodes.typeOf(node) !== 'Person') continue;
        const ways = along(node, first!).flatMap((it) => along(it, second!));
        for (const end of new Set(ways)) expected.set(end, (expected.get(end) ?? 0) + ways.length);
      }
      const path = `${first}.${second}`;
      const found = groupCount(view, { type: 'Person', by: path, counting: path });
      expect(new Map(found.map((it) => [it.node, it.count]))).toEqual(expected);
    }
  });

  /** A relation of the type, and one of what it leads to. */
  function relationsOf({ ontology }: GraphView, type: string): string[] {
    const [first] = ontology.nodeTypes.get(type)!.relations.values();
    const [second] = ontology.nodeTypes.get(first!.target)!.relations.values();
    return [first!.field, second!.field];
  }
});
