/**
 * Makes the tables of the pack: who voted how in every roll call of the General Assembly, 1946 to January 2020.
 *
 *     node packs/un-votes/make/un-votes.mjs [un-resolutions.csv.gz] [un-votes.csv.gz]
 *
 * The inputs are those of the default world, in `graph-data/make/from/` (see its README), and so are the ids: this script
 * reads which resolutions and which votes the default world has, and adds what it lacks.
 *
 * What it decides:
 * - A roll call that is the only one of a resolution of the default world is the vote on that resolution.
 * - Every other roll call is a text of its own, `resolution:unga-roll-call-N`: before 1967 and where a vote failed the
 *   source has no number, and where a number has several roll calls, some are about paragraphs or amendments, and which is
 *   not told. The description of such a text names the resolution. Which texts were adopted is not said, for some matters take two thirds.
 * - Until the 57th session the days of the source are days of the week, so the month is given.
 * - Votes of the Republic of China, which held the seat of China until October 1971, are China's, with a note; this is what
 *   the table of vetoes does. The Soviet Union is Russia, as everywhere in these facts.
 */
import { groupBy, readCsv, writeCsv } from '../../../graph-data/make/csv.mjs';
import { concernsOf, stateOf, titleOf } from '../../../graph-data/make/general-assembly-subjects.mjs';
import { words } from '../../../graph-data/make/general-assembly-titles.mjs';

const graphData = (name) => new URL(`../../../graph-data/${name}`, import.meta.url).pathname;
const table = (name) => new URL(`../tables/${name}`, import.meta.url).pathname;
const [resolutions = graphData('make/from/un-resolutions.csv.gz'), votes = graphData('make/from/un-votes.csv.gz')] =
  process.argv.slice(2);

/** By roll call: the resolution of the default world that it was about, and whether it was the only one about it. */
const known = new Map();
for (const { id, symbol, locator } of readCsv(graphData('tables/general-assembly-resolutions.csv'))) {
  const rollCalls = locator.replace('roll call ', '').split(', ');
  for (const it of rollCalls) known.set(it, { id, symbol, isOnly: rollCalls.length === 1 });
}
const stated = new Set(
  readCsv(graphData('tables/general-assembly-votes.csv')).map((it) => `${it.rollCall} state:${it.state}`),
);

const calls = readCsv(resolutions);
for (const it of calls) words.learn(it.short_title);
const byRollCall = groupBy(readCsv(votes), (it) => it.roll_call);

const texts = [];
const cast = [];
const castByTaipei = [];
for (const call of calls) {
  const { roll_call: rollCall, session } = call;
  const date = Number(session) < 58 ? call.date.slice(0, 7) : call.date;
  const resolution = known.get(rollCall);
  const id = resolution?.isOnly ? `unga-${resolution.id}` : `unga-roll-call-${rollCall}`;
  const states = { Y: [], N: [], A: [] };
  for (const { state, vote } of byRollCall.get(rollCall)) {
    const from = stateOf(state, date);
    if (state === 'TWN') castByTaipei.push({ resolution: id, rollCall, date, position: vote });
    else if (from === undefined) throw new Error(`No state has the code ${state} in roll call ${rollCall}`);
    else if (!stated.has(`${rollCall} ${from}`)) states[vote].push(from.replace('state:', ''));
  }
  const [yes, no, abstained] = [states.Y, states.N, states.A].map((it) => it.sort().join(' '));
  if (yes || no || abstained) cast.push({ resolution: id, rollCall, date, yes, no, abstained });
  if (resolution?.isOnly) continue;
  const title = titleOf(call.short_title);
  const count = (position) => byRollCall.get(rollCall).filter((it) => it.vote === position).length;
  texts.push({
    rollCall,
    name: `Roll call ${rollCall} of the General Assembly${title && `: ${title}`}`,
    title,
    description: `Put to the vote in the General Assembly in ${date}${resolution ? `, one of several roll calls under ${resolution.symbol}` : ''}.`,
    yes: count('Y'),
    no: count('N'),
    abstained: count('A'),
    status: count('Y') <= count('N') ? 'REJECTED' : '',
    concerns: concernsOf([call], title).join(' '),
  });
}

writeCsv(
  table('un-roll-calls.csv.gz'),
  ['rollCall', 'name', 'title', 'description', 'yes', 'no', 'abstained', 'status', 'concerns'],
  texts,
);
writeCsv(table('un-votes.csv.gz'), ['resolution', 'rollCall', 'date', 'yes', 'no', 'abstained'], cast);
writeCsv(table('un-votes-of-taipei.csv.gz'), ['resolution', 'rollCall', 'date', 'position'], castByTaipei);
