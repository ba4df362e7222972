/**
 * The names, titles and runs of capitals of a sentence, from left to right, the longest first; what stands between them
 * stays single tokens. All that follows reads these items.
 */

import { isHyphen, TitleFinder, type TitleItem } from './find-titles.ts';
import type { Gazetteer, NameEntry, NameMatch } from './gazetteer.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sentence, Token } from './tokens.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A token between names. */
export interface WordItem extends Span {
  readonly kind: 'word';
  readonly token: Token;
}

/** A name that the gazetteer knows. */
export interface KnownItem extends Span {
  readonly kind: 'known';
  readonly entry: NameEntry;
}

/** A name that its head noun types: "Regional Conference on …". */
export interface HeadedItem extends Span {
  readonly kind: 'headed';
  readonly type: string;
  readonly head: string;
  /** The state whose demonym it begins with: "Kazakh Ministry of …". */
  readonly demonym: NameEntry | undefined;
  /** The token behind the first part of the name, which its head ends. */
  readonly firstEnd: number;
}

/** Words in capitals that nothing explains: perhaps a person, perhaps a place. */
export interface CapitalsItem extends Span {
  readonly kind: 'capitals';
}

export type NameItem = WordItem | KnownItem | HeadedItem | TitleItem | CapitalsItem;

const STAYING_HEADS = new Set(['mission', 'office', 'embassy', 'bureau', 'consulate', 'centre', 'center']);
const LONGEST_NAME = 24;
/** Capitals that name a day or a month. */
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

export class NameFinder {
  readonly #tokens: readonly Token[];
  readonly #gazetteer: Gazetteer;
  readonly #lexicon: Lexicon;
  readonly #titles: TitleFinder;

  constructor({ tokens }: Sentence, gazetteer: Gazetteer, lexicon: Lexicon) {
    this.#tokens = tokens;
    this.#gazetteer = gazetteer;
    this.#lexicon = lexicon;
    this.#titles = new TitleFinder(tokens, gazetteer, lexicon);
  }

  find(): NameItem[] {
    const items: NameItem[] = [];
    for (let i = 0; i < this.#tokens.length; ) {
      const item = this.#at(i);
      items.push(item);
      i = item.end;
    }
    return items;
  }

  #at(i: number): NameItem {
    const token = this.#tokens[i]!;
    const title = this.#titles.at(i);
    const known = this.#gazetteer.longestAt(this.#tokens, i);
    const headed = this.#headedAt(i);
    const state = this.#stateAt(i);
    if (state) return state;
    if (headed && headed.end > (known?.end ?? 0) && !this.#isRunOn(known, headed)) return headed;
    if (known && known.end > (title?.end ?? 0)) {
      return { kind: 'known', start: i, end: this.#acronymBehind(known.end) ?? known.end, entry: known.entry };
    }
    if (title) return title;
    return this.#capitalsAt(i) ?? { kind: 'word', start: i, end: i + 1, token };
  }

  /** Whether a known name was only run on into what stands behind it: "… Red Crescent Societies Jagan Chapagain". */
  #isRunOn(known: NameMatch | undefined, headed: HeadedItem): boolean {
    if (!known || known.entry.isDemonym || known.end < headed.firstEnd) return false;
    return !this.#lexicon.joiners.has(this.#tokens[known.end]?.key ?? '');
  }

