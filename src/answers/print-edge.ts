/**
 * An edge and what supports it, each in a line for people.
 */
import type { CitedSource, EdgeAnswer } from './edge-answer.ts';

/**
 * A relation in a line: who, what, whom, when, and what a careful reader should know at once.
 * @example
 * printEdge(edge) // 'Brazil — joined → Global Initiative …, REPORTED by Yerlan Alimbayev'
 */
export function printEdge(edge: EdgeAnswer): string {
  return [`${edge.from.name} — ${edge.type} → ${edge.to.name}`, ...circumstancesOf(edge)].join(', ');
}

/** What a careful reader of a relation should know at once: in which role, where, when, and how firmly it is said. */
export function circumstancesOf(edge: EdgeAnswer): string[] {
  const { role, at, when, attested, modality, saidBy, confidence, rank } = edge;
  return [
    role,
    at && `at ${at.name}`,
    when ?? (attested && `seen ${attested}`) ?? printSpan(edge),
    modality === 'FACT' ? undefined : saidBy ? `${modality} by ${saidBy.name}` : modality,
    confidence === 1 ? undefined : `confidence ${confidence}`,
    rank === 'NORMAL' ? undefined : rank,
  ].filter((it) => it !== undefined);
}

/**
 * A citation in a line.
 * @example
 * printSource({ id: 'source:el-kz-34ic', locator: 'P1', quotation: 'MFA' }) // 'source:el-kz-34ic P1 “MFA”'
 */
export function printSource({ id, locator, quotation }: CitedSource): string {
  return [id, locator, quotation && `“${quotation}”`].filter((it) => it).join(' ');
}

/** Dates that no EDTF text can say: not before, and not after. */
function printSpan({ since, until }: EdgeAnswer): string | undefined {
  if (since === undefined && until === undefined) return undefined;
  return [since && `not before ${since}`, until && `not after ${until}`].filter((it) => it).join(', ');
}
