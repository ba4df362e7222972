/**
 * What happened to a node, to several or in the whole view, in the order of the dates: as precise as they are and never
 * more.
 *
 * A date keeps its text, and stands where that begins: about October 2024 after the end of September, though it may have
 * been before. What goes on throughout the asked span and what has no date at all stand apart, for neither has a place in
 * the order.
 */
import { isoOfDay, periodOf, readPartialDate } from '../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER, type Validity } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { edgeTypeCode } from '../views/names-in-graph.ts';
import { type AnswerForm, compareTexts, known, type NodeAnswer } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';
import { forEachEdgeOf } from './edges-of.ts';
import { spanBackwards } from './problems.ts';

export interface TimelineOptions {
  /** What may begin or end then, in EDTF: `2024`, `2024-10`. The same as `from` and `to` together. */
  readonly during?: string | undefined;
  /** From when on, in EDTF; from the beginning by default. */
  readonly from?: string | undefined;
  /** Until when, in EDTF; to the end by default. */
  readonly to?: string | undefined;
  /** Names of the only edge types to tell of, and no dates of nodes; all by default. */
  readonly via?: readonly string[] | undefined;
  /** The most entries of each of the three lists; all by default. */
  readonly first?: number | undefined;
  /** How many entries of each list to pass over; 0 by default. */
  readonly skip?: number | undefined;
}

export interface Timeline<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** How many entries there are in the asked span. */
  readonly entryCount: number;
  /** What may begin or end in the asked span, by the dates as they are written. */
  readonly entries: readonly TimelineEntry<Node, Edge>[];
  /** How many hold all through the asked span. */
  readonly ongoingCount: number;
  /** What may hold all through the asked span: begun before and not ended in it. Nothing when all time was asked for. */
  readonly ongoing: readonly TimelineEntry<Node, Edge>[];
  /** How many have no date. */
  readonly undatedCount: number;
  /** What has no date, and so no place in the order. */
  readonly undated: readonly TimelineEntry<Node, Edge>[];
}

/** A relation, or a dated property of a node. */
export interface TimelineEntry<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** The date as it is written; absent where there is none, or none that can be written. */
  readonly when?: string;
  /** True where the date only says that it was seen to hold then, and start and end are unknown. */
  readonly attested: boolean;
  /** The first day it may mean; absent where open or unknown. */
  readonly since?: string;
  /** The last day it may mean; absent where open or unknown. */
  readonly until?: string;
  /** The relation. */
  readonly edge?: Edge;
  /** The node at its other end, seen from the one that was asked about. */
  readonly other?: Node;
  /** The node whose property has the date. */
  readonly node?: Node;
  /** The property that has the date. */
  readonly property?: string;
}

/**
 * The timeline of some nodes, or of all when none is named. Throws `unknown-node`, `unknown-edge-type`, `bad-date`.
 * @example
 * timeline(view, ['state:kaz'], { during: '2024' }, asObjects(view)).entries[0]?.when
 */
export function timeline<Node, Edge>(
  view: GraphView,
  of: readonly string[],
  { during, from = during, to = during, via, first, skip = 0 }: TimelineOptions,
  form: AnswerForm<Node, Edge>,
): Timeline<Node, Edge> {
  const [start, end] = [
    from === undefined ? ALWAYS : periodOf(from).first,
    to === undefined ? FOREVER : periodOf(to).last,
  ];
  if (start > end) throw spanBackwards(from ?? '', to ?? '');
  const dates = datesOf(
    view,
    of.map((it) => view.getNode(it)),
    via,
  ).sort(compareDates);
  const isUndated = (it: Dated): boolean => it.first === ALWAYS && it.last === FOREVER;
  const within = (day: Day): boolean => day !== ALWAYS && day !== FOREVER && day >= start && day <= end;
  // A vague date may mean days on both sides of the span and yet begin in it: unless it is long since open, it counts.
  const belongs = (it: Dated): boolean => within(it.first) || within(it.last);
  const meets = (it: Dated): boolean => !isUndated(it) && it.first <= end && it.last >= start;
  const pageOf = (chosen: readonly Dated[]): TimelineEntry<Node, Edge>[] =>
    chosen.slice(skip, first === undefined ? undefined : skip + first).map((it) => entryOf(it, form));
  const [entries, ongoing] = [dates.filter(belongs), dates.filter((it) => meets(it) && !belongs(it))];
  const undated = dates.filter(isUndated);
  return {
    entryCount: entries.length,
    entries: pageOf(entries),
    ongoingCount: ongoing.length,
    ongoing: pageOf(ongoing),
    undatedCount: undated.length,
    undated: pageOf(undated),
  };
}

