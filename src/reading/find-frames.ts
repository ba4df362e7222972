/**
 * Frames: triggers with both ends filled. The engine derives active, passive, reduced, relative, gerund, shared-subject
 * and nominal forms, so that a pattern only says which end is whose.
 */
import { AUXILIARIES } from './clause-words.ts';
import { Clauses } from './clauses.ts';
import { comitative, copula, enumerated, objectWithin, owner, passiveSubject, subjectOfNoun } from './fill-slot.ts';
import { findTriggers, type TriggerFound, type TriggerIndex } from './find-triggers.ts';
import type { Passage } from './passage.ts';
import type { Pattern, Slot } from './pattern.ts';
import { asPhrase, markOf, type Phrase, type PhraseItem, posOf, wordOf } from './phrase.ts';
import type { SentenceRead } from './read-phrases.ts';
import { type Filled, PhraseResolver, UNKNOWN_DOUBT } from './resolve-phrase.ts';
import type { Sentence } from './tokens.ts';

export interface Frame {
  readonly pattern: Pattern;
  readonly rule: string;
  readonly isStanding: boolean;
  readonly from: Filled;
  readonly to: Filled;
  /** The item of the trigger, and its tokens. */
  readonly at: number;
  readonly trigger: readonly [number, number];
}

const PRONOUN_DOUBT = 0.15;

type Voice = 'active' | 'passive' | 'noun';

export class FrameFinder {
  readonly clauses: Clauses;
  readonly #sentence: Sentence;
  readonly #resolver: PhraseResolver;

  constructor(passage: Passage, { items }: SentenceRead) {
    this.#sentence = passage.sentence;
    this.#resolver = new PhraseResolver(passage, items);
    this.clauses = new Clauses(items);
  }

  find(index: TriggerIndex): Frame[] {
    // At one place an edge is said once of the same end: by the longest trigger both ends of which are there.
    const filled = new Set<string>();
    const frames = findTriggers(this.#sentence, index).flatMap((found) => {
      const key = `${found.start} ${found.pattern.edge} ${found.trigger.from[0]}`;
      const frames = filled.has(key) ? [] : this.#frames(found);
      if (frames.length > 0) filled.add(key);
      return frames;
    });
    return [...frames, ...index.between.flatMap((it) => this.#between(it, frames))];
  }

  /** "the summit in Lima", where no verb of the sentence says the same, better. */
  #between(pattern: Pattern, said: readonly Frame[]): Frame[] {
    return this.clauses.items.flatMap((item, i): Frame[] => {
      const word = wordOf(this.clauses.items[i + 1]);
      if (item.kind !== 'phrase' || item.phrase.kind === 'pronoun' || !pattern.between.includes(word)) return [];
      if (!item.phrase.nodes.some(({ type }) => pattern.from.has(type))) return [];
      const from = this.#filled(item, pattern.from, UNKNOWN_DOUBT);
      const accepts = (it: Phrase): boolean => this.#resolver.resolve(it, pattern.to, false) !== undefined;
      const to = this.#filled(this.clauses.object(i + 2, accepts), pattern.to);
      const isSaid = said.some(
        (it) => it.pattern.edge === pattern.edge && it.from.nodes.some((one) => from?.nodes.includes(one)),
      );
      if (!from || !to || isSaid) return [];
      const at = i + 1;
      const { start, end } = this.clauses.items[at]!;
      return [
        { pattern, rule: `${pattern.edge}/between:${word}`, isStanding: false, from, to, at, trigger: [start, end] },
      ];
    });
  }

