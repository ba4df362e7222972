/**
 * What happened to a node, to several or in the whole view, in the order of the dates: as precise as they are and never
 * more.
 *
 * A date keeps its text, and stands where that begins: about October 2024 after the end of September, though it may have
 * been before. What goes on throughout the asked span and what has no date at all stand apart, for neither has a place in
 * the order.
 */
import { ByteCache } from '../base/byte-cache.ts';
import { onceFor } from '../base/once-for.ts';
import { isoOfDay, periodOf, readPartialDate } from '../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER, type Period } from '../facts/validity.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { numbersBelow } from '../store/adjacency.ts';
import type { DictionaryColumn } from '../store/dictionary-column.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { type KnowledgeGraph, timelessOf } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { edgeTypeCode } from '../views/names-in-graph.ts';
import { type AnswerForm, compareTexts, known, type NodeAnswer } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';
import { forEachEdgeOf } from './edges-of.ts';
import { spanBackwards, spanTwice } from './problems.ts';

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
 * The timeline of some nodes, or of all when none is named. Throws `unknown-node`, `unknown-edge-type`,
 * `bad-date`, `bad-option`.
 * @example
 * timeline(view, ['state:kaz'], { during: '2024' }, asObjects(view)).entries[0]?.when
 */
export function timeline<Node, Edge>(
  view: GraphView,
  of: readonly string[],
  { during, from, to, via, first, skip = 0 }: TimelineOptions,
  form: AnswerForm<Node, Edge>,
): Timeline<Node, Edge> {
  if (during !== undefined && (from ?? to) !== undefined) throw spanTwice();
  const [start, end] = [from ?? during, to ?? during];
  const span = {
    first: start === undefined ? ALWAYS : periodOf(start).first,
    last: end === undefined ? FOREVER : periodOf(end).last,
  };
  if (span.first > span.last) throw spanBackwards(start ?? '', end ?? '');
  const nodes = of.map((it) => view.getNode(it));
  const types = via?.map((it) => edgeTypeCode(view.graph, it));
  const key = [view.key, nodes.join(' '), types?.join(' ') ?? 'all', span.first, span.last].join();
  const found = rememberedLists(timelessOf(view.graph)).getOrMake(key, () => listDates(view, nodes, types, span));
  const pageOf = (list: Uint32Array): TimelineEntry<Node, Edge>[] =>
    Array.from(list.subarray(skip, first === undefined ? undefined : skip + first), (it) =>
      entryOf(view, nodes, it < found.own.length ? found.own[it]! : it - found.own.length, form),
    );
  return {
    entryCount: found.entries.length,
    entries: pageOf(found.entries),
    ongoingCount: found.ongoing.length,
    ongoing: pageOf(found.ongoing),
    undatedCount: found.undated.length,
    undated: pageOf(found.undated),
  };
}

/** A date that a node has as a property. */
interface OwnDate {
  readonly node: NodeNumber;
  readonly property: string;
}

/** All that a question finds, in order: a number below the length of `own` is one of these, another that of an edge behind them. */
interface DatedLists {
  readonly own: readonly OwnDate[];
  readonly entries: Uint32Array;
  readonly ongoing: Uint32Array;
  readonly undated: Uint32Array;
}

/** What the lists of a graph may take, so that who turns pages has them ordered once: four lists of all edges, or 32 MB. */
const rememberedLists = onceFor(
  ({ edges }: KnowledgeGraph) =>
    new ByteCache<string, DatedLists>(
      Math.max(32_000_000, 16 * edges.count),
      ({ own, entries, ongoing, undated }, key) =>
        4 * (entries.length + ongoing.length + undated.length) + 50 * own.length + 2 * key.length,
    ),
);

function listDates(
  view: GraphView,
  asked: readonly NodeNumber[],
  types: readonly number[] | undefined,
  span: Period,
): DatedLists {
  const { graph } = view;
  const own: OwnDate[] = [];
  if (!types) {
    const nodes = asked.length > 0 ? [...new Set(asked)].sort((a, b) => a - b) : numbersBelow(graph.nodes.count);
    for (const node of nodes) {
      if (!view.hasNode(node)) continue;
      for (const property of datedProperties(graph.ontology).get(graph.nodes.typeOf(node)) ?? [])
        if (dateOf(graph.nodes.property(node, property))) own.push({ node, property });
    }
  }
  const edges: EdgeNumber[] = [];
  forEachEdgeOf(view, asked, types, (edge) => void edges.push(edge));
  if (asked.length > 0) edges.sort((a, b) => a - b);
  const [entries, ongoing, undated] = [new DatedList(), new DatedList(), new DatedList()];
  const within = (day: Day): boolean => day !== ALWAYS && day !== FOREVER && day >= span.first && day <= span.last;
  const add = (item: number, date: Dated): void => {
    const { first, last } = date;
    if (first === ALWAYS && last === FOREVER) undated.add(item, date);
    // A vague date may mean days on both sides of the span and yet begin in it: unless it is long since open, it counts.
    else if (within(first) || within(last)) entries.add(item, date);
    else if (first <= span.last && last >= span.first) ongoing.add(item, date);
  };
  own.forEach((it, i) => {
    add(i, dateOfNode(graph, it));
  });
  for (const edge of edges) add(own.length + edge, dateOfEdge(graph, edge));
  return { own, entries: entries.inOrder(), ongoing: ongoing.inOrder(), undated: undated.inOrder() };
}

