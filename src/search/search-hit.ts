/**
 * What is asked of a search, and what it answers.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { NameIndex } from './name-index.ts';

/**
 * EXACT: the name itself, but for case and accents. IDENTIFIER: an id or identifier. ACRONYM: the initials of the name.
 * WORDS: every asked word is in the name. PREFIX: a word is unfinished. FUZZY: a word is misspelt. CONTEXT: a word is
 * found in another name of the node, or in the name of a node next to it. PARTIAL: a word is not found at all.
 * OFFICE: the office or the body that is described, or who was in it at the time.
 */
export type MatchKind =
  | 'EXACT'
  | 'IDENTIFIER'
  | 'ACRONYM'
  | 'WORDS'
  | 'PREFIX'
  | 'FUZZY'
  | 'CONTEXT'
  | 'PARTIAL'
  | 'OFFICE';

/** A time in an office, as far as it answers a question. */
export interface Tenure<Node = NodeNumber, Edge = EdgeNumber> {
  /** The office, or the body that was headed. */
  readonly office: Node;
  /** The statement, with its dates and sources. */
  readonly edge: Edge;
  /** The time that was asked about, in EDTF; today where none was. */
  readonly asked: string;
  /**
   * CERTAIN: in office at that time. POSSIBLE: no date speaks against it. BEFORE, AFTER: the nearest who is known to have
   * been in it then.
   */
  readonly certainty: 'CERTAIN' | 'POSSIBLE' | 'BEFORE' | 'AFTER';
}

export interface SearchHit<Node = NodeNumber, Edge = EdgeNumber> {
  readonly node: Node;
  /** From 0 to 1; 1 is an exact match. */
  readonly score: number;
  /** The name, alias or identifier that matched, as it is written; of a holder, the name of the office. */
  readonly matched: string;
  readonly how: MatchKind;
  /** Letters by which misspelt words differ from those of the name. */
  readonly edits: number;
  /** Whether the name is in another script than the text, and only sounds like it. */
  readonly transliterated: boolean;
  /** When the name was borne, in EDTF, where that is known: "Zaire" was one from 1971 to 1997. */
  readonly when?: string;
  /** Of a holder, the office or body that was asked for, and the time in it. */
  readonly tenure?: Tenure<Node, Edge>;
}

export interface SearchOptions {
  /** Node types or interfaces; all when absent. */
  readonly types?: readonly string[];
  /** A language tag such as `ru`: only names in the script of that language count. */
  readonly language?: string;
  /** Most hits; 10 when absent. */
  readonly first?: number;
}

/** A hit, but for what is only worked out for those that are told. */
export interface Match extends Omit<SearchHit, 'edits'> {
  readonly edits: () => number;
}

/** What is asked of whom. */
export interface NameQuestion {
  readonly view: GraphView;
  readonly index: NameIndex;
  readonly text: string;
  readonly options: SearchOptions;
}
