/**
 * Derivations read backwards: which derivations rest on an edge, and which edge each derivation is of.
 *
 * Views and retractions go from a premise to what follows from it. The index is built at the first question and kept
 * with the derivations it reverses, for a graph that nobody asks pays nothing.
 */
import type { Derivations } from './derivations.ts';

export interface Dependents {
  /** Derivations that need no premise. */
  readonly premiseless: readonly number[];
  /** The edge that derivation d supports is head[d]. */
  readonly head: Uint32Array;
  /** Edge e is a premise of derivation[first[e]] … derivation[first[e + 1] - 1]; one that uses it twice stands there twice. */
  readonly first: Uint32Array;
  readonly derivation: Uint32Array;
}

const known = new WeakMap<Derivations, Dependents>();

/** The index of `derivations`, made once. Time and memory grow with the number of premises. */
export function dependentsOf(derivations: Derivations): Dependents {
  let dependents = known.get(derivations);
  if (!dependents) known.set(derivations, (dependents = makeDependents(derivations)));
  return dependents;
}

function makeDependents({ first: firstOf, firstPremise, premise }: Derivations): Dependents {
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
}
