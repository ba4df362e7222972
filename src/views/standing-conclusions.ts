/**
 * Which conclusions stand when only some statements do: those with a derivation all of whose premises stand.
 *
 * It is the least such set, so conclusions that only hold each other up, in a circle, fall together. The cost grows with
 * the smaller side: with what follows from the statements that stand, or with what rested on those that do not.
 */
import { BitSet } from '../base/bit-set.ts';
import { onceFor } from '../base/once-for.ts';
import { type Derivations, dependentsOf } from '../store/derivations.ts';

/**
 * Leaves in `standing` the statements that it holds, and every conclusion that stands on them. What a rule concludes from
 * properties of nodes alone rests on no statement: `unsourced` says whether it stands, as statements without a source do.
 */
export function addStandingConclusions(derivations: Derivations, standing: BitSet, unsourced: boolean): void {
  const { whole, statements } = standingOf(derivations);
  for (let i = 0; i < standing.words.length; i++) standing.words[i]! &= statements.words[i]!;
  if (standing.count() * 2 <= statements.count()) addFollowing(derivations, standing, unsourced);
  else addUnaffected(derivations, whole, statements, standing, unsourced);
}

/** The edges without a derivation. */
export function statementsAmong({ first }: Derivations): BitSet {
  const statements = new BitSet(first.length - 1);
  for (let edge = 0; edge < statements.size; edge++) if (first[edge] === first[edge + 1]) statements.add(edge);
  return statements;
}

/** What is asked of the derivations of a graph again and again. */
interface Standing {
  /** All statements. */
  readonly statements: BitSet;
  /** All statements, and every conclusion that stands on them. */
  readonly whole: BitSet;
}

const standingOf = onceFor((derivations: Derivations): Standing => {
  const statements = statementsAmong(derivations);
  const whole = new BitSet(statements.size, statements.words.slice());
  addFollowing(derivations, whole, true);
  return { statements, whole };
});

/** From the statements that stand on: whatever rests on something new is looked at again. */
function addFollowing(derivations: Derivations, standing: BitSet, unsourced: boolean): void {
  const arrived: number[] = [];
  // The set grows while it is read; each edge must arrive once.
  const statements = new BitSet(standing.size, standing.words.slice());
  const { head, premiseless } = dependentsOf(derivations);
  if (unsourced) for (const d of premiseless) conclude(head[d]!, standing, arrived);
  statements.each((edge) => follow(derivations, edge, standing, arrived));
  followAll(derivations, standing, arrived);
}

/** From the statements that do not stand on: all that may rest on them is set aside, and what still follows put back. */
function addUnaffected(
  derivations: Derivations,
  whole: BitSet,
  statements: BitSet,
  standing: BitSet,
  unsourced: boolean,
): void {
  const { first, derivation, head, premiseless } = dependentsOf(derivations);
  const affected: number[] = [];
  const isAffected = new BitSet(standing.size);
  const setAside = (conclusion: number): void => {
    if (isAffected.has(conclusion) || !whole.has(conclusion)) return;
    isAffected.add(conclusion);
    affected.push(conclusion);
  };
  const affect = (edge: number): void => {
    for (let i = first[edge]!, end = first[edge + 1]!; i < end; i++) setAside(head[derivation[i]!]!);
  };
  if (!unsourced) for (const d of premiseless) setAside(head[d]!);
  const gone = statements.words.map((word, i) => word & ~standing.words[i]!);
  new BitSet(standing.size, gone).each(affect);
  for (let i = 0; i < affected.length; i++) affect(affected[i]!);
  for (let i = 0; i < standing.words.length; i++) {
    standing.words[i]! |= whole.words[i]! & ~statements.words[i]! & ~isAffected.words[i]!;
  }
  const arrived: number[] = [];
  for (const edge of affected) {
    for (let d = derivations.first[edge]!, end = derivations.first[edge + 1]!; d < end; d++) {
      const restsOnNodes = derivations.firstPremise[d] === derivations.firstPremise[d + 1];
      if (restsOnNodes ? unsourced : stands(derivations, d, standing)) conclude(edge, standing, arrived);
    }
  }
  followAll(derivations, standing, arrived);
}

function conclude(edge: number, standing: BitSet, arrived: number[]): void {
  if (standing.has(edge)) return;
  standing.add(edge);
  arrived.push(edge);
}

/** Concludes what follows from an edge that was added just now. */
function follow(derivations: Derivations, edge: number, standing: BitSet, arrived: number[]): void {
  const { first, derivation, head } = dependentsOf(derivations);
  for (let i = first[edge]!, end = first[edge + 1]!; i < end; i++) {
    const d = derivation[i]!;
    if (!standing.has(head[d]!) && stands(derivations, d, standing)) conclude(head[d]!, standing, arrived);
  }
}

function followAll(derivations: Derivations, standing: BitSet, arrived: number[]): void {
  for (let edge = arrived.pop(); edge !== undefined; edge = arrived.pop()) follow(derivations, edge, standing, arrived);
}

/** Whether all premises of a derivation stand. */
function stands({ firstPremise, premise }: Derivations, d: number, standing: BitSet): boolean {
  const last = firstPremise[d + 1]!;
  let place = firstPremise[d]!;
  while (place < last && standing.has(premise[place]!)) place++;
  return place === last;
}
