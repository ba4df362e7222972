/**
 * Who spoke in the General Debate of the United Nations General Assembly, 1946 to 2024, and what post each had.
 *
 *   node graph-data/make/general-debate.mjs
 *
 * Reads `from/general-debate-speakers.csv.gz` (see README.md), joins spellings to persons (persons-of-speakers.mjs,
 * general-debate-judgements.tsv), and writes five tables: sessions, speakers, speeches, offices, and who held them when.
 */
import { beside, groupBy, readCsv, writeCsv } from './csv.mjs';
import { fold, readName } from './names-of-speakers.mjs';
import { personsOf } from './persons-of-speakers.mjs';

const former = { CSK: 'Czechoslovakia', DDR: 'German Democratic Republic', SCG: 'Serbia and Montenegro', YMD: 'Democratic Yemen', YUG: 'Yugoslavia' };
const bodies = { 'X-EU': ['org:eu', 'European Union'], 'X-LAS': ['org:arab-league', 'League of Arab States'] };
const names = new Map([...readCsv(beside('../tables/states.csv')).map((it) => [it.iso3, it.name]), ...Object.entries(former)]);
const nameOf = (state) => bodies[state]?.[1] ?? names.get(state);
const idOf = (state) => bodies[state]?.[0] ?? `state:${state.toLowerCase()}`;

const speeches = readCsv(beside('from/general-debate-speakers.csv.gz')).map((it) => ({ ...it, year: Number(it.year) }));
const persons = personsOf(speeches, readCsv(beside('general-debate-judgements.tsv')));
const known = readCsv(beside('general-debate-known.tsv')).map((it) => ({ ...it, key: readName(it.name, it.state).key }));

// Names and ids.

const honorifics = /^((mr|mrs|ms|miss|mme|dr|mir|the|honou?rable|right|rt|hon|h\.\s?e|his|her|royal|excellency|highness|majesty|serene|most)\b[.,;]*\s*)+/i;

