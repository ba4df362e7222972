/**
 * A lone date of EDTF (ISO 8601-2, all levels) as the span of days in which it lies.
 *
 * Read is what a first and a last day can express: unspecified digits anywhere (`156X-12-25`), marks of doubt on any part
 * (`2004-06~-11`), quarters and other parts of a year (`2001-34`), significant digits (`1950S2`), years as powers of ten
 * and choices without a gap (`[1667..1672]`). The rest is refused by its name, with what to write instead.
 */
import { dayNumber, daysInMonth } from './calendar.ts';
import { guessDate } from './guess-date.ts';
import { ALWAYS, FOREVER, type Period } from './validity.ts';

/** Why a text is no partial date: a clause that fits behind "because" or a colon; it may end with a question. */
export interface DateRefusal {
  readonly reason: string;
}

/** Longer texts are no dates; they are not looked at. */
export const LONGEST_DATE = 64;
/** Year, month and day, any digit of which may be X, with marks of doubt before or behind each. */
const DATE = /^([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;
/** A year of more than four digits, as a power of ten, or with as many digits that count. */
const YEAR = /^(?:Y(-?\d+)(?:E(\d+))?|(-?\d{4}))(?:S(\d+))?$/;

/** The days that a lone date may mean: from the first to the last. */
export function readLoneDate(text: string): Period | DateRefusal {
  if (text.length > LONGEST_DATE) return { reason: `it has ${text.length} characters, and no date is that long` };
  const found = DATE.exec(text);
  if (found) return readParts(found);
  const year = YEAR.exec(text);
  if (year) return readYear(year);
  return /^\[.*\]$/.test(text) ? readChoice(text.slice(1, -1)) : { reason: reasonOf(text) };
}

function readParts(found: RegExpExecArray): Period | DateRefusal {
  const [, beforeYear, year = '', behindYear, beforeMonth, month, behindMonth, beforeDay, day, behindDay] = found;
  if (year === '-0000') return { reason: 'there is no year -0000; write 0000' };
  // A mark widens by one unit of the part it stands at, either way.
  const years = beforeYear || behindYear ? 1 : 0;
  const months = beforeMonth || behindMonth ? 1 : 0;
  const days = beforeDay || behindDay ? 1 : 0;
  const [firstYear, lastYear] = yearsOf(year);
  if (month === undefined) return within(dayNumber(firstYear - years, 1, 1), dayNumber(lastYear + years + 1, 1, 1) - 1);
  const part = Number(month);
  if (part > 20 && part < 42 && day === undefined) {
    if (years || months) return { reason: 'a season or a part of a year takes no mark of doubt' };
    return readPartOfYear(year, firstYear, lastYear, part);
  }
  const fitting = matching(month, 12);
  if (`${year}${month}${day}` === '00000000') return { reason: 'it says nothing; leave the date out instead' };
  if (fitting.length === 0) return { reason: `there is no month ${month}` };
  if (day === undefined) {
    const [first, last] = [fitting[0] ?? 1, fitting.at(-1) ?? 12];
    return within(
      dayNumber(firstYear - years, first - months, 1),
      dayNumber(lastYear + years, last + 1 + months, 1) - 1,
    );
  }
  const first = findDay(year, fitting, matching(day, 31), 1);
  const last = findDay(year, fitting.toReversed(), matching(day, 31).toReversed(), -1);
  if (!first || !last) {
    const longest = Math.max(...[firstYear, lastYear].flatMap((y) => fitting.map((m) => daysInMonth(y, m))));
    return { reason: `${year}-${month} has no day ${day}, only 01 to ${longest}` };
  }
  return within(
    dayNumber(first.year - years, first.month - months, first.day) - days,
    dayNumber(last.year + years, last.month + months, last.day) + days,
  );
}

/** The earliest and latest year of four digits, any of which may be unspecified. */
function yearsOf(text: string): readonly [number, number] {
  const [low, high] = [Number(text.replaceAll('X', '0')), Number(text.replaceAll('X', '9'))];
  return text.startsWith('-') ? [high, low] : [low, high];
}

/** The numbers from 1 to `most` that two digits may mean, rising. */
function matching(digits: string, most: number): number[] {
  return Array.from({ length: most }, (_, i) => i + 1).filter((it) => fits(String(it).padStart(2, '0'), digits));
}

/** Whether a number is one of those that digits with X for unspecified ones may mean. */
const fits = (number: string, digits: string): boolean =>
  number.length === digits.length && Array.from(digits).every((it, i) => it === 'X' || it === number[i]);

/** The first day that exists, going through the years that a text may mean, and the given months and days of each. */
function findDay(
  yearText: string,
  months: readonly number[],
  days: readonly number[],
  step: 1 | -1,
): { year: number; month: number; day: number } | undefined {
  const [low, high] = yearsOf(yearText);
  for (let year = step === 1 ? low : high; year >= low && year <= high; year += step) {
    if (!fits(`${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`, yearText)) continue;
    for (const month of months) {
      const day = days.find((it) => it <= daysInMonth(year, month));
      if (day !== undefined) return { year, month, day };
    }
  }
  return undefined;
}

/** Quarters, thirds and halves are so many months; a season is not, for it depends on where one is. */
function readPartOfYear(text: string, firstYear: number, lastYear: number, part: number): Period | DateRefusal {
  const [from, length] = part >= 40 ? [40, 6] : part >= 37 ? [37, 4] : [33, 3];
  if (part >= from) {
    const start = 1 + (part - from) * length;
    return within(dayNumber(firstYear, start, 1), dayNumber(lastYear, start + length, 1) - 1);
  }
  const name = ['spring', 'summer', 'autumn', 'winter'][(part - 21) % 4];
  const where = part < 25 ? '' : part < 29 ? ' in the north' : ' in the south';
  return {
    reason: `it is ${name}${where}, and a season has no set days; write its months, as in ${text}-03/${text}-05`,
  };
}

function readYear([, long, power = '0', plain, significant]: RegExpExecArray): Period | DateRefusal {
  const digits = Number(long ?? plain) * 10 ** Number(power);
  if (!(Math.abs(digits) <= 9999)) return { reason: 'years are kept from -9999 to 9999' };
  if (long !== undefined && power === '0') return { reason: 'a year of four digits is written without Y, as in 2024' };
  if (significant === undefined) return within(dayNumber(digits, 1, 1), dayNumber(digits + 1, 1, 1) - 1);
  const unit = 10 ** Math.max(0, String(Math.abs(digits)).length - Number(significant));
  const nearest = Math.floor(Math.abs(digits) / unit) * unit;
  const [low, high] = digits < 0 ? [-nearest - unit + 1, -nearest] : [nearest, nearest + unit - 1];
  return within(dayNumber(low, 1, 1), dayNumber(high + 1, 1, 1) - 1);
}

/** One of several dates: kept where they lie side by side, since a span has no gaps. */
function readChoice(text: string): Period | DateRefusal {
  const spans: Period[] = [];
  for (const item of text.split(',').map((it) => it.trim())) {
    const [from = '', to = from, ...more] = item.split('..');
    if (more.length > 0 || (from === '' && to === '')) return { reason: 'it is a choice of dates with an empty place' };
    const first = from === '' ? { first: ALWAYS, last: ALWAYS } : readLoneDate(from);
    const last = to === '' ? { first: FOREVER, last: FOREVER } : readLoneDate(to);
    if ('reason' in first) return first;
    if ('reason' in last) return last;
    spans.push({ first: first.first, last: last.last });
  }
  spans.sort((a, b) => a.first - b.first);
  let [first, last] = [spans[0]?.first ?? ALWAYS, spans[0]?.last ?? FOREVER];
  for (const span of spans) {
    if (span.first > last + 1)
      return { reason: 'it is a choice of dates with a gap; write one fact for each, or the span that holds them' };
    [first, last] = [Math.min(first, span.first), Math.max(last, span.last)];
  }
  return { first, last };
}

// A doubtful 9999 must not reach into a year that cannot be written.
const within = (first: number, last: number): Period => ({
  first: Math.max(first, FIRST_DAY),
  last: Math.min(last, LAST_DAY),
});
const FIRST_DAY = dayNumber(-9999, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);

const EXAMPLES =
  'write a date such as 2024, 2024-10, 2024-10-28, 2024-10-28/2024-10-31, 2022-10-01/.. (still open) or 2022-10-01/ (end unknown)';

function reasonOf(text: string): string {
  if (/^\{.*\}$/.test(text)) {
    return 'it is several dates in one; write one fact for each, or the span that holds them';
  }
  if (/^-?\d{4}-\d\d-\d\dT\d/.test(text)) return 'a time of day is not kept; write the day, as in 2024-10-28';
  if (/^\d{3}$/.test(text)) return `write a decade with an X for the unknown digit, as in ${text}X`;
  if (/^\d\d$/.test(text)) return `write a century with an X for each unknown digit, as in ${text}XX`;
  const guess = guessDate(text);
  return guess === undefined ? EXAMPLES : `dates are written as in 2024, 2024-10 or 2024-10-28. Is it ${guess}?`;
}
