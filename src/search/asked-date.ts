/**
 * The time that a question names: a year, a month, a day or a decade, as people write them.
 */
import { isoOfDay, periodOf, readPartialDate } from '../facts/partial-date.ts';
import type { Period } from '../facts/validity.ts';

export interface AskedDate extends Period {
  /** The text without the date. */
  readonly rest: string;
}

const months = 'january february march april may june july august september october november december'.split(' ');
const MONTH = `(${months.map((it) => `${it}|${it.slice(0, 3)}\\.?`).join('|')}|sept\\.?)`;
const YEAR = '(1[5-9]\\d\\d|2[01]\\d\\d)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

/** The forms of a date, each with the EDTF text that it stands for. */
const forms: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [new RegExp(`\\b${YEAR}-(\\d\\d)(-\\d\\d)?\\b`, 'i'), ([, year, month, day = '']) => `${year}-${month}${day}`],
  [new RegExp(`\\b${DAY}\\.(\\d{1,2})\\.${YEAR}\\b`), ([, day, month, year]) => isoOf(year, Number(month), day)],
  [
    new RegExp(`\\b${DAY} (?:of )?${MONTH},? ${YEAR}\\b`, 'i'),
    ([, day, month, year]) => isoOf(year, monthOf(month), day),
  ],
  [new RegExp(`\\b${MONTH} ${DAY},? ${YEAR}\\b`, 'i'), ([, month, day, year]) => isoOf(year, monthOf(month), day)],
  [new RegExp(`\\b${MONTH},? ${YEAR}\\b`, 'i'), ([, month, year]) => isoOf(year, monthOf(month))],
  [new RegExp(`\\b${YEAR}s\\b`, 'i'), ([, year = '']) => `${year.slice(0, 3)}X`],
  [new RegExp(`(?<![\\d/-])${YEAR}(?![\\d/-])`), ([, year = '']) => year],
];

const monthOf = (word = ''): number => months.findIndex((it) => it.startsWith(word.slice(0, 3).toLowerCase())) + 1;
const isoOf = (year: string | undefined, month: number, day?: string): string =>
  [year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');

/**
 * The first date in a text; undefined when there is none, or no such day.
 * @example
 * readAskedDate('foreign minister of Japan, March 2005') // { first, last: the days of that month; rest: 'foreign minister of Japan, ' }
 */
export function readAskedDate(text: string): AskedDate | undefined {
  for (const [form, edtf] of forms) {
    const found = form.exec(text);
    if (!found) continue;
    const date = readPartialDate(edtf(found));
    if ('reason' in date) return undefined;
    return { ...periodOf(date.text), rest: text.slice(0, found.index) + text.slice(found.index + found[0].length) };
  }
  return undefined;
}

/** A period as one reads it: a year, a month or a day where it is one. */
export function textOf({ first, last }: Period): string {
  const [from, to] = [isoOfDay(first), isoOfDay(last)];
  if (from === to) return from;
  const same = [4, 7].find((length) => {
    const part = from.slice(0, length);
    return (
      part === to.slice(0, length) && isoOfDay(first) === startOf(part) && isoOfDay(last + 1).slice(0, length) !== part
    );
  });
  return same === undefined ? `${from}/${to}` : from.slice(0, same);
}

const startOf = (part: string): string => `${part}-01-01`.slice(0, 10);
