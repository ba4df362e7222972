/**
 * Partial dates: EDTF text (ISO 8601-2) to the four bounds of a validity, and days to numbers.
 *
 * Dates of people stay as vague as they were written: `2024-10` is a day in that month, `2022-10-01/..` has not ended,
 * of `2022-10-01/` nobody knows whether it has.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';
import { calendarDate, dayNumber, daysInMonth } from './calendar.ts';
import { type DateRefusal, LONGEST_DATE, readLoneDate } from './lone-date.ts';
import { ALWAYS, type Day, FOREVER, type Period, undated, type Validity } from './validity.ts';

/** A date that was read: the text as it was written, and what it says. */
export interface PartialDate {
  readonly text: string;
  readonly validity: Validity;
}

const FULL = /^-?\d{4}-\d\d-\d\d$/;
/** Tables repeat the same days endlessly, so dates are remembered: of at most 64 letters each, at most 16 MB of them. */
const REMEMBERED = 65_536;

const knownDates = new Map<string, PartialDate>();
/** A span is read twice in a row: as a property that must be a date, and for the bounds of its edge. */
let lastSpan: PartialDate | undefined;

/**
 * What an EDTF text says, or the reason why it cannot be kept.
 *
 * Read are years, months and days (`2024`, `2024-10`, `2024-10-28`), unspecified digits (`196X`, `2024-XX`), whatever
 * else of EDTF is a span of days (`lone-date.ts`), spans of two of these, and as an end of a span `..` (none: it has not
 * begun or not ended) or nothing (unknown). A date marked `~` (about), `?` (doubtful) or `%` (both) may be off by one unit
 * of its precision either way: `2024~` lies in the years 2023 to 2025. Parts of zeros are unknown, as other programs
 * write them, and go: `1952-00-00` is `1952`. Refused are seasons, times of day, choices with
 * gaps and years outside -9999 to 9999.
 * @example
 * readPartialDate('2022-10-01/..') // { text, validity: both ends of the end are FOREVER }
 * readPartialDate('2024-13') // { reason: 'there is no month 13' }
 */
export function readPartialDate(text: string): PartialDate | DateRefusal {
  return text.includes('-00') ? readWritten(text.replace(UNKNOWN_PARTS, '$1$2')) : readWritten(text);
}

/** A full date whose day, or month and day, are zeros. */
const UNKNOWN_PARTS = /(?<![\d-])(-?(?!0000)\d{4})(?:-00-00|(-\d\d)-00)(?![\d-])/g;

function readWritten(text: string): PartialDate | DateRefusal {
  const slash = text.indexOf('/');
  if (slash === -1) return readDate(text);
  if (text === lastSpan?.text) return lastSpan;
  // Two slashes, or numbers too short for years, are a date as people write it.
  if (/^\d{1,2}\/|\/.*\/|^\d{4}\/\d{1,2}$/.test(text)) return readDate(text);
  const validity = readSpan(text.slice(0, slash), text.slice(slash + 1));
  return 'reason' in validity ? validity : (lastSpan = { text, validity });
}

/**
 * The day number of a full date, or undefined when the text is none or there is no such day.
 * @example
 * dayOf('1970-01-02') // 1
 */
export function dayOf(iso: string): Day | undefined {
  const plain = plainDay(iso);
  if (plain !== undefined || !FULL.test(iso)) return plain;
  const span = readLoneDate(iso);
  return 'reason' in span ? undefined : span.first;
}

/** A day number as `YYYY-MM-DD`; years before 0 with a minus sign. */
export function isoOfDay(day: Day): string {
  const { year, month, day: dayOfMonth } = calendarDate(day);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/**
 * The span of days a question asks about: from the first day its date may mean to the last.
 *
 * Throws a KnowledgeError with the code `bad-date` when the text is no date.
 * @example
 * periodOf('2022-09') // the days from 2022-09-01 to 2022-09-30
 */
export function periodOf(text: string): Period {
  const date = readPartialDate(text);
  if ('reason' in date) throw new KnowledgeError('bad-date', noDate(text, date));
  return { first: date.validity.earliestStart, last: date.validity.latestEnd };
}

/** The sentence that a text is no date, and why. */
export function noDate(text: string, { reason }: DateRefusal): string {
  const shown = text.length > LONGEST_DATE ? `${text.slice(0, LONGEST_DATE)}…` : text;
  return `"${shown}" is not a date: ${reason}${reason.endsWith('?') ? '' : '.'}`;
}

/** A lone date. Spans are made of these and seldom repeat as a whole, so these are what is remembered. */
function readDate(text: string): PartialDate | DateRefusal {
  const known = knownDates.get(text);
  if (known) return known;
  const span = readLoneDate(text);
  if ('reason' in span) return span;
  const date = { text, validity: on(span.first, span.last) };
  if (knownDates.size >= REMEMBERED) knownDates.clear();
  knownDates.set(text, date);
  return date;
}

function readSpan(from: string, to: string): Validity | DateRefusal {
  if (from === '' && to === '') return { reason: 'it says nothing; leave the date out instead' };
  const start = readEnd(from, openStart);
  if ('reason' in start) return start;
  const end = readEnd(to, openEnd);
  if ('reason' in end) return end;
  if (start.earliestStart > end.latestEnd) return { reason: `it ends (${to}) before it starts (${from})` };
  return between(start, end);
}

/** One end of a span, as the validity of a lone date: its first and last bounds are those of the end. */
function readEnd(text: string, open: Validity): Validity | DateRefusal {
  if (text === '') return undated;
  if (text === '..') return open;
  const day = plainDay(text);
  if (day !== undefined) return on(day, day);
  const date = readDate(text);
  return 'reason' in date ? date : date.validity;
}

const on = (first: Day, last: Day): Validity => ({
  earliestStart: first,
  latestStart: last,
  earliestEnd: first,
  latestEnd: last,
});
const openStart = on(ALWAYS, ALWAYS);
const openEnd = on(FOREVER, FOREVER);

/** What starts within one and ends within the other. Neither can lie beyond the other's far bound. */
const between = (start: Validity, end: Validity): Validity => ({
  earliestStart: start.earliestStart,
  latestStart: Math.min(start.latestEnd, end.latestEnd),
  earliestEnd: Math.max(end.earliestStart, start.earliestStart),
  latestEnd: end.latestEnd,
});

/** The day of `YYYY-MM-DD`, digit by digit: tables are made of these. Undefined for whatever is not such a day. */
function plainDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const exists = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? dayNumber(year, month, day) : undefined;
}

/** Two digits as a number; far below zero when one of them is none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000;
}

const ZERO = 48;
const HYPHEN = 45;
