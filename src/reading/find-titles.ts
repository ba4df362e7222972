/**
 * Titles of posts: "Deputy Foreign Minister", "Secretary-General", "ministers of foreign affairs and trade".
 */
import type { Gazetteer } from './gazetteer.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** A title of a post: "Deputy Foreign Minister". */
export interface TitleItem {
  readonly start: number;
  readonly end: number;
  readonly kind: 'title';
  readonly officeKind: string;
  readonly isPlural: boolean;
  readonly tense: 'former' | 'coming' | undefined;
}

/** Words of a title behind "of": lower-case affairs of a minister. */
const AFFAIRS =
  /^(?:affairs|state|defence|defense|trade|finance|energy|health|culture|justice|interior|economy|staff|education|development|cooperation|integration|industry|agriculture|transport|security)$/;

export class TitleFinder {
  readonly #tokens: readonly Token[];
  readonly #gazetteer: Gazetteer;
  readonly #lexicon: Lexicon;

  constructor(tokens: readonly Token[], gazetteer: Gazetteer, lexicon: Lexicon) {
    this.#tokens = tokens;
    this.#gazetteer = gazetteer;
    this.#lexicon = lexicon;
  }

  /** The title that begins at token `i`. */
  at(i: number): TitleItem | undefined {
    const offices = this.#lexicon.offices;
    if (!offices) return undefined;
    const tokens = this.#tokens;
    let tense: TitleItem['tense'];
    let at = i;
    for (; at - i < 8; at++) {
      const key = tokens[at]?.key ?? '';
      if (offices.former.has(key)) tense = 'former';
      else if (offices.coming.has(key)) tense = 'coming';
      else if (!(at > i && isHyphen(this.#tokens, at)) && !offices.before.has(key)) break;
    }
    // "Prime Minister": a word that may stand before a title may be a part of it; so the longest head from `i` on counts.
    for (let start = at; start >= i; start--) {
      const head = offices.titleWords.has(tokens[start]?.key ?? '') ? this.#titleHead(start) : undefined;
      if (!head) continue;
      const end = this.#titleEnd(head.end);
      // "Peru and Kenya co-chair the forum"
      if (tokens[end]?.pos === 'DET' && !tokens[i]!.isCapital) return undefined;
      if (tokens[i]!.pos === 'VERB' && !tokens[i]!.isCapital) return undefined;
      // "his official visit"
      if (tokens[end - 1]!.pos === 'ADJ' && tokens[end]?.pos === 'NOUN') return undefined;
      return { kind: 'title', start: i, end, officeKind: head.kind, isPlural: head.isPlural, tense };
    }
    return undefined;
  }

  #titleHead(i: number): { end: number; kind: string; isPlural: boolean } | undefined {
    const titles = this.#lexicon.offices!.titles;
    for (const length of [3, 2, 1]) {
      const words: string[] = [];
      let end = i;
      while (words.length < length && end < this.#tokens.length) {
        if (!isHyphen(this.#tokens, end)) words.push(this.#tokens[end]!.key);
        end++;
      }
      const whole = words.join(' ');
      const kind = titles.get(whole);
      if (kind) return { end, kind, isPlural: false };
      const one = titles.get(whole.replace(/s$/, ''));
      if (one && whole.endsWith('s')) return { end, kind: one, isPlural: true };
    }
    return undefined;
  }

  /** "-General", "of State", "of Foreign Affairs and Trade", "for special political affairs". */
  #titleEnd(from: number): number {
    const tokens = this.#tokens;
    const isMinister = /^(?:minister|secretary)s?$/.test(tokens[from - 1]?.key ?? '');
    let end = from;
    if (isHyphen(this.#tokens, end) && tokens[end + 1]?.key === 'general') end += 2;
    else if (tokens[end]?.key === 'general') end++;
    for (;;) {
      const joiner = tokens[end]?.key ?? '';
      if (!['of', 'for', 'on'].includes(joiner)) return end;
      let at = end + 1;
      let affairs = -1;
      if (isMinister) affairs = this.#portfolioEnd(at) - 1;
      while (affairs < at && at - end < 8 && tokens[at] && (tokens[at]!.key !== '' || tokens[at]!.text === ',')) {
        if (this.#gazetteer.longestAt(tokens, at)) break;
        if (AFFAIRS.test(tokens[at]!.key)) affairs = at;
        else if (!tokens[at]!.isCapital && !['and', 'special', 'foreign', 'political'].includes(tokens[at]!.key)) break;
        at++;
      }
      if (affairs === -1) return end;
      end = affairs + 1;
    }
  }

  /** "of Water Resources": words in capitals, but the last two before whoever has the post; 0 where there are none. */
  #portfolioEnd(from: number): number {
    const tokens = this.#tokens;
    let end = from;
    while (end - from < 6 && tokens[end]?.isCapital && !this.#gazetteer.longestAt(tokens, end)) end++;
    if (end === from || tokens[from - 1]?.key !== 'of') return 0;
    if (end - from > 2) return tokens.slice(from, end).some((it) => AFFAIRS.test(it.key)) ? 0 : end - 2;
    return /^(?:,|of)$/.test(tokens[end]?.text ?? '') ? end : 0;
  }
}

/** Whether the token at `i` joins the two beside it. */
export function isHyphen(tokens: readonly Token[], i: number): boolean {
  const [before, at, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  return /^[-‐‑]$/.test(at?.text ?? '') && before?.end === at?.start && after?.start === at?.end;
}