/** Items with their dates, to be put in the order of these. */
class DatedList {
  readonly #items: number[] = [];
  readonly #places: Day[] = [];
  readonly #lasts: Day[] = [];

  add(item: number, { place, last }: Dated): void {
    this.#items.push(item);
    this.#places.push(place);
    this.#lasts.push(last);
  }

  /** By the day on which dates begin as they are written, then by their last day, then by item. */
  inOrder(): Uint32Array {
    let order: Uint32Array = numbersBelow(this.#items.length);
    let next: Uint32Array = new Uint32Array(order.length);
    // Eleven bits of the days at a time, from the last that counts to the first: a comparison of each with others takes ten
    // times as long for a million.
    for (const days of [this.#lasts, this.#places]) {
      for (let shift = 0; shift < 32; shift += 11) {
        const starts = new Uint32Array(2 ** 11 + 1);
        for (const day of days) starts[digit(day, shift) + 1]!++;
        for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
        for (const at of order) next[starts[digit(days[at]!, shift)]!++] = at;
        [order, next] = [next, order];
      }
    }
    return order.map((at) => this.#items[at]!);
  }
}

/** Bits of a day so that a later one is greater. */
const digit = (day: Day, shift: number): number => ((day ^ ALWAYS) >>> shift) & (2 ** 11 - 1);

/** What a date says, with the first and the last day that it may mean. */
interface Dated {
  readonly when: string | undefined;
  readonly attested: boolean;
  readonly first: Day;
  readonly last: Day;
  /** The day on which the date begins as it is written. */
  readonly place: Day;
}

function entryOf<Node, Edge>(
  { graph }: GraphView,
  asked: readonly NodeNumber[],
  item: EdgeNumber | OwnDate,
  form: AnswerForm<Node, Edge>,
): TimelineEntry<Node, Edge> {
  const [edge, own] = typeof item === 'number' ? [item] : [undefined, item];
  const { when, attested, first, last } = own ? dateOfNode(graph, own) : dateOfEdge(graph, edge!);
  const [from, to] = edge === undefined ? [] : [graph.edges.from[edge]!, graph.edges.to[edge]!];
  const seenFrom = asked.find((it) => it === from || it === to);
  return known<TimelineEntry<Node, Edge>>({
    when,
    attested,
    since: first === ALWAYS ? undefined : isoOfDay(first),
    until: last === FOREVER ? undefined : isoOfDay(last),
    edge: edge === undefined ? undefined : form.edge(edge),
    other: seenFrom === undefined ? undefined : form.node(seenFrom === from ? to! : from!),
    node: own && form.node(own.node),
    property: own?.property,
  });
}

/** The properties of each node type that are partial dates, in the order of their names. */
const datedProperties = onceFor(
  ({ nodeTypes }: Ontology) =>
    new Map(
      Array.from(nodeTypes, ([type, { properties }]) => {
        const dated = [...properties.values()].filter(
          ({ kind, list }) => !list && 'scalar' in kind && kind.scalar === 'PartialDate',
        );
        return [type, dated.map((it) => it.name).sort(compareTexts)];
      }),
    ),
);

function dateOfNode({ nodes }: KnowledgeGraph, { node, property }: OwnDate): Dated {
  const { text, first, last, place } = dateOf(nodes.property(node, property))!;
  return { when: text, attested: false, first, last, place };
}

/** What the texts of a column mean, by code; each is read once. */
const datesOf = onceFor(({ values }: DictionaryColumn) => values.map(dateOf));

function dateOfEdge({ edges: { columns, validity } }: KnowledgeGraph, edge: EdgeNumber): Dated {
  const read = (name: string): WrittenDate | undefined => {
    const column = columns.columns.get(name);
    return column && datesOf(column)[column.codes[edge]!];
  };
  const date = read('when');
  const seen = date ? undefined : read('attested');
  if (seen) return { when: seen.text, attested: true, first: seen.first, last: seen.last, place: seen.place };
  const first = validity.earliestStart[edge]!;
  const place = date?.isVague ? date.place : first;
  return { when: date?.text, attested: false, first, last: validity.latestEnd[edge]!, place };
}

interface WrittenDate extends Pick<Dated, 'first' | 'last' | 'place'> {
  readonly text: string;
  /** Whether it is written as about some date, or doubted. */
  readonly isVague: boolean;
}

function dateOf(text: unknown): WrittenDate | undefined {
  const date = typeof text === 'string' ? readPartialDate(text) : undefined;
  if (!date || !('validity' in date)) return undefined;
  const { earliestStart: first, latestEnd: last } = date.validity;
  const plain = date.text.replace(/[~?%]/g, '');
  const written = plain === date.text ? undefined : dateOf(plain);
  return { text: date.text, first, last, isVague: written !== undefined, place: written?.first ?? first };
}
