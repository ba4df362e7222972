/**
 * Edges as agents get them: as everybody does, and with how sure they are on the day that was asked about. What sources
 * are called, and where they are, stands once an answer, beside the facts that cite them by id. An answer is made to fit: lists
 * are cut until it is small enough for a model to read, and what was left out is named.
 */
import type { AnswerForm, NodeAnswer } from '../answers/answer-form.ts';
import { asObjects, type EdgeAnswer } from '../answers/edge-answer.ts';
import { periodOf } from '../facts/partial-date.ts';
import { type Certainty, holdsIn } from '../facts/validity.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface CitedEdge extends EdgeAnswer {
  /** Whether it certainly holds on the date asked about, or is only not excluded; absent where no date was asked. */
  readonly certainty?: Certainty;
}

/** A source as a reader has to name it. What the graph does not say is absent. */
export interface SourceDescription {
  readonly id: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** When it was published, in EDTF. */
  readonly published?: string;
}

/** Nodes and edges as objects; `asOf` is the date that was asked about. */
export function citedForm(view: GraphView, asOf: string | undefined): AnswerForm<NodeAnswer, CitedEdge> {
  const form = asObjects(view);
  const period = asOf === undefined ? undefined : periodOf(asOf);
  return {
    node: form.node,
    edge: (number) => {
      const edge = form.edge(number);
      // A node for each citation would say the title again.
      const sources = edge.sources.map(({ node: _, ...citation }) => citation);
      if (period === undefined) return { ...edge, sources };
      const isCertain = holdsIn(view.graph.edges.validityOf(number), period, 'CERTAIN');
      return { ...edge, sources, certainty: isCertain ? 'CERTAIN' : 'POSSIBLE' };
    },
  };
}

/** The sources that an answer cites, each once, in the order in which it first cites them. */
export function sourcesCited(view: GraphView, answer: unknown): SourceDescription[] {
  const ids = new Set<string>();
  collectSources(answer, ids);
  return [...ids].map((id) => describeSource(view, id));
}

function collectSources(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name !== 'sources' || !Array.isArray(inner)) collectSources(inner, ids);
    else for (const source of inner) ids.add(typeof source === 'string' ? source : String(source?.id));
  }
}

/** What ontologies call the parts of a reference. */
const PARTS = { title: ['title', 'name'], publisher: ['publisher'], url: ['url'], published: ['published'] } as const;

function describeSource({ graph: { nodes } }: GraphView, id: string): SourceDescription {
  const node = nodes.numberOf(id);
  if (node === undefined) return { id };
  const properties = nodes.properties(node);
  const described: Record<string, string> = { id };
  for (const [part, names] of Object.entries(PARTS)) {
    const said = names.map((it) => properties[it]).find((it) => it !== undefined && it !== '');
    if (said !== undefined) described[part] = String(said);
  }
  return described as unknown as SourceDescription;
}

/** Elements of a list that were left out. */
export interface Omission {
  /** The name of the list. */
  readonly list: string;
  /** How many elements of all lists of that name were left out. */
  readonly count: number;
  /** How to get them. */
  readonly how: string;
}

/** What stands in every answer beside what was asked. */
export interface Fitted {
  /** The sources that the answer cites. */
  readonly cited: readonly SourceDescription[];
  /** What had to be left out, and how to get it. */
  readonly leftOut: readonly Omission[];
}

export interface Cuts {
  /** Names of the lists that may be cut; each is cut to nothing but its head before the next is touched. */
  readonly lists: readonly string[];
  /** How to get what was left out. */
  readonly how: string;
}

/** Bytes of an answer as JSON. */
export const MOST_BYTES = 25_000;

/** Room for what is said of the cuts. */
const LEFT_OUT_BYTES = 600;

/** Elements of a list that may be measured at all: more would not fit, however short they are. */
const MOST_ELEMENTS = 500;

/**
 * The answer with its sources, of at most `most` bytes as JSON where cutting its lists can bring it there. The answer is
 * changed: it is the caller's own.
 */
export function fitAnswer<Answer extends object>(
  view: GraphView,
  answer: Answer,
  { lists, how }: Cuts,
  most: number = MOST_BYTES,
): Answer & Fitted {
  const counts = new Map<string, number>();
  const cutTo = (list: string, length: number): void => {
    const count = cut(answer, list, length);
    if (count > 0) counts.set(list, (counts.get(list) ?? 0) + count);
  };
  const cited = (): SourceDescription[] => sourcesCited(view, answer);
  const excess = (): number => bytesOf(answer) + bytesOf(cited()) + LEFT_OUT_BYTES - most;
  // Measuring is dear: a whole data set may hang on a source. What cannot stay goes unmeasured.
  for (const list of lists) cutTo(list, MOST_ELEMENTS);
  for (const list of lists) {
    for (let longest = longestOf(answer, list); longest > 1 && excess() > 0; ) {
      longest = Math.floor(longest * 0.7);
      cutTo(list, Math.max(1, longest));
    }
  }
  const leftOut = Array.from(counts, ([list, count]) => ({ list, count, how }));
  return { ...answer, cited: cited(), leftOut };
}

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

/** Calls `visit` with every list of that name, wherever it stands. */
function eachList(value: unknown, name: string, visit: (list: unknown[]) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === name && Array.isArray(inner)) visit(inner);
    eachList(inner, name, visit);
  }
}

function longestOf(answer: object, name: string): number {
  let longest = 0;
  eachList(answer, name, (list) => (longest = Math.max(longest, list.length)));
  return longest;
}

/** Cuts every list of that name; how many elements went. */
function cut(answer: object, name: string, length: number): number {
  let count = 0;
  eachList(answer, name, (list) => {
    count += Math.max(0, list.length - length);
    if (list.length > length) list.length = length;
  });
  return count;
}
