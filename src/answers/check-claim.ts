/**
 * Whether a view supports something that somebody claims: two nodes, an edge type, and when.
 */
import type { Modality } from '../facts/claim.ts';
import { periodOf } from '../facts/partial-date.ts';
import { holdsIn } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { AnswerForm } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';
import { edgesBetween } from './edges-of.ts';

/**
 * SUPPORTED: an edge says it. CONTRADICTED: an edge denies it, or says what the claim denies. ONLY_PLANNED: it is said to be
 * meant, and not to have come. OTHER_TIME: it is said of another time alone. OTHER_RELATION: the two are joined, and not so.
 * SILENT: nothing joins them, which denies nothing.
 */
export type ClaimVerdict = (typeof verdicts)[number];
export const verdicts = [
  'SUPPORTED',
  'CONTRADICTED',
  'ONLY_PLANNED',
  'OTHER_TIME',
  'OTHER_RELATION',
  'SILENT',
] as const;

export interface ClaimToCheck {
  /** The id of the node it goes out from. */
  readonly from: string;
  readonly type: string;
  /** The id of the node it leads to. */
  readonly to: string;
  /** When it is said to hold, in EDTF. */
  readonly when?: string | undefined;
  /** Whether it is said to be so, to be planned, or not to be so; FACT by default. */
  readonly modality?: 'FACT' | 'PLANNED' | 'DENIED';
}

export interface CheckedClaim<Edge = EdgeAnswer> {
  readonly verdict: ClaimVerdict;
  /** The edges that the verdict rests on; those that join the two otherwise, where none says it. */
  readonly edges: readonly Edge[];
}

/** Most edges that are listed with a verdict. */
const MOST_EDGES = 10;

/**
 * Judges a claim. Throws `unknown-node`, `unknown-edge-type`, `bad-date`.
 * @example
 * checkClaim(view, { from: 'state:kaz', type: 'hosts', to: 'initiative:astana-process' }, asObjects(view)).verdict
 */
export function checkClaim<Edge>(
  view: GraphView,
  { from, type, to, when, modality = 'FACT' }: ClaimToCheck,
  form: Pick<AnswerForm<unknown, Edge>, 'edge'>,
): CheckedClaim<Edge> {
  const { edges } = view.graph;
  const numbersOf = (ids: readonly string[]): EdgeNumber[] => ids.flatMap((id) => edges.numberOf(id) ?? []);
  const verdict = (word: ClaimVerdict, found: readonly EdgeNumber[]): CheckedClaim<Edge> => ({
    verdict: word,
    edges: found.slice(0, MOST_EDGES).map(form.edge),
  });
  const such = numbersOf(edgesBetween(view, from, type, to));
  if (such.length === 0) {
    const others = numbersOf([...edgesBetween(view, from, undefined, to), ...edgesBetween(view, to, undefined, from)]);
    return verdict(others.length > 0 ? 'OTHER_RELATION' : 'SILENT', [...new Set(others)]);
  }
  const period = when === undefined ? undefined : periodOf(when);
  const then = such.filter((it) => !period || holdsIn(edges.validityOf(it), period, 'POSSIBLE'));
  if (then.length === 0) return verdict('OTHER_TIME', such);
  const withModality = (...wanted: readonly Modality[]): EdgeNumber[] =>
    then.filter((it) => wanted.includes(edges.property(it, 'modality') as Modality));
  const [asserting, planning, denying] = [
    withModality('FACT', 'REPORTED'),
    withModality('PLANNED'),
    withModality('DENIED'),
  ];
  const inFavour = { FACT: asserting, PLANNED: [...planning, ...asserting], DENIED: denying }[modality];
  const against = modality === 'DENIED' ? asserting : denying;
  if (inFavour.length > 0) return verdict('SUPPORTED', [...inFavour, ...against]);
  return against.length > 0 ? verdict('CONTRADICTED', against) : verdict('ONLY_PLANNED', planning);
}
