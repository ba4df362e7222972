/**
 * Makes `tables/treaties.csv`, `tables/treaty-parties.csv` and `tables/treaty-signatures.csv`.
 *
 *     node graph-data/make/treaties.mjs [core-treaty-parties.csv.gz] [states-dated.csv.gz] [core-treaties.csv.gz]
 *
 * The inputs are in `make/from/` (see its README): parties to treaties from globalgov/manytreaties, data set GGO
 * (CC BY 4.0), with its blanket dates taken out, and the beginnings of states from globalgov/manystates (CC BY 4.0).
 *
 * What this script decides:
 * - A date that two of the columns contradict is left out, and a note says so; nothing is reckoned in its place.
 * - `consent` is said where it follows from what the row states: a signature and a later deposit is a ratification; who
 *   was bound from independence on, before any deposit, succeeded; who never signed a treaty with a complete list of
 *   signatures, and is older than the treaty, acceded. Elsewhere it stays open.
 * - The conventions on anti-personnel mines and on cluster munitions are not in the data set. Their parties are from lists
 *   of the United Nations Treaty Collection in zmjones/untreaties, which end in 2013; withdrawals since then from the press.
 * - Territories are not parties, so their rows go.
 */
import { beside, readCsv, writeCsv } from './csv.mjs';
import { formerStates } from './former-states.mjs';
import { listed, treaties } from './treaties-chosen.mjs';
import { readUnList } from './un-list.mjs';

const [parties = beside('from/core-treaty-parties.csv.gz'), states = beside('from/states-dated.csv.gz')] =
  process.argv.slice(2);
const core = process.argv[4] ?? beside('from/core-treaties.csv.gz');

const begins = new Map(readCsv(states).map((it) => [it.state, it.begin.replace('/', '')]));
const known = new Set(readCsv(beside('../tables/states.csv')).map((it) => it.iso3));
const about = new Map(readCsv(core).map((it) => [it.treaty, it]));
const chosen = new Map(treaties.map((it) => [it.code, it]));
const former = new Map(formerStates.map((it) => [it.code, it]));
const byPages = new Set(
  readCsv(beside('../tables/treaty-parties-by-pages.csv')).map((it) => `${it.state} ${it.treaty}`),
);

const bound = [];
const signatures = [];
for (const row of readCsv(parties)) {
  const treaty = chosen.get(row.treaty);
  if (!treaty) continue;
  const from = nodeOf(row.state);
  if (!from || byPages.has(`${row.state} ${treaty.id}`)) continue;
  const locator = `parties: ${row.treaty}, ${row.state}`;
  const it = { from, treaty: treaty.id, locator, source: 'manytreaties' };
  if (row.signed) signatures.push({ ...it, when: row.signed });
  const party = partyOf(row, about.get(row.treaty));
  // Who signed the protocols of 1977 has no day in the source: it gives the day of adoption, before they were open.
  if (!row.signed && !party && /signature dropped: blanket/.test(row.note)) {
    signatures.push({ ...it, note: 'Signed, and not bound so far as the source shows; it does not give the day.' });
  }
  if (party) bound.push({ ...it, signed: row.signed, ...party });
}

for (const { list, id, inForce, ends } of listed) {
  for (const row of readUnList(beside(`from/un-treaty-list-${list}.csv.gz`))) {
    const it = { from: `state:${row.state.toLowerCase()}`, treaty: id, locator: `data/${list}.csv: ${row.name}`, source: 'untreaties' };
    if (row.signed) signatures.push({ ...it, when: row.signed });
    if (!row.consented) continue;
    bound.push({
      ...it,
      start: later(row.consented, inForce),
      end: ends[row.state],
      signed: row.signed,
      ratified: row.consented,
      consent: row.consent,
      note: row.consented < inForce ? '' : 'The list has no entry into force for it; dated by the deposit.',
    });
  }
}

writeCsv(
  beside('../tables/treaty-parties.csv'),
  ['from', 'treaty', 'start', 'end', 'attested', 'signed', 'ratified', 'consent', 'inForce', 'source', 'locator', 'note'],
  bound,
);
writeCsv(beside('../tables/treaty-signatures.csv'), ['from', 'treaty', 'when', 'source', 'locator', 'note'], signatures);
writeCsv(
  beside('../tables/treaties.csv'),
  ['id', 'name', 'aliases', 'description', 'concluded', 'opened', 'inForce', 'unList', 'topics', 'locator'],
  treaties
    .filter((it) => it.name)
    .map(({ code, id, name, aliases, description, topics }) => {
      const { adopted, opened, in_force, un_list } = about.get(code);
      // The first signature that the list of the United Nations has is the day of opening; without that list it is not known.
      const openedThen = un_list ? opened : '';
      return {
        id,
        name,
        aliases,
        description,
        concluded: adopted,
        opened: openedThen,
        inForce: in_force,
        unList: un_list,
        topics,
        locator: `agreements: ${code}`,
      };
    }),
);

