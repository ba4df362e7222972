/**
 * Texts that edges share, by code: a few distinct ones, of which each edge has one.
 *
 * Neighbours are joined: a text made of three of them is one look-up and not three, which is what a million edges feel.
 */
import type { EdgeNumber } from '../store/edge-table.ts';

export interface CodedText {
  /** How many codes there are. */
  readonly size: number;
  readonly code: (edge: EdgeNumber) => number;
  readonly text: (code: number) => string;
}

/** A text is that of a code, or made anew for each edge. */
export type EdgeText = CodedText | ((edge: EdgeNumber) => string);

/** So many joint texts are worth keeping. */
const MOST_JOINED = 4096;

export const constantText = (text: string): CodedText => ({ size: 1, code: () => 0, text: () => text });

/** One function for texts that stand one behind the other. */
export function joinTexts(texts: readonly EdgeText[]): (edge: EdgeNumber) => string {
  const parts = joinNeighbours(texts).map((it) => (typeof it === 'function' ? it : keptText(it)));
  const [first, ...others] = parts;
  if (!first) return () => '';
  if (others.length === 0) return first;
  return (edge) => {
    let all = first(edge);
    for (let i = 0; i < others.length; i++) all += others[i]!(edge);
    return all;
  };
}

function joinNeighbours(texts: readonly EdgeText[]): EdgeText[] {
  const joined: EdgeText[] = [];
  for (const text of texts) {
    const last = joined.at(-1);
    const small = typeof text === 'object' && typeof last === 'object' && text.size * last.size <= MOST_JOINED;
    if (small) joined[joined.length - 1] = joinTwo(last, text);
    else joined.push(text);
  }
  return joined;
}

function joinTwo(a: CodedText, b: CodedText): CodedText {
  if (a.size === 1) return { ...b, text: (code) => a.text(0) + b.text(code) };
  if (b.size === 1) return { ...a, text: (code) => a.text(code) + b.text(0) };
  const { size } = b;
  return {
    size: a.size * size,
    code: (edge) => a.code(edge) * size + b.code(edge),
    text: (code) => a.text(Math.floor(code / size)) + b.text(code % size),
  };
}

function keptText({ size, code, text }: CodedText): (edge: EdgeNumber) => string {
  if (size === 1) {
    const only = flat(text(0));
    return () => only;
  }
  const kept: (string | undefined)[] = [];
  return (edge) => {
    const it = code(edge);
    return (kept[it] ??= flat(text(it)));
  };
}

/**
 * The same text in one stretch of memory. A text that was put together is kept as its parts until somebody looks into
 * it; what is to be copied a million times is looked into first.
 */
export function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}