function written({ text }) {
  const bare = text.replace(/\([^)]*\)/g, '').replace(honorifics, '').replace(/,.*$/, '').replace(/\s+/g, ' ').replace(/[’‘`´]/g, "'").trim();
  return bare.split(' ').map(capitalised).join(' ');
}

const capitalised = (word) =>
  /^[IVX]+$/.test(word) || word.length < 2 || word !== word.toUpperCase() || /\d/.test(word)
    ? word
    : word.toLowerCase().replace(/(^|[-'.])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());

/** The name most often written in full, the latest of those; whether it is a family name alone. */
function bestName(person) {
  const speechesOf = groupBy(person.of, (it) => fold(written({ text: it.person })));
  const spellings = person.names
    .map((name) => {
      const of = speechesOf.get(fold(written(name))) ?? [];
      return { name, text: written(name), count: of.length, last: of.at(-1)?.year ?? 0 };
    })
    .filter((it) => it.text !== '');
  const clean = (it) => (/[\d!?|]|\S {1,}\S \S{1,2}$/.test(it.text) ? 0 : 1);
  spellings.sort((a, b) => clean(b) - clean(a) || Number(b.name.full) - Number(a.name.full) || b.count - a.count || b.last - a.last);
  return { ...spellings[0], spellings };
}

const taken = new Set();
const slug = (text) => fold(text).replaceAll(' ', '-');
const span = ({ of }) => (of[0].year === of.at(-1).year ? `${of[0].year}` : `${of[0].year}–${of.at(-1).year}`);

const knownOf = (person) =>
  known.find((it) => {
    const [from, to] = it.years.split('-').map(Number);
    return it.state === person.state && person.names.some((name) => name.key === it.key) && person.of.some(({ year }) => year >= from && year <= (to ?? from));
  });

const best = persons.map((person) => ({ person, ...bestName(person), official: knownOf(person)?.official }));
const plainNames = groupBy(best.filter((it) => !it.official), (it) => fold(it.text));
const withState = groupBy(best.filter((it) => !it.official), (it) => `${fold(it.text)} ${it.person.state}`);
/** Names that somebody in a dossier has already. */
const elsewhere = new Set(readCsv(beside('general-debate-names-taken.tsv')).map((it) => fold(it.name)));

for (const it of best) {
  const { person, text, name } = it;
  if (it.official) continue;
  const [alone, first] = [(plainNames.get(fold(text)) ?? []).length === 1, (withState.get(`${fold(text)} ${person.state}`) ?? []).length === 1];
  const isPlain = alone && name.full && text.includes(' ') && !elsewhere.has(fold(text));
  it.shown = isPlain ? text : `${text} (${nameOf(person.state)}${first ? '' : `, ${span(person)}`})`;
  let id = [slug(text), isPlain ? '' : person.state.toLowerCase().replace('x-', ''), isPlain || first ? '' : String(person.of[0].year)].filter((part) => part !== '').join('-');
  while (taken.has(id)) id = `${id}-${person.of[0].year}`;
  taken.add(id);
  it.id = id;
}
const idOfOfficial = (it) => it.official ?? it.id;

// Other spellings in full, where nobody else has them.
const allNames = new Set([...elsewhere, ...best.flatMap((it) => (it.shown ? [it.shown.toLowerCase()] : []))]);
const foldedNames = new Set([...allNames].map(fold));
for (const it of best) {
  it.aliases = [];
  if (it.official) continue;
  const own = new Set([fold(it.shown)]);
  for (const { name, text } of it.spellings) {
    const folded = fold(text);
    if (!name.full || !text.includes(' ') || /\d/.test(text) || own.has(folded) || foldedNames.has(folded)) continue;
    own.add(folded);
    foldedNames.add(folded);
    it.aliases.push(text);
  }
}

// Tables.

const th = (n) => `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
const dates = new Map(readCsv(beside('general-debate-dates.tsv')).map((it) => [it.session, it]));
const sessions = [...groupBy(speeches, (it) => it.session)].map(([session, of]) => ({
  session,
  name: th(Number(session)),
  year: of[0].year,
  when: dates.get(session)?.when ?? of[0].year,
  source: dates.get(session)?.source,
}));
writeCsv(beside('../tables/general-debate-sessions.csv'), ['session', 'name', 'year', 'when', 'source'], sessions);

writeCsv(
  beside('../tables/general-debate-speakers.csv'),
  ['official', 'name', 'aliases', 'locator'],
  best.filter((it) => !it.official).map((it) => ({
    official: it.id,
    name: it.shown,
    aliases: it.aliases.join('; '),
    locator: `${it.person.state}: ${[...new Set(it.person.names.map(({ text }) => text))].join(' / ').replaceAll(';', ',').replaceAll('|', '¦')}`,
  })),
);

const corrections = new Map(readCsv(beside('general-debate-posts.tsv')).map((it) => [`${it.state} ${it.year}`, it]));
const postOf = ({ state, year, post }) => {
  const corrected = corrections.get(`${state} ${year}`);
  const told = corrected && corrected.post === post ? corrected.read : post;
  return told.replace('Foregn', 'Foreign').replace(/^P?rime Min/i, 'Prime Min').replace(/^(missing|post|delegation|spanish)$/i, '');
};
/** Who spoke for China until the autumn of 1971 did so for another government than today's. */
const noteOf = ({ state, year }) => (state === 'CHN' && Number(year) <= 1971 ? 'For the Government of the Republic of China, which held the seat until 25 October 1971.' : '');
writeCsv(
  beside('../tables/general-debate-speeches.csv'),
  ['session', 'party', 'official', 'role', 'note'],
  best.flatMap((it) => it.person.of.map((speech) => ({ session: speech.session, party: idOf(speech.state), official: idOfOfficial(it), role: postOf(speech), note: noteOf(speech) }))),
);

const monarchies = new Set(['KHM', 'ESP', 'AND', 'IND', 'X-EU', 'X-LAS', 'MYS', 'THA', 'LSO', 'SWZ']);
const kinds = [
  ['foreign-minister', 'Minister of Foreign Affairs', (post) => /^((federal |senior )?minister|secretary|deputy prime minister|state councill?or|vice-(president|chancellor))\b/i.test(post) && /\b(foreign|external)\b.*\b(affairs|relations)\b|^minister for foreign/i.test(post) && !/of state|deputy minister|second/i.test(post)],
  ['president', 'President', (post, state) => /^(constitutional )?president( of the republic.*| and (head|commander).*)?$/i.test(post) && !monarchies.has(state)],
  ['prime-minister', 'Prime Minister', (post) => /^prime minister\b/i.test(post)],
];
const officeKinds = { 'foreign-minister': 'MINISTER', president: 'HEAD_OF_STATE', 'prime-minister': 'HEAD_OF_GOVERNMENT' };
const own = new Map([['foreign-minister IND', 'external-affairs-minister-ind'], ['foreign-minister CHE', 'head-fdfa']]);
const articles = /^(United|Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Marshall|Solomon|Central|Dominican R|Congo|Democratic|Holy|German D)/;
const described = new Set(readCsv(beside('general-debate-offices-known.tsv')).map((it) => it.office));

const offices = [];
const holds = [];
for (const [kind, title, isOf] of kinds) {
  const seen = best.flatMap((it) => it.person.of.filter((speech) => isOf(postOf(speech), speech.state)).map((speech) => ({ it, year: speech.year, state: speech.state })));
  for (const [state, of] of groupBy(seen, (it) => it.state)) {
    const office = own.get(`${kind} ${state}`) ?? `${kind}-${state.toLowerCase()}`;
    const tenures = runsOf(of);
    // Somebody seen once between two speeches of one holder stood in, or the corpus errs about the post.
    const doubtful = tenures.filter(({ it }, i) => {
      const [a, b] = [tenures[i - 1], tenures[i + 1]];
      return a && b && a.it === b.it && a.it !== it && b.years[0] - a.years.at(-1) <= 4;
    });
    const news = tenures.filter((tenure) => !tenure.it.official && !doubtful.includes(tenure));
    if (news.length === 0) continue;
    if (!described.has(office)) offices.push({ office, kind: officeKinds[kind], title, alias: kind === 'foreign-minister' ? `Foreign Minister of ${articles.test(nameOf(state)) ? 'the ' : ''}${nameOf(state)}` : '', name: `${title} of ${articles.test(nameOf(state)) ? 'the ' : ''}${nameOf(state)}`, state: idOf(state) });
    for (const of of groupBy(news, ({ it }) => it.id).values()) {
      const rows = of.map((tenure) => ({
        official: tenure.it.id,
        office,
        ...tenureOf(tenure, tenures),
        locator: `${state}, ${[...new Set(tenure.years)].join(', ')}`,
      }));
      // Who came back holds an office twice, which only their beginnings tell apart: of those unknown, the last is left.
      const beginningOf = ({ when }) => when.split('/')[0];
      holds.push(...rows.filter((row, i) => rows.findLastIndex((it) => beginningOf(it) === beginningOf(row)) === i));
    }
  }
}
writeCsv(beside('../tables/general-debate-offices.csv'), ['office', 'kind', 'title', 'name', 'alias', 'state'], offices);
writeCsv(beside('../tables/general-debate-holds.csv'), ['official', 'office', 'attested', 'when', 'locator'], holds);

/** Years in which one person was seen in an office with nobody else seen between, at most eight years apart. */
function runsOf(seen) {
  const sorted = [...seen].sort((a, b) => a.year - b.year);
  const found = [];
  for (const { it, year } of sorted) {
    const last = found.at(-1);
    if (last?.it === it && year - last.years.at(-1) <= 8) last.years.push(year);
    else found.push({ it, years: [year] });
  }
  return found;
}

/** Bounded by others in the office: who was seen in it the year before had left it since. */
function tenureOf({ it, years }, tenures) {
  const [first, last] = [years[0], years.at(-1)];
  const before = Math.max(...tenures.filter((other) => other.it !== it && other.years.at(-1) < first).map((other) => other.years.at(-1)), 0);
  const after = Math.min(...tenures.filter((other) => other.it !== it && other.years[0] > last).map((other) => other.years[0]), 9999);
  // "2005~" is 2004 to 2006.
  const start = first - before === 1 ? `${first}~` : first - before === 2 ? `${first - 1}~` : '';
  const end = after - last === 1 ? `${last}~` : after - last === 2 ? `${last + 1}~` : '';
  return { attested: first === last ? `${first}` : `${first}/${last}`, when: start || end ? `${start}/${end}` : '' };
}
