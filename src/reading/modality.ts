/**
 * How a claim is told: as a fact, a plan, an offer, a call, a possibility, a denial, or as somebody's words.
 *
 * One closed table of words (the lexicon's) is looked up among the auxiliaries of the trigger and in what rules it: the
 * verb of whose complement it is a part, up to the beginning of the clause. Whoever says it is found separately, since
 * what is said may be planned, too.
 */
import { foldText } from '../base/fold-text.ts';
import type { Clauses } from './clauses.ts';
import type { DocumentNode } from './document-node.ts';
import { nounForms, verbForms } from './inflect.ts';
import type { ClaimModality, Lexicon } from './lexicon.ts';
import { markOf, posOf, wordOf } from './phrase.ts';
import type { Sentence } from './tokens.ts';

export interface Telling {
  readonly modality: ClaimModality;
  /** Who is reported as saying it. */
  readonly saidBy: DocumentNode | undefined;
  readonly isQuoted: boolean;
}

/** What settles it comes first. */
const ORDER: readonly ClaimModality[] = ['NEGATED', 'CALLED_FOR', 'HYPOTHETICAL', 'OFFERED', 'PLANNED'];
/** As far back as a governor rules, in items. */
const REACH = 14;

/** What stands behind these happened already, whatever was agreed after it. */
const BREAKS: ReadonlySet<string> = new Set(['following', 'after', 'since', 'despite', 'amid']);

interface Words {
  /** First word → further words, and what it makes of the claim. */
  readonly governors: ReadonlyMap<string, readonly { rest: readonly string[]; modality: ClaimModality }[]>;
  readonly auxiliaries: ReadonlyMap<string, ClaimModality>;
  readonly reporting: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const compiled = new WeakMap<Lexicon, Words>();

function wordsOf(lexicon: Lexicon): Words {
  let words = compiled.get(lexicon);
  if (words) return words;
  const governors = new Map<string, { rest: string[]; modality: ClaimModality }[]>();
  const auxiliaries = new Map<string, ClaimModality>();
  const reporting = new Map<string, string[][]>();
  const formsOf = (first: string): string[] => [...new Set([...verbForms(first).keys(), ...nounForms(first)])];
  for (const it of lexicon.modality) {
    for (const auxiliary of it.auxiliaries) auxiliaries.set(foldText(auxiliary), it.modality);
    for (const governor of it.governors) {
      const [first = '', ...rest] = foldText(governor).split(' ');
      for (const form of formsOf(first))
        governors.set(form, [...(governors.get(form) ?? []), { rest, modality: it.modality }]);
    }
  }
  for (const verb of lexicon.reporting) {
    const [first = '', ...rest] = foldText(verb).split(' ');
    for (const form of verbForms(first).keys()) reporting.set(form, [...(reporting.get(form) ?? []), rest]);
  }
  words = { governors, auxiliaries, reporting };
  compiled.set(lexicon, words);
  return words;
}

export class ModalityReader {
  readonly #clauses: Clauses;
  readonly #sentence: Sentence;
  readonly #lexicon: Lexicon;
  readonly #words: Words;

  constructor(clauses: Clauses, sentence: Sentence, lexicon: Lexicon) {
    this.#clauses = clauses;
    this.#sentence = sentence;
    this.#lexicon = lexicon;
    this.#words = wordsOf(lexicon);
  }

  /** How the trigger at item `at` is told. */
  of(at: number, speaker?: DocumentNode): Telling {
    const found = new Set<ClaimModality>();
    const group = this.#clauses.groupStart(at);
    this.#auxiliaries(group, at, found);
    // "said that it would host": what will be, told later.
    const told = this.#speaker(at);
    const isTold = told !== undefined && !this.#clauses.items.slice(group, at).some((it) => wordOf(it) === 'have');
    if (isTold && this.#clauses.items.slice(group, at).some((it) => wordOf(it) === 'would')) {
      found.delete('HYPOTHETICAL');
      found.add('PLANNED');
    }
    this.#governors(group, found);
    this.#condition(at, found);
    const modality = ORDER.find((it) => found.has(it)) ?? 'FACT';
    const token = this.#clauses.items[at]!.start;
    const isQuoted = this.#sentence.quoted.some(([start, end]) => token >= start && token < end && end - start > 4);
    const saidBy = told ?? (isQuoted ? speaker : undefined);
    return { modality: modality === 'FACT' && saidBy ? 'REPORTED' : modality, saidBy, isQuoted };
  }

  #auxiliaries(group: number, at: number, found: Set<ClaimModality>): void {
    const { items } = this.#clauses;
    for (let i = group; i < at; i++) {
      const pair = `${wordOf(items[i])} ${wordOf(items[i + 1])}`;
      const modality = this.#words.auxiliaries.get(wordOf(items[i])) ?? this.#words.auxiliaries.get(pair);
      if (modality) found.add(modality);
    }
    // "is to be held", "are to meet": the infinitive parts the auxiliary from the verb.
    if (wordOf(items[group - 1]) === 'to') {
      const modality = this.#words.auxiliaries.get(`${wordOf(items[group - 2])} to`);
      // ", to be held in May"
      const isToCome = markOf(items[group - 2]) === ',' && wordOf(items[group]) === 'be';
      if (modality ?? isToCome) found.add(modality ?? 'PLANNED');
    }
  }

