/**
 * On which sources edges rest, as it is stored, against the views that ask the whole graph.
 */
import { describe, expect, test } from 'vitest';
import { periodOf } from '../../src/facts/partial-date.ts';
import { ALWAYS, type Certainty } from '../../src/facts/validity.ts';
import { BETWEEN_SETS, BETWEEN_SOURCES, sourceSupport } from '../../src/neo4j/source-support.ts';
import { freezeGraph, type KnowledgeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { backedBy, knownBy } from '../../src/views/restrictions.ts';
import { derivedGraph, someSources } from '../kit/derived-graph.ts';
import { randomOntology, seeds } from '../kit/random-graph.ts';

const published = ['2019', '2020-06-01', '2020-03/2021-02', undefined];

/** A random graph whose sources are nodes, published at different times. */
function datedSources(seed: number): KnowledgeGraph {
  const { graph } = derivedGraph(seed, { nodes: 8, edges: 30 });
  const sources = someSources.map((id, i) => {
    const day = published[i];
    return { id, type: 'Place', properties: day === undefined ? {} : { published: day } };
  });
  const nodes = graph.nodes.ids.map((id, node) => ({ id, type: graph.nodes.typeOf(node), properties: {} }));
  const edges = Array.from({ length: graph.edges.count }, (_, edge) => graph.edges.fact(edge, graph.nodes.ids));
  return freezeGraph(randomOntology, { nodes: [...nodes, ...sources], edges });
}

const edgesWhere = (graph: KnowledgeGraph, holds: (edge: number) => boolean): number[] =>
  Array.from({ length: graph.edges.count }, (_, edge) => edge).filter(holds);

describe.each(seeds(60))('in the random graph %i', (seed) => {
  const graph = datedSources(seed);
  const whole = GraphView.whole(graph);
  const support = sourceSupport(graph);

  test.each(['POSSIBLE', 'CERTAIN'] as Certainty[])('an edge can be known from its day on: %s', (certainty) => {
    const days = certainty === 'POSSIBLE' ? support.knownPossible : support.knownCertain;
    for (const date of ['2018', '2019-06', '2019-12-31', '2020-04', '2020-06-01', '2021-01', '2021-03', '2999']) {
      const view = knownBy(whole, periodOf(date), certainty);
      const { last } = periodOf(date);
      expect(edgesWhere(graph, (edge) => days[edge]! <= last)).toEqual(edgesWhere(graph, (edge) => view.hasEdge(edge)));
    }
  });

  test('a conclusion stands where each set of one of its ways has a source that counts', () => {
    expect(support.isComplete).toBe(true);
    for (let mask = 0; mask < 16; mask++) {
      const chosen = someSources.filter((_, i) => (mask >> i) & 1);
      for (const choice of [{ only: chosen }, { except: chosen }]) {
        const counts = (id: string): boolean => ('only' in choice ? chosen.includes(id) : !chosen.includes(id));
        const unsourced = 'except' in choice;
        const setHolds = (set: string): boolean => (set === '' ? unsourced : set.split(BETWEEN_SOURCES).some(counts));
        const wayHolds = (way: string): boolean => way.split(BETWEEN_SETS).every(setHolds);
        const holds = (edge: number): boolean =>
          graph.edges.isInferred(edge)
            ? support.ways(edge)!.some(wayHolds)
            : setHolds(graph.edges.sources(edge).join(BETWEEN_SOURCES));
        if (chosen.length === 0) continue;
        const view = backedBy(whole, choice);
        expect(edgesWhere(graph, holds), JSON.stringify(choice)).toEqual(edgesWhere(graph, (it) => view.hasEdge(it)));
      }
    }
  });
});

test('a conclusion that rests on too many sets of sources is told as such', () => {
  const edge = (id: string, sources: string[], derivations?: { rule: string; premises: string[] }[]) => ({
    ...{ id, type: 'knows', from: 'a', to: 'b', sources, properties: {} },
    validity: { earliestStart: ALWAYS, latestStart: 0, earliestEnd: 0, latestEnd: 0 },
    ...(derivations && { derivations }),
  });
  const statements = Array.from({ length: 80 }, (_, i) => edge(`s${i}`, [`source:${i}`]));
  const ways = statements.map(({ id }) => ({ rule: 'R', premises: [id] }));
  const nodes = ['a', 'b'].map((id) => ({ id, type: 'Person', properties: {} }));
  const many = freezeGraph(randomOntology, { nodes, edges: [...statements, edge('c', [], ways)] });
  expect(sourceSupport(many).isComplete).toBe(false);
  const few = freezeGraph(randomOntology, { nodes, edges: [...statements, edge('c', [], ways.slice(0, 60))] });
  expect(sourceSupport(few).isComplete).toBe(true);
});
