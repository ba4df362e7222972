/**
 * On which sources each edge rests, worked out once before loading, so that a view by sources is a condition on the edge
 * alone and holds at every hop.
 *
 * A statement rests on any of its sources. A conclusion rests on a derivation all of whose premises stand, and one without
 * premises, from properties of nodes alone, on what statements without a source do. By the date of
 * publication that is one number: the day from which on it can be known. By named sources it is the sets of sources of
 * which one each must count; where there are too many such sets, they are left out and views by sources are refused.
 */
import { readPartialDate } from '../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER } from '../facts/validity.ts';
import { derivationsOf } from '../store/derivations.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';

/** After every last day of a period: what nobody will ever know for certain. */
export const NEVER: Day = FOREVER + 1;

/** Sets of sources that are kept for a conclusion; beyond these they are left out. */
const MOST_WAYS = 64;

/** Sets of sources, each as a text; a way holds where each of its sets has a source that counts. */
export const BETWEEN_SETS = '\u001e';
export const BETWEEN_SOURCES = '\u001f';

export interface SourceSupport {
  /** The first day on which an edge can be known, and the first on which it is known for certain. */
  readonly knownPossible: Float64Array;
  readonly knownCertain: Float64Array;
  /** The ways of a conclusion; undefined where they are too many. */
  ways(edge: EdgeNumber): readonly string[] | undefined;
  /** Whether the ways of every conclusion are known. */
  readonly isComplete: boolean;
}

export function sourceSupport(graph: KnowledgeGraph): SourceSupport {
  const { edges } = graph;
  const derivations = conclusionsOf(graph);
  const [possible, certain] = publicationDays(graph);
  const knownPossible = thresholds(graph, possible, ALWAYS, derivations);
  const knownCertain = thresholds(graph, certain, NEVER, derivations);
  const ways = waysOf(graph, derivations);
  let isComplete = true;
  for (const it of ways.values()) if (it === undefined) isComplete = false;
  return { knownPossible, knownCertain, isComplete, ways: (edge) => (edges.isInferred(edge) ? ways.get(edge) : []) };
}

/** Premises of each derivation of each conclusion. */
type Conclusions = ReadonlyMap<EdgeNumber, readonly (readonly EdgeNumber[])[]>;

function conclusionsOf({ edges }: KnowledgeGraph): Conclusions {
  const found = new Map<EdgeNumber, readonly (readonly EdgeNumber[])[]>();
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.isInferred(edge))
      found.set(
        edge,
        derivationsOf(edges.derivations, edge).map((it) => it.premises),
      );
  }
  return found;
}

/** For each source, by code, the first day it may have been published and the day by which it surely was. */
function publicationDays({ nodes, edges }: KnowledgeGraph): [Float64Array, Float64Array] {
  const { sourceIds } = edges.columns;
  const [possible, certain] = [new Float64Array(sourceIds.length), new Float64Array(sourceIds.length)];
  sourceIds.forEach((id, code) => {
    const node = nodes.numberOf(id);
    const text = node === undefined ? undefined : nodes.property(node, 'published');
    const date = typeof text === 'string' ? readPartialDate(text) : undefined;
    const dated = date && 'validity' in date ? date.validity : undefined;
    possible[code] = dated?.earliestStart ?? ALWAYS;
    certain[code] = dated?.latestEnd ?? FOREVER;
  });
  return [possible, certain];
}

