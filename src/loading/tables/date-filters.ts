/**
 * Dates as other programs write them: `{since|day}` for times and zeros, `{since|date:DD/MM/YYYY}` for other orders.
 *
 * A part of zeros is unknown, as LittleSis and Wikidata write it, and is left out: `1952-00-00` is `1952`.
 */

/** The date at the beginning of a text: `2024-10-28` of `2024-10-28T09:30:00Z`, `1952` of `1952-00-00`. */
export function dayIn(text: string): string | undefined {
  const found = /^([+-]?\d{4,6})(?:-(\d\d))?(?:-(\d\d))?(?=$|[T ])/.exec(text);
  return found ? known(found[1]?.replace(/^\+/, '') ?? '', found[2], found[3]) : undefined;
}

/** A text that is written as the pattern has it, with YYYY, MM and DD; M and D take one digit or two. */
export function dateIn(text: string, pattern: string): string | undefined {
  const found = datePattern(pattern)?.exec(text)?.groups;
  return found ? known(found.year ?? '', found.month, found.day) : undefined;
}

const parts: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d\\d)',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d\\d)',
  D: '(?<day>\\d{1,2})',
};

/** The pattern as a regular expression; undefined where it has no year, or a part twice. */
export function datePattern(pattern: string): RegExp | undefined {
  const known = patterns.get(pattern);
  if (known) return known;
  const pieces = pattern.split(/(YYYY|MM?|DD?)/);
  const used = pieces.filter((it) => Object.hasOwn(parts, it)).map((it) => it.charAt(0));
  if (!used.includes('Y') || new Set(used).size < used.length) return undefined;
  const source = pieces.map((it) => parts[it] ?? it.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('');
  const compiled = new RegExp(`^${source}$`);
  if (patterns.size < MOST_PATTERNS) patterns.set(pattern, compiled);
  return compiled;
}

const MOST_PATTERNS = 100;
const patterns = new Map<string, RegExp>();

/** The date as far as it is known. */
function known(year: string, month = '', day = ''): string | undefined {
  if (Number(year) === 0) return undefined;
  if (Number(month) === 0) return year;
  const toMonth = `${year}-${month.padStart(2, '0')}`;
  return Number(day) === 0 ? toMonth : `${toMonth}-${day.padStart(2, '0')}`;
}
