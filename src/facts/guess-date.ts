/**
 * What somebody may have meant by a date that is not written as EDTF: `30/10/2024`, `12-13 March 2027`, `c. 1920`.
 *
 * It is only ever asked back, never taken: of `01/02/2020` nobody can know which number is the day, so both are named.
 */
import { daysInMonth } from './calendar.ts';

const DASH = /\s*(?:–|—|-|\bto\b|\buntil\b|\bbis\b|\bau\b)\s*/;

/** Month names of some languages, long and short, to their numbers; as they stand beside a day. */
const monthNumbers: ReadonlyMap<string, number> = new Map(
  ['en', 'fr', 'es', 'de', 'ru'].flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i): [string, number] => {
        const part = format.formatToParts(Date.UTC(2000, i, 1)).find((it) => it.type === 'month');
        return [(part?.value ?? '').toLowerCase().replace(/\.$/, ''), i + 1];
      });
    }),
  ),
);

/** The date that was meant, as EDTF, or two joined by "or"; undefined for what is like no date. */
export function guessDate(text: string): string | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return guessSpan(words) ?? guessDay(words)?.join(' or ') ?? guessYear(words);
}

function guessYear(text: string): string | undefined {
  const about = /^(?:c\.?|ca\.?|circa|about|around|approx\.?|vers|um|около) ?(\d{4})$/.exec(text);
  if (about) return `${about[1]}~`;
  const decade = /^(\d{3})0'?s$/.exec(text);
  if (decade) return `${decade[1]}X`;
  const century = /^(\d{1,2})(?:st|nd|rd|th) century$/.exec(text);
  if (century) return `${String(Number(century[1]) - 1).padStart(2, '0')}XX`;
  const quarter = /^(?:q([1-4]) (\d{4})|(\d{4})[ -]?q([1-4]))$/.exec(text);
  return quarter ? `${quarter[2] ?? quarter[3]}-${32 + Number(quarter[1] ?? quarter[4])}` : undefined;
}

/** Two dates with a dash or a word between them; the first may leave out what it has in common with the second. */
function guessSpan(text: string): string | undefined {
  const open = /^(since|from|after|until|till|before|up to) ([^–—-]+)$/.exec(text);
  if (open) {
    const date = guessOne(open[2] ?? '');
    if (date) return /^(since|from|after)$/.test(open[1] ?? '') ? `${date}/..` : `../${date}`;
  }
  // "March 12-13, 2027": the month stands before the first day.
  const days = /^(\S+) (\d{1,2})(?:–|—|-)(\d{1,2}),? (\d{4})$/.exec(text);
  const both = days?.slice(2, 4).map((day) => guessOne(`${day} ${days[1]} ${days[4]}`));
  if (both?.every(Boolean)) return both.join('/');
  const [from = '', to, ...more] = text.replace(/^(from|between) /, '').split(DASH);
  if (to === undefined || more.length > 0) return undefined;
  const end = guessOne(to);
  const missing = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/.test(from)
    ? to.replace(/^\S+ /, '')
    : (/\b\d{4}/.exec(to)?.[0] ?? '');
  const start = guessOne(from) ?? guessOne(`${from} ${missing}`);
  return end && start && start <= end ? `${start}/${end}` : undefined;
}

const guessOne = (text: string): string | undefined => {
  if (/^\d{4}$/.test(text)) return text;
  const days = guessDay(text);
  return days?.length === 1 ? days[0] : undefined;
};

/** A day or a month; two where either number may be the day. */
function guessDay(text: string): string[] | undefined {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  const yearFirst = compact ?? /^(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?\.?$/.exec(text);
  if (yearFirst) return datesOf([[yearFirst[1], yearFirst[2], yearFirst[3]]]);
  const monthOnly = /^(\d{1,2})[-./ ](\d{4})$/.exec(text);
  if (monthOnly) return datesOf([[monthOnly[2], monthOnly[1], undefined]]);
  const numbers = /^(\d{1,2})([-./ ])(\d{1,2})\2(\d{4})$/.exec(text);
  if (numbers)
    return datesOf([
      [numbers[4], numbers[3], numbers[1]],
      [numbers[4], numbers[1], numbers[3]],
    ]);
  const parts = text
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .split(/[ ,.]|\bof\b|\bde\b/)
    .filter((it) => it !== '');
  const month = parts.findIndex((it) => monthNumbers.has(it));
  const year = parts.find((it) => /^\d{4}$/.test(it));
  const others = parts.filter((it, i) => i !== month && it !== year && !/^(г|года)$/.test(it));
  if (month === -1 || !year || others.length > 1 || !/^\d{0,2}$/.test(others[0] ?? '')) return undefined;
  return datesOf([[year, String(monthNumbers.get(parts[month] ?? '')), others[0]]]);
}

/** The dates that exist, each once. */
function datesOf(candidates: readonly (readonly (string | undefined)[])[]): string[] | undefined {
  const dates = candidates.flatMap(([year = '', month = '', day]) => {
    const [m, d] = [Number(month), Number(day ?? 1)];
    const exists = d >= 1 && d <= daysInMonth(Number(year), m);
    return exists ? [[year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')] : [];
  });
  return dates.length > 0 ? [...new Set(dates)] : undefined;
}
