/**
 * What the scripts about roll calls of the General Assembly share: the title of one, what it concerns, who cast a vote.
 */
import { beside, readCsv } from './csv.mjs';
import { formerStates } from './former-states.mjs';
import { sentenceCase } from './general-assembly-titles.mjs';

const states = readCsv(beside('../tables/states.csv'));
const former = new Map(formerStates.map((it) => [it.code, it.id]));
const known = new Set(states.map((it) => it.iso3));

const topics = new Map([
  ['me', 'topic:question-of-palestine'],
  ['nu', 'topic:nuclear-arms-control'],
  ['di', 'topic:disarmament'],
  ['hr', 'topic:human-rights'],
  ['co', 'topic:decolonisation'],
  ['ec', 'topic:economic-development'],
]);
const named = new Map(states.map((it) => [it.name.toLowerCase(), `state:${it.iso3.toLowerCase()}`]));
for (const [name, code] of [['russia', 'rus'], ['syria', 'syr'], ['iran', 'irn'], ['viet nam', 'vnm'], ['myanmar', 'mmr'], ['libya', 'lby'], ['syrian arab republic', 'syr'], ['islamic republic of iran', 'irn'], ["democratic people's republic of korea", 'prk']]) {
  named.set(name, `state:${code}`);
}

/** The state of a code on a day (or in a month), by its id; undefined where the code is of none that is known here. */
export function stateOf(state, date) {
  // The source goes on calling Serbia and Montenegro, and after it Serbia, by the code of Yugoslavia.
  const code = state !== 'YUG' || date < '2000-11' ? state : date < '2006-06-03' ? 'SCG' : 'SRB';
  return former.get(code) ?? (known.has(code) ? `state:${code.toLowerCase()}` : undefined);
}

/** What roll calls with this title concern: the issues of the source, but those of 2019, and what the title names. */
export function concernsOf(rollCalls, title) {
  const issues = rollCalls.filter((it) => it.date < '2019').flatMap((it) => it.issues.split(/[;, ]+/)).filter(Boolean);
  return [...[...new Set(issues)].map((it) => topics.get(it)), ...subjectsOf(title)];
}

/** The title of a roll call as a sentence; empty where the source has words of a speech instead. */
export function titleOf(text) {
  const plain = text.replace(/ ?: ?resolution( \/.*)?$/, '').trim();
  if (/^(The (Acting )?President|.*I (shall )?now put|.*\b(we|I) (will|shall)\b)/.test(plain) || plain.length > 220) return '';
  // The source cuts some titles off after sixty signs.
  return text.length === 60 && !/[.)]$/.test(text) ? `${sentenceCase(plain).replace(/ [^ ]*$/, '')} …` : sentenceCase(plain);
}

/** States that are a part of the title by themselves, and the conventions where it names them. */
function subjectsOf(title) {
  const parts = title.split(/, |--|; /).map((it) => it.toLowerCase());
  const found = parts.flatMap((it) => named.get(it) ?? []);
  const situation = /^situation of human rights in (?:the )?(.*)$/i.exec(title)?.[1]?.toLowerCase();
  if (named.has(situation)) found.push(named.get(situation));
  if (/geneva conventions?\b/i.test(title)) found.push('treaty:geneva-conventions-1949');
  return [...new Set(found)];
}
