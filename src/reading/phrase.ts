/**
 * Phrases: pieces of a sentence that stand for nodes of the document, and the sentence as a row of phrases and words.
 */
import type { DocumentNode } from './document-node.ts';
import type { CapitalsItem, WordItem } from './find-names.ts';
import type { TitleItem } from './find-titles.ts';

/**
 * name: a name. adjective: "Kazakh", which stands for a state only before a title or a shell. person: with or without
 * title. office: a title that names nobody. nominal: "the meeting". group: "five members". capitals: unexplained words
 * in capitals, a person or a place where one is asked for. pronoun: "it", "they".
 */
export type PhraseKind = 'name' | 'adjective' | 'person' | 'office' | 'nominal' | 'group' | 'capitals' | 'pronoun';

export interface Phrase {
  readonly kind: PhraseKind;
  /** Numbers of the first token and of the one behind the last. */
  readonly start: number;
  readonly end: number;
  readonly nodes: readonly DocumentNode[];
  /** It stands before 's, so it owns what follows and does nothing itself. */
  readonly isPossessive: boolean;
  /** As what those named take part: "delegation", "observer". */
  readonly role?: string;
  /** Of a title: the post that it names, whoever holds it. */
  readonly post?: PostNamed;
  /** Of a group: what its members belong to. */
  readonly body?: DocumentNode;
}

export interface PhraseItem {
  readonly kind: 'phrase';
  readonly start: number;
  readonly end: number;
  readonly phrase: Phrase;
}

export type Item = WordItem | TitleItem | CapitalsItem | PhraseItem;

/** A post by its title and what it belongs to. */
export interface PostNamed {
  readonly title: string;
  readonly kind: string;
  readonly of: DocumentNode;
  /** With what it belongs to, and what else the title names: "Ambassador of Peru to Kenya". */
  readonly whole: string;
}

/** A post somebody is said to hold. */
export interface OfficeFound extends PostNamed {
  readonly person: DocumentNode;
  readonly tense: TitleItem['tense'];
  readonly start: number;
  readonly end: number;
  /** Whether what it belongs to was not said here, but taken from elsewhere. */
  readonly isInherited: boolean;
}

export const phraseItem = (phrase: Phrase): PhraseItem => ({
  kind: 'phrase',
  start: phrase.start,
  end: phrase.end,
  phrase,
});

/** The folded word of an item; empty for phrases and punctuation. */
export const wordOf = (item: Item | undefined): string => (item?.kind === 'word' ? item.token.key : '');

/** The mark or word of an item as it is written; empty for phrases. */
export const markOf = (item: Item | undefined): string => (item?.kind === 'word' ? item.token.text : '');

export const posOf = (item: Item | undefined): string => (item?.kind === 'word' ? item.token.pos : '');

/** Capitals are a phrase without nodes: a frame may find out whom they name. */
export function asPhrase(item: Item): PhraseItem | undefined {
  if (item.kind === 'phrase') return item;
  if (item.kind !== 'capitals') return undefined;
  const { start, end } = item;
  return { kind: 'phrase', start, end, phrase: { kind: 'capitals', start, end, nodes: [], isPossessive: false } };
}

/** The number of the item that holds a token. */
export function itemAt(items: readonly Item[], token: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (items[middle]!.start <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
