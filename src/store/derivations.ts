/**
 * How inferred edges came about: for each, one or several derivations, each a rule and the edges it rests on.
 *
 * Kept as rows of numbers, because views and retractions ask of every inferred edge whether its premises still stand.
 */
import type { Derivation } from '../facts/fact.ts';

export interface Derivations {
  /** Edge e has derivations first[e] … first[e + 1] - 1; none for stated edges. */
  readonly first: Uint32Array;
  readonly rules: readonly string[];
  /** Derivation d rests on premise[firstPremise[d]] … premise[firstPremise[d + 1] - 1]: edge numbers. */
  readonly firstPremise: Uint32Array;
  readonly premise: Uint32Array;
}

/** An inferred edge and how it follows. */
export interface DerivedEdge {
  readonly edge: number;
  readonly id: string;
  readonly derivations: readonly Derivation[];
}

/** The derivations of `derived`, rising by edge. Throws RangeError for a premise that is not an edge of the graph. */
export function makeDerivations(
  edgeCount: number,
  derived: readonly DerivedEdge[],
  numberOf: (id: string) => number | undefined,
): Derivations {
  const first = new Uint32Array(edgeCount + 1);
  const rules: string[] = [];
  const firstPremise: number[] = [0];
  const premise: number[] = [];
  for (const { edge, id: conclusion, derivations } of derived) {
    for (const derivation of derivations) {
      rules.push(derivation.rule);
      for (const id of derivation.premises) {
        const number = numberOf(id);
        if (number === undefined) throw new RangeError(`The premise "${id}" of "${conclusion}" is not an edge.`);
        premise.push(number);
      }
      firstPremise.push(premise.length);
    }
    first[edge + 1] = derivations.length;
  }
  for (let edge = 0; edge < edgeCount; edge++) first[edge + 1]! += first[edge]!;
  return { first, rules, firstPremise: Uint32Array.from(firstPremise), premise: Uint32Array.from(premise) };
}

/** One derivation by number: its rule, and the edges it rests on. */
export interface DerivationRow {
  readonly rule: string;
  readonly premises: readonly number[];
}

/** The derivations of an edge; none for a stated one. */
export function derivationsOf(derivations: Derivations | undefined, edge: number): DerivationRow[] {
  if (!derivations) return [];
  const { first, rules, firstPremise, premise } = derivations;
  const rows: DerivationRow[] = [];
  for (let d = first[edge]!; d < first[edge + 1]!; d++) {
    rows.push({ rule: rules[d]!, premises: [...premise.subarray(firstPremise[d]!, firstPremise[d + 1]!)] });
  }
  return rows;
}
