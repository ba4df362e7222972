/**
 * The standing of a statement, told by the same signs everywhere: a word in rows, a line in pictures and legends.
 */
import type { Edge } from '../statements.ts';

export type Sign = 'stated' | 'inferred' | 'reported' | 'planned' | 'denied' | 'deprecated';

export const signs: readonly Sign[] = ['stated', 'inferred', 'reported', 'planned', 'denied', 'deprecated'];

const byModality: Readonly<Record<string, Sign>> = { REPORTED: 'reported', PLANNED: 'planned', DENIED: 'denied' };

export function signOf({ status, modality, rank }: Pick<Edge, 'status' | 'modality' | 'rank'>): Sign {
  if (rank === 'DEPRECATED') return 'deprecated';
  return byModality[modality] ?? (status === 'INFERRED' ? 'inferred' : 'stated');
}
