/**
 * Partial dates: EDTF text (ISO 8601-2) to the four bounds of a validity, and days to numbers.
 *
 * Dates of people stay as vague as they were written: `2024-10` is a day in that month, `2022-10-01/..` has not ended,
 * of `2022-10-01/` nobody knows whether it has. The `edtf` package knows the grammar; its intervals are not used, for
 * they hold a blank end and an open end to be the same.
 */
import { Date as EdtfDate, parse } from 'edtf';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { calendarDate, dayNumber, daysInMonth } from './calendar.ts';
import { ALWAYS, type Day, FOREVER, type Period, undated, type Validity } from './validity.ts';

/** A date that was read: the text as it was written, and what it says. */
export interface PartialDate {
  readonly text: string;
  readonly validity: Validity;
}

/** Why a text is no partial date: a clause that fits behind "because" or a colon. */
export interface DateRefusal {
  readonly reason: string;
}

/** Longer texts are no dates; the grammar is not asked about them. */
const LONGEST = 64;
/** Whole days, months and years with an optional mark of doubt: nearly every date there is. */
const PLAIN = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/;
const FULL = /^-?\d{4}-\d\d-\d\d$/;
const MILLISECONDS_OF_DAY = 86_400_000;
/** Tables repeat the same days endlessly; this many dates are remembered. */
const REMEMBERED = 65_536;

const knownDates = new Map<string, PartialDate>();
/** A span is read twice in a row: as a property that must be a date, and for the bounds of its edge. */
let lastSpan: PartialDate | undefined;

/**
 * What an EDTF text says, or the reason why it cannot be kept.
 *
 * Read are years, months and days (`2024`, `2024-10`, `2024-10-28`), unspecified digits (`196X`, `2024-XX`), spans of
 * two of these, and as an end of a span `..` (none: it has not begun or not ended) or nothing (unknown). A date marked
 * `~` (about), `?` (doubtful) or `%` (both) may be off by one unit of its precision either way: `2024~` lies in the years
 * 2023 to 2025. Refused are seasons, times of day, choices and years outside -9999 to 9999.
 * @example
 * readPartialDate('2022-10-01/..') // { text, validity: both ends of the end are FOREVER }
 * readPartialDate('2024-13') // { reason: 'there is no month 13' }
 */
export function readPartialDate(text: string): PartialDate | DateRefusal {
  const slash = text.indexOf('/');
  if (slash === -1) return readDate(text);
  if (text === lastSpan?.text) return lastSpan;
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
  const span = readDays(iso);
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
  if ('reason' in date) throw new KnowledgeError('bad-date', `"${text}" is not a date: ${date.reason}.`);
  return { first: date.validity.earliestStart, last: date.validity.latestEnd };
}

/** A lone date. Spans are made of these and seldom repeat as a whole, so these are what is remembered. */
function readDate(text: string): PartialDate | DateRefusal {
  const known = knownDates.get(text);
  if (known) return known;
  const span = readDays(text);
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

/** The days that a lone date may mean. */
function readDays(text: string): Period | DateRefusal {
  if (text.length > LONGEST) return { reason: `it has ${text.length} characters, and no date is that long` };
  const plain = PLAIN.exec(text);
  if (!plain) return readUnspecified(text);
  const [, yearText = '', monthText, dayText, doubt] = plain;
  const year = Number(yearText);
  const off = doubt === undefined ? 0 : 1;
  if (monthText === undefined) return within(dayNumber(year - off, 1, 1), dayNumber(year + 1 + off, 1, 1) - 1);
  const month = Number(monthText);
  if (month > 20 && month < 42 && dayText === undefined) return { reason: refusalOf.Season };
  if (month < 1 || month > 12) return { reason: `there is no month ${monthText}` };
  if (dayText === undefined) {
    return within(dayNumber(year, month - off, 1), dayNumber(year, month + 1 + off, 1) - 1);
  }
  const length = daysInMonth(year, month);
  const day = Number(dayText);
  if (day < 1 || day > length)
    return { reason: `${yearText}-${monthText} has no day ${dayText}, only 01 to ${length}` };
  const number = dayNumber(year, month, day);
  return within(number - off, number + off);
}

// A doubtful 9999 must not reach into a year that cannot be written.
const within = (first: Day, last: Day): Period => ({
  first: Math.max(first, FIRST_DAY),
  last: Math.min(last, LAST_DAY),
});
const FIRST_DAY = dayNumber(-9999, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);

function readUnspecified(text: string): Period | DateRefusal {
  try {
    if (/^[-\dX]+$/.test(text)) {
      const date = new EdtfDate(parse(text, { types: ['Date'], level: 1 }));
      return { first: Math.floor(date.min / MILLISECONDS_OF_DAY), last: Math.floor(date.max / MILLISECONDS_OF_DAY) };
    }
  } catch {
    // The grammar refuses it at this level; what follows finds out why.
  }
  return { reason: reasonOf(text) };
}

const EXAMPLES =
  'write a date such as 2024, 2024-10, 2024-10-28, 2024-10-28/2024-10-31, 2022-10-01/.. (still open) or 2022-10-01/ (end unknown)';

const refusalOf = {
  Date: 'a mark of doubt stands behind the whole date, as in 2024-10~',
  Year: 'years are kept from -9999 to 9999',
  Decade: 'write a decade with an X for the unknown digit, as in 196X',
  Century: 'write a century with an X for each unknown digit, as in 19XX',
  Season: 'a season is not a span of days; write its months, as in 2024-03/2024-05',
  Interval: EXAMPLES,
  List: 'several dates in one are not kept; write one fact for each, or the span that holds them',
  Set: 'a choice of dates is not kept; write the span that holds them',
};

function reasonOf(text: string): string {
  if (text === '') return EXAMPLES;
  if (/\dT\d/.test(text)) return 'a time of day is not kept; write the day, as in 2024-10-28';
  try {
    return refusalOf[parse(text).type];
  } catch {
    return EXAMPLES;
  }
}
