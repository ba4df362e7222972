/**
 * Makes `tables/memberships-by-treaty.csv`: members of organisations whose founding treaty is in the data set.
 *
 *     node graph-data/make/memberships-by-treaty.mjs [constituent-treaties.csv.gz]
 *
 * The input is in `make/from/` (see its README): parties to constituent treaties from globalgov/manytreaties, set GGO
 * (CC BY 4.0). The date of joining is the entry into force of the treaty for the state, or the deposit; which, the note says.
 * Organisations of which the set has only the day of the treaty are left out. Territories are, too.
 */
import { beside, readCsv, writeCsv } from './csv.mjs';
import { formerStates } from './former-states.mjs';

const chosen = new Map([
  ['EU', 'org:eu'],
  ['WHO', 'org:who'],
  ['OPCW', 'org:opcw'],
  ['ICC', 'org:icc'],
  ['WTO', 'org:wto'],
  ['IMO', 'org:imo'],
]);
/** When the organisations began to work, by the entry into force of their treaties in the same data set. */
const began = new Map([
  ['org:eu', '1958-01-01'],
  ['org:who', '1948-04-07'],
  ['org:opcw', '1997-04-29'],
  ['org:icc', '2002-07-01'],
  ['org:wto', '1995-01-01'],
  ['org:imo', '1958-03-17'],
]);
const known = new Set(readCsv(beside('../tables/states.csv')).map((it) => it.iso3));
const former = new Map(formerStates.map((it) => [it.code, it]));
const begins = new Map(
  readCsv(beside('../tables/state-beginnings.csv')).map((it) => [it.id, it.founded]),
);

const rows = readCsv(process.argv[2] ?? beside('from/constituent-treaties.csv.gz')).flatMap((it) => {
  const organisation = chosen.get(it.organisation);
  const ended = former.get(it.state);
  const member = ended?.id ?? (known.has(it.state) ? `state:${it.state.toLowerCase()}` : undefined);
  if (!organisation || !member || !it.joined) return [];
  // Instruments were deposited before the organisation began.
  const start = it.joined > began.get(organisation) ? it.joined : began.get(organisation);
  // The predecessor's date; since when the state itself belongs is not known.
  const early = (begins.get(member) ?? '') > start;
  return [
    {
      member,
      organisation,
      start: early ? '' : start,
      end: it.left || (ended?.end ?? ''),
      attested: early ? '2022' : '',
      locator: `parties: ${it.treaty}, ${it.state}`,
      note: early
        ? 'The source has a date before the state began.'
        : it.how.startsWith('deposit')
          ? 'Dated by the deposit of the instrument.'
          : '',
    },
  ];
});
writeCsv(
  beside('../tables/memberships-by-treaty.csv'),
  ['member', 'organisation', 'start', 'end', 'attested', 'locator', 'note'],
  rows,
);
