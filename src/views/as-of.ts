/**
 * The view as it was on a date: edges whose dates speak against it are left out.
 */
import { BitSet } from '../base/bit-set.ts';
import { isoOfDay } from '../facts/partial-date.ts';
import { ALWAYS, type Certainty, FOREVER, type Period } from '../facts/validity.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { GraphView } from './graph-view.ts';
import { boundsOf } from './neighbouring-dates.ts';

/**
 * The edges that hold at some time in `period`, both days included. POSSIBLE keeps what no date excludes, undated edges
 * among it; CERTAIN keeps only what the dates put beyond doubt. Undated edges go by the dates of those beside them.
 */
export function asOf(view: GraphView, period: Period, certainty: Certainty = 'POSSIBLE'): GraphView {
  return view.restrict({
    key: `as of ${daysOf(period)} ${certainty}`,
    edges: (graph) => (certainty === 'POSSIBLE' ? possible(graph, period) : certain(graph, period)),
  });
}

/** `2024-10-28`, or `2024-10-28..2024-10-31`, open where the period is. */
function daysOf({ first, last }: Period): string {
  const [start, end] = [first === ALWAYS ? '' : isoOfDay(first), last === FOREVER ? '' : isoOfDay(last)];
  return start === end ? start : `${start}..${end}`;
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