  #frames(found: TriggerFound): Frame[] {
    const { pattern, trigger } = found;
    const at = this.clauses.at(found.start);
    const after = this.clauses.at(Math.max(found.start, found.end - 1)) + 1;
    const voice = trigger.kind === 'noun' ? 'noun' : this.#voice(found, at, after);
    if (!voice || this.#isRefused(found, at)) return [];
    const isOnly = trigger.only.length > 0;
    const said = this.#fill(trigger.from, voice, at, after, pattern.from, isOnly);
    if (!said) return [];
    const from = voice === 'active' && trigger.from[0] === 'subject' ? this.#joined(said, after, pattern.from) : said;
    const own = from.span;
    const isPair = trigger.from.join() === trigger.to.join();
    const to = isPair ? from : this.#fill(trigger.to, voice, at, after, pattern.to, isOnly, own);
    if (!to || (isPair && from.nodes.length < 2)) return [];
    const frame = {
      pattern,
      rule: trigger.rule,
      isStanding: trigger.isStanding,
      from,
      to,
      at,
      trigger: [found.start, found.end] as const,
    };
    return [frame, ...(voice === 'passive' ? this.#gapped(frame) : [])];
  }

  /** Active or passive; undefined where the form is neither: "the launched initiative". */
  #voice({ forms, start, trigger }: TriggerFound, at: number, after: number): Voice | undefined {
    if (!forms.has('participle')) return 'active';
    const group = this.clauses.groupStart(at);
    const auxiliaries = this.clauses.items.slice(group, at).map(wordOf);
    if (auxiliaries.some((it) => ['is', 'are', 'was', 'were', 'be', 'been', 'being'].includes(it))) return 'passive';
    if (auxiliaries.some((it) => AUXILIARIES.has(it))) return 'active';
    if (this.clauses.relativeObject(at, () => true)) return 'active';
    if (!forms.has('past')) return 'passive';
    if (
      trigger.words.length === 1 &&
      ['DET', 'NUM', 'ADJ'].includes(this.#sentence.tokens[start - 1]?.pos ?? '') &&
      wordOf(this.clauses.items[after]) !== 'by'
    )
      return undefined;
    const next = this.clauses.items[after];
    if (this.clauses.isManner(after)) return 'active';
    if (wordOf(next) === 'by' || (posOf(next) === 'ADV' && wordOf(this.clauses.items[after + 1]) === 'by'))
      return 'passive';
    // "held in Geneva", ", organised together with": a participle behind a name and a comma, or before a preposition.
    const isBehindComma = markOf(this.clauses.items[group - 1]) === ',';
    const slots = [...trigger.from, ...trigger.to];
    const needsObject = slots.includes('object');
    return needsObject && (isBehindComma || posOf(next) === 'ADP') && !this.clauses.object(after, () => true)
      ? 'passive'
      : 'active';
  }

  /** Whether words of the clause make it something else, or those that make it this are not in the sentence. */
  #isRefused({ pattern: { unless }, trigger: { only } }: TriggerFound, at: number): boolean {
    const { items } = this.clauses;
    const { tokens } = this.#sentence;
    const says = (words: readonly string[], start: number, end: number): boolean => {
      if (words.length === 0) return false;
      const text = ` ${tokens
        .slice(start, end)
        .map((it) => it.key)
        .join(' ')} `;
      return words.some((it) => text.includes(` ${it} `));
    };
    const [first, last] = [items[this.clauses.start(at)]!, items[this.clauses.end(at) - 1]!];
    return says(unless, first.start, last.end) || (only.length > 0 && !says(only, 0, tokens.length));
  }

  /** The first of the slots that something of these types stands in. */
  #fill(
    slots: readonly Slot[],
    voice: Voice,
    at: number,
    after: number,
    types: ReadonlySet<string>,
    isOnly: boolean,
    not?: readonly [number, number],
  ): Filled | undefined {
    const accepts = (phrase: Phrase): boolean =>
      (!not || phrase.start !== not[0]) && this.#resolver.resolve(phrase, types, false) !== undefined;
    for (const slot of slots) {
      const found = this.#slot(slot, voice, at, after, accepts, types, isOnly);
      if (found) return found;
    }
    return undefined;
  }

