import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/evidence/corroboration.ts';
import { type SupportChoice, supported } from '../../src/evidence/supported.ts';
import { Graph } from '../../src/graph/graph.ts';
import { engineOf } from '../../src/graphql/query-engine.ts';
import type { AnyOntology } from '../../src/ontology/typed-ontology.ts';
import type { EdgeWhere } from '../../src/traversal/where.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { asOf } from '../../src/views/restrictions.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const world = tinyGraph('a -knows{x}-> b; a -knows{x,y}-> c; a -knows{y}-> d; b -knows-> c', {
  x: { published: '2020' },
  y: { published: '2024-10-01' },
});
const kept = (view: GraphView): string[] => {
  const { edges } = view.graph;
  return [...Array(edges.count).keys()].filter((it) => view.hasEdge(it)).map((it) => edges.id(it));
};

describe('edges are kept by how well they are supported', () => {
  test.each<[SupportChoice, string[]]>([
    [{ sources: 2 }, ['a-knows-c']],
    [{ sources: 1 }, ['a-knows-b', 'a-knows-c', 'a-knows-d']],
    [{ newest: '2024' }, ['a-knows-c', 'a-knows-d']],
    [{ newest: '2024-10-02' }, []],
    [{ newest: '2020' }, ['a-knows-b', 'a-knows-c', 'a-knows-d']],
    [{ corroboration: 'INDEPENDENT' }, ['a-knows-c']],
    [{ corroboration: 'SINGLE', newest: '2024', sources: 1 }, ['a-knows-c', 'a-knows-d']],
    [{}, ['a-knows-b', 'a-knows-c', 'a-knows-d', 'b-knows-c']],
  ])('%j', (choice, expected) => {
    expect(kept(supported(world, choice)).sort()).toEqual(expected);
  });

  test.each([0, -1, 1.5])('%d is no number of sources', (sources) => {
    expect(() => supported(world, { sources })).toThrow('takes a whole number from 1 on');
  });

  test('in GraphQL and Node alike', () => {
    const graph = new Graph<AnyOntology>(world, { warnings: [], files: new Map() });
    const choice: SupportChoice = { sources: 2, corroboration: 'INDEPENDENT', newest: '2024' };
    const { edges } = graph.supported(choice).neighbourhood('a');
    const query = `query @supported(sources: 2, corroboration: INDEPENDENT, newest: "2024") {
      neighbourhood(of: "a") { edges { id } }
    }`;
    const answer = engineOf(world.graph).ask({ view: world }, query);
    expect('json' in answer && JSON.parse(answer.json)).toEqual({
      neighbourhood: { edges: edges.map(({ id }) => ({ id })) },
    });
    expect(edges.map((it) => it.id)).toEqual(['a-knows-c']);
  });
});

test.each(seeds(40))('statements are judged one by one, and what follows stays with its premises, seed %i', (seed) => {
  const whole = derivedGraph(seed, { nodes: 12, edges: 28 });
  const levels = [undefined, 'SELF', 'SINGLE', 'INDEPENDENT'] as const;
  for (const view of [whole, asOf(whole, { first: 20, last: 70 })]) {
    for (const choice of [{ sources: 2 }, { sources: 1 }, { corroboration: levels[1 + (seed % 3)] }] as const) {
      const { edges, nodes } = view.graph;
      const passes = (edge: number): boolean => {
        const sources = edges.sources(edge);
        if ('sources' in choice) return sources.length >= choice.sources;
        return levels.indexOf(corroborationOf(whole, edge)?.level) >= levels.indexOf(choice.corroboration);
      };
      // Until nothing more follows: a conclusion stands on a derivation all of whose premises do.
      const standing = new Set<number>();
      for (let edge = 0; edge < edges.count; edge++) if (!edges.isInferred(edge) && passes(edge)) standing.add(edge);
      for (let before = -1; before !== standing.size; ) {
        before = standing.size;
        for (let edge = 0; edge < edges.count; edge++) {
          const { derivations = [] } = edges.fact(edge, nodes.ids);
          const stands = (premises: readonly string[]): boolean =>
            premises.length > 0 && premises.every((it) => standing.has(edges.numberOf(it) ?? -1));
          if (derivations.some((it) => stands(it.premises))) standing.add(edge);
        }
      }
      const expected = [...standing].filter((it) => view.hasEdge(it)).map((it) => edges.id(it));
      expect(kept(supported(view, choice)).sort()).toEqual(expected.sort());
    }
  }
});

