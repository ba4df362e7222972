/**
 * What could be known on a date: by when sources were published, against a plain reading of each edge.
 */
import { describe, expect, test } from 'vitest';
import { periodOf, readPartialDate } from '../../src/facts/partial-date.ts';
import type { Certainty } from '../../src/facts/validity.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { asOf, backedBy, knownBy, statedOnly } from '../../src/views/restrictions.ts';
import { derivedGraph, someSources } from '../kit/derived-graph.ts';
import { randomOntology, seeds } from '../kit/random-graph.ts';

const known = (view: GraphView, date: string, mode?: Certainty): GraphView => knownBy(view, periodOf(date), mode);
const keptIds = (view: GraphView): string[] =>
  Array.from({ length: view.graph.edges.count }, (_, edge) => edge)
    .filter((edge) => view.hasEdge(edge))
    .map((edge) => view.graph.edges.id(edge))
    .sort();

const published: Readonly<Record<string, string>> = { early: '2024-09-30', vague: '2024-10', late: '2025', none: '' };

/** An edge for each list of sources, from one node to another. */
function world(...cited: readonly string[][]): GraphView {
  const nodes = [
    ...['a', 'b'].map((id) => ({ id, type: 'Person', properties: {} })),
    ...Object.entries(published).map(([id, date]) => ({
      id,
      type: 'Place',
      properties: date ? { published: date } : {},
    })),
  ];
  const days = { earliestStart: 0, latestStart: 0, earliestEnd: 0, latestEnd: 0 };
  const edges = cited.map((sources) => ({
    ...{ id: sources.join('+') || 'unsourced', type: 'knows', from: 'a', to: 'b' },
    ...{ validity: days, sources, properties: {} },
  }));
  return GraphView.whole(freezeGraph(randomOntology, { nodes, edges }));
}

describe('a statement is known by a date', () => {
  const view = world(['early'], ['vague'], ['late'], ['none'], ['gone'], [], ['late', 'early']);

  test('possibly, where a source may have been published by then, has no date, or is not told', () => {
    expect(keptIds(known(view, '2024-10-15'))).toEqual(['early', 'gone', 'late+early', 'none', 'unsourced', 'vague']);
    expect(keptIds(known(view, '2024-09-29'))).toEqual(['gone', 'none', 'unsourced']);
  });

  test('certainly, where one was', () => {
    expect(keptIds(known(view, '2024-10-15', 'CERTAIN'))).toEqual(['early', 'late+early']);
    expect(keptIds(known(view, '2024-10', 'CERTAIN'))).toEqual(['early', 'late+early', 'vague']);
  });

  test('in the whole of a vague date', () => {
    expect(keptIds(known(view, '2025', 'CERTAIN'))).toEqual(['early', 'late', 'late+early', 'vague']);
  });
});

describe.each(seeds(60))('on random graph %i', (seed) => {
  const plain = derivedGraph(seed);
  // Sources of the random graphs are no nodes there; here they are, and two of them are dated.
  const dates: Readonly<Record<string, string>> = {
    'source:a': '2001',
    'source:b': '2002-05',
    'source:c': '2002-05/..',
    'source:never': '2999',
  };
  const { graph } = plain;
  const nodes = graph.nodes.ids.map((id, i) => ({
    id,
    type: graph.nodes.typeOf(i),
    properties: graph.nodes.properties(i),
  }));
  // One is never known, so that there is always something to leave out.
  const all = [...someSources, 'source:never'];
  const sources = all.map((id) => ({
    id,
    type: 'Place',
    properties: dates[id] ? { published: dates[id] } : {},
  }));
  const edges = Array.from({ length: graph.edges.count }, (_, i) => graph.edges.fact(i, graph.nodes.ids));
  const view = GraphView.whole(freezeGraph(randomOntology, { nodes: [...nodes, ...sources], edges }));

  test.each(['POSSIBLE', 'CERTAIN'] as const)('%s is what the sources of that time back', (mode) => {
    for (const date of ['2000', '2001', '2002-05-20', '2003']) {
      const { last } = periodOf(date);
      const counting = all.filter((id) => {
        const read = readPartialDate(dates[id] ?? '');
        if (!('validity' in read)) return mode === 'POSSIBLE';
        return (mode === 'POSSIBLE' ? read.validity.earliestStart : read.validity.latestEnd) <= last;
      });
      // What cites nothing counts for possible, as it does beside an exclusion.
      const twin =
        mode === 'CERTAIN'
          ? backedBy(view, { only: counting })
          : backedBy(view, { except: all.filter((it) => !counting.includes(it)) });
      expect(keptIds(known(view, date, mode))).toEqual(keptIds(twin));
    }
  });

  test('it meets other views in any order', () => {
    const then = periodOf('1970-02');
    const a = statedOnly(known(asOf(view, then), '2002'));
    const b = asOf(statedOnly(known(view, '2002')), then);
    expect(keptIds(a)).toEqual(keptIds(b));
    expect(a.key).toBe(b.key);
  });
});
