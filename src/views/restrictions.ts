/**
 * Views that judge edges one by one: by date, by type, by what they carry, by who states them.
 *
 * What follows from an edge that is left out needs no thought in most of them: a conclusion is never surer than its
 * premises, and reported speech stays reported through every rule. Only sources are followed through derivations.
 */
import { BitSet } from '../base/bit-set.ts';
import type { Modality } from '../facts/claim.ts';
import type { PropertyValue } from '../facts/fact.ts';
import { isoOfDay, readPartialDate } from '../facts/partial-date.ts';
import {
  ALWAYS,
  type Certainty,
  decidingBounds,
  FOREVER,
  type Period,
  undated,
  type Validity,
} from '../facts/validity.ts';
import type { EdgeColumns, EdgeTable } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeTable } from '../store/node-table.ts';
import type { GraphView } from './graph-view.ts';
import { edgeTypeCode, sourceId } from './names-in-graph.ts';
import { boundsOf } from './neighbouring-dates.ts';
import * as problems from './problems.ts';
import { addStandingConclusions, statementsAmong } from './standing-conclusions.ts';

/**
 * The edges that hold at some time in `period`, both days included. POSSIBLE keeps what no date excludes, undated edges
 * among it; CERTAIN keeps only what the dates put beyond doubt. Undated edges go by the dates of those beside them.
 */
export function asOf(view: GraphView, period: Period, certainty: Certainty = 'POSSIBLE'): GraphView {
  const { first, last } = period;
  return view.restrict({
    key: `as of ${daysOf(period)} ${certainty}`,
    period,
    edges: (graph) => {
      const { start, end } = decidingBounds(boundsOf(graph), certainty);
      const found = new BitSet(start.length);
      for (let edge = 0; edge < start.length; edge++) if (start[edge]! <= last && end[edge]! >= first) found.add(edge);
      return found;
    },
  });
}

/** `2024-10-28`, or `2024-10-28..2024-10-31`, open where the period is. */
function daysOf({ first, last }: Period): string {
  const [start, end] = [first === ALWAYS ? '' : isoOfDay(first), last === FOREVER ? '' : isoOfDay(last)];
  return start === end ? start : `${start}..${end}`;
}

/** Every stated edge, and no inferred one. */
export function statedOnly(view: GraphView): GraphView {
  return view.restrict({
    key: 'stated only',
    edges: ({ edges: { count, derivations } }) => (derivations ? statementsAmong(derivations) : BitSet.full(count)),
  });
}

/** The edges with confidence `min` or more, from 0 (all) to 1 (only those without any doubt, which is the default). */
export function trusted(view: GraphView, min: number): GraphView {
  if (!(min >= 0 && min <= 1)) throw problems.trustOutOfRange(min);
  return view.restrict({
    key: `trust ${min}`,
    edges: (graph) => edgesWhere(graph, 'confidence', 1, (value) => Number(value) >= min),
  });
}

/**
 * The edges of the given types. Throws `unknown-edge-type`.
 * @example
 * via(view, ['co-launched', 'joined'])
 */
export function via(view: GraphView, edgeTypes: readonly string[]): GraphView {
  const names = [...new Set(edgeTypes)].sort();
  const codes = names.map((name) => edgeTypeCode(view.graph, name));
  return view.restrict({
    key: `via ${names.join(' ')}`,
    edges: ({ edges: { type, columns } }) => {
      const wanted = new Uint8Array(columns.typeNames.length);
      for (const code of codes) wanted[code] = 1;
      return edgesWithCode(type, wanted);
    },
  });
}

const modalities: readonly Modality[] = ['FACT', 'REPORTED', 'PLANNED', 'DENIED'];

/**
 * The edges of the given modalities; an edge that names none is a FACT.
 * @example
 * withModality(view, ['FACT']) // nothing that rests on someone's word alone
 */
export function withModality(view: GraphView, given: readonly Modality[]): GraphView {
  const unknown = given.find((it) => !modalities.includes(it));
  if (unknown !== undefined || given.length === 0) throw problems.unknownModality(unknown, modalities);
  const wanted = modalities.filter((it) => given.includes(it));
  return view.restrict({
    key: `modality ${wanted.join(' ')}`,
    edges: (graph) => edgesWhere(graph, 'modality', 'FACT', (value) => wanted.includes(value as Modality)),
  });
}

export interface SourceChoice {
  /** Ids of the only sources that count; all when absent. */
  readonly only?: readonly string[];
  /** Ids of sources that do not count. */
  readonly except?: readonly string[];
}