  #slot(
    slot: Slot,
    voice: Voice,
    at: number,
    after: number,
    accepts: (phrase: Phrase) => boolean,
    types: ReadonlySet<string>,
    isOnly: boolean,
  ): Filled | undefined {
    const { clauses } = this;
    switch (slot) {
      case 'delegation':
        return this.#slot('object', voice, at, after, (it) => it.role === 'delegation' && accepts(it), types, isOnly);
      case 'main':
        // "attended the funeral": what has an object of its own is not about the occasion of the article.
        if (
          voice === 'active' &&
          !/^(?:this|last|next)$/.test(wordOf(clauses.items[after])) &&
          ['DET', 'ADJ', 'NOUN', 'PROPN'].includes(posOf(clauses.items[after]))
        )
          return undefined;
        return this.#resolver.main(types);
      case 'occasion':
        return this.#resolver.main(types, true);
      case 'body': {
        const bodies = clauses.items.flatMap((it) =>
          it.kind === 'phrase' && it.phrase.body && types.has(it.phrase.body.type) ? [it] : [],
        );
        const [item] = bodies;
        return item && { nodes: [item.phrase.body!], span: [item.start, item.end], role: undefined, doubt: 0 };
      }
      case 'title': {
        const item = clauses.items.find(
          (it, i) => i >= after && i < clauses.end(at) && it.kind === 'phrase' && it.phrase.post && accepts(it.phrase),
        );
        return this.#filled(item?.kind === 'phrase' ? item : undefined, types);
      }
      case 'listed':
        return this.#filled(enumerated(clauses, after, accepts), types);
      case 'is':
        return this.#filled(copula(clauses, at, accepts), types);
      case 'before':
        return this.#filled(clauses.before(at, accepts), types);
      case "'s":
        return this.#filled(owner(clauses, at, accepts), types);
      case 'subject':
        if (voice === 'passive')
          return this.#filled(clauses.behind(['by', 'through', 'under'], after, at, accepts)?.item, types);
        if (voice === 'noun') return this.#filled(subjectOfNoun(clauses, at, accepts), types);
        return this.#filled(clauses.subject(at, accepts), types);
      case 'object':
        if (voice === 'passive') return this.#filled(passiveSubject(clauses, at, accepts), types);
        return this.#filled(
          objectWithin(clauses, at, after, accepts) ??
            clauses.object(after, accepts) ??
            clauses.relativeObject(at, accepts),
          types,
        );
      default: {
        // "members of the Council" is one phrase already when the trigger ends in its first word.
        const inside = clauses.items[after - 1];
        if (inside?.kind === 'phrase' && inside.phrase.role !== undefined && accepts(inside.phrase))
          return this.#filled(inside, types);
        const found = clauses.behind(slot.split('/'), after, at, accepts, isOnly);
        return this.#filled(found?.item, types, found?.isFronted ? UNKNOWN_DOUBT : 0);
      }
    }
  }

  #filled(item: PhraseItem | undefined, types: ReadonlySet<string>, doubt = 0): Filled | undefined {
    const nodes = item && this.#resolver.resolve(item.phrase, types, true);
    if (!item || !nodes) return undefined;
    const { kind, role, start, end } = item.phrase;
    const isFound = kind === 'capitals' || kind === 'nominal' || !nodes.every((it) => item.phrase.nodes.includes(it));
    const more = kind === 'pronoun' ? PRONOUN_DOUBT : isFound ? UNKNOWN_DOUBT : 0;
    return { nodes, span: [start, end], role, doubt: doubt + more };
  }

  /** "Peru launched the initiative together with Kenya": those who did it, too. */
  #joined(from: Filled, after: number, types: ReadonlySet<string>): Filled {
    const accepts = (it: Phrase): boolean => this.#resolver.resolve(it, types, false) !== undefined;
    const more = this.#filled(comitative(this.clauses, after, accepts), types);
    return more ? { ...from, nodes: [...new Set([...from.nodes, ...more.nodes])] } : from;
  }

  /** "A is represented by P, B by Q and C by R": the verb is said once. */
  #gapped(frame: Frame): Frame[] {
    const { items } = this.clauses;
    const frames: Frame[] = [];
    const isBy = (i: number): boolean => wordOf(items[i]) === 'by';
    for (let i = frame.at + 1; i < items.length - 2; i++) {
      const [patient, by, agent] = [items[i]!, i + 1, items[i + 2]!];
      if (!isBy(by) || patient.kind === 'word' || patient.kind === 'title') continue;
      if (
        this.clauses.isFinite(i - 1) ||
        this.clauses.items
          .slice(frame.at + 1, i)
          .some((_, n) => this.clauses.isFinite(frame.at + 1 + n) && !isBy(frame.at + 2 + n) && n > 30)
      )
        break;
      const [one, two] = [asPhrase(patient), asPhrase(agent)];
      const [fromItem, toItem] =
        frame.pattern.from.has(frame.from.nodes[0]!.type) && frame.from.span && frame.from.span[0] > frame.trigger[0]
          ? [two, one]
          : [one, two];
      const from = fromItem && this.#filled(fromItem, frame.pattern.from, UNKNOWN_DOUBT);
      const to = toItem && this.#filled(toItem, frame.pattern.to, UNKNOWN_DOUBT);
      if (from && to && !frames.some((it) => it.from.span?.[0] === from.span?.[0])) frames.push({ ...frame, from, to });
    }
    return frames;
  }
}
