/**
 * A claim: what a source says of one property of a node, kept beside what other sources say.
 *
 * A node shows one value of a property. Where sources disagree, each rival value is a claim with its own sources, and
 * `rank` says which to prefer and `note` why; nothing is silently dropped.
 */
import type { Position } from '../base/problem.ts';
import type { PropertyValue } from './fact.ts';

export type Rank = 'PREFERRED' | 'NORMAL' | 'DEPRECATED';
export type Modality = 'FACT' | 'REPORTED' | 'PLANNED' | 'DENIED';

/**
 * Whether something is asserted: neither denied nor only planned, and not held to be wrong. Without a modality it is a
 * fact, without a rank of normal rank.
 */
export const isAsserted = (modality: unknown, rank: unknown): boolean =>
  (modality === undefined || modality === 'FACT' || modality === 'REPORTED') && rank !== 'DEPRECATED';

export interface Claim {
  /** The id of the node it speaks of. */
  readonly node: string;
  /** A property of that node's type. */
  readonly property: string;
  readonly value: PropertyValue;
  readonly rank: Rank;
  readonly modality: Modality;
  /** Why the rank. */
  readonly note?: string;
  /** When the value held, as EDTF text. */
  readonly when?: string;
  /** Who said so, by node id, when the source reports somebody's words. */
  readonly saidBy?: string;
  readonly sources: readonly string[];
  /** Beside `sources`, one for each; empty text where a citation has none. */
  readonly locators?: readonly string[];
  readonly at?: Position;
}