  /** "Hashemite Kingdom of Jordan", "Republic of Kenya": a state by a longer name than the graph has. */
  #stateAt(i: number): KnownItem | undefined {
    if (!this.#tokens[i]!.isCapital) return undefined;
    let at = i;
    while (at < i + 5 && this.#tokens[at]?.isCapital && !this.#lexicon.stateWords.has(this.#tokens[at]!.key)) at++;
    if (!this.#lexicon.stateWords.has(this.#tokens[at]?.key ?? '') || this.#tokens[at + 1]?.key !== 'of')
      return undefined;
    const from = at + 2 + Number(this.#tokens[at + 2]?.key === 'the');
    const known = this.#gazetteer.longestAt(this.#tokens, from);
    const isState = known?.entry.type === this.#lexicon.state && !known.entry.isDemonym;
    return isState ? { kind: 'known', start: i, end: known.end, entry: known.entry } : undefined;
  }

  #isNameWord(i: number): boolean {
    const token = this.#tokens[i];
    if (!token || token.key === '') return false;
    if (/^\p{N}+(?:st|nd|rd|th)$/u.test(token.text)) return true;
    // "the 2016 Cali Accord"
    if (/^(?:19|20)\d\d$/.test(token.text))
      return this.#tokens[i - 1]?.pos === 'DET' && this.#tokens[i + 1]?.isCapital === true;
    return (
      token.isCapital && !CALENDAR.test(token.key) && !['DET', 'ADP', 'PRON', 'CCONJ', 'SCONJ'].includes(token.pos)
    );
  }

  /** The end of the words in capitals from `i` on. */
  #capitalsEnd(i: number): number {
    let end = i;
    while (
      end - i < LONGEST_NAME &&
      !(end > i && this.#titles.at(end)) &&
      (this.#isNameWord(end) || (end > i && isHyphen(this.#tokens, end)))
    ) {
      end++;
      // "High-level": the second half of a word may be small.
      if (isHyphen(this.#tokens, end - 1) && this.#tokens[end]?.key !== '') end++;
    }
    return end;
  }

  #headedAt(i: number): HeadedItem | undefined {
    const numberOnly = this.#numberedAt(i);
    if (numberOnly) return numberOnly;
    if (!this.#isNameWord(i)) return undefined;
    const firstEnd = this.#headEnd(i);
    if (firstEnd === undefined) return undefined;
    const head = singular(this.#tokens[firstEnd - 1]!.key);
    const type = this.#lexicon.heads.get(head)!;
    let end = this.#beyond(firstEnd, head);
    const demonym = this.#gazetteer.longestAt(this.#tokens, i);
    const numbered = this.#numberBehind(firstEnd);
    if (numbered !== undefined) end = Math.max(end, numbered);
    // "International Organizations" names none, "Council of Ministers" does.
    const isPlural = head !== this.#tokens[firstEnd - 1]!.key && end === firstEnd;
    const isNamed = end - i > 1 && (firstEnd - i > 1 || end > firstEnd) && !isPlural;
    // A demonym and a head alone, "Turkish Parliament", is a name as well; "Resolution" alone never is.
    if (!isNamed) return undefined;
    return {
      kind: 'headed',
      start: i,
      end: this.#acronymBehind(end) ?? end,
      type,
      head,
      firstEnd,
      demonym: demonym?.entry.isDemonym && demonym.end < firstEnd ? demonym.entry : undefined,
    };
  }

  /** "Parliamentarians for Nonproliferation and Abolition (PNND)": words that an acronym in brackets names. */
  #organisationAt(i: number, from: number): HeadedItem | undefined {
    let end = this.#beyond(from, '');
    for (let and = end; this.#tokens[end]?.key === 'and' && and === end; and = end) {
      end = this.#isNameWord(end + 1) ? this.#beyond(this.#capitalsEnd(end + 1), '') : end + 1;
    }
    const closed = this.#acronymBehind(end);
    const acronym = closed === undefined ? '' : this.#tokens[end + 1]!.text;
    const type = this.#lexicon.heads.get('organisation');
    if (closed === undefined || type === undefined || acronym[0] !== this.#tokens[i]!.text[0] || end - i < 2)
      return undefined;
    return { kind: 'headed', start: i, end: closed, type, head: 'organisation', demonym: undefined, firstEnd: from };
  }

  /** "resolution 2361 (2017)": a head in small letters, named by its number. */
  #numberedAt(i: number): HeadedItem | undefined {
    const head = this.#tokens[i]?.key ?? '';
    const type = this.#lexicon.heads.get(head);
    const end = type !== undefined && this.#lexicon.smallHeads.has(type) ? this.#numberBehind(i + 1) : undefined;
    return end === undefined
      ? undefined
      : { kind: 'headed', start: i, end, type: type!, head, demonym: undefined, firstEnd: end };
  }

  /** Where the first part of a name ends, if its last word heads names. */
  #headEnd(i: number): number | undefined {
    const end = this.#capitalsEnd(i);
    const isHead = (at: number): boolean => this.#lexicon.heads.has(singular(this.#tokens[at]?.key ?? ''));
    if (end > i && isHead(end - 1)) return end;
    // "Astana peace process", "resolution 2361": the head itself in small letters, behind one small word at most.
    for (const at of [end, end + 1]) {
      const token = this.#tokens[at];
      const between = this.#tokens[at - 1];
      if (!token || token.isCapital || !isHead(at) || token.key.endsWith('s')) continue;
      const type = this.#lexicon.heads.get(singular(token.key))!;
      const isPart = at === end || (between?.pos === 'NOUN' && !between.isCapital);
      const known = this.#gazetteer.longestAt(this.#tokens, i);
      const isOnlyKnown = known !== undefined && known.end >= at && known.entry.isDemonym;
      if (isPart && end > i && !isOnlyKnown && this.#lexicon.smallHeads.has(type)) return at + 1;
    }
    return undefined;
  }

  /** Goes on behind joiners: "of the Red Cross and Red Crescent", "on Humanity in War", "to Galvanize …". */
  #beyond(from: number, head: string): number {
    const tokens = this.#tokens;
    let end = from;
    while (end - from < LONGEST_NAME) {
      const joiner = tokens[end]?.key ?? '';
      const isAnd = joiner === 'and' || tokens[end]?.text === '&';
      if (!isAnd && !this.#lexicon.joiners.has(joiner)) break;
      let next = end + 1;
      while (tokens[next]?.key === 'the') next++;
      if (isAnd && (end === from || next > end + 1)) break;
      const known = this.#gazetteer.longestAt(tokens, next);
      if (known) {
        const isLoose = ['in', 'at', 'to', 'with', 'against'].includes(joiner);
        if (isAnd || (isLoose && !STAYING_HEADS.has(head)) || joiner === 'with') break;
        end = known.end;
        continue;
      }
      if (!this.#isNameWord(next) || this.#titles.at(next)) break;
      end = this.#capitalsEnd(next);
    }
    return end;
  }

  /** "resolution 350 (1974)", "Resolution 2642": where the number ends. */
  #numberBehind(end: number): number | undefined {
    const tokens = this.#tokens;
    if (!/^\p{N}[\p{N}/]*$/u.test(tokens[end]?.text ?? '') || Number(tokens[end]!.text) > 1e6) return undefined;
    const [open, year, close] = [tokens[end + 1], tokens[end + 2], tokens[end + 3]];
    return open?.text === '(' && /^\d{4}$/.test(year?.text ?? '') && close?.text === ')' ? end + 4 : end + 1;
  }

  /** Where "(UNDP)" ends behind a name. */
  #acronymBehind(end: number): number | undefined {
    const [open, word, close] = [this.#tokens[end], this.#tokens[end + 1], this.#tokens[end + 2]];
    const isAcronym = word !== undefined && /^\p{Lu}[\p{Lu}\p{N}-]+$/u.test(word.text.replace(/s$/, ''));
    return open?.text === '(' && isAcronym && close?.text === ')' ? end + 3 : undefined;
  }

  #capitalsAt(i: number): CapitalsItem | HeadedItem | undefined {
    const tokens = this.#tokens;
    const token = tokens[i]!;
    const isNamed = token.isCapital && token.pos !== 'DET' && token.key !== '';
    if (!isNamed || CALENDAR.test(token.key) || (i === 0 && token.pos !== 'PROPN' && token.pos !== 'NOUN'))
      return undefined;
    const particles = this.#lexicon.offices?.particles;
    let end = i + 1;
    for (; end - i < 8; end++) {
      const at = tokens[end];
      if (!at) break;
      const isInitial = at.text === '.' && tokens[end - 1]!.text.length === 1;
      const isSecondHalf = isHyphen(tokens, end - 1) && at.key !== '';
      const isParticle = particles?.has(at.key) && (tokens[end + 1]?.isCapital || isHyphen(this.#tokens, end + 1));
      if (isInitial || isParticle || isSecondHalf || isHyphen(this.#tokens, end)) continue;
      if (!this.#isNameWord(end) || this.#gazetteer.longestAt(tokens, end) || this.#titles.at(end)) break;
    }
    const isCommon =
      this.#lexicon.shells.has(token.key) ||
      this.#lexicon.nominals.has(token.key) ||
      this.#lexicon.groups.has(token.key);
    const isFirst = i === 0 && (token.pos !== 'PROPN' || isCommon || token.key.endsWith('ing'));
    // "the Government of Nepal": a word that opens a list, whatever its first letter.
    if (end === i + 1 && (isFirst || this.#lexicon.shells.has(token.key))) return undefined;
    return this.#organisationAt(i, end) ?? { kind: 'capitals', start: i, end };
  }
}

/** The singular of a folded noun: "committees" → "committee". */
export const singular = (key: string): string =>
  key.endsWith('ies')
    ? `${key.slice(0, -3)}y`
    : /[^s]s$/.test(key) && !/(?:talks|negotiations|consultations|heights|us)$/.test(key)
      ? key.slice(0, -1)
      : key;
