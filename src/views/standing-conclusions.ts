/**
 * Which conclusions stand when only some statements do: those with a derivation all of whose premises stand.
 *
 * It is the least such set, so conclusions that only hold each other up, in a circle, fall together. The cost grows with
 * the smaller side: with what follows from the statements that stand, or with what rested on those that do not.
 */
import { BitSet } from '../base/bit-set.ts';
import { type Dependents, dependentsOf } from '../store/dependents.ts';
import type { Derivations } from '../store/derivations.ts';

/** Adds to `kept`, which holds the statements that stand, every conclusion that stands on them. */
export function addStandingConclusions(derivations: Derivations, kept: BitSet): void {
  const { whole, statements } = standingOf(derivations);
  if (kept.count() * 2 <= statements.count()) addFollowing(derivations, kept);
  else addUnshaken(derivations, whole, statements, kept);
}

/** What is asked of the derivations of a graph again and again. */
interface Standing {
  /** All statements. */
  readonly statements: BitSet;
  /** All statements, and every conclusion that stands on them. */
  readonly whole: BitSet;
}
const known = new WeakMap<Derivations, Standing>();

function standingOf(derivations: Derivations): Standing {
  let standing = known.get(derivations);
  if (standing) return standing;
  const { first } = derivations;
  const statements = new BitSet(first.length - 1);
  for (let edge = 0; edge < statements.size; edge++) if (first[edge] === first[edge + 1]) statements.add(edge);
  const whole = new BitSet(statements.size, statements.words.slice());
  addFollowing(derivations, whole);
  known.set(derivations, (standing = { statements, whole }));
  return standing;
}

/** From the statements that stand on: a derivation is counted down once for each premise that stands. */
function addFollowing(derivations: Derivations, kept: BitSet): void {
  const { head, first, derivation, premiseCounts } = dependentsOf(derivations);
  const missing = premiseCounts.slice();
  const arrived: number[] = [];
  const conclude = (d: number): void => {
    const edge = head[d]!;
    if (kept.has(edge)) return;
    kept.add(edge);
    arrived.push(edge);
  };
  const reach = (edge: number): void => {
    for (let i = first[edge]!, end = first[edge + 1]!; i < end; i++) {
      const d = derivation[i]!;
      if (--missing[d]! === 0) conclude(d);
    }
  };
  // What is kept grows while it is read; each edge must arrive once.
  const statements = kept.words.slice();
  for (let d = 0; d < missing.length; d++) if (missing[d] === 0) conclude(d);
  eachBit(statements, reach);
  for (let edge = arrived.pop(); edge !== undefined; edge = arrived.pop()) reach(edge);
}

/** From the statements that do not stand on: all that may rest on them is set aside, and what still follows put back. */
function addUnshaken(derivations: Derivations, whole: BitSet, statements: BitSet, kept: BitSet): void {
  const dependents = dependentsOf(derivations);
  const shaken: number[] = [];
  const isShaken = new BitSet(kept.size);
  const shake = (edge: number): void =>
    eachDependent(dependents, edge, (conclusion) => {
      if (isShaken.has(conclusion) || !whole.has(conclusion)) return;
      isShaken.add(conclusion);
      shaken.push(conclusion);
    });
  eachBit(
    statements.words.map((word, i) => word & ~kept.words[i]!),
    shake,
  );
  for (let i = 0; i < shaken.length; i++) shake(shaken[i]!);
  for (let i = 0; i < kept.words.length; i++) {
    kept.words[i]! |= whole.words[i]! & ~statements.words[i]! & ~isShaken.words[i]!;
  }
  const restore = (edge: number): void => {
    if (kept.has(edge) || !follows(derivations, kept, edge)) return;
    kept.add(edge);
    restored.push(edge);
  };
  const restored: number[] = [];
  for (const edge of shaken) restore(edge);
  for (let edge = restored.pop(); edge !== undefined; edge = restored.pop()) {
    eachDependent(dependents, edge, (conclusion) => {
      if (isShaken.has(conclusion)) restore(conclusion);
    });
  }
}

function follows({ first, firstPremise, premise }: Derivations, kept: BitSet, edge: number): boolean {
  for (let d = first[edge]!, end = first[edge + 1]!; d < end; d++) {
    const last = firstPremise[d + 1]!;
    let place = firstPremise[d]!;
    while (place < last && kept.has(premise[place]!)) place++;
    if (place === last) return true;
  }
  return false;
}

function eachDependent({ first, derivation, head }: Dependents, edge: number, visit: (edge: number) => void): void {
  for (let i = first[edge]!, end = first[edge + 1]!; i < end; i++) visit(head[derivation[i]!]!);
}

// Without a generator: a million edges are walked here for one view.
function eachBit(words: Uint32Array, visit: (bit: number) => void): void {
  for (let w = 0; w < words.length; w++) {
    for (let word = words[w]!; word !== 0; word &= word - 1) visit(w * 32 + 31 - Math.clz32(word & -word));
  }
}
