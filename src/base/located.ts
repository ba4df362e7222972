/**
 * Values with their places: what a YAML file says, before anyone asks what it means.
 *
 * Dossiers, mappings and a caller's plain objects are all read from this one form, so they obey one set of rules.
 */
import { isTorn } from './composed.ts';
import type { Position } from './problem.ts';

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly value: string | number | bigint | boolean | null;
  /** As it was written: `2024` and `004` are numbers to YAML and still dates and codes to us. */
  readonly text: string;
  /** True for the text of a table's cell, which is all that a table knows: a number is written there like any text. */
  readonly isCell?: true;
  readonly at: Position | undefined;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly items: readonly Located[];
  readonly at: Position | undefined;
}

export interface LocatedMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, LocatedEntry>;
  readonly at: Position | undefined;
}

export interface LocatedEntry {
  readonly keyAt: Position | undefined;
  readonly value: Located;
}

export type Located = LocatedScalar | LocatedList | LocatedMap;

/** The value under a key, or undefined. */
export function findEntry(map: LocatedMap, key: string): Located | undefined {
  return map.entries.get(key)?.value;
}

/** A copy that keeps what the value says now, where the value itself will be filled anew. */
export function detached<Value extends Located>(value: Value): Value;
export function detached(value: Located): Located {
  if (value.kind === 'list') return { ...value, items: value.items.map((it) => detached(it)) };
  if (value.kind === 'map') {
    const entries = [...value.entries].map(([key, it]) => [key, { ...it, value: detached(it.value) }] as const);
    return { ...value, entries: new Map(entries) };
  }
  const { kind, text, at } = value;
  return value.isCell ? { kind, value: text, text, isCell: true, at } : value;
}

/** What a value is, in words for a sentence: `a list`, `a map`, `nothing`, `the number 3`, `the text "x"`. */
export function describeValue(value: Located): string {
  if (value.kind !== 'scalar') return `a ${value.kind}`;
  if (value.value === null) return 'nothing';
  if (typeof value.value === 'string') return `the text "${shorten(value.value)}"`;
  return `${typeof value.value === 'boolean' ? 'the word' : 'the number'} ${shorten(value.text)}`;
}

/** A text short enough for a sentence; half a character, which a cut may leave too, is shown as a mark. */
export function shorten(text: string, length = 60): string {
  const short = text.length <= length ? text : `${text.slice(0, length - 1)}…`;
  return isTorn(short) ? short.replace(/\p{Surrogate}/gu, '\ufffd') : short;
}

/** A plain JavaScript value in this form, with the place that a caller's value has. What is undefined is left out. */
export function locate(value: unknown, at?: Position): Located {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((it) => locate(it, at)), at };
  if (typeof value === 'object' && value !== null) {
    const entries = new Map<string, LocatedEntry>();
    // A loop, and not a list of pairs: a million records are read so.
    for (const key of Object.keys(value)) {
      const its = (value as Readonly<Record<string, unknown>>)[key];
      if (its !== undefined) entries.set(key, { keyAt: at, value: locate(its, at) });
    }
    return { kind: 'map', entries, at };
  }
  const isPlain = ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
  return { kind: 'scalar', value: isPlain ? (value as LocatedScalar['value']) : null, text: String(value), at };
}

/** Names as a sentence joins them: `a, b or c`; long lists are cut. */
export function listed(names: Iterable<string>, last: 'and' | 'or'): string {
  const all = [...new Set(names)];
  const shown = all.length > 6 ? [...all.slice(0, 5), `${all.length - 5} more`] : all;
  const end = shown.pop() ?? 'nothing';
  return shown.length === 0 ? end : `${shown.join(', ')} ${last} ${end}`;
}

/**
 * Whether there are objects and lists within a value, one in the other, beyond so many levels. It is asked before anything
 * goes down into them that might not come up again.
 */
export const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((it) => isDeeper(it, levels - 1)));
