/**
 * How inferred edges came about: for each, one or several derivations, each a rule and the edges it rests on.
 *
 * Kept as rows of numbers, because views and retractions ask of every inferred edge whether its premises still stand.
 */
import { onceFor } from '../base/once-for.ts';
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

/**
 * Derivations read backwards: which derivations rest on an edge, and which edge each derivation is of.
 *
 * Views and retractions go from a premise to what follows from it.
 */
export interface Dependents {
  /** Derivations that need no premise. */
  readonly premiseless: readonly number[];
  /** The edge that derivation d supports is head[d]. */
  readonly head: Uint32Array;
  /** Edge e is a premise of derivation[first[e]] … derivation[first[e + 1] - 1]; one that uses it twice stands there twice. */
  readonly first: Uint32Array;
  readonly derivation: Uint32Array;
}

/** The index of `derivations`, made at the first question. Time and memory grow with the number of premises. */
export const dependentsOf: (derivations: Derivations) => Dependents = onceFor((derivations) => {
  const { first: firstOf, firstPremise, premise } = derivations;
  const edgeCount = firstOf.length - 1;
  const head = new Uint32Array(firstPremise.length - 1);
  for (let edge = 0; edge < edgeCount; edge++) head.fill(edge, firstOf[edge]!, firstOf[edge + 1]!);
  const first = new Uint32Array(edgeCount + 1);
  for (let i = 0; i < premise.length; i++) first[premise[i]! + 1]!++;
  for (let edge = 0; edge < edgeCount; edge++) first[edge + 1]! += first[edge]!;
  const next = first.slice();
  const derivation = new Uint32Array(premise.length);
  for (let d = 0; d < head.length; d++) {
    for (let i = firstPremise[d]!; i < firstPremise[d + 1]!; i++) derivation[next[premise[i]!]!++] = d;
  }
  const premiseless: number[] = [];
  for (let d = 0; d < head.length; d++) if (firstPremise[d] === firstPremise[d + 1]) premiseless.push(d);
  return { premiseless, head, first, derivation };
});