test.each(seeds(10))('more sources than anything has leave nothing, seed %i', (seed) => {
  expect(kept(supported(derivedGraph(seed), { sources: 1e9 }))).toEqual([]);
});

test.each(seeds(25))('a filter of edges by their support agrees with asking each, seed %i', (seed) => {
  const whole = derivedGraph(seed, { nodes: 10, edges: 26 });
  const { nodes, edges, ontology } = whole.graph;
  const { plural, relations } = ontology.nodeTypes.get('Person')!;
  const [relation] = relations.values();
  const passing: Readonly<Record<string, (edge: number) => boolean>> = {
    'corroborated: true': (edge) => corroborationOf(whole, edge)?.level === 'INDEPENDENT',
    'corroborated: false, sources: { gte: 1 }': (edge) =>
      corroborationOf(whole, edge)?.level !== 'INDEPENDENT' && edges.sources(edge).length >= 1,
    'sources: { in: [0, 2] }': (edge) => [0, 2].includes(edges.sources(edge).length),
  };
  for (const [support, passes] of Object.entries(passing)) {
    const connection = `${relation!.field}Connection`;
    const answer = engineOf(whole.graph).ask(
      { view: whole },
      `{ ${plural} { id ${connection}(where: { support: { ${support} } }) { totalCount } } }`,
    );
    const found = 'json' in answer ? JSON.parse(answer.json)[plural] : answer.errors;
    const { start, end } = nodes.span('Person');
    const expected = Array.from({ length: end - start }, (_, i) => {
      let count = 0;
      whole.forEachEdge(start + i, relation!.direction, edges.typeCode(relation!.edgeType), (edge, other) => {
        if (nodes.typeOf(other) === relation!.target && passes(edge)) count++;
      });
      return { id: nodes.ids[start + i], [connection]: { totalCount: count } };
    });
    expect(found).toEqual(expected);
  }
});

test.each(seeds(25))('a step of a walk keeps the edges that the same filter keeps in GraphQL, seed %i', (seed) => {
  const whole = derivedGraph(seed, { nodes: 10, edges: 40 });
  const { nodes, edges } = whole.graph;
  const graph = new Graph<AnyOntology>(whole, { warnings: [], files: new Map() });
  const isCorroborated = (edge: number): boolean => corroborationOf(whole, edge)?.level === 'INDEPENDENT';
  const countOf = (edge: number): number => edges.sources(edge).length;
  const passing: readonly (readonly [EdgeWhere<AnyOntology, string>['support'] & object, (edge: number) => boolean])[] =
    [
      [{ corroborated: true }, isCorroborated],
      [{ corroborated: false, sources: { gte: 1 } }, (edge) => !isCorroborated(edge) && countOf(edge) >= 1],
      [{ sources: 2 }, (edge) => countOf(edge) === 2],
      [{ sources: { in: [0, 2] } }, (edge) => [0, 2].includes(countOf(edge))],
    ];
  for (const [support, passes] of passing) {
    for (const { start, end } of [nodes.span('Person'), nodes.span('Group')]) {
      for (let node = start; node < end; node++) {
        const expected: string[] = [];
        whole.forEachEdge(
          node,
          'OUT',
          edges.typeCode('knows'),
          (edge) => passes(edge) && expected.push(edges.id(edge)),
        );
        const walked = graph.from(nodes.ids[node]!).out('knows', { support }).edges();
        expect(walked.map((it) => it.id).sort()).toEqual(expected.sort());
        expect(
          graph
            .from(nodes.ids[node]!)
            .having((at) => at.out('knows', { support }))
            .count(),
        ).toBe(Number(expected.length > 0));
      }
    }
  }
});

test('in a walk, a newest source and dates go together, and what says nothing is refused', () => {
  const graph = new Graph<AnyOntology>(world, { warnings: [], files: new Map() });
  const targets = (support: object): string[] => graph.from('a').out('knows', { support }).ids();
  expect(targets({ newest: '2024' })).toEqual(['c', 'd']);
  expect(targets({ newest: '2024', sources: { lt: 2 } })).toEqual(['d']);
  expect(() => targets({})).toThrow('"support: {}" asks nothing. Give one of corroborated, sources, newest');
  expect(() => targets({ source: 2 })).toThrow('Did you mean "sources"?');
  expect(() => targets({ sources: { gtee: 2 } })).toThrow('Did you mean "gte"?');
  expect(() => targets({ newest: '2024-13' })).toThrow('there is no month 13');
});
