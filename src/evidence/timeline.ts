/**
 * What happened to a node, in the order of the dates: as precise as they are and never more.
 *
 * A date keeps its text; it only finds its place by the first day it may mean. What goes on throughout the asked span
 * and what has no date at all stand apart, for neither has a place in the order.
 */
import { readPartialDate } from '../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER, type Period, type Validity } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** One relation of the node, or one dated property of its own. */
export interface TimelineEntry {
  readonly edge: EdgeNumber | undefined;
  /** The node at the other end of the edge. */
  readonly other: NodeNumber | undefined;
  /** The property that has the date, of the node itself. */
  readonly property: string | undefined;
  /** The date as it is written; undefined where there is none, or none that can be written. */
  readonly when: string | undefined;
  /** True where the date only says that it was seen to hold then, and start and end are unknown. */
  readonly attested: boolean;
  /** The first and last day it may mean; ALWAYS and FOREVER where open or unknown. */
  readonly first: Day;
  readonly last: Day;
}

export interface Timeline {
  /** By the first day each may mean, then the last. */
  readonly entries: readonly TimelineEntry[];
  /** What may hold all through the asked span: begun before and not ended in it. Nothing when all time was asked for. */
  readonly ongoing: readonly TimelineEntry[];
  readonly undated: readonly TimelineEntry[];
}

/**
 * The timeline of a node between two days, or of all time. An entry belongs to the span when it may begin or end in it.
 *
 * Throws `unknown-node`.
 * @example
 * timelineOf(view, 'state:kaz', periodOf('2024'))
 */
export function timelineOf(view: GraphView, of: string, span: Period = { first: ALWAYS, last: FOREVER }): Timeline {
  const node = view.getNode(of);
  const all = [...ownDates(view, node), ...relations(view, node)];
  const dated = all.filter((it) => it.first !== ALWAYS || it.last !== FOREVER);
  const within = (day: Day): boolean => day !== ALWAYS && day !== FOREVER && day >= span.first && day <= span.last;
  // A vague date may mean days on both sides of the span and yet begin in it: unless it is long since open, it counts.
  const belongs = (it: TimelineEntry): boolean => within(it.first) || within(it.last);
  const meets = (it: TimelineEntry): boolean => it.first <= span.last && it.last >= span.first;
  return {
    entries: dated.filter((it) => belongs(it)).sort(compareEntries),
    ongoing: dated.filter((it) => meets(it) && !belongs(it)).sort(compareEntries),
    undated: all.filter((it) => it.first === ALWAYS && it.last === FOREVER).sort(compareEntries),
  };
}

function compareEntries(a: TimelineEntry, b: TimelineEntry): number {
  return (
    a.first - b.first || a.last - b.last || (a.edge ?? -1) - (b.edge ?? -1) || compareTexts(a.property, b.property)
  );
}

const compareTexts = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

/** The partial dates that a node has as properties. */
function ownDates({ graph: { nodes, ontology } }: GraphView, node: NodeNumber): TimelineEntry[] {
  const properties = ontology.nodeTypes.get(nodes.typeOf(node))?.properties ?? new Map();
  const entries: TimelineEntry[] = [];
  for (const { name, kind, list } of properties.values()) {
    if (list || !('scalar' in kind) || kind.scalar !== 'PartialDate') continue;
    const date = dateOf(nodes.property(node, name));
    if (date) entries.push(entryOf(date.validity, { property: name, when: date.text }));
  }
  return entries;
}

function relations(view: GraphView, node: NodeNumber): TimelineEntry[] {
  const { edges } = view.graph;
  const entries: TimelineEntry[] = [];
  view.forEachEdge(node, 'BOTH', undefined, (edge, other) => {
    const attestation = dateOf(edges.property(edge, 'attested'));
    const when = dateOf(edges.property(edge, 'when'));
    const attested = attestation !== undefined && when === undefined;
    const dates = attested ? attestation.validity : edges.validityOf(edge);
    entries.push(entryOf(dates, { edge, other, attested, when: attested ? attestation.text : when?.text }));
  });
  return entries;
}

function dateOf(text: unknown): { readonly text: string; readonly validity: Validity } | undefined {
  const date = typeof text === 'string' ? readPartialDate(text) : undefined;
  return date && 'validity' in date ? date : undefined;
}

function entryOf({ earliestStart, latestEnd }: Validity, parts: Partial<TimelineEntry>): TimelineEntry {
  return {
    edge: undefined,
    other: undefined,
    property: undefined,
    when: undefined,
    attested: false,
    ...parts,
    first: earliestStart,
    last: latestEnd,
  };
}
