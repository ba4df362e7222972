/**
 * The calendar by arithmetic: years, months and days to day numbers and back.
 *
 * The Gregorian calendar is carried on before 1582 and before year 1, as EDTF does. `Date` is not used: it reads the
 * years 0 to 99 as 1900 to 1999, and costs an object a day. The method is Howard Hinnant's `days_from_civil`.
 */
import type { Day } from './validity.ts';

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const DAYS_OF_400_YEARS = 146097;
/** From 0000-03-01, where the arithmetic begins, to 1970-01-01. */
const DAYS_TO_1970 = 719468;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has; `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/**
 * The day number of a date. A month outside 1 to 12 counts on into the years beside it; a day counts on likewise.
 * @example
 * dayNumber(1970, 1, 2) // 1
 * dayNumber(2024, 13, 1) // the first of January 2025
 */
export function dayNumber(year: number, month: number, day: number): Day {
  // The year is taken to begin in March, so that the leap day is its last.
  const months = year * 12 + month - 3;
  const marchYear = Math.floor(months / 12);
  const monthOfYear = months - marchYear * 12;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * monthOfYear + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - DAYS_TO_1970;
}

/** The date of a day number. */
export function calendarDate(day: Day): CalendarDate {
  const shifted = day + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_OF_400_YEARS);
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthOfYear = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthOfYear + 2) / 5) + 1,
  };
}
