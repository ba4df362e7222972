/**
 * Questions of office and time: "Swiss foreign minister 2024", "who headed the IFRC in 2011", "UN chief".
 *
 * A question is one when all of its words, the date aside, describe an office. Who held it is then told by the dates of the
 * tenures: with certainty, or as far as they allow. Where nobody is known to have been in office at the time, the office comes
 * first, and behind it those who were in it before and after.
 */

import type { Day, Period } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { timelessOf } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { boundsOf } from '../views/neighbouring-dates.ts';
import { readAskedDate, textOf } from './asked-date.ts';
import { EditDistance, LONGEST_ASKED } from './edit-distance.ts';
import { acceptor } from './match-names.ts';
import { isSpelt } from './name-words.ts';
import { type Described, longestRuns, type Offices, officesOf, wordsOf } from './offices.ts';
import type { Match, NameQuestion, Tenure } from './search-hit.ts';
import { likenessOf } from './word-index.ts';

/** A tenure that may answer, and by how many days its known time misses the one asked about. */
interface Candidate {
  readonly holder: NodeNumber;
  readonly edge: EdgeNumber;
  readonly certainty: Tenure['certainty'];
  readonly gap: number;
  /** Whether it may well be the answer, and is not only possible because nothing is known of its end. */
  readonly isNear: boolean;
  readonly since: Day;
}

