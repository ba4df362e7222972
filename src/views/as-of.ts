/**
 * The view as it was on a date: edges whose dates speak against it are left out.
 */
import { BitSet } from '../base/bit-set.ts';
import type { Certainty, Period } from '../facts/validity.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { GraphView } from './graph-view.ts';
import { boundsOf } from './neighbouring-dates.ts';

/**
 * The edges that hold at some time in `period`, both days included. POSSIBLE keeps what no date excludes, undated edges
 * among it; CERTAIN keeps only what the dates put beyond doubt. Undated edges go by the dates of those beside them.
 */
export function asOf(view: GraphView, period: Period, certainty: Certainty = 'POSSIBLE'): GraphView {
  return view.restrict({
    key: `as of ${period.first}..${period.last} ${certainty}`,
    edges: (graph) => (certainty === 'POSSIBLE' ? possible(graph, period) : certain(graph, period)),
  });
}

function possible(graph: KnowledgeGraph, { first, last }: Period): BitSet {
  const { earliestStart, latestEnd } = boundsOf(graph);
  return spanning(earliestStart, latestEnd, first, last);
}

function certain(graph: KnowledgeGraph, { first, last }: Period): BitSet {
  const { latestStart, earliestEnd } = boundsOf(graph);
  return spanning(latestStart, earliestEnd, first, last);
}

function spanning(start: Int32Array, end: Int32Array, first: number, last: number): BitSet {
  const kept = new BitSet(start.length);
  for (let edge = 0; edge < start.length; edge++) if (start[edge]! <= last && end[edge]! >= first) kept.add(edge);
  return kept;
}
