/**
 * The little grammar that frames need: where a clause begins, who a verb's subject is, what stands behind a preposition.
 *
 * It works on phrases and parts of speech and parses nothing whole. Where English leaves a choice, it takes the near one
 * of the right type; what it cannot tell, it leaves out.
 */
import { AUXILIARIES, BOUNDARY, CONTROLS, MEASURES, RELATIVE, SKIPPED } from './clause-words.ts';
import { asPhrase, type Item, itemAt, markOf, type Phrase, type PhraseItem, posOf, wordOf } from './phrase.ts';

export type Accepts = (phrase: Phrase) => boolean;

export class Clauses {
  readonly items: readonly Item[];

  constructor(items: readonly Item[]) {
    this.items = items;
  }

  at(token: number): number {
    return itemAt(this.items, token);
  }

  isFinite(i: number): boolean {
    const item = this.items[i];
    if (item?.kind !== 'word') return false;
    if (AUXILIARIES.has(item.token.key)) return !['being', 'been', 'having'].includes(item.token.key);
    if (posOf(item) !== 'VERB' || item.token.key.endsWith('ing')) return false;
    return wordOf(this.items[i - 1]) !== 'to' && !['ADP', 'DET'].includes(posOf(this.items[i - 1]));
  }

  isBoundary(i: number): boolean {
    const item = this.items[i];
    if (item?.kind !== 'word') return false;
    const { key, text } = item.token;
    if (/^[;:“”"«»]$/.test(text)) return true;
    // "that" before a noun is a determiner, "said that" and "which" open clauses.
    if (BOUNDARY.has(key))
      return !(
        key === 'that' &&
        this.items[i + 1]?.kind === 'word' &&
        posOf(this.items[i + 1]) === 'NOUN' &&
        item.token.pos === 'DET'
      );
    const opens = ['after', 'before', 'until', 'since', 'as'].includes(key);
    if (key !== 'and' && text !== ',' && !opens) return false;
    let next = i + 1;
    if (text === ',' && wordOf(this.items[next]) === 'and') return false;
    while (posOf(this.items[next]) === 'DET' || (posOf(this.items[next]) === 'ADV' && key === 'and')) next++;
    const phrase = this.items[next];
    if (phrase?.kind !== 'phrase' || phrase.phrase.isPossessive || phrase.phrase.kind === 'adjective') return false;
    let verb = next + 1;
    while (posOf(this.items[verb]) === 'ADV') verb++;
    if (!this.isFinite(verb)) return false;
    if (opens) return true;
    // "A, B said": a comma opens a clause only if one with its own verb lies before it.
    return this.#verbBefore(i) !== undefined;
  }

  #verbBefore(i: number): number | undefined {
    for (let at = i - 1; at >= 0; at--) if (this.isFinite(at)) return at;
    return undefined;
  }

  /** The first item of the clause that holds item `i`. */
  start(i: number): number {
    if (this.#starts.length === 0) {
      for (let at = 0; at <= this.items.length; at++)
        this.#starts.push(at > 0 && this.isBoundary(at - 1) ? at : (this.#starts[at - 1] ?? 0));
    }
    return this.#starts[i] ?? 0;
  }

  readonly #starts: number[] = [];

  /** The item behind the clause that holds item `i`. */
  end(i: number): number {
    for (let at = i + 1; at < this.items.length; at++) if (this.start(at + 1) === at + 1) return at;
    return this.items.length;
  }

  /** The first item of the group of a verb: before its auxiliaries and adverbs. */
  groupStart(verb: number): number {
    let at = verb;
    const limit = this.start(verb);
    const isPart = (i: number): boolean =>
      SKIPPED.has(posOf(this.items[i])) ||
      AUXILIARIES.has(wordOf(this.items[i])) ||
      ['not', 'also', 't', 'n', 'jointly'].includes(wordOf(this.items[i]));
    while (at > limit && isPart(at - 1) && wordOf(this.items[at - 1]) !== 'to') at--;
    return at;
  }

  /** Who does what the verb at `verb` says. */
  subject(verb: number, accepts: Accepts, depth = 0): PhraseItem | undefined {
    if (depth > 4 || verb < 0) return undefined;
    const group = this.groupStart(verb);
    const begin = this.start(verb);
    let left = group - 1;
    if (wordOf(this.items[left]) === 'to') return this.#ofInfinitive(left, accepts, depth);
    if (/ing$/.test(wordOf(this.items[verb])) && !this.#hasBe(group, verb))
      return this.#ofGerund(verb, begin, accepts, depth);
    if (left < begin) {
      const opener = wordOf(this.items[begin - 1]);
      if (RELATIVE.has(opener)) return this.before(begin - 1, accepts);
      const earlier = this.#verbBefore(begin - 1);
      return ['but', 'while'].includes(opener) && earlier !== undefined
        ? this.subject(earlier, accepts, depth + 1)
        : undefined;
    }
    while (left > begin && (markOf(this.items[left]) === ',' || wordOf(this.items[left]) === 'then')) left--;
    // "met Q and handed him a letter": who met hands.
    const joined =
      left > begin && ['and', 'but'].includes(wordOf(this.items[left])) ? this.#verbBefore(left) : undefined;
    if (joined !== undefined && joined > begin) return this.subject(joined, accepts, depth + 1);
    for (let at = left; at >= begin; at--) {
      const item = this.items[at]!;
      if (item.kind === 'phrase' || item.kind === 'capitals') {
        const found = this.#free(at, accepts);
        if (found) return found;
      } else if (this.isFinite(at) && at < group) return this.subject(at, accepts, depth + 1);
    }
    return undefined;
  }

  /** The phrase at `at`, if it may be a subject: no owner, behind no preposition. */
  #free(at: number, accepts: Accepts): PhraseItem | undefined {
    const phrase = asPhrase(this.items[at]!);
    if (!phrase || phrase.phrase.isPossessive || phrase.phrase.kind === 'adjective') return undefined;
    let before = at - 1;
    const begin = this.start(at);
    while (
      before >= begin &&
      (['DET', 'ADJ', 'NUM'].includes(posOf(this.items[before])) ||
        (posOf(this.items[before]) === 'NOUN' && before > 0))
    )
      before--;
    if (before < begin) return accepts(phrase.phrase) ? phrase : undefined;
    if (posOf(this.items[before]) === 'ADP' && !['including', 'as', 'than'].includes(wordOf(this.items[before])))
      return undefined;
    return accepts(phrase.phrase) ? phrase : undefined;
  }

  /** "adopted by consensus": how, and not by whom. */
  isManner(i: number): boolean {
    return (
      wordOf(this.items[i]) === 'by' &&
      ['consensus', 'acclamation', 'vote', 'phone', 'video'].includes(wordOf(this.items[i + 1]))
    );
  }

  /** The phrase next before item `i`. */
  before(i: number, accepts: Accepts): PhraseItem | undefined {
    for (let at = i - 1; at >= 0 && at > i - 6; at--) {
      const phrase = asPhrase(this.items[at]!);
      if (phrase && accepts(phrase.phrase) && !phrase.phrase.isPossessive) return phrase;
      if (this.isFinite(at)) return undefined;
    }
    return undefined;
  }

  #hasBe(from: number, verb: number): boolean {
    return this.items.slice(from, verb).some((it) => ['is', 'are', 'was', 'were', 'be', 'been'].includes(wordOf(it)));
  }

