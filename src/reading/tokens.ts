/**
 * Sentences and tokens of an article, each with its offsets.
 *
 * Tokens are our own, so that every script, apostrophe and soft hyphen is where the text has it; which part of speech a
 * token is, wink's model says, which knows English. Both are linear in the text: no sentence is longer than
 * `LONGEST_SENTENCE`, so what compares the words of a sentence with each other stays linear, too.
 */
import winkModel from 'wink-eng-lite-web-model';
import wink, { type WinkMethods } from 'wink-nlp';
import { foldText } from '../base/fold-text.ts';
import type { Article } from './article.ts';

export interface Token {
  readonly text: string;
  /** Folded: plain Latin letters in lower case, so that "Әлімбаев" and "Alimbaev" are alike; empty for punctuation. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Of the universal tags: NOUN, PROPN, VERB, AUX, ADP, DET, ADJ, ADV, PRON, NUM, PUNCT … */
  readonly pos: string;
  readonly isCapital: boolean;
}

export interface Sentence {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly isHeadline: boolean;
  /** Spans in quotation marks, as token numbers, ends excluded. */
  readonly quoted: readonly (readonly [number, number])[];
}

const LONGEST_SENTENCE = 250;
/** How much wink is given at once. */
const CHUNK = 20_000;
/** U.N. · 34th · d'Ivoire · words with soft hyphens · numbers · 's · one mark. */
const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{N}+(?:st|nd|rd|th)\b|\p{N}+(?:[.,:/]\p{N}+)*|[’']s\b|\p{L}[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]*(?:[’'ʻʼ](?!s\b)\p{L}[\p{L}\p{M}\p{N}\u00ad]*)*|[^\s]/gu;
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|st|gen|sen|rep|col|lt|prof|hon|no|vs|jan|feb|mar|apr|aug|sept|sep|oct|nov|dec|[a-z])$/;
/** No word, and wink would look for an address of mail at each of its letters. */
const LONG_RUN = /\S{80,}/g;
const OPENING = /^["“„«‘‹]$/;
const CLOSING = /^["”“»’›]$/;

let model: WinkMethods | undefined;

/** All sentences, one after the other, so that only those of one chunk are in memory. The dateline belongs to none. */
export function* sentencesOf({ text, dateline, lines }: Article): Generator<Sentence> {
  for (const line of lines) {
    const start = dateline && dateline.start >= line.start && dateline.end <= line.end ? dateline.end : line.start;
    let inQuote = false;
    for (const [from, to] of chunksOf(text, start, line.end)) {
      for (const span of splitSentences(tokensOf(text, from, to))) {
        const quotes = quotesIn(span, inQuote);
        inQuote = quotes.isOpen;
        const [first, last] = [span[0]!, span.at(-1)!];
        const place = { line: line.number, start: first.start, end: last.end, isHeadline: line.isHeadline };
        yield { ...place, tokens: span, quoted: quotes.spans };
      }
    }
  }
}

/** A line in pieces that end at spaces. */
function* chunksOf(text: string, start: number, end: number): Generator<readonly [number, number]> {
  for (let from = start; from < end; ) {
    let to = Math.min(end, from + CHUNK);
    while (to < end && to > from + CHUNK / 2 && !/\s/.test(text.charAt(to))) to--;
    yield [from, to];
    from = to;
  }
}

/** The tokens of `text` from `from` to `to`. */
export function tokensOf(text: string, from = 0, to: number = text.length): Token[] {
  const piece = text.slice(from, to);
  const tags = partsOfSpeech(piece);
  return Array.from(piece.matchAll(TOKEN), (match) => {
    const [word] = match;
    const start = from + match.index;
    const key = keyOf(word);
    const isCapital = /^\p{Lu}/u.test(word);
    const pos = key === '' ? 'PUNCT' : (tags.get(match.index) ?? (isCapital ? 'PROPN' : 'NOUN'));
    return { text: word, key: key.replace(/ /g, ''), start, end: start + word.length, pos, isCapital };
  });
}

const keyOf = (word: string): string =>
  /^[a-z\d]+$/i.test(word)
    ? word.toLowerCase()
    : /[\p{L}\p{N}]/u.test(word)
      ? foldText(word.replace(/[\u00ad\u200b-\u200d.]/g, ''))
      : '';

/** Which part of speech begins where. wink cuts words at letters beyond Latin-1, so it reads a copy in plain ones. */
function partsOfSpeech(piece: string): Map<number, string> {
  model ??= wink(winkModel, ['sbd', 'pos']);
  const plain = piece.replace(/[^\0-\x7f]/gu, plainLetter).replace(LONG_RUN, (run) => 'x'.repeat(run.length));
  const tokens = model.readDoc(plain).tokens();
  const [words, tags] = [tokens.out(), tokens.out(model.its.pos) as string[]];
  const found = new Map<number, string>();
  let at = 0;
  words.forEach((word, i) => {
    const start = plain.indexOf(word, at);
    if (start === -1 || start > at + 1000) return;
    found.set(start, tags[i]!);
    // We part words at hyphens, and wink does not always.
    for (let part = word.indexOf('-'); part !== -1 && part < 40; part = word.indexOf('-', part + 1))
      found.set(start + part + 1, tags[i]!);
    at = start + word.length;
  });
  return found;
}

/** One plain letter or mark for one character, of the same length. */
function plainLetter(letter: string): string {
  const base = letter.normalize('NFD').charAt(0);
  const plain = /[’‘ʼʻ]/.test(letter) ? "'" : /[“”„«»]/.test(letter) ? '"' : /[–—‑]/.test(letter) ? '-' : base;
  const known = /^[\0-\x7f]$/.test(plain) ? plain : /\p{Lu}/u.test(letter) ? 'X' : /\p{L}/u.test(letter) ? 'x' : ' ';
  return known.padEnd(letter.length, 'x');
}

function splitSentences(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  tokens.forEach((token, i) => {
    sentence.push(token);
    if (sentence.length < LONGEST_SENTENCE && !endsAt(tokens, i)) return;
    sentences.push(sentence);
    sentence = [];
  });
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

/** Whether a sentence ends behind token `i`: at a stop or a quotation mark behind one, if what follows may begin one. */
function endsAt(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i]!, tokens[i + 1]];
  if (!next) return true;
  const isStop = (it: Token | undefined): boolean => it !== undefined && /^[.!?…]$/.test(it.text);
  if (CLOSING.test(token.text) && isStop(tokens[i - 1])) {
    // "…," he said goes on; a quotation that ends in a stop goes on only in small letters.
    return next.start > token.end && (next.isCapital || OPENING.test(next.text) || next.pos === 'NUM');
  }
  if (!isStop(token) || (CLOSING.test(next.text) && next.start === token.end)) return false;
  if (next.start === token.end || isStop(next)) return false;
  if (token.text === '.' && ABBREVIATION.test(tokens[i - 1]?.key ?? '')) return false;
  return next.isCapital || next.key === '' || /\p{N}|\p{Lo}/u.test(next.text);
}

function quotesIn(tokens: readonly Token[], wasOpen: boolean): { spans: [number, number][]; isOpen: boolean } {
  const spans: [number, number][] = [];
  let open = wasOpen ? 0 : -1;
  tokens.forEach((token, i) => {
    if (open === -1 && OPENING.test(token.text)) {
      if (token.text !== '‘' || tokens[i + 1]?.isCapital) open = i + 1;
    } else if (open !== -1 && CLOSING.test(token.text) && token.text !== '’') {
      spans.push([open, i]);
      open = -1;
    }
  });
  if (open !== -1) spans.push([open, tokens.length]);
  return { spans, isOpen: open !== -1 && spans.length > 0 && tokens.some((it) => /^[“„«"]$/.test(it.text)) };
}
