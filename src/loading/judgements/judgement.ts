/**
 * A decision about who is who: that several ids mean one thing, or that things which look alike are several.
 *
 * The facts stay as they were written; what was decided stands apart from them, with its reason and its sources, and
 * taking a decision back restores what was there before.
 */
import type { Position } from '../../base/problem.ts';

export interface JudgedId {
  readonly id: string;
  readonly at: Position | undefined;
}

export interface Judgement {
  /** Of `same-as` the first id stays, and the others are merged into it. */
  readonly says: 'same-as' | 'different-from';
  readonly ids: readonly JudgedId[];
  readonly reason: string;
  readonly sources: readonly JudgedId[];
}

/** The ids that a judgement merges into its first one; none where it keeps things apart. */
export function mergedIds({ says, ids }: Judgement): readonly JudgedId[] {
  return says === 'same-as' ? ids.slice(1) : [];
}