/** A relation or a property of a node, with the first and the last day that its date may mean. */
interface Dated {
  readonly when: string | undefined;
  readonly attested: boolean;
  readonly first: Day;
  readonly last: Day;
  /** The day on which the date begins as it is written. */
  readonly place: Day;
  readonly edge?: EdgeNumber;
  readonly other?: NodeNumber;
  readonly node?: NodeNumber;
  readonly property?: string;
}

function entryOf<Node, Edge>(dated: Dated, form: AnswerForm<Node, Edge>): TimelineEntry<Node, Edge> {
  const { when, attested, first, last, edge, other, node, property } = dated;
  return known<TimelineEntry<Node, Edge>>({
    when,
    attested,
    since: first === ALWAYS ? undefined : isoOfDay(first),
    until: last === FOREVER ? undefined : isoOfDay(last),
    edge: edge === undefined ? undefined : form.edge(edge),
    other: other === undefined ? undefined : form.node(other),
    node: node === undefined ? undefined : form.node(node),
    property,
  });
}

function compareDates(a: Dated, b: Dated): number {
  return (
    a.place - b.place ||
    a.last - b.last ||
    (a.edge ?? -1) - (b.edge ?? -1) ||
    (a.node ?? -1) - (b.node ?? -1) ||
    compareTexts(a.property, b.property)
  );
}

/** The dates of some nodes and of their relations, or of all. */
function datesOf(view: GraphView, asked: readonly NodeNumber[], via: readonly string[] | undefined): Dated[] {
  const { graph } = view;
  const dates: Dated[] = [];
  if (!via) {
    const nodes = asked.length > 0 ? asked : Array.from({ length: graph.nodes.count }, (_, node) => node);
    for (const node of nodes) if (view.hasNode(node)) dates.push(...ownDates(view, node));
  }
  const types = via?.map((it) => edgeTypeCode(graph, it));
  forEachEdgeOf(view, asked, types, (edge, other) => {
    dates.push(other === undefined ? dateOfEdge(view, edge) : { ...dateOfEdge(view, edge), other });
  });
  return dates;
}

/** The partial dates that a node has as properties. */
function ownDates({ graph: { nodes, ontology } }: GraphView, node: NodeNumber): Dated[] {
  const properties = ontology.nodeTypes.get(nodes.typeOf(node))?.properties ?? new Map();
  const dates: Dated[] = [];
  for (const { name, kind, list } of properties.values()) {
    if (list || !('scalar' in kind) || kind.scalar !== 'PartialDate') continue;
    const date = dateOf(nodes.property(node, name));
    if (date) dates.push({ node, property: name, attested: false, ...spanOf(date.validity, date.text) });
  }
  return dates;
}

function dateOfEdge({ graph: { edges } }: GraphView, edge: EdgeNumber): Dated {
  const attestation = dateOf(edges.property(edge, 'attested'));
  const when = dateOf(edges.property(edge, 'when'));
  const attested = attestation !== undefined && when === undefined;
  const date = attested ? attestation : when;
  return { edge, attested, ...spanOf(attested ? attestation.validity : edges.validityOf(edge), date?.text) };
}

function dateOf(text: unknown): { readonly text: string; readonly validity: Validity } | undefined {
  const date = typeof text === 'string' ? readPartialDate(text) : undefined;
  return date && 'validity' in date ? date : undefined;
}

function spanOf(
  { earliestStart: first, latestEnd: last }: Validity,
  when: string | undefined,
): Pick<Dated, 'first' | 'last' | 'place' | 'when'> {
  const plain = when?.replace(/[~?%]/g, '');
  const written = plain === when ? undefined : dateOf(plain);
  return { when, first, last, place: written?.validity.earliestStart ?? first };
}