/** A holder seen so many days away may well be in office still; the last one known, some years more. */
const NEAR = 366;
const NEAR_FOR_LAST = 3 * 366;
const MOST_HOLDERS = 5;
const MILLISECONDS_A_DAY = 86_400_000;
const WHO = /\b(?:who|whom|whose)\b/gi;
const NOW = /\b(?:now|today|currently|current|at present)\b/gi;
const TENSE = /\b(?:is|was|are|were|has been|had been|held|holds|served as|serves as|acted as)\b|['’]s\b/gi;

/** The office that the text describes, and who is in it; nothing where it describes none. */
export function matchTenures(asked: NameQuestion): Match[] {
  const { view, text } = asked;
  const date = readAskedDate(text);
  const rest = (date?.rest ?? text).replace(TENSE, ' ');
  const words = wordsOf(rest.replace(WHO, ' ').replace(NOW, ' '));
  // The offices of a graph are only found when there may be one in question.
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  const offices = officesOf(timelessOf(view.graph));
  const described = describedBy(asked, offices, words);
  if (described.length === 0) return [];
  const wantsHolder = date !== undefined || rest.search(WHO) !== -1 || rest.search(NOW) !== -1;
  const period = date ?? view.periods[0] ?? today();
  const accepts = acceptor(asked);
  return described
    .flatMap((it) => answer(asked, offices, it, period, wantsHolder))
    .filter((it) => accepts.node(it.node));
}

const today = (): Period => {
  const day = Math.floor(Date.now() / MILLISECONDS_A_DAY);
  return { first: day, last: day };
};

/** More words describe no office. */
const MOST_WORDS = 12;
/** A text may be read in several ways, for a word may be a name or not; so many are tried. */
const MOST_READINGS = 32;
const SHORTEST_BEGINNING = 4;
/** A word that is less like another is no slip. */
const LEAST_LIKENESS = 0.7;

/** What the words describe when each is a word of a description: as names and posts, in one of the ways they can be read. */
function describedBy({ index }: NameQuestion, offices: Offices, asked: readonly string[]): readonly Described[] {
  const words: string[] = [];
  for (const word of asked) {
    const known = offices.words.has(word) ? word : (completed(word) ?? nearestOf(word));
    if (known === undefined) return [];
    words.push(known);
  }
  /** "Uzbek" as the beginning of the names of one state alone. */
  function completed(word: string): string | undefined {
    if (word.length < SHORTEST_BEGINNING) return undefined;
    const { start, end } = index.words.longerThan(word);
    const names = index.words.words.slice(start, end).filter((it) => offices.named([it]).length > 0);
    return new Set(names.map((it) => offices.named([it]).join(' '))).size === 1 ? names[0] : undefined;
  }
  function nearestOf(word: string): string | undefined {
    const near = index.words.near(word).filter((it) => it.likeness >= LEAST_LIKENESS);
    const named = near.map((it) => index.words.words[it.word]!).find((it) => offices.words.has(it));
    if (named !== undefined || !isSpelt(word) || word.length > LONGEST_ASKED) return named;
    const distance = new EditDistance(word);
    return [...offices.posts].find((it) => likenessOf(distance.to(it), word, it) >= LEAST_LIKENESS);
  }
  let readings: (readonly string[])[] = [[]];
  for (const { run, found = [] } of longestRuns(words, (it) => nonEmpty(offices.named(it)))) {
    const ways = [...found.map((it) => [it]), [...run]];
    readings = readings.flatMap((before) => ways.map((way) => [...before, ...way])).slice(0, MOST_READINGS);
  }
  for (const parts of readings) {
    const described = offices.find(offices.inPhrases(parts));
    if (described.length > 0) return described;
  }
  return [];
}

const nonEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** The office and its holders, in the order in which they answer. */
function answer(
  { view, index }: NameQuestion,
  { tenures }: Offices,
  described: Described,
  period: Period,
  wantsHolder: boolean,
): Match[] {
  const { office } = described;
  const matched = index.written[index.firstName[office]!] ?? view.graph.nodes.nameOf(office);
  const holders = holdersIn(view, tenures, described, period);
  const isAnswer = (it: Candidate): boolean =>
    it.certainty === 'CERTAIN' || (it.certainty === 'POSSIBLE' && it.isNear && holders[0]?.certainty !== 'CERTAIN');
  const match = (node: NodeNumber, score: number, tenure?: Tenure): Match => ({
    node,
    score,
    matched,
    how: 'OFFICE',
    edits: () => 0,
    transliterated: false,
    ...(tenure && { tenure }),
  });
  const asked = textOf(period);
  // Scores only put in order: those who answer before the office where they are asked for, the others behind it.
  return [
    match(office, OFFICE),
    ...holders.slice(0, MOST_HOLDERS).map((it, i) => {
      const score = !isAnswer(it) ? NEIGHBOUR : wantsHolder ? HOLDER : NEIGHBOUR + 0.05;
      const { edge, certainty } = it;
      return match(it.holder, score - i * 0.002, { office, edge, asked, certainty });
    }),
  ];
}

const HOLDER = 0.99;
const OFFICE = 0.975;
const NEIGHBOUR = 0.86;

const order: readonly Tenure['certainty'][] = ['CERTAIN', 'POSSIBLE', 'BEFORE', 'AFTER'];

/** Who may have been in office in the period, the surest first, then the nearest; else who was before and after. */
function holdersIn(
  view: GraphView,
  tenures: ReadonlySet<number>,
  { targets, role }: Described,
  period: Period,
): Candidate[] {
  const { edges } = view.graph;
  const best = new Map<NodeNumber, Candidate>();
  for (const target of targets) {
    view.forEachEdge(target, 'IN', undefined, (edge, holder) => {
      if (!tenures.has(edges.type[edge]!) || !isAsserted(view, edge)) return;
      if (role !== undefined && edges.property(edge, 'role') !== role) return;
      const candidate = judge(view, edge, holder, period);
      const known = best.get(holder);
      if (!known || compare(candidate, known) < 0) best.set(holder, candidate);
    });
  }
  const latest = Math.max(...Array.from(best.values(), (it) => it.since));
  const all = [...best.values()]
    .map((it) => ({ ...it, isNear: it.gap <= (it.since === latest ? NEAR_FOR_LAST : NEAR) }))
    .sort(compare);
  const near = all.filter((it) => it.certainty === 'CERTAIN' || (it.certainty === 'POSSIBLE' && it.isNear));
  if (near.length > 0) return near;
  const possible = all.filter((it) => it.certainty === 'POSSIBLE').slice(0, 2);
  const neighbours = (['BEFORE', 'AFTER'] as const).flatMap(
    (it) => all.find(({ certainty }) => certainty === it) ?? [],
  );
  return [...possible, ...neighbours].sort(nearest);
}

const nearest = (a: Candidate, b: Candidate): number => a.gap - b.gap || compare(a, b);
const compare = (a: Candidate, b: Candidate): number =>
  order.indexOf(a.certainty) - order.indexOf(b.certainty) || a.gap - b.gap || b.since - a.since;

/** What is denied, planned or held to be wrong puts nobody in office. */
function isAsserted({ graph: { edges } }: GraphView, edge: EdgeNumber): boolean {
  const modality = edges.property(edge, 'modality') ?? 'FACT';
  return (modality === 'FACT' || modality === 'REPORTED') && edges.property(edge, 'rank') !== 'DEPRECATED';
}

function judge({ graph }: GraphView, edge: EdgeNumber, holder: NodeNumber, period: Period): Candidate {
  const bounds = boundsOf(graph);
  const [earliest, latestStart] = [bounds.earliestStart[edge]!, bounds.latestStart[edge]!];
  const [earliestEnd, latest] = [bounds.earliestEnd[edge]!, bounds.latestEnd[edge]!];
  const certainty =
    latestStart <= period.last && earliestEnd >= period.first
      ? 'CERTAIN'
      : latest < period.first
        ? 'BEFORE'
        : earliest > period.last
          ? 'AFTER'
          : 'POSSIBLE';
  // The days on which it held for sure, or as near to it as is known.
  const [from, to] = [Math.min(latestStart, earliestEnd), Math.max(latestStart, earliestEnd)];
  return {
    holder,
    edge,
    certainty,
    gap: Math.max(0, period.first - to, from - period.last),
    isNear: false,
    since: from,
  };
}
