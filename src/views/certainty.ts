/**
 * How sure the edges of a view are on the date it is of.
 *
 * A view as of a date keeps what no date excludes, and so puts side by side what is known to hold then and what only may: a
 * member since 1955, one since "the fifties", and one that somebody saw in 2019. How many there are of each is counted
 * here, for whoever asks: rows of a relation, edges around a node, a walk.
 */
import { readPartialDate } from '../facts/partial-date.ts';
import { decidingBounds, holdsIn, type Period } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from './graph-view.ts';
import { boundsOf } from './neighbouring-dates.ts';

/** Edges of a view as of a date, by how sure they are then; together they are all of them. */
export interface CertaintyCounts {
  /** Edges that the dates put beyond doubt. */
  readonly certain: number;
  /** Edges that the dates neither prove nor exclude. */
  readonly possible: number;
  /** Edges of which no more is known than that they were seen to hold at another time. */
  readonly seenAtOtherTimes: number;
}

/**
 * What `edges` finds in the view, by how sure it is on the date of the view; undefined, and nothing is looked for, where the
 * view is of none.
 */
export function countCertainty(view: GraphView, edges: () => Iterable<EdgeNumber>): CertaintyCounts | undefined {
  const holds = certainEdges(view);
  return holds && tallyCertainty(edges(), holds, sightings(view, view.periods));
}

/** Whether the dates put an edge beyond doubt on the date of the view; undefined where the view is of none. */
export function certainEdges(view: GraphView): ((edge: EdgeNumber) => boolean) | undefined {
  const { periods } = view;
  if (periods.length === 0) return undefined;
  const { start, end } = decidingBounds(boundsOf(view.graph), 'CERTAIN');
  return (edge) => periods.every(({ first, last }) => start[edge]! <= last && end[edge]! >= first);
}

/** Edges by whether they surely hold then, and whether they may have been seen then. */
export function tallyCertainty(
  edges: Iterable<EdgeNumber>,
  holds: (edge: EdgeNumber) => boolean,
  isSeenThen: (edge: EdgeNumber) => boolean,
): CertaintyCounts {
  let [certain, possible, seenAtOtherTimes] = [0, 0, 0];
  for (const edge of edges) {
    if (holds(edge)) certain++;
    else if (isSeenThen(edge)) possible++;
    else seenAtOtherTimes++;
  }
  return { certain, possible, seenAtOtherTimes };
}

/** False for an edge that was seen (`attested`) at another time than all of the periods; each such time is judged once. */
function sightings({ graph }: GraphView, periods: readonly Period[]): (edge: EdgeNumber) => boolean {
  const column = graph.edges.columns.columns.get('attested');
  if (!column) return () => true;
  const seenThen = column.values.map((text) => mayBeSeen(text, periods));
  return (edge) => seenThen[column.codes[edge]!]!;
}

/** Whether what was seen at a time that is written like this may have been seen in all of the periods. */
export function mayBeSeen(attested: unknown, periods: readonly Period[]): boolean {
  const date = typeof attested === 'string' ? readPartialDate(attested) : undefined;
  return !date || 'reason' in date || periods.every((it) => holdsIn(date.validity, it, 'POSSIBLE'));
}