  /** Verbs and nouns of whose complement the trigger is a part: "offered to host", "plans for the signing of". */
  #governors(group: number, found: Set<ClaimModality>): void {
    const { items } = this.#clauses;
    const opening = this.#clauses.start(group) - 1;
    // "denied reports that", "demanded that": what rules the whole clause.
    for (let i = opening - 1; i > opening - 4 && wordOf(items[opening]) === 'that'; i--) {
      const [first] = this.#words.governors.get(wordOf(items[i])) ?? [];
      if (first && first.rest.length === 0 && posOf(items[i]) === 'VERB') found.add(first.modality);
    }
    const begin = Math.max(opening + 1, group - REACH);
    let isRuled =
      ['to', 'for', 'of', 'on', 'from', 'not', 'without', 'the', 'in', 'at'].includes(wordOf(items[group - 1])) ||
      /ing$/.test(wordOf(items[group])) ||
      (items[group]?.kind === 'word' && posOf(items[group]) === 'NOUN');
    for (let i = group - 1; i >= begin; i--) {
      const key = wordOf(items[i]);
      if (key === 'to' || key === 'for' || key === 'on') isRuled = true;
      // "decided not to hand over"
      if (key === 'not' && wordOf(items[i + 1]) === 'to') found.add('NEGATED');
      const governors = this.#words.governors.get(key) ?? [];
      const match = governors.find(({ rest }) => rest.every((word, n) => wordOf(items[i + 1 + n]) === word));
      if (match && (isRuled || i > group - 3)) {
        found.add(match.modality);
        // What rules it may be ruled itself: "did not agree to host", "would be ready to".
        this.#auxiliaries(this.#clauses.groupStart(i), i, found);
      } else if (BREAKS.has(key)) return;
      else if (this.#clauses.isFinite(i) && posOf(items[i]) === 'VERB' && wordOf(items[i + 1]) !== 'by') return;
      // "will be responsible for hosting"
      else if (isRuled && key === 'be') this.#auxiliaries(this.#clauses.groupStart(i), i, found);
    }
  }

  /** "if the parties agree" behind it, "if", "whether" before it; "neither" in its clause. */
  #condition(at: number, found: Set<ClaimModality>): void {
    const { items } = this.#clauses;
    const opener = wordOf(items[this.#clauses.start(at) - 1]);
    const closer = wordOf(items[this.#clauses.end(at)]);
    for (let i = this.#clauses.start(at); i < at; i++) if (wordOf(items[i]) === 'neither') found.add('NEGATED');
    if (['if', 'whether', 'unless'].includes(opener) || ['if', 'unless'].includes(closer)) found.add('HYPOTHETICAL');
  }

  /** Who says what stands at item `at`: "P said that …", "…, P said", "according to P", "P spoke about the launch". */
  #speaker(at: number): DocumentNode | undefined {
    const { items } = this.#clauses;
    for (let i = at - 1; i >= 0; i--) {
      if (!this.#reports(i)) continue;
      const isNear = wordOf(items[i + 1]) === 'that' || this.#clauses.start(at) <= i || this.#clauses.end(i) <= at;
      const subject = isNear ? this.#clauses.subject(i, (it) => it.nodes.length === 1) : undefined;
      if (subject && subject.start < items[at]!.start) return subject.phrase.nodes[0];
      if (subject) break;
    }
    // "…, P said." and "…, said P."
    for (let i = items.length - 1; i > at; i--) {
      if (!this.#reports(i)) continue;
      const before = items[i - 1];
      const after = items[i + 1];
      const opens = (n: number): boolean => /^[,”"»’]$/.test(markOf(items[n]));
      if (before?.kind === 'phrase' && opens(i - 2) && !this.#isPublisher(i - 2) && before.phrase.nodes.length === 1)
        return before.phrase.nodes[0];
      if (opens(i - 1) && after?.kind === 'phrase' && !this.#isPublisher(i - 1)) return after.phrase.nodes[0];
      break;
    }
    return this.#accordingTo();
  }

  #accordingTo(): DocumentNode | undefined {
    const { items } = this.#clauses;
    const at = items.findIndex((it, i) => wordOf(it) === 'according' && wordOf(items[i + 1]) === 'to');
    if (at === -1 || this.#isPublisher(at)) return undefined;
    const said = this.#clauses.object(at + 2, (it) => it.nodes.length === 1);
    return said?.phrase.nodes[0];
  }

  #reports(i: number): boolean {
    const item = this.#clauses.items[i];
    if (item?.kind !== 'word' || item.token.isCapital || !['VERB', 'NOUN', 'AUX'].includes(item.token.pos))
      return false;
    const rests = this.#words.reporting.get(item.token.key);
    const isVerb = item.token.pos === 'VERB' || wordOf(this.#clauses.items[i + 1]) === 'that';
    return (
      isVerb &&
      (rests?.some((rest) => rest.every((word, n) => wordOf(this.#clauses.items[i + 1 + n]) === word)) ?? false)
    );
  }

  /** Whether the words from item `i` on name a press service or an agency: they pass on and say nothing themselves. */
  #isPublisher(i: number): boolean {
    const start = this.#clauses.items[i]?.start ?? 0;
    const words = this.#sentence.tokens
      .slice(start)
      .map((it) => it.key)
      .join(' ');
    return this.#lexicon.publishers.some((it) => words.includes(it));
  }

  /** The one who speaks in the sentence, whatever is said: for what is quoted in the next. */
  speaker(): DocumentNode | undefined {
    for (let i = this.#clauses.items.length - 1; i >= 0; i--) {
      if (!this.#reports(i)) continue;
      const subject = this.#clauses.subject(i, (it) => it.nodes.length === 1);
      if (subject) return subject.phrase.nodes[0];
    }
    return undefined;
  }
}
