/**
 * Plain values as YAML, in the form in which dossiers are written by hand: two spaces a level, short lists on a line.
 *
 * Only what an entry can hold is printed: texts, numbers, true and false, lists and maps. A text stands bare where no
 * reader of YAML can take it for anything else, and in double quotes otherwise.
 */

export type EntryValue = string | number | bigint | boolean | readonly EntryValue[] | Entry;

/** A map of an entry, or an entry itself. What is undefined is left out. */
export interface Entry {
  readonly [key: string]: EntryValue | undefined;
}

/** A short list on one line is at most this long. */
const SHORT = 90;

/** A list of entries, each with a dash, `indent` spaces in; every line ends. */
export function printEntries(entries: readonly Entry[], indent: number): string {
  return entries.map((entry) => printItem(entry, indent)).join('');
}

/** `key: value` in one or several lines, `indent` spaces in. */
export function printPair(key: string, value: EntryValue, indent: number): string {
  const margin = ' '.repeat(indent);
  const short = printShort(value);
  if (short !== undefined && (typeof value !== 'object' || short.length <= SHORT))
    return `${margin}${printText(key)}: ${short}\n`;
  const inner = isList(value)
    ? value.map((item) => printItem(item, indent + 2)).join('')
    : printPairs(value as Entry, indent + 2);
  return `${margin}${printText(key)}:\n${inner}`;
}

function printItem(item: EntryValue, indent: number): string {
  const margin = `${' '.repeat(indent)}- `;
  if (typeof item !== 'object' || isList(item)) return `${margin}${printShort(item)}\n`;
  // The first key stands behind the dash, the others below it.
  return margin + printPairs(item, indent + 2).trimStart();
}

function printPairs(map: Entry, indent: number): string {
  return Object.entries(map)
    .map(([key, value]) => (value === undefined ? '' : printPair(key, value, indent)))
    .join('');
}

/** The value on one line; undefined for a list of maps, which always takes several. */
function printShort(value: EntryValue): string | undefined {
  if (typeof value === 'string') return printText(value);
  if (typeof value !== 'object') return String(value);
  if (!isList(value)) {
    const pairs = Object.entries(value).map(
      ([key, it]) => `${printText(key)}: ${it === undefined ? '' : printShort(it)}`,
    );
    return `{ ${pairs.join(', ')} }`;
  }
  return value.some((it) => typeof it === 'object') ? undefined : `[${value.map(printShort).join(', ')}]`;
}

const isList = (value: EntryValue): value is readonly EntryValue[] => Array.isArray(value);

/** Letters first, then nothing that YAML reads as a mark, wherever it stands. */
const BARE = /^\p{L}(?:[\p{L}\p{M}\p{N}_./()+–’-]|:(?=[\p{L}\p{N}])| (?=[\p{L}\p{N}(]))*$/u;
/** Dates and spans of dates are no numbers, and people write them bare. */
const DATE = /^\d{4}-\d\d(?:-\d\d)?(?:\/(?:\.\.|\d{4}-\d\d(?:-\d\d)?)?)?$/;
/** Words that some readers of YAML take for true, false or nothing. */
const WORD = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function printText(text: string): string {
  if ((BARE.test(text) && !WORD.test(text)) || DATE.test(text)) return text;
  // JSON's quoted texts are YAML's, but for characters that YAML wants escaped as well.
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
