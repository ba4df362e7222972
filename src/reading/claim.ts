/**
 * Claims: edges that a text is said to state, with the words that say so. Nobody has agreed to them yet.
 */
import { createHash } from 'node:crypto';
import type { ClaimModality } from './lexicon.ts';

export type { ClaimModality };

/** A node that claims speak of. */
export interface ClaimedNode {
  /** Its id in the graph, or `n-1` for one that is proposed. */
  readonly id: string;
  readonly isNew: boolean;
  readonly type: string;
  readonly name: string;
  /** How the article writes it. */
  readonly mentions: readonly string[];
  readonly link: { readonly method: string; readonly score: number; readonly runnerUp?: string };
  readonly when?: string;
  readonly count?: number;
  readonly title?: string;
  readonly kind?: string;
  readonly memberKind?: string;
  /** Of a post: ids of what it belongs to. */
  readonly of?: readonly string[];
}

/** Where a text says it. Offsets are those of a JavaScript string, ends excluded. */
export interface Evidence {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly trigger: readonly [start: number, end: number];
}

export interface ReadClaim {
  /** Of what it says and the words that say so: the same after a new run, while these stay. */
  readonly id: string;
  readonly from: string;
  readonly edge: string;
  readonly to: string;
  readonly modality: ClaimModality;
  readonly saidBy?: string;
  readonly at?: string;
  readonly when?: string;
  readonly role?: string;
  readonly count?: number;
  readonly amount?: string;
  readonly isQuoted?: boolean;
  readonly evidence: Evidence;
  /** The pattern, or the proposer. */
  readonly rule: string;
  readonly confidence: number;
}

export interface DocumentAbout {
  /** Id of the source. */
  readonly source: string;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly language?: string;
  readonly published?: string;
  readonly retrieved?: string;
  /** Of the text as it was read; a changed text is told instead of quoted wrongly. */
  readonly sha256: string;
}

/** What one article was read as. */
export interface Reading {
  readonly document: DocumentAbout;
  readonly nodes: readonly ClaimedNode[];
  readonly claims: readonly ReadClaim[];
}

/** The stable id of a claim: of its source, edge, ends by name, and the words of its sentence. */
export function claimId(source: string, from: string, edge: string, to: string, words: string): string {
  const text = [source, from, edge, to, words.replace(/\s+/g, ' ')].join('\n');
  return `c-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');
