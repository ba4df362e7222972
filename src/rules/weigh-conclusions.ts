/**
 * How strong conclusions are: a conclusion is told no more firmly than its least firm premise, and is no surer than its
 * least sure one.
 *
 * Of several ways the strongest counts: fact before report, then confidence, then the fewest steps. Every value comes
 * from a complete chain of premises, so conclusions that only support each other never make each other stronger, and
 * following the first derivation of each always ends at statements.
 */
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
  const byEdge = new Map(conclusions.map((it) => [it.edge, it]));
  const dependents = dependentsAmong(conclusions, byEdge);
  const strengths = new Map<EdgeNumber, Strength>();
  const strengthOf = (edge: EdgeNumber): Strength | undefined => (byEdge.has(edge) ? strengths.get(edge) : known(edge));

  // Confidence first and steps after: a surer way may be longer, and then its length is what counts.
  improve((drawn) => through(drawn, strengthOf, 0), compareFirmness);
  const firmness = new Map(strengths);
  strengths.clear();
  improve(
    (drawn, conclusion) => {
      const firm = through(drawn, (edge) => firmness.get(edge) ?? known(edge), 0);
      const best = firmness.get(conclusion.edge);
      if (!firm || !best || compareFirmness(firm, best) !== 0) return undefined;
      return through(drawn, strengthOf, 1);
    },
    (a, b) => a.depth - b.depth,
  );

  const of = (edge: EdgeNumber): Strength => strengthOf(edge) ?? unsupported;
  return { of, ofDrawn: (drawn) => through(drawn, of, 1) ?? unsupported };

  /** Gives each conclusion the best strength that any of its ways has, and again whenever a premise got better. */
  function improve(
    strengthBy: (drawn: Drawn, conclusion: Conclusion) => Strength | undefined,
    compare: (a: Strength, b: Strength) => number,
  ): void {
    let waiting = new Set(conclusions);
    while (waiting.size > 0) {
      const next = new Set<Conclusion>();
      for (const conclusion of waiting) {
        let best = strengths.get(conclusion.edge);
        const before = best;
        for (const drawn of conclusion.drawn) {
          const strength = strengthBy(drawn, conclusion);
          if (strength && (!best || compare(strength, best) < 0)) best = strength;
        }
        if (best === before || !best) continue;
        strengths.set(conclusion.edge, best);
        for (const it of dependents.get(conclusion.edge) ?? []) next.add(it);
      }
      waiting = next;
    }
  }
}

/** What no chain of premises reaches; conclusions that were drawn always have one. */
const unsupported: Strength = { reported: 1, confidence: 0, depth: Number.POSITIVE_INFINITY };

/** The stronger first. */
export function compareStrengths(a: Strength, b: Strength): number {
  return compareFirmness(a, b) || a.depth - b.depth;
}

const compareFirmness = (a: Strength, b: Strength): number => a.reported - b.reported || b.confidence - a.confidence;

/** The strength of one way, or undefined while one of its premises has none yet. */
function through(
  { rule, premises }: Drawn,
  strengthOf: (edge: EdgeNumber) => Strength | undefined,
  step: 0 | 1,
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
  return { reported, confidence: rounded(confidence * rule.rule.weight), depth: step * (depth + 1) };
}

/** Products of decimals as people would write them: 0.81, not 0.8100000000000001. */
const rounded = (confidence: number): number => Math.round(confidence * 1e6) / 1e6;

function dependentsAmong(
  conclusions: readonly Conclusion[],
  byEdge: ReadonlyMap<EdgeNumber, Conclusion>,
): Map<EdgeNumber, Conclusion[]> {
  const dependents = new Map<EdgeNumber, Conclusion[]>();
  for (const conclusion of conclusions) {
    for (const { premises } of conclusion.drawn) {
      for (const premise of premises) {
        if (!byEdge.has(premise)) continue;
        const known = dependents.get(premise);
        if (known) known.push(conclusion);
        else dependents.set(premise, [conclusion]);
      }
    }
  }
  return dependents;
}
