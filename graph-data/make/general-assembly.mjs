/**
 * Makes `tables/general-assembly-resolutions.csv` and `tables/general-assembly-votes.csv`.
 *
 *     node graph-data/make/general-assembly.mjs [un-resolutions.csv.gz] [un-votes.csv.gz]
 *
 * The inputs are in `make/from/` (see its README): the roll calls of the General Assembly, of Erik Voeten, Anton Strezhnev
 * and Michael Bailey (CC0), as in the package unvotes.
 *
 * What this script decides:
 * - A roll call is no resolution: before 1967 most symbols are pages of the record, and many votes failed. Taken are the
 *   sessions from the 22nd on; before the 31st only symbols with a number from the one series and without a letter, for
 *   letters there often tell votes on amendments apart.
 * - How many voted how is said where a symbol has one roll call; where it has several, some are about paragraphs. A symbol
 *   whose only roll call failed is left out.
 * - Until the 57th session the days of the source are days of the week, so the month is given; where roll calls of one
 *   symbol differ in the month, no date.
 * - The title is the source's own, often a few words in capitals, put into sentence case; words of a speech are no title.
 * - What it concerns: the issues of the source, but those of 2019, which look unreliable, and a state or the Geneva
 *   Conventions where the title names them.
 * - Votes of single states are given for the resolutions of `general-assembly-contested.tsv`, and for all that name the
 *   Geneva Conventions or humanitarian consequences in their title.
 */
import { beside, groupBy, readCsv, writeCsv } from './csv.mjs';
import { concernsOf, stateOf, titleOf } from './general-assembly-subjects.mjs';
import { words } from './general-assembly-titles.mjs';

const [resolutions = beside('from/un-resolutions.csv.gz'), votes = beside('from/un-votes.csv.gz')] =
  process.argv.slice(2);
const byRollCall = groupBy(readCsv(votes), (it) => it.roll_call);
const count = (rollCall, position) => (byRollCall.get(rollCall) ?? []).filter((it) => it.vote === position).length;

const calls = readCsv(resolutions).flatMap((it) => {
  const [, session, number, letter] = /^(?:A\/RES|R)\/(\d\d)\/(\d+)([A-Z]?)$/.exec(it.un_symbol) ?? [];
  const isSeries = Number(session) >= 31 || (Number(number) >= 2000 && letter === '');
  return Number(session) >= 22 && isSeries ? [{ ...it, session: Number(session), number, letter }] : [];
});
// What a word looks like inside a sentence, as the titles that are not in capitals have it.
for (const it of calls) words.learn(it.short_title);

const roman = (n) => 'X'.repeat(n / 10) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10];
const contested = new Set(readCsv(beside('general-assembly-contested.tsv')).map((it) => it.number));
const rows = [];
const cast = [];
for (const of of groupBy(calls, (it) => `${it.session}/${it.number}${it.letter}`).values()) {
  const [first] = of;
  const { session, letter } = first;
  const single = of.length === 1;
  const tally = { yes: count(first.roll_call, 'Y'), no: count(first.roll_call, 'N'), abstained: count(first.roll_call, 'A') };
  if (single && tally.yes <= tally.no) continue;
  const number = session < 31 ? `${first.number} (${roman(session)})` : `${session}/${first.number}${letter && ` ${letter}`}`;
  const symbol = session < 31 ? `A/RES/${first.number}(${roman(session)})` : `A/RES/${session}/${first.number}${letter}`;
  const id = session < 31 ? first.number : `${session}-${first.number}${letter.toLowerCase()}`;
  const dates = new Set(of.map((it) => (session < 58 ? it.date.slice(0, 7) : it.date)));
  const [date] = dates.size === 1 ? dates : [''];
  const title = of.map((it) => titleOf(it.short_title)).find((it) => it !== '') ?? '';
  rows.push({
    id,
    number,
    symbol,
    adopted: date,
    ...(single ? tally : {}),
    title,
    concerns: concernsOf(of, title).join('; '),
    locator: `roll call ${of.map((it) => it.roll_call).join(', ')}`,
  });
  if (!single || !(contested.has(number) || /geneva conventions?\b|humanitarian (consequences|pledge)/i.test(title))) continue;
  for (const { state, vote } of byRollCall.get(first.roll_call)) {
    const from = stateOf(state, date);
    if (from) cast.push({ state: from.replace('state:', ''), resolution: id, position: vote, date, rollCall: first.roll_call });
  }
}
const missing = [...contested].filter((number) => !rows.some((it) => it.number === number && it.yes !== undefined));
if (missing.length > 0) throw new Error(`No single roll call of ${missing.join(', ')}`);

writeCsv(beside('../tables/general-assembly-resolutions.csv'), ['id', 'number', 'symbol', 'adopted', 'yes', 'no', 'abstained', 'title', 'concerns', 'locator'], rows);
writeCsv(beside('../tables/general-assembly-votes.csv'), ['resolution', 'state', 'position', 'date', 'rollCall'], cast);
