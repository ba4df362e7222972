/**
 * A pattern: by which verbs and nouns articles state an edge of one type, and where its two ends stand.
 */
import type { Position } from '../base/problem.ts';

/**
 * Where an end stands: the subject, the object, behind a preposition, before 's, what a counted group belongs to (`body`),
 * enumerated behind a colon or a copula (`listed`), before a copula (`is`), the nearest one before (`before`), the object if it is a delegation (`delegation`),
 * a title that nobody bears there (`title`), or what the article is about (`main`, `occasion`), which is a guess and lowers
 * the confidence.
 */
export type Slot =
  | 'subject'
  | 'object'
  | 'listed'
  | 'is'
  | "'s"
  | 'body'
  | 'title'
  | 'main'
  | 'occasion'
  | (string & {});

/** One way to say it. */
export interface Trigger {
  readonly kind: 'verb' | 'noun';
  /** The words, folded; the first is inflected. */
  readonly words: readonly string[];
  /** What stands before a hyphen: "co" of "co-chair". */
  readonly prefix: string | undefined;
  /** Tried in this order. */
  readonly from: readonly Slot[];
  readonly to: readonly Slot[];
  /** Words of which the sentence has one: "handed" where "presidency" says who chairs. */
  readonly only: readonly string[];
  /** What goes on ("will continue as members") holds already: no plan. */
  readonly isStanding: boolean;
  /** Shown as the rule of a claim: `co-launched/verb:launch`. */
  readonly rule: string;
  readonly at: Position | undefined;
}

export interface PatternExample {
  readonly text: string;
  /** `from edge to`, with names; a modality other than FACT behind it. */
  readonly claims: readonly (readonly string[])[];
  readonly at: Position | undefined;
}

export interface Pattern {
  readonly edge: string;
  /** Node types that either end may have. */
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly triggers: readonly Trigger[];
  /** Prepositions that state it alone, between its two ends: "the summit in Lima". */
  readonly between: readonly string[];
  /** Role → words that say so in the clause. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** Words that make it something else when they stand in the clause. */
  readonly unless: readonly string[];
  /** Whether the nearest date is that of the edge; `end`: that of the node it leads to or comes from. */
  readonly dated: 'edge' | 'from' | 'to' | 'no';
  /** What goes on and does not happen: no occasion bounds it. */
  readonly lasts: boolean;
  readonly examples: readonly PatternExample[];
  readonly at: Position | undefined;
}