/** The node of a code, or undefined for territories. */
function nodeOf(code) {
  if (code === 'X-EU') return 'org:eu';
  const state = former.get(code);
  if (state) return state.id;
  return known.has(code) ? `state:${code.toLowerCase()}` : undefined;
}

/** What a row says of being bound, or undefined where it only says that the state signed. */
function partyOf(row, { in_force, un_list: unList, adopted }) {
  // The data set itself has the first protocol in force for its first parties a year earlier than for the treaty.
  const treatyInForce = row.treaty === 'AG07AC_1977P1' ? '1978-12-07' : in_force;
  const begin = begins.get(row.state) ?? '';
  const isSuccessor = begin > adopted || former.has(row.state);
  const dropped = (what) => new RegExp(`${what} dropped: [^;]*?(\\d{4}-\\d\\d-\\d\\d)`).exec(row.note)?.[1];
  const predecessors = row.consent_from === 'date before the state began';
  const { consent_date: ratified } = row;
  let inForce = row.in_force;
  const early = /in force dropped: before the treaty/.test(row.note) && dropped('in force');
  if (early && early >= treatyInForce) inForce = early;
  if (!treatyInForce) inForce = '';
  if (!ratified && !inForce && !predecessors) return undefined;

  const notes = [];
  let consent = '';
  if (inForce && ratified && inForce < ratified) {
    if (isSuccessor && daysBetween(begin, inForce) <= 700) {
      consent = 'SUCCESSION';
      notes.push('Bound from independence on, before the deposit, as a successor state.');
    } else {
      notes.push(`The source has it bound from ${inForce}, before the deposit; dated by the deposit here.`);
      inForce = '';
    }
  } else if (inForce && ratified && daysBetween(later(ratified, treatyInForce), inForce) > 400) {
    notes.push(`The source has it bound only from ${inForce}, long after the deposit; dated by the deposit here.`);
    inForce = '';
  }
  if (predecessors && !ratified) {
    // What is left of the row may be the predecessor's as well.
    inForce = '';
    consent = 'SUCCESSION';
    notes.push("The source has its predecessor's dates; since when it is bound itself is left open.");
  }
  if (!consent) consent = consentOf(row, { unList, isOlder: begin !== '' && begin < adopted, isSuccessor });
  let start = inForce || ratified;
  if (!inForce && ratified) {
    if (!treatyInForce) notes.push('The treaty is not in force; dated by the deposit.');
    else if (notes.length === 0) notes.push('The source has no entry into force for it; dated by the deposit.');
    if (ratified < treatyInForce) start = treatyInForce;
  }
  // Ends were wrong for Germany and others: taken are withdrawals from the Rome Statute and the ends of states.
  const end = earlier(row.treaty === 'STTICC_1998A' ? row.end : '', former.get(row.state)?.end);
  if (end && start && end < start) return undefined;
  // The data set ends in about 2022: who is in it without a date was bound by then.
  return { start, end, attested: start || end ? '' : '2022', ratified, consent, inForce, note: notes.join(' ') };
}

/** By which act a state became bound, where the row and the list of the United Nations leave one answer. */
function consentOf(row, { unList, isOlder, isSuccessor }) {
  if (row.signed && row.consent_date > row.signed) return 'RATIFICATION';
  if (row.consent === 'succession' && isSuccessor && !row.signed) return 'SUCCESSION';
  // A signature on the day of the deposit was taken out as doubtful, so such a row may be either.
  const perhapsSigned = row.signed || /signature dropped: same as consent/.test(row.note);
  return unList && isOlder && !perhapsSigned && row.consent_date ? 'ACCESSION' : '';
}

function daysBetween(a, b) {
  return Math.abs(Date.parse(b) - Date.parse(a)) / 86_400_000;
}

function later(a, b) {
  return a > b ? a : b;
}

function earlier(a, b) {
  return a && b ? (a < b ? a : b) : a || b || '';
}
