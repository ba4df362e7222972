/**
 * What the people and officials of states are called in English, for questions such as "Japanese foreign minister".
 *
 *   node graph-data/make/state-demonyms.mjs
 *
 * Reads `from/nationalities.tsv` (see README.md) and `tables/states.csv`, and writes `tables/state-demonyms.csv`. Left out
 * are the names of the states themselves, which the list gives where it has no other word, and words of two states
 * ("Congolese", "Dominican").
 */
import { beside, groupBy, readCsv, writeCsv } from './csv.mjs';

const states = new Map(readCsv(beside('../tables/states.csv')).map((it) => [it.iso2, it]));
const named = readCsv(beside('from/nationalities.tsv')).flatMap(({ iso2, nationality }) => {
  const state = states.get(iso2);
  if (!state || nationality.includes('(') || nationality.includes(',')) return [];
  const names = [state.name, ...state.aliases.split('; ')];
  return nationality
    .split(/ (?:-|and|or) /)
    .filter((word) => !names.includes(word))
    .map((demonym) => ({ iso2, state: `state:${state.iso3.toLowerCase()}`, demonym }));
});
const unique = [...groupBy(named, (it) => it.demonym).values()].filter((of) => of.length === 1).flat();

writeCsv(
  beside('../tables/state-demonyms.csv'),
  ['state', 'demonyms', 'locator'],
  [...groupBy(unique, (it) => it.state)].map(([state, of]) => ({
    state,
    demonyms: of.map((it) => it.demonym).join('; '),
    locator: `langs/en.json: ${of[0].iso2}`,
  })),
);
