/**
 * Makes `tables/united-nations.csv`: members and observers of the United Nations, and the terms in its Security Council.
 *
 *     node graph-data/make/united-nations.mjs [un-members.csv.gz] [unsc-members.csv.gz]
 *
 * The inputs are in `make/from/` (see its README). The dates of admission are those of the list of the United Nations; the
 * former members and the interruptions are from the pages that their rows name. The terms in the Council were joined from
 * the member-years of the United Nations' own table.
 */
import { beside, readCsv, writeCsv } from './csv.mjs';
import { formerStates } from './former-states.mjs';

const [members = beside('from/un-members.csv.gz'), council = beside('from/unsc-members.csv.gz')] =
  process.argv.slice(2);
const former = new Map(formerStates.map((it) => [it.code, it.id]));
const idOf = (code) => former.get(code) ?? `state:${code.toLowerCase()}`;

const names = new Map([
  ...readCsv(beside('../tables/states.csv')).map((it) => [it.iso3, it.name]),
  ...formerStates.map((it) => [it.code, it.name]),
]);
/** Several sources stand in columns, so that the first has its place: the entry of a list, or a state and a year. */
const cited = (sources, locator) => {
  const [source, second, third] = sources.split('; ');
  return { source, locator, second, third };
};

/** Rows that the list of today's members does not have, with the pages that do. */
const otherSources = new Map([
  ['CSK', 'source:un-czechoslovakia'],
  ['YUG', 'source:wikisource-un-member-states'],
  ['DDR', 'source:nations-encyclopedia-un-membership'],
  ['YMD', 'source:wikisource-un-member-states'],
  ['X-ZAN', 'source:wikisource-un-member-states; source:nations-encyclopedia-un-membership'],
  ['SYR', 'source:wikisource-un-member-states'],
  ['IDN', 'source:un-member-states; source:maramis-indonesia-united-nations; source:keidenesia-indonesia-united-nations'],
]);

const rows = readCsv(members).map((it) => ({
  member: idOf(it.state),
  organisation: 'org:un',
  role: it.status === 'observer' ? 'observer' : '',
  start: it.from,
  end: it.to,
  ...cited(otherSources.get(it.state) ?? 'source:un-member-states', names.get(it.state) ?? it.state),
  note: [it.resolution && `Admitted by ${it.resolution.replace('21 75', '2175')}.`, it.note && `${sentence(it.note)}`]
    .filter(Boolean)
    .join(' '),
}));

// Terms that have not begun are no facts yet.
const HORIZON = '2026-12-31';
for (const it of readCsv(council).filter(({ from }) => from <= HORIZON)) {
  const row = {
    organisation: 'org:unsc',
    role: it.seat === 'permanent' ? 'permanent member' : 'elected member',
    ...cited('source:un-dppa-sc-membership', `${it.state}, ${it.from.slice(0, 4)}`),
    note: it.note ? sentence(it.note) : it.name_then ? `As ${it.name_then}.` : '',
  };
  // Elected as Democratic Yemen, and after the union of 22 May 1990 as Yemen.
  if (it.state === 'YEM' && it.from === '1990-01-01') {
    rows.push({ ...row, member: 'state:ymd', start: it.from, end: '1990-05-22' });
    rows.push({ ...row, member: 'state:yem', start: '1990-05-22', end: it.to });
  } else rows.push({ ...row, member: idOf(it.state), start: it.from, end: it.to });
}

writeCsv(beside('../tables/united-nations.csv'), ['member', 'organisation', 'role', 'start', 'end', 'source', 'locator', 'second', 'third', 'note'], rows);

function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
