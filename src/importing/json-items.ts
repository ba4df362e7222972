/**
 * JSON of other programs: parsed as a whole, and where an item of a list stands in its text.
 *
 * A parser that keeps places would take ten times as long; a problem has a place all the same, because the text is gone
 * through again for it.
 */
import type { Position } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { PropertyValue } from '../facts/fact.ts';
import { Malformed } from './foreign-graph.ts';
import { brokenFile } from './problems.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value of a JSON file. Throws `Malformed`. */
export function readJson(file: SourceFile, format: string, text: string = file.text, start = 0): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    const offset = /position (\d+)/.exec(message)?.[1];
    const at = file.positionAt(start + (offset === undefined ? text.length : Number(offset)));
    throw new Malformed(brokenFile(at, format, message.replace(/ in JSON at position.*$/s, '')));
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an object says of a thing: texts, numbers, truths and lists of these. Anything deeper, and null, is left out. */
export function attributesOf(object: JsonObject, without: readonly string[] = []): Record<string, PropertyValue> {
  const attributes: Record<string, PropertyValue> = {};
  for (const [name, value] of Object.entries(object)) {
    if (without.includes(name)) continue;
    if (isScalar(value) || (Array.isArray(value) && value.every(isScalar))) attributes[name] = value;
  }
  return attributes;
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** A text or a number as the text of an id; undefined for anything else. */
export const idText = (value: unknown): string | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;

/** The objects of a list that lies at `path`, with their places. Throws `Malformed` where an item is no object. */
export function* itemsAt(
  file: SourceFile,
  value: unknown,
  path: readonly string[],
  format: string,
): Generator<{ readonly item: JsonObject; readonly at: Position }> {
  let list: unknown = value;
  for (const key of path) list = isObject(list) ? list[key] : undefined;
  if (list === undefined) return;
  if (!Array.isArray(list)) {
    throw new Malformed(brokenFile(file.positionAt(0), format, `"${path.join('.')}" is not a list`));
  }
  const starts = startsOfItems(file.text, path);
  for (const [i, item] of list.entries()) {
    const at = file.positionAt(starts[i] ?? 0);
    if (!isObject(item)) throw new Malformed(brokenFile(at, format, `this item of "${path.join('.')}" is no object`));
    yield { item, at };
  }
}

/** What is open around a place in the text: an object with the key that was read last, or a list. */
interface Frame {
  readonly isList: boolean;
  /** Whether it is the list that is looked for. */
  readonly isWanted: boolean;
  key: string;
}

/** The offsets at which the items of the list at `path` begin, in a text that is JSON. */
function startsOfItems(text: string, path: readonly string[]): number[] {
  const starts: number[] = [];
  const open: Frame[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    if (' \n\r\t,:'.includes(letter)) continue;
    const around = open.at(-1);
    if (letter === '}' || letter === ']') {
      open.pop();
      if (around?.isWanted) return starts;
      continue;
    }
    if (around?.isWanted) starts.push(i);
    if (letter === '{' || letter === '[') {
      const isAtPath = open.length === path.length && open.every((it, depth) => !it.isList && it.key === path[depth]);
      open.push({ isList: letter === '[', isWanted: letter === '[' && isAtPath, key: '' });
    } else if (letter === '"') {
      const start = i;
      i = endOfString(text, i);
      // Whether it is a key or a value: a value is followed by another key before anyone asks.
      if (around && !around.isList) around.key = text.slice(start + 1, i);
    } else while (i + 1 < text.length && !',}] \n\r\t'.includes(text[i + 1] ?? '')) i++;
  }
  return starts;
}

/** The place of the quote that closes the text which begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}
