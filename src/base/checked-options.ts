/**
 * Options and arguments of the Node API, judged when they come.
 *
 * TypeScript holds callers to the types, JavaScript and `any` do not, and an option that is misspelt must not be taken
 * for one that was left out. Each method has one table, option → kind; the table is typed by the options, so a name that
 * is missing in either does not compile.
 */
import { nearest } from './did-you-mean.ts';
import { KnowledgeError } from './knowledge-error.ts';

/** What values an option takes. */
export interface Kind<T> {
  /** The values in words, to stand behind "takes": `a whole number from 1 on`. */
  readonly words: string;
  /** The value as it is used; undefined when it is not of this kind. */
  read(value: unknown): T | undefined;
  /** The words it takes, when these can be listed: for "Did you mean". */
  readonly choices?: readonly string[];
}

/** One kind for each option of `Options`. */
export type OptionTable<Options> = {
  readonly [Name in keyof Required<Options>]: Kind<Exclude<Options[Name], undefined>>;
};

/**
 * The options given to `method`, as they are used: those that are undefined are left out.
 * Throws `unknown-option` with the nearest name, `bad-option` with what it takes.
 * @example
 * const table = { first: wholeNumber(1) };
 * readOptions('find', { first: 3 }, table) // { first: 3 }
 * readOptions('find', { frist: 3 }, table) // throws: find has no option "frist". Did you mean "first"?
 */
export function readOptions<Options extends object>(
  method: string,
  given: Options | undefined,
  table: OptionTable<Options>,
): Options {
  if (given === undefined) return {} as Options;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new KnowledgeError('bad-option', `The options of ${method} are an object, not ${printValue(given)}.`);
  }
  const kinds = table as Readonly<Record<string, Kind<unknown>>>;
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind) throw unknownOption(method, name, Object.keys(kinds));
    if (value !== undefined) read[name] = readArgument(method, name, value, kind);
  }
  return read as Options;
}

/**
 * An argument of `method`, as it is used. Throws `bad-option` with what it takes.
 * @example
 * readArgument('paths', 'direction', 'out', oneOf('OUT', 'IN', 'BOTH'))
 * // throws: "direction" of paths takes OUT, IN or BOTH, not "out". Did you mean "OUT"?
 */
export function readArgument<T>(method: string, name: string, value: unknown, kind: Kind<T>): T {
  const read = kind.read(value);
  if (read !== undefined) return read;
  const near = typeof value === 'string' && kind.choices ? nearest(value, kind.choices) : undefined;
  const remedy = near === undefined ? '' : ` Did you mean "${near}"?`;
  throw new KnowledgeError(
    'bad-option',
    `"${name}" of ${method} takes ${kind.words}, not ${printValue(value)}.${remedy}`,
  );
}

function unknownOption(method: string, name: string, known: readonly string[]): KnowledgeError {
  const near = nearest(name, known);
  const remedy = near === undefined ? `It takes ${listed(known, 'and')}.` : `Did you mean "${near}"?`;
  return new KnowledgeError('unknown-option', `${method} has no option ${printValue(name)}. ${remedy}`);
}

/** A whole number from `least` on, up to `most` where that is given. */
export const wholeNumber = (least: number, most: number = Number.MAX_SAFE_INTEGER): Kind<number> => ({
  words: `a whole number ${most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`}`,
  read: (value) =>
    Number.isSafeInteger(value) && inRange(value as number, least, most) ? (value as number) : undefined,
});

/** A finite number from `least` to `most`. */
export const numberFrom = (least: number, most: number): Kind<number> => ({
  words: `a number from ${least} to ${most}`,
  read: (value) => (Number.isFinite(value) && inRange(value as number, least, most) ? (value as number) : undefined),
});

/** One of these words, to the letter. */
export const oneOf = <Word extends string>(...choices: readonly Word[]): Kind<Word> => ({
  words: listed(choices, 'or'),
  choices,
  read: (value) => choices.find((it) => it === value),
});

export const text: Kind<string> = {
  words: 'a text',
  read: (value) => (typeof value === 'string' ? value : undefined),
};

export const trueOrFalse: Kind<boolean> = {
  words: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

/** A list whose elements are all of one kind. */
export const listOf = <T>(kind: Kind<T>): Kind<readonly T[]> => ({
  words: `a list, each element of it ${kind.words}`,
  ...(kind.choices && { choices: kind.choices }),
  read: (value) => {
    if (!Array.isArray(value)) return undefined;
    const read = value.map((it) => kind.read(it));
    return read.some((it) => it === undefined) ? undefined : (read as T[]);
  },
});

/** A function, whose parameters nobody can judge. */
export const aFunction: Kind<(...given: never[]) => unknown> = {
  words: 'a function',
  read: (value) => (typeof value === 'function' ? (value as () => unknown) : undefined),
};

/** An object or a function that is judged where it is used. */
export const anything = <T>(words: string): Kind<T> => ({
  words,
  read: (value) => (typeof value === 'object' || typeof value === 'function' ? ((value as T) ?? undefined) : undefined),
});

/** A day or a period as methods take it: EDTF, a `Date` (its day in UTC) or a `Temporal.PlainDate`. */
export type DateGiven = string | Date | { readonly [Symbol.toStringTag]: 'Temporal.PlainDate' };

/** A date in EDTF, a `Date` (its day in UTC) or a `Temporal.PlainDate`; read to EDTF, and not judged as such. */
export const dateText: Kind<string> = {
  words: 'a date such as "2024-10-30", "2024-10" or "2024", a Date or a Temporal.PlainDate',
  read: (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
    const tag = (value as { readonly [Symbol.toStringTag]?: string } | null | undefined)?.[Symbol.toStringTag];
    return tag === 'Temporal.PlainDate' ? String(value) : undefined;
  },
};

const inRange = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/** Longest value shown in a message. */
const LONGEST_SHOWN = 80;

/** A foreign value, shortly: enough to find it by, and never its whole content. */
export function printValue(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value);
  }
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? 'a function' : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : 'a Date';
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}

function listed(words: readonly string[], joint: 'and' | 'or'): string {
  return words.length < 2 ? (words[0] ?? 'none') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
