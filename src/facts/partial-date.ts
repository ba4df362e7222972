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
import { ALWAYS, type Day, FOREVER, type Period, type Validity } from './validity.ts';

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
/** Tables repeat the same dates endlessly; this many are remembered. */
const REMEMBERED = 65_536;

const seen = new Map<string, PartialDate>();

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
  const known = seen.get(text);
  if (known) return known;
  const validity = readValidity(text);
  if ('reason' in validity) return validity;
  const date = { text, validity };
  if (seen.size >= REMEMBERED) seen.clear();
  seen.set(text, date);
  return date;
}

/**
 * The day number of a full date, or undefined when the text is none or there is no such day.
 * @example
 * dayOf('1970-01-02') // 1
 */
export function dayOf(iso: string): Day | undefined {
  if (!FULL.test(iso)) return undefined;
  const span = readSide(iso);
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

function readValidity(text: string): Validity | DateRefusal {
  if (text.length > LONGEST) return { reason: `it has ${text.length} characters, and no date is that long` };
  const slash = text.indexOf('/');
  if (slash === -1) {
    const span = readSide(text);
    return 'reason' in span ? span : validityOf(span, span);
  }
  const [from, to] = [text.slice(0, slash), text.slice(slash + 1)];
  if (from === '' && to === '') return { reason: 'it says nothing; leave the date out instead' };
  const start = from === '' ? unknown : from === '..' ? { first: ALWAYS, last: ALWAYS } : readSide(from);
  if ('reason' in start) return start;
  const end = to === '' ? unknown : to === '..' ? { first: FOREVER, last: FOREVER } : readSide(to);
  if ('reason' in end) return end;
  if (start.first > end.last) return { reason: `it ends (${to}) before it starts (${from})` };
  return validityOf(start, end);
}

const unknown: Period = { first: ALWAYS, last: FOREVER };

/** A start within one span and an end within another. Neither can lie beyond the other's far bound. */
const validityOf = (start: Period, end: Period): Validity => ({
  earliestStart: start.first,
  latestStart: Math.min(start.last, end.last),
  earliestEnd: Math.max(end.first, start.first),
  latestEnd: end.last,
});

/** One date, or one side of a span: the days that it may mean. */
function readSide(text: string): Period | DateRefusal {
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