  #ofInfinitive(to: number, accepts: Accepts, depth: number): PhraseItem | undefined {
    const begin = this.start(to);
    // "the forum, to be held in": what the comma parts it from.
    const told = markOf(this.items[to - 1]) === ',' ? this.before(to - 1, accepts) : undefined;
    if (told) return told;
    for (let at = to - 1; at >= begin; at--) {
      const phrase = asPhrase(this.items[at]!);
      if (phrase && accepts(phrase.phrase)) {
        if (phrase.phrase.isPossessive || wordOf(this.items[at - 1]) === 'by') return phrase;
        const ruler = this.#word(at - 1);
        if (CONTROLS.has(ruler)) return phrase;
      }
      if (this.isFinite(at)) return this.subject(at, accepts, depth + 1) ?? undefined;
    }
    return this.before(to, accepts);
  }

  /** The word before item `i`, articles skipped. */
  #word(i: number): string {
    let at = i;
    while (['DET', 'ADJ', 'NUM'].includes(posOf(this.items[at]))) at--;
    return wordOf(this.items[at]);
  }

  /** "Kazakhstan's experience in hosting", "thanked Kazakhstan for hosting": the owner, if one is near; else the subject of the verb before. */
  #ofGerund(verb: number, begin: number, accepts: Accepts, depth: number): PhraseItem | undefined {
    for (let at = verb - 1; at >= begin; at--) {
      const phrase = asPhrase(this.items[at]!);
      if (phrase?.phrase.isPossessive && accepts(phrase.phrase)) return phrase;
      const isBeside = at === verb - 1 || (at === verb - 2 && wordOf(this.items[verb - 1]) === 'for');
      if (phrase && markOf(this.items[verb - 1]) !== ',' && isBeside && accepts(phrase.phrase)) return phrase;
      if (this.isFinite(at)) return this.subject(at, accepts, depth + 1);
    }
    // "P, representing his country, spoke"
    const apposed = markOf(this.items[verb - 1]) === ',' && verb > 1 ? asPhrase(this.items[verb - 2]!) : undefined;
    if (apposed && accepts(apposed.phrase)) return apposed;
    // "Speaking at the forum, P …": the subject comes behind the comma.
    for (let at = verb + 1; at < this.items.length; at++) {
      if (markOf(this.items[at]) !== ',') continue;
      const next = asPhrase(this.items[at + 1 + Number(posOf(this.items[at + 1]) === 'DET')]!);
      return next && accepts(next.phrase) ? next : undefined;
    }
    return undefined;
  }

  /** The object behind a verb or noun that ends before item `from`. */
  object(begin: number, accepts: Accepts): PhraseItem | undefined {
    let from = this.#sharedFrom(begin);
    // "wrapped up two days of talks"
    if (posOf(this.items[from]) === 'NUM' && MEASURES.has(wordOf(this.items[from + 1]))) from += 3;
    for (let at = from; at < this.items.length && at < from + 10; at++) {
      const item = this.items[at]!;
      const phrase = asPhrase(item);
      if (phrase?.phrase.kind === 'adjective' || this.#isModifier(at)) continue;
      if (phrase && accepts(phrase.phrase)) return phrase;
      if (phrase && !phrase.phrase.isPossessive && phrase.phrase.kind !== 'capitals') return undefined;
      if (item.kind !== 'word') continue;
      const { pos, text, key } = item.token;
      if (at === from && this.isManner(at)) {
        at++;
        continue;
      }
      if (
        pos === 'ADP' ||
        pos === 'SCONJ' ||
        (pos === 'CCONJ' && at > from) ||
        (pos === 'VERB' && !/ed$/.test(key)) ||
        pos === 'AUX' ||
        (this.isBoundary(at) && !/^[“”"«»]$/.test(text)) ||
        /^[.,]$/.test(text)
      )
        return undefined;
    }
    return undefined;
  }

  /** "the UN office", "an EU team": a name that only says whose it is. */
  #isModifier(at: number): boolean {
    const [item, next] = [this.items[at], this.items[at + 1]];
    if (item?.kind !== 'phrase' || item.phrase.kind !== 'name' || item.phrase.role !== undefined) return false;
    return posOf(next) === 'NOUN' && !['today', 'yesterday', 'tomorrow', 'tonight'].includes(wordOf(next));
  }

  /** "have signed but not ratified it": both verbs have the object behind the second. */
  #sharedFrom(from: number): number {
    if (!['and', 'but', 'or'].includes(wordOf(this.items[from]))) return from;
    let verb = from + 1;
    while (SKIPPED.has(posOf(this.items[verb])) || ['not', 'yet'].includes(wordOf(this.items[verb]))) verb++;
    return posOf(this.items[verb]) === 'VERB' ? verb + 1 : from;
  }

  /** "the initiative which Peru launched": what the relative clause of the verb is about. */
  relativeObject(verb: number, accepts: Accepts): PhraseItem | undefined {
    const begin = this.start(verb);
    const opener = wordOf(this.items[begin - 1]);
    if (!['which', 'that', 'whom'].includes(opener) || this.groupStart(verb) <= begin) return undefined;
    return this.before(begin - 1, accepts);
  }

  /** What stands behind one of these prepositions, to the right of `from`; or, fronted, at the beginning of the clause. */
  behind(
    prepositions: readonly string[],
    from: number,
    anchor: number,
    accepts: Accepts,
    isPassive = false,
  ): { item: PhraseItem; isFronted: boolean } | undefined {
    const end = Math.min(this.items.length, from + 45);
    for (let at = from; at < end; at++) {
      if (at > from && this.isBoundary(at) && !/^[“”"«»]$/.test(markOf(this.items[at]))) break;
      // "the presidency of the body was conferred on Chile": what is done to the noun tells of it, too.
      const isAuxiliary = isPassive && AUXILIARIES.has(wordOf(this.items[at]));
      if (at > from && this.isFinite(at) && !isAuxiliary && !/ed$|held$/.test(wordOf(this.items[at]))) break;
      // "mandates adopted by the leaders at the summit" were adopted there.
      if (at > from && /ed$/.test(wordOf(this.items[at])) && wordOf(this.items[at + 1]) === 'by' && !isPassive) break;
      // "in providing aid, hosting talks": the next activity has ends of its own.
      if (at > from && markOf(this.items[at]) === ',' && /ing$/.test(wordOf(this.items[at + 1]))) break;
      const found = prepositions.includes(wordOf(this.items[at])) ? this.object(at + 1, accepts) : undefined;
      if (found) return { item: found, isFronted: false };
    }
    for (let at = this.start(anchor); at < anchor - 1; at++) {
      if (!prepositions.includes(wordOf(this.items[at]))) continue;
      const found = this.object(at + 1, accepts);
      if (
        found &&
        found.end <= this.items[anchor]!.start &&
        (markOf(this.items[this.items.indexOf(found) + 1]) === ',' || this.items.indexOf(found) < 5)
      )
        return { item: found, isFronted: true };
    }
    return undefined;
  }
}
