/**
 * JSON of other programs: parsed as a whole, and where an item of a list stands in its text.
 *
 * A parser that keeps places would take ten times as long; a problem has a place all the same, because the text is gone
 * through again for it.
 */
import type { Position } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { PropertyValue } from '../facts/fact.ts';
import { countOne, Malformed } from './foreign-graph.ts';
import { brokenFile } from './problems.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Values of whole files: a file is parsed to see what it is, and again by the reader that it is for. */
const parsed = new WeakMap<SourceFile, { readonly value: unknown }>();

/** The value of a JSON file, or of a part of it that begins at `start`. Throws `Malformed`. */
export function readJson(file: SourceFile, format: string, text: string = file.text, start = 0): unknown {
  const known = text === file.text ? parsed.get(file) : undefined;
  if (known) return known.value;
  try {
    const value: unknown = JSON.parse(text);
    if (text === file.text) parsed.set(file, { value });
    return value;
  } catch (error) {
    const { message } = error as SyntaxError;
    const said = /position (\d+)/.exec(message)?.[1];
    const offset = said === undefined ? offsetOfFault(text, message) : Number(said);
    const reason = message.replace(/ in JSON at position.*$|, (?:\.\.\.)?".*$/s, '');
    throw new Malformed(brokenFile(file.positionAt(start + offset), format, reason));
  }
}

/** How a parser begins that has met a token out of place; it quotes what is around it, and does not say where it is. */
const OUT_OF_PLACE = 'Unexpected token';

/** Where it stands: behind the longest beginning of the text that is merely cut short. */
function offsetOfFault(text: string, message: string): number {
  if (!message.startsWith(OUT_OF_PLACE)) return text.length;
  const around = /, (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1] ?? '';
  let sound = Math.max(0, text.indexOf(around));
  let faulty = around === '' ? text.length : text.lastIndexOf(around) + around.length;
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (isOutOfPlace(text.slice(0, middle))) faulty = middle;
    else sound = middle;
  }
  return sound;
}

function isOutOfPlace(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return (error as SyntaxError).message.startsWith(OUT_OF_PLACE);
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** So deep, and so many, are attributes within attributes. */
const DEEPEST = 5;
const MOST_ATTRIBUTES = 1000;

/**
 * What an object says of a thing: texts, numbers, truths and lists of these. What lies in an object within it is called
 * by both names, `meta.born`; null says nothing. A list of objects or lists has no place: its name is counted in `leftOut`.
 */
export function attributesOf(
  object: JsonObject,
  without: readonly string[] = [],
  leftOut: Map<string, number> = new Map(),
): Record<string, PropertyValue> {
  const attributes: Record<string, PropertyValue> = {};
  let count = 0;
  const add = (of: JsonObject, before: string, depth: number): void => {
    for (const [key, value] of Object.entries(of)) {
      const name = before + key;
      // To assign to `__proto__` would make the value the object's nature.
      if ((depth === 0 && without.includes(key)) || name === '__proto__' || value === null) continue;
      const list = Array.isArray(value) ? value.filter((it) => it !== null) : undefined;
      if (isObject(value) && depth < DEEPEST) add(value, `${name}.`, depth + 1);
      else if ((list ?? [value]).every(isScalar) && count++ < MOST_ATTRIBUTES)
        attributes[name] = (list ?? value) as PropertyValue;
      else countOne(leftOut, name);
    }
  };
  add(object, '', 0);
  return attributes;
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/**
 * A text or a number as the text of an id; undefined for anything else. Throws `Malformed` for a number so large that
 * another one would be read as the same.
 */
export function idText(value: unknown, at: Position, format: string): string | undefined {
  if (isInexact(value))
    throw new Malformed(brokenFile(at, format, 'it has an id of too many digits. Write it as a text'));
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;
}

/** Whether a number may have been another one in the file. */
export const isInexact = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);

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
  const starts = startsOfItems(file, path, format);
  for (const [i, item] of list.entries()) {
    const at = file.positionAt(starts[i] ?? 0);
    if (!isObject(item)) throw new Malformed(brokenFile(at, format, `this item of "${path.join('.')}" is no object`));
    yield { item, at };
  }
}

/** The lists of objects in the list that is called so, each with its place; none where there is no such list. */
export function listsAt(
  file: SourceFile,
  value: JsonObject,
  key: string,
  format: string,
): readonly { readonly list: readonly JsonObject[]; readonly at: Position }[] {
  const lists = value[key];
  if (lists === undefined) return [];
  const at = file.positionAt(0);
  const isListOfLists = Array.isArray(lists) && lists.every((it) => Array.isArray(it) && it.every(isObject));
  if (!isListOfLists) throw new Malformed(brokenFile(at, format, `"${key}" is no list of lists of objects`));
  const starts = startsOfItems(file, [key], format);
  return lists.map((list: readonly JsonObject[], i) => ({ list, at: file.positionAt(starts[i] ?? 0) }));
}

/** What is open around a place in the text: an object with the key that was read last, or a list. */
interface Frame {
  readonly isList: boolean;
  /** Of an object: its keys up to here, and whether the next text is one. */
  readonly keys: Set<string>;
  expectsKey: boolean;
  /** Whether it is the list that is looked for. */
  readonly isWanted: boolean;
  key: string;
}

/**
 * The offsets at which the items of the list at `path` begin, in a text that is JSON. Throws `Malformed` for a key that stands
 * twice in an object: a parser takes the last in silence.
 */
function startsOfItems(file: SourceFile, path: readonly string[], format: string): number[] {
  const { text } = file;
  const starts: number[] = [];
  const open: Frame[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    const around = open.at(-1);
    if (letter === ',' && around) around.expectsKey = !around.isList;
    if (' \n\r\t,:'.includes(letter)) continue;
    if (letter === '}' || letter === ']') {
      open.pop();
      continue;
    }
    if (around?.isWanted) starts.push(i);
    if (letter === '{' || letter === '[') {
      const isAtPath = open.length === path.length && open.every((it, depth) => !it.isList && it.key === path[depth]);
      const isList = letter === '[';
      open.push({ isList, isWanted: isList && isAtPath, key: '', keys: new Set(), expectsKey: !isList });
    } else if (letter === '"') {
      const start = i;
      i = endOfString(text, i);
      if (!around?.expectsKey) continue;
      around.expectsKey = false;
      around.key = keyOf(text.slice(start, i + 1));
      if (around.keys.has(around.key)) {
        const reason = `the key "${around.key}" stands twice in one object. Keep one of them`;
        throw new Malformed(brokenFile(file.positionAt(start, i + 1 - start), format, reason));
      }
      around.keys.add(around.key);
    } else while (i + 1 < text.length && !',}] \n\r\t'.includes(text[i + 1] ?? '')) i++;
  }
  return starts;
}

const keyOf = (quoted: string): string =>
  quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);

/** The place of the quote that closes the text which begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}
