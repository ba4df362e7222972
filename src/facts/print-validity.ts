/**
 * A validity written back as EDTF text: the canonical form of a date that was read, and the `when` of what rules derive.
 *
 * Bounds are what is known; the text is found by trying the few units that begin or end on the day in question.
 */
import { calendarDate, dayNumber } from './calendar.ts';
import { isoOfDay, readPartialDate } from './partial-date.ts';
import { ALWAYS, FOREVER, type Period, type Validity } from './validity.ts';

/**
 * The shortest EDTF text with exactly these bounds, and where there is none, the narrowest that holds them; undefined for
 * what has no date.
 * @example
 * printValidity(readPartialDate('2024-10-01/2024-10-01').validity) // '2024-10-01'
 */
export function printValidity(validity: Validity): string | undefined {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = validity;
  if (latestStart > latestEnd || earliestEnd < earliestStart) return someDay(earliestStart, latestEnd);
  if (earliestStart === earliestEnd && latestStart === latestEnd) {
    return someDay(earliestStart, latestEnd);
  }
  // A start that the end cuts short was wider as it was written, and so was an end that the start cuts short.
  const start = fitting(unitsFrom(earliestStart), (it) => it.last, latestStart, latestStart === latestEnd ? 1 : 0);
  const end = fitting(unitsUpTo(latestEnd), (it) => it.first, earliestEnd, earliestEnd === earliestStart ? -1 : 0);
  // Bounds that vague dates leave: units that hold what is known of either end, or else some day between the outer two.
  const from = start ?? holding(earliestStart, latestStart);
  const to = end ?? holding(earliestEnd, latestEnd);
  const isSaid = (from !== '' || earliestStart === ALWAYS) && (to !== '' || latestEnd === FOREVER);
  return isSaid && from + to !== '' ? `${from}/${to}` : someDay(earliestStart, latestEnd);
}

/** The narrowest unit that holds all days from one to another; nothing when one of them is not known. */
function holding(first: number, last: number): string {
  if (first === ALWAYS || last === FOREVER) return '';
  return textsAt(first).find((it) => unitsOf(it).some((unit) => unit.last >= last)) ?? '';
}

/** One of the days from one to another: a unit, or a choice of years or of days. */
function someDay(first: number, last: number): string | undefined {
  if (first === ALWAYS && last === FOREVER) return undefined;
  const unit = unitsFrom(first).find((it) => it.last === last);
  if (unit) return unit.text;
  const years = [first - 1, last].every((it) => isoOfDay(it).endsWith('-12-31'));
  const textOf = (day: number): string => (years ? isoOfDay(day).slice(0, -6) : isoOfDay(day));
  return `[${first === ALWAYS ? '' : textOf(first)}..${last === FOREVER ? '' : textOf(last)}]`;
}

interface Unit extends Period {
  readonly text: string;
}

/** The first unit whose free bound is `bound`, or lies beyond it on the side where it was cut. */
function fitting(units: Unit[], free: (unit: Unit) => number, bound: number, cut: -1 | 0 | 1): string | undefined {
  const exact = units.find((it) => free(it) === bound);
  return (exact ?? units.find((it) => (free(it) - bound) * cut > 0))?.text;
}

/** What can be written for a span that begins on `day`, narrow units first. */
function unitsFrom(day: number): Unit[] {
  if (day === ALWAYS) return [{ text: '..', first: ALWAYS, last: ALWAYS }, unknown];
  return [...textsAt(day), ...doubtfulTextsAt(day, 1)].flatMap(unitsOf).filter((it) => it.first === day);
}

/** What can be written for a span that ends on `day`. */
function unitsUpTo(day: number): Unit[] {
  if (day === FOREVER) return [{ text: '..', first: FOREVER, last: FOREVER }, unknown];
  return [...textsAt(day), ...doubtfulTextsAt(day, -1)].flatMap(unitsOf).filter((it) => it.last === day);
}

const unknown: Unit = { text: '', first: ALWAYS, last: FOREVER };

/** The day itself and the month, year, decade and century it lies in. */
function textsAt(day: number): string[] {
  const iso = isoOfDay(day);
  const year = iso.slice(0, -6);
  const texts = [iso, iso.slice(0, -3), year];
  // Decades and centuries cost a grammar; most days neither begin nor end one.
  return /[09]$/.test(year) ? [...texts, `${year.slice(0, -1)}X`, `${year.slice(0, -2)}XX`] : texts;
}

/** The doubtful units that begin (`step` 1) or end (`step` -1) one unit away from the day. */
function doubtfulTextsAt(day: number, step: 1 | -1): string[] {
  const { year, month } = calendarDate(day);
  const neighbourMonth = isoOfDay(dayNumber(year, month + step, 1)).slice(0, -3);
  const neighbourYear = isoOfDay(dayNumber(year + step, 1, 1)).slice(0, -6);
  return [`${isoOfDay(day + step)}~`, `${neighbourMonth}~`, `${neighbourYear}~`];
}

function unitsOf(text: string): Unit[] {
  const date = readPartialDate(text);
  return 'reason' in date ? [] : [{ text, first: date.validity.earliestStart, last: date.validity.latestEnd }];
}
