/**
 * How strong conclusions are: a conclusion is told no more firmly than its least firm premise, and is no surer than its
 * least sure one.
 *
 * Of several ways the strongest counts: fact before report, then confidence, then the fewest steps. Conclusions are
 * settled from the strongest on, each when all premises of one of its ways are. So every strength comes from a complete
 * chain of premises: what only supports itself in a circle never gets stronger by it, and following the strongest way of
 * each conclusion always ends at statements.
 */
import { MinHeap } from '../base/min-heap.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { Conclusion, Drawn } from './deriver.ts';

export interface Strength {
  /** 1 when it rests on somebody's word, 0 when all of it is told as fact. */
  readonly reported: 0 | 1;
  /** From 0 to 1. */
  readonly confidence: number;
  /** How many rules lie between it and statements: 0 for a statement. */
  readonly depth: number;
}

export interface Weights {
  of(edge: EdgeNumber): Strength;
  ofDrawn(drawn: Drawn): Strength;
}

/** The strengths of all conclusions; `known` tells those of the edges that were there before. */
export function weighConclusions(conclusions: readonly Conclusion[], known: (edge: EdgeNumber) => Strength): Weights {
  const settled = new Map<EdgeNumber, Strength | undefined>(conclusions.map((it) => [it.edge, undefined]));
  const strengthOf = (edge: EdgeNumber): Strength | undefined => (settled.has(edge) ? settled.get(edge) : known(edge));

  interface Candidate {
    readonly conclusion: Conclusion;
    readonly strength: Strength;
  }
  const candidates = new MinHeap<Candidate>((a, b) => compareStrengths(a.strength, b.strength));
  const consider = (conclusion: Conclusion, drawn: Drawn): void => {
    const strength = strengthBy(drawn, strengthOf);
    if (strength) candidates.push({ conclusion, strength });
  };
  for (const conclusion of conclusions) for (const drawn of conclusion.drawn) consider(conclusion, drawn);

  const uses = usesOf(conclusions, settled);
  for (let best = candidates.pop(); best; best = candidates.pop()) {
    const { edge } = best.conclusion;
    if (settled.get(edge)) continue;
    settled.set(edge, best.strength);
    for (const { conclusion, drawn } of uses.get(edge) ?? []) {
      if (!settled.get(conclusion.edge)) consider(conclusion, drawn);
    }
  }
  const of = (edge: EdgeNumber): Strength => strengthOf(edge) ?? unsupported;
  return { of, ofDrawn: (drawn) => strengthBy(drawn, of) ?? unsupported };
}

/** What no chain of premises reaches; conclusions that were drawn always have one. */
const unsupported: Strength = { reported: 1, confidence: 0, depth: Number.POSITIVE_INFINITY };

/** The stronger first. */
export function compareStrengths(a: Strength, b: Strength): number {
  return a.reported - b.reported || b.confidence - a.confidence || a.depth - b.depth;
}

/** The strength that one way gives, or undefined while one of its premises has none yet. */
function strengthBy(
  { rule, premises }: Drawn,
  strengthOf: (edge: EdgeNumber) => Strength | undefined,
): Strength | undefined {
  let reported: 0 | 1 = 0;
  let confidence = 1;
  let depth = 0;
  for (const premise of premises) {
    const strength = strengthOf(premise);
    if (!strength) return undefined;
    if (strength.reported === 1) reported = 1;
    confidence = Math.min(confidence, strength.confidence);
    depth = Math.max(depth, strength.depth);
  }
  return { reported, confidence: rounded(confidence * rule.rule.weight), depth: depth + 1 };
}

/** Products of decimals as people would write them: 0.81, not 0.8100000000000001. */
const rounded = (confidence: number): number => Math.round(confidence * 1e6) / 1e6;

/** By conclusion: the ways of others in which it is a premise. */
function usesOf(
  conclusions: readonly Conclusion[],
  among: ReadonlyMap<EdgeNumber, unknown>,
): Map<EdgeNumber, { readonly conclusion: Conclusion; readonly drawn: Drawn }[]> {
  const uses = new Map<EdgeNumber, { readonly conclusion: Conclusion; readonly drawn: Drawn }[]>();
  for (const conclusion of conclusions) {
    for (const drawn of conclusion.drawn) {
      for (const premise of drawn.premises) {
        if (!among.has(premise)) continue;
        const known = uses.get(premise);
        if (known) known.push({ conclusion, drawn });
        else uses.set(premise, [{ conclusion, drawn }]);
      }
    }
  }
  return uses;
}
