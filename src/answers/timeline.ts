/**
 * What happened to a node, in the order of the dates: as precise as they are and never more.
 *
 * A date keeps its text; it only finds its place by the first day it may mean. What goes on throughout the asked span
 * and what has no date at all stand apart, for neither has a place in the order.
 */
import { isoOfDay, periodOf, readPartialDate } from '../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER, type Validity } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AnswerForm, compareTexts, known, type NodeAnswer } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';

export interface TimelineOptions {
  /** What may begin or end then, in EDTF: `2024`, `2024-10`. The same as `from` and `to` together. */
  readonly during?: string;
  /** From when on, in EDTF; from the beginning by default. */
  readonly from?: string;
  /** Until when, in EDTF; to the end by default. */
  readonly to?: string;
}

export interface Timeline<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** What may begin or end in the asked span, by the first day each may mean, then the last. */
  readonly entries: readonly TimelineEntry<Node, Edge>[];
  /** What may hold all through the asked span: begun before and not ended in it. Nothing when all time was asked for. */
  readonly ongoing: readonly TimelineEntry<Node, Edge>[];
  /** What has no date, and so no place in the order. */
  readonly undated: readonly TimelineEntry<Node, Edge>[];
}

/** A relation of the node, or a dated property of its own. */
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
  /** The node at its other end. */
  readonly other?: Node;
  /** The property that has the date, of the node itself. */
  readonly property?: string;
}

/**
 * The timeline of a node. Throws `unknown-node`, `bad-date`.
 * @example
 * timeline(view, 'state:kaz', { during: '2024' }, asObjects(view)).entries[0]?.when
 */
export function timeline<Node, Edge>(
  view: GraphView,
  of: string,
  { during, from = during, to = during }: TimelineOptions,
  form: AnswerForm<Node, Edge>,
): Timeline<Node, Edge> {
  const node = view.getNode(of);
  const [start, end] = [
    from === undefined ? ALWAYS : periodOf(from).first,
    to === undefined ? FOREVER : periodOf(to).last,
  ];
  const dates = [...ownDates(view, node), ...relations(view, node)].sort(compareDates);
  const isUndated = (it: Dated): boolean => it.first === ALWAYS && it.last === FOREVER;
  const within = (day: Day): boolean => day !== ALWAYS && day !== FOREVER && day >= start && day <= end;
  // A vague date may mean days on both sides of the span and yet begin in it: unless it is long since open, it counts.
  const belongs = (it: Dated): boolean => within(it.first) || within(it.last);
  const meets = (it: Dated): boolean => !isUndated(it) && it.first <= end && it.last >= start;
  const entriesOf = (chosen: readonly Dated[]): TimelineEntry<Node, Edge>[] => chosen.map((it) => entryOf(it, form));
  return {
    entries: entriesOf(dates.filter(belongs)),
    ongoing: entriesOf(dates.filter((it) => meets(it) && !belongs(it))),
    undated: entriesOf(dates.filter(isUndated)),
  };
}

/** A relation or a property of the node, with the first and the last day that its date may mean. */
interface Dated {
  readonly when: string | undefined;
  readonly attested: boolean;
  readonly first: Day;
  readonly last: Day;
  readonly edge?: EdgeNumber;
  readonly other?: NodeNumber;
  readonly property?: string;
}

function entryOf<Node, Edge>(dated: Dated, form: AnswerForm<Node, Edge>): TimelineEntry<Node, Edge> {
  const { when, attested, first, last, edge, other, property } = dated;
  return known<TimelineEntry<Node, Edge>>({
    when,
    attested,
    since: first === ALWAYS ? undefined : isoOfDay(first),
    until: last === FOREVER ? undefined : isoOfDay(last),
    edge: edge === undefined ? undefined : form.edge(edge),
    other: other === undefined ? undefined : form.node(other),
    property,
  });
}

function compareDates(a: Dated, b: Dated): number {
  return (
    a.first - b.first || a.last - b.last || (a.edge ?? -1) - (b.edge ?? -1) || compareTexts(a.property, b.property)
  );
}

/** The partial dates that a node has as properties. */
function ownDates({ graph: { nodes, ontology } }: GraphView, node: NodeNumber): Dated[] {
  const properties = ontology.nodeTypes.get(nodes.typeOf(node))?.properties ?? new Map();
  const dates: Dated[] = [];
  for (const { name, kind, list } of properties.values()) {
    if (list || !('scalar' in kind) || kind.scalar !== 'PartialDate') continue;
    const date = dateOf(nodes.property(node, name));
    if (date) dates.push({ property: name, when: date.text, attested: false, ...spanOf(date.validity) });
  }
  return dates;
}

function relations(view: GraphView, node: NodeNumber): Dated[] {
  const { edges } = view.graph;
  const dates: Dated[] = [];
  view.forEachEdge(node, 'BOTH', undefined, (edge, other) => {
    const attestation = dateOf(edges.property(edge, 'attested'));
    const when = dateOf(edges.property(edge, 'when'));
    const attested = attestation !== undefined && when === undefined;
    const span = spanOf(attested ? attestation.validity : edges.validityOf(edge));
    dates.push({ edge, other, attested, when: attested ? attestation.text : when?.text, ...span });
  });
  return dates;
}

function dateOf(text: unknown): { readonly text: string; readonly validity: Validity } | undefined {
  const date = typeof text === 'string' ? readPartialDate(text) : undefined;
  return date && 'validity' in date ? date : undefined;
}

const spanOf = ({ earliestStart: first, latestEnd: last }: Validity): { first: Day; last: Day } => ({ first, last });