/** The least day from which on each edge stands: of statements the first of their sources, of conclusions the best way. */
function thresholds(
  { edges }: KnowledgeGraph,
  dayOfSource: Float64Array,
  unsourced: Day,
  conclusions: Conclusions,
): Float64Array {
  const { firstSource, source } = edges.columns;
  const days = new Float64Array(edges.count).fill(NEVER);
  for (let edge = 0; edge < edges.count; edge++) {
    if (conclusions.has(edge)) continue;
    const [start, end] = [firstSource[edge]!, firstSource[edge + 1]!];
    if (start === end) days[edge] = unsourced;
    for (let place = start; place < end; place++) days[edge] = Math.min(days[edge]!, dayOfSource[source[place]!]!);
  }
  untilNothingChanges(conclusions, (edge, ways) => {
    const dayOf = (premises: readonly EdgeNumber[]): Day =>
      premises.length === 0 ? unsourced : Math.max(...premises.map((it) => days[it]!));
    const day = Math.min(...ways.map(dayOf));
    if (day >= days[edge]!) return false;
    days[edge] = day;
    return true;
  });
  return days;
}

/** Improves each conclusion by its premises until all stay as they are: circles then hold nothing up. */
function untilNothingChanges(
  conclusions: Conclusions,
  improve: (edge: EdgeNumber, ways: readonly (readonly EdgeNumber[])[]) => boolean,
): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const [edge, ways] of conclusions) if (improve(edge, ways)) changed = true;
  }
}

type Way = ReadonlySet<string>;

/** The way of what has no source: a set without any. */
const UNSOURCED: Way = new Set(['']);

/** The ways of each conclusion, none of which holds only where another does. */
function waysOf(graph: KnowledgeGraph, conclusions: Conclusions): Map<EdgeNumber, readonly string[] | undefined> {
  const { edges } = graph;
  const known = new Map<EdgeNumber, readonly Way[] | undefined>();
  const ofEdge = (edge: EdgeNumber): readonly Way[] | undefined => {
    if (conclusions.has(edge)) return known.has(edge) ? known.get(edge) : [];
    return [new Set([[...new Set(edges.sources(edge))].sort().join(BETWEEN_SOURCES)])];
  };
  untilNothingChanges(conclusions, (edge, derivations) => {
    const before = known.get(edge);
    if (known.has(edge) && before === undefined) return false;
    const found = leastWays(
      derivations.map((premises) => (premises.length === 0 ? [UNSOURCED] : together(premises.map(ofEdge)))),
    );
    if (found && before && found.length === before.length && printed(found).join() === printed(before).join())
      return false;
    if (found?.length === 0 && !before) return false;
    known.set(edge, found);
    return true;
  });
  return new Map(Array.from(conclusions.keys(), (edge) => [edge, printedOrNone(known, edge)] as const));
}

/** A conclusion that only a circle holds up has no way, one with too many has none that is known. */
function printedOrNone(
  known: ReadonlyMap<EdgeNumber, readonly Way[] | undefined>,
  edge: EdgeNumber,
): string[] | undefined {
  const ways = known.has(edge) ? known.get(edge) : [];
  return ways && printed(ways);
}

/** The ways in which all of several hold. */
function together(all: readonly (readonly Way[] | undefined)[]): readonly Way[] | undefined {
  let found: readonly Way[] = [new Set()];
  for (const ways of all) {
    if (!ways) return undefined;
    const next = found.flatMap((a) => ways.map((b) => new Set([...a, ...b])));
    if (next.length > MOST_WAYS * MOST_WAYS) return undefined;
    const least = leastWays([next]);
    if (!least) return undefined;
    found = least;
  }
  return found;
}

/** The ways of several lists, without those that ask for more than another does. */
function leastWays(lists: readonly (readonly Way[] | undefined)[]): readonly Way[] | undefined {
  const least: Way[] = [];
  for (const ways of lists) {
    if (!ways) return undefined;
    for (const way of ways) {
      if (least.some((it) => isWithin(it, way))) continue;
      for (let i = least.length - 1; i >= 0; i--) if (isWithin(way, least[i]!)) least.splice(i, 1);
      least.push(way);
    }
    if (least.length > MOST_WAYS) return undefined;
  }
  return least;
}

const isWithin = (small: Way, large: Way): boolean =>
  small.size <= large.size && [...small].every((it) => large.has(it));

const printed = (ways: readonly Way[]): string[] => ways.map((it) => [...it].sort().join(BETWEEN_SETS)).sort();