/**
 * The edges that hold on the word of the chosen sources: statements that one of them makes, and what follows from these.
 * Edges without any source stay unless `only` is given, and so does what follows from properties of nodes alone.
 *
 * Throws `unknown-source` for an id that no edge cites and no node has: a misspelt exclusion must not pass in silence.
 * @example
 * backedBy(view, { except: ['source:el-kz-34ic'] })
 */
export function backedBy(view: GraphView, choice: SourceChoice): GraphView {
  const only = choice.only?.map((id) => sourceId(view.graph, id));
  const except = (choice.except ?? []).map((id) => sourceId(view.graph, id));
  if (!only && except.length === 0) return view;
  const named = (word: string, ids: readonly string[] | undefined): string =>
    ids ? ` ${word} ${[...new Set(ids)].sort().join(' ')}` : '';
  return view.restrict({
    key: `sources${named('only', only)}${named('except', except.length > 0 ? except : undefined)}`,
    edges: ({ edges }) => {
      const [chosen, excluded] = [only && new Set(only), new Set(except)];
      return backed(edges, (id) => (!chosen || chosen.has(id)) && !excluded.has(id), only ? 0 : 1);
    },
  });
}

/**
 * What could be known at the end of `period`: the edges that a source published until then states, and what follows from
 * these. POSSIBLE takes sources without a date, those whose date may lie either way, and edges without a source; CERTAIN
 * takes none of them. A source is dated by the property `published` of its node.
 *
 * It asks when something was said; `asOf` asks when it held. Together: what could be known then of that time.
 * @example
 * knownBy(asOf(view, periodOf('2024-09')), periodOf('2024-10-15'))
 */
export function knownBy(view: GraphView, { last }: Period, certainty: Certainty = 'POSSIBLE'): GraphView {
  return view.restrict({
    key: `known by ${isoOfDay(last)} ${certainty}`,
    edges: ({ edges, nodes }) =>
      backed(
        edges,
        (id) => {
          const { earliestStart, latestEnd } = publicationOf(nodes, id);
          return (certainty === 'POSSIBLE' ? earliestStart : latestEnd) <= last;
        },
        certainty === 'POSSIBLE' ? 1 : 0,
      ),
  });
}

/** The days on which a source may have been published. */
export function publicationOf(nodes: NodeTable, id: string): Validity {
  const node = nodes.numberOf(id);
  const text = node === undefined ? undefined : nodes.property(node, 'published');
  const date = typeof text === 'string' ? readPartialDate(text) : undefined;
  return date && 'validity' in date ? date.validity : undated;
}

/** The edges that a source which counts states, and what follows; `unsourced` says whether what has no source stands. */
function backed({ columns, count, derivations }: EdgeTable, counts: (id: string) => boolean, unsourced: 0 | 1): BitSet {
  const found = new BitSet(
    count,
    citing(
      columns,
      Uint8Array.from(columns.sourceIds, (id) => Number(counts(id))),
      unsourced,
    ),
  );
  if (derivations) addStandingConclusions(derivations, found, unsourced === 1);
  return found;
}

/**
 * The edges with a source that counts, as words of a bit set; `unsourced` says whether those without any are among them.
 * Words are written whole and sources read in one go: this loop is most of what such a view costs.
 */
function citing({ firstSource, source }: EdgeColumns, counts: Uint8Array, unsourced: 0 | 1): Uint32Array {
  const count = firstSource.length - 1;
  const words = new Uint32Array((count + 31) >>> 5);
  let place = 0;
  for (let w = 0; w < words.length; w++) {
    let word = 0;
    for (let edge = w << 5, last = Math.min(count, edge + 32); edge < last; edge++) {
      const end = firstSource[edge + 1]!;
      let cited = place === end ? unsourced : 0;
      for (; place < end; place++) cited |= counts[source[place]!]!;
      word |= cited << (edge & 31);
    }
    words[w] = word;
  }
  return words;
}

/**
 * Edges whose property `name` satisfies `passes`; one without it is judged by `missing`. A property is a dictionary, so
 * each distinct value is judged once.
 */
function edgesWhere(
  { edges }: KnowledgeGraph,
  name: string,
  missing: PropertyValue,
  passes: (value: PropertyValue) => boolean,
): BitSet {
  const column = edges.columns.columns.get(name);
  if (!column) return passes(missing) ? BitSet.full(edges.count) : new BitSet(edges.count);
  const passing = Uint8Array.from(column.values, (value) => Number(passes(value ?? missing)));
  return edgesWithCode(column.codes, passing);
}

/** Edges whose code in a column is marked with 1 in `wanted`. */
function edgesWithCode(codes: Uint8Array | Uint16Array | Uint32Array, wanted: Uint8Array): BitSet {
  const found = new BitSet(codes.length);
  for (let edge = 0; edge < codes.length; edge++) if (wanted[codes[edge]!] === 1) found.add(edge);
  return found;
}
