/**
 * How inferred edges came about: for each, one or several derivations, each a rule and the edges it rests on.
 *
 * Kept as rows of numbers, because views and retractions ask of every inferred edge whether its premises still stand.
 */
import type { EdgeFact } from '../facts/fact.ts';

export interface Derivations {
  /** Edge e has derivations first[e] … first[e + 1] - 1; none for stated edges. */
  readonly first: Uint32Array;
  readonly rules: readonly string[];
  /** Derivation d rests on premise[firstPremise[d]] … premise[firstPremise[d + 1] - 1]: edge numbers. */
  readonly firstPremise: Uint32Array;
  readonly premise: Uint32Array;
}

/** Derivations of facts given in edge-number order; premises that are not edges of the graph are an error of the caller. */
export function makeDerivations(
  facts: readonly EdgeFact[],
  numberOf: (id: string) => number | undefined,
): Derivations | undefined {
  if (!facts.some((fact) => fact.derivations?.length)) return undefined;
  const first = new Uint32Array(facts.length + 1);
  const rules: string[] = [];
  const firstPremise: number[] = [0];
  const premise: number[] = [];
  facts.forEach((fact, edge) => {
    for (const derivation of fact.derivations ?? []) {
      rules.push(derivation.rule);
      for (const id of derivation.premises) {
        const number = numberOf(id);
        if (number === undefined) throw new RangeError(`The premise "${id}" of "${fact.id}" is not an edge.`);
        premise.push(number);
      }
      firstPremise.push(premise.length);
    }
    first[edge + 1] = rules.length;
  });
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
