/**
 * Makes `tables/security-council-vetoes.csv`: drafts that fell in the Security Council for the vote of a permanent member.
 *
 *     node graph-data/make/security-council-vetoes.mjs [unsc-vetoes.csv.gz]
 *
 * The input is in `make/from/` (see its README): a row a draft and a permanent member that voted against it. It has no
 * other votes and, for many applications of the 1940s and 1950s, the record of the meeting in place of a draft. A draft is
 * named by its symbol where one draft has it, else by the day and the item. What it concerns is the topic of the source,
 * where that is a state or two.
 */
import { beside, groupBy, readCsv, writeCsv } from './csv.mjs';

const [input = beside('from/unsc-vetoes.csv.gz')] = process.argv.slice(2);

const states = readCsv(beside('../tables/states.csv'));
const subjects = new Map(states.map((it) => [it.name, [`state:${it.iso3.toLowerCase()}`]]));
const also = {
  Syria: ['state:syr'],
  'North Korea': ['state:prk'],
  Malasyia: ['state:mys'],
  Macedonia: ['state:mkd'],
  Bosnia: ['state:bih'],
  Venezuela: ['state:ven'],
  Czechoslovakia: ['state:csk'],
  'Israel-Palestine': ['state:isr', 'topic:question-of-palestine'],
  'Israel-Lebanon': ['state:isr', 'state:lbn'],
  'India-Pakistan': ['state:ind', 'state:pak'],
  'US-Libya': ['state:usa', 'state:lby'],
  'US-USSR': ['state:usa', 'state:rus'],
  Admission: ['topic:admission-to-the-un'],
  Disarmament: ['topic:disarmament'],
};
for (const [name, ids] of Object.entries(also)) subjects.set(name, ids);

const drafts = [...groupBy(readCsv(input), (it) => it.veto).values()];
const symbolOf = ({ draft }) => (/^S\/(?!PV)/.test(draft) ? draft.replace(/ ?\(.*| and .*|, .*/, '') : '');
const uses = groupBy(drafts, ([it]) => symbolOf(it));
const onDay = groupBy(drafts, ([it]) => it.date);
const rows = drafts.map((of) => {
  const [{ veto, date, agenda_item, topic, state, state_as_named }] = of;
  const symbol = uses.get(symbolOf(of[0])).length === 1 ? symbolOf(of[0]) : '';
  return {
    id: `unsc-veto-${veto}`,
    name: symbol ? `Draft resolution ${symbol} of the Security Council` : `Draft vetoed in the Security Council on ${date}${onDay.get(date).length > 1 ? ` (veto ${veto})` : ''}`,
    symbol,
    title: agenda_item.replaceAll('\n', ' ').replace(/Membership (?=\S)/, 'membership: ').trim(),
    date,
    states: of.map((it) => `state:${it.state.toLowerCase()}`).join('; '),
    note:
      of.length > 1 ? '' : state_as_named === 'USSR' ? 'As the Soviet Union.' : state === 'CHN' && date < '1971-10-25' ? 'The seat was held by the Government of the Republic of China.' : '',
    concerns: (subjects.get(topic) ?? []).join('; '),
    locator: `unsc_vetoes_1946_sept2022.csv: veto ${veto}`,
  };
});
writeCsv(beside('../tables/security-council-vetoes.csv'), ['id', 'name', 'symbol', 'title', 'date', 'states', 'note', 'concerns', 'locator'], rows);
