/**
 * What changed in a span of time, for some nodes or in the whole view: what happened within it, what began, what ended, and
 * what became known by sources that were published then.
 *
 * A day counts when it is bounded: of what is only said to have been so, nobody knows when it began. Where a date may lie
 * on either side of the span, the change is possible; where all of it lies within, it is certain.
 */
import { periodOf } from '../facts/partial-date.ts';
import { ALWAYS, type Certainty, type Day, FOREVER } from '../facts/validity.ts';
import { typesNamed } from '../ontology/ontology.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { knownBy } from '../views/restrictions.ts';
import type { AnswerForm } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';
import { forEachEdgeOf } from './edges-of.ts';
import { spanBackwards } from './problems.ts';

export interface ChangesOptions {
  /** From when on, in EDTF: its first day counts. */
  readonly from: string;
  /** Until when, in EDTF: its last day counts. */
  readonly to: string;
  /** Node types or interfaces, of which one end of an edge has to be; all by default. */
  readonly types?: readonly string[];
  /** The most changes of each list; 50 by default. */
  readonly first?: number;
  /** How many changes of each list to pass over; 0 by default. */
  readonly skip?: number;
}

/** What changed: of each kind how much, and a page of it by date. */
export interface ChangesBetween<Edge = EdgeAnswer> {
  /** How many began and ended in the span. */
  readonly happenedCount: number;
  /** What began and ended in the span. */
  readonly happened: readonly ChangedEdge<Edge>[];
  /** How many began in the span and did not end in it. */
  readonly beganCount: number;
  /** What began in the span and did not end in it. */
  readonly began: readonly ChangedEdge<Edge>[];
  /** How many ended in the span and had begun before. */
  readonly endedCount: number;
  /** What ended in the span and had begun before. */
  readonly ended: readonly ChangedEdge<Edge>[];
  /** How many became known in the span. */
  readonly becameKnownCount: number;
  /** What no source published before says, and one published in the span does; undated sources may be older. */
  readonly becameKnown: readonly ChangedEdge<Edge>[];
}

export interface ChangedEdge<Edge = EdgeAnswer> {
  /** CERTAIN where it lies in the span however its dates are read. */
  readonly certainty: Certainty;
  readonly edge: Edge;
}

interface Found {
  readonly edge: EdgeNumber;
  readonly certainty: Certainty;
  readonly day: Day;
}

/**
 * What changed for some nodes, or for all when none is named. Looks at every edge of these once.
 *
 * Throws `unknown-node`, `unknown-type`, `bad-date`.
 * @example
 * changes(view, ['state:kaz'], { from: '2024', to: '2024' }, asObjects(view)).began[0]?.edge.type
 */
export function changes<Edge>(
  view: GraphView,
  of: readonly string[],
  { from, to, types, first = 50, skip = 0 }: ChangesOptions,
  form: Pick<AnswerForm<unknown, Edge>, 'edge'>,
): ChangesBetween<Edge> {
  const [start, end] = [periodOf(from).first, periodOf(to).last];
  if (start > end) throw spanBackwards(from, to);
  const day: DayJudge = (earliest, latest) => {
    if (earliest === ALWAYS || latest === FOREVER || earliest > end || latest < start) return undefined;
    return earliest >= start && latest <= end ? 'CERTAIN' : 'POSSIBLE';
  };
  const found: Record<'happened' | 'began' | 'ended' | 'becameKnown', Found[]> = {
    happened: [],
    began: [],
    ended: [],
    becameKnown: [],
  };
  const becameKnown = newsBetween(view, start, end);
  const { validity } = view.graph.edges;
  const named = types && typesNamed(view.ontology, types);
  const { nodes, edges } = view.graph;
  const isOfType = (node: NodeNumber): boolean => named === undefined || named.has(nodes.typeOf(node));
  const asked = of.map((it) => view.getNode(it));
  forEachEdgeOf(view, asked, undefined, (edge) => {
    if (!isOfType(edges.from[edge]!) && !isOfType(edges.to[edge]!)) return;
    const [earliestStart, latestStart] = [validity.earliestStart[edge]!, validity.latestStart[edge]!];
    const [earliestEnd, latestEnd] = [validity.earliestEnd[edge]!, validity.latestEnd[edge]!];
    const [began, ended] = [day(earliestStart, latestStart), day(earliestEnd, latestEnd)];
    if (began && ended) {
      const certainty = began === 'CERTAIN' && ended === 'CERTAIN' ? 'CERTAIN' : 'POSSIBLE';
      found.happened.push({ edge, certainty, day: earliestStart });
    } else if (began) found.began.push({ edge, certainty: began, day: earliestStart });
    else if (ended) found.ended.push({ edge, certainty: ended, day: earliestEnd });
    const certainty = becameKnown(edge);
    if (certainty) found.becameKnown.push({ edge, certainty, day: earliestStart });
  });
  const page = (all: Found[]): ChangedEdge<Edge>[] =>
    all
      .sort((a, b) => a.day - b.day || a.edge - b.edge)
      .slice(skip, skip + first)
      .map(({ edge, certainty }) => ({ certainty, edge: form.edge(edge) }));
  return {
    happenedCount: found.happened.length,
    happened: page(found.happened),
    beganCount: found.began.length,
    began: page(found.began),
    endedCount: found.ended.length,
    ended: page(found.ended),
    becameKnownCount: found.becameKnown.length,
    becameKnown: page(found.becameKnown),
  };
}

/** Whether something lies in the span that lies on one day between two; undefined where it does not, or no one knows. */
type DayJudge = (earliest: Day, latest: Day) => Certainty | undefined;

/** Whether an edge became known in a span: by sources of dates, and certainly where no other may be older. */
function newsBetween(view: GraphView, start: Day, end: Day): (edge: EdgeNumber) => Certainty | undefined {
  const at = (date: Day, certainty: Certainty): GraphView => knownBy(view, { first: date, last: date }, certainty);
  const [surelyThen, surelyBefore, maybeBefore] = [
    at(end, 'CERTAIN'),
    at(start - 1, 'CERTAIN'),
    at(start - 1, 'POSSIBLE'),
  ];
  return (edge) => {
    if (!surelyThen.hasEdge(edge) || surelyBefore.hasEdge(edge)) return undefined;
    return maybeBefore.hasEdge(edge) ? 'POSSIBLE' : 'CERTAIN';
  };
}
