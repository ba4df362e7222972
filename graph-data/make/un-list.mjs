/**
 * Lists of the United Nations Treaty Collection, as zmjones/untreaties took them down: participant, signature, consent.
 *
 * A letter behind the date says how a party became bound: `a` accession, `d` succession, `A` and `AA` acceptance and
 * approval, none ratification. When the treaty entered into force for the party is not in the lists.
 */
import { beside, readCsv } from './csv.mjs';

const otherNames = {
  'Bolivia (Plurinational State of)': 'BOL',
  'Brunei Darussalam': 'BRN',
  'Cape Verde': 'CPV',
  "Cote d'Ivoire": 'CIV',
  'Czech Republic': 'CZE',
  "Lao People's Democratic Republic": 'LAO',
  'Republic of Moldova': 'MDA',
  'Sao Tome and Principe': 'STP',
  'St. Kitts and Nevis': 'KNA',
  'St. Lucia': 'LCA',
  'St. Vincent and the Grenadines': 'VCT',
  Swaziland: 'SWZ',
  'The former Yugoslav Republic of Macedonia': 'MKD',
  Turkey: 'TUR',
  'United Kingdom of Great Britain and Northern Ireland': 'GBR',
  'United Republic of Tanzania': 'TZA',
  'Venezuela (Bolivarian Republic of)': 'VEN',
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const acts = { '': 'RATIFICATION', A: 'RATIFICATION', AA: 'RATIFICATION', a: 'ACCESSION', d: 'SUCCESSION' };

/** The rows of a list: code of the state, the days of signature and consent, and the act. */
export function readUnList(path) {
  const byName = new Map(readCsv(beside('../tables/states.csv')).map((it) => [it.name, it.iso3]));
  return readCsv(path).map(({ Participant: name, Signature: signed, ...rest }) => {
    const state = otherNames[name] ?? byName.get(name);
    if (!state) throw new Error(`${path}: no state is called "${name}".`);
    const [, day, act] = /^(\d+ \w+ \d+) ?(\w*)$/.exec(Object.values(rest).at(-1)) ?? [];
    return { state, name, signed: isoOf(signed), consented: isoOf(day), consent: day ? acts[act] : '' };
  });
}

function isoOf(text) {
  if (!text) return '';
  const [day, month, year] = text.split(' ');
  return `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
