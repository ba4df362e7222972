/**
 * The dates of a sentence in EDTF, each with its place: chrono's, of which only the certain parts are kept, and six forms
 * of the genre that it does not know. Relative dates ("on Monday") are read against the day of publication.
 */

import type { ParsedComponents } from 'chrono-node';
import { en } from 'chrono-node';
import { readPartialDate } from '../facts/partial-date.ts';

export interface DateFound {
  readonly edtf: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH = `(?:${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
/** "28 to 31 October 2024", "15 and 16 June", "the 22nd to the 25th of May 2020". */
const DAYS = new RegExp(
  `\\b(?:the )?${DAY}\\s*(?:to|and|until|till|-|–|—)\\s*(?:the )?${DAY}(?: of)? (${MONTH}),?(?: (\\d{4}))?`,
  'gi',
);
/** "October 28-31, 2024", "April 13-14". */
const DAYS_BEHIND = new RegExp(`\\b(${MONTH}) ${DAY}\\s*(?:to|and|-|–|—)\\s*${DAY}\\b,?(?: (\\d{4}))?`, 'gi');
const QUARTER = /\b(first|second|third|fourth|last) quarter of (\d{4})\b/gi;
const YEARS = /\b(?:from )?((?:19|20)\d{2})\s*(?:to|until|-|–|—)\s*((?:19|20)\d{2})\b/gi;
const YEAR = /\b(?:in|of|since|by|during|until|from|year|late|early)\s+((?:19|20)\d{2})\b/gi;
const BARE_YEAR = /\b((?:19|20)\d{2})\b/g;
/** Chrono is asked only about what may be a date. */
const HINT = new RegExp(
  `${MONTH}|day\\b|week|month|year|tomorrow|tonight|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}-\\d\\d`,
  'i',
);

/** All dates of `text` from `from` to `to`, in order, none within another. */
export function datesIn(text: string, from: number, to: number, published: string | undefined): DateFound[] {
  const piece = text.slice(from, to).replace(/[\u00a0\u202f]/g, ' ');
  const found: DateFound[] = [];
  const add = (start: number, length: number, edtf: string | undefined): void => {
    const date = { start: from + start, end: from + start + length, edtf: edtf ?? '' };
    if (edtf !== undefined && !found.some((it) => it.start < date.end && date.start < it.end)) found.push(date);
  };
  const year = (it: string | undefined): string | undefined => it ?? published?.slice(0, 4);
  for (const it of piece.matchAll(DAYS)) add(it.index, it[0].length, span(year(it[4]), it[3]!, it[1]!, it[2]!));
  for (const it of piece.matchAll(DAYS_BEHIND)) add(it.index, it[0].length, span(year(it[4]), it[1]!, it[2]!, it[3]!));
  for (const it of piece.matchAll(QUARTER)) add(it.index, it[0].length, quarter(it[2]!, it[1]!.toLowerCase()));
  for (const it of piece.matchAll(YEARS)) if (it[1]! < it[2]!) add(it.index, it[0].length, `${it[1]}/${it[2]}`);
  if (HINT.test(piece)) {
    const reference = published === undefined ? new Date(Date.UTC(1900, 0, 1, 12)) : new Date(`${published}T12:00:00Z`);
    for (const it of en.parse(piece, { instant: reference, timezone: 0 })) {
      const start = certain(it.start, it.text, published);
      const end = it.end && certain(it.end, it.text, published);
      add(
        it.index,
        it.text.length,
        start !== undefined && end !== undefined && end > start ? `${start}/${end}` : start,
      );
    }
  }
  for (const it of piece.matchAll(YEAR)) add(it.index, it[0].length, it[1]);
  for (const it of piece.matchAll(BARE_YEAR)) if (!/[/(]$/.test(piece.slice(0, it.index))) add(it.index, 4, it[1]);
  return found.sort((a, b) => a.start - b.start);
}

/** What chrono is sure of, as EDTF; nothing where only the time of day or a bare weekday without a reference is said. */
function certain(parts: ParsedComponents, text: string, published: string | undefined): string | undefined {
  if (/^(?:now|today|currently)$/i.test(text) && published === undefined) return undefined;
  const isRelative = !parts.isCertain('year') && !parts.isCertain('month');
  if (published === undefined && !parts.isCertain('year')) return undefined;
  const isDay = parts.isCertain('day') || parts.isCertain('weekday');
  if (isRelative && !isDay) return undefined;
  if (!parts.isCertain('year') && !parts.isCertain('month') && !isDay) return undefined;
  const number = (it: 'year' | 'month' | 'day'): string => String(parts.get(it)).padStart(it === 'year' ? 4 : 2, '0');
  let year = number('year');
  // A weekday of an article is one of the last days, unless "next" or "will" says otherwise.
  if (parts.isCertain('weekday') && !parts.isCertain('day') && published !== undefined)
    return lastWeekday(parts.get('weekday')!, text, published);
  if (!parts.isCertain('year') && published !== undefined) year = published.slice(0, 4);
  const month = parts.isCertain('month') || isDay ? `-${number('month')}` : '';
  return `${year}${month}${isDay ? `-${number('day')}` : ''}`;
}

function lastWeekday(weekday: number, text: string, published: string): string {
  const day = new Date(`${published}T12:00:00Z`);
  const back = (day.getUTCDay() - weekday + 7) % 7;
  day.setUTCDate(day.getUTCDate() + (/next|coming/i.test(text) ? 7 - back : -back));
  return day.toISOString().slice(0, 10);
}

function span(year: string | undefined, month: string, first: string, last: string): string | undefined {
  const number = MONTHS.findIndex((it) => it.startsWith(month.slice(0, 3).toLowerCase())) + 1;
  if (year === undefined || number === 0 || Number(first) > 31 || Number(last) > 31 || Number(first) >= Number(last))
    return undefined;
  const day = (it: string): string => `${year}-${String(number).padStart(2, '0')}-${it.padStart(2, '0')}`;
  return `${day(first)}/${day(last)}`;
}

function quarter(year: string, which: string): string {
  const n = which === 'last' ? 3 : ['first', 'second', 'third', 'fourth'].indexOf(which);
  const month = (it: number): string => `${year}-${String(it).padStart(2, '0')}`;
  return `${month(3 * n + 1)}/${month(3 * n + 3)}`;
}

/** Whether a text is one day: "on Monday" is read against no less. */
export function isDay(text: string): boolean {
  const date = readPartialDate(text);
  return !('reason' in date) && date.validity.earliestStart === date.validity.latestEnd;
}
