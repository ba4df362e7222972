/**
 * Names of states, of the United Nations and of the European Union in the languages of the United Nations and of Kazakhstan's neighbours, for those who search in them.
 *
 *   node graph-data/make/state-names.mjs
 *
 * Reads `from/state-names-cldr.csv.gz` (see README.md) and `tables/states.csv`, and writes `tables/state-names.csv`: what
 * the Unicode Common Locale Data Repository calls each state, where the table of states does not have it already. A name
 * that two states share ("Congo") is left out for both.
 */
import { beside, groupBy, readCsv, writeCsv } from './csv.mjs';

const languages = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'kk', 'ky', 'pt', 'ru', 'tr', 'uk', 'uz', 'zh'];
const states = readCsv(beside('../tables/states.csv'));
const bodies = [
  { code: 'X-UN', id: 'org:un', name: 'United Nations' },
  { code: 'X-EU', id: 'org:eu', name: 'European Union' },
];
const key = (name) => name.normalize('NFC').toLowerCase();
const known = new Map([...states, ...bodies].flatMap(({ name, aliases = '' }) => [name, ...aliases.split('; ')].map((it) => [key(it), name])));

const ids = new Map([...states.map(({ iso3 }) => [iso3, `state:${iso3.toLowerCase()}`]), ...bodies.map(({ code, id }) => [code, id])]);
const named = readCsv(beside('from/state-names-cldr.csv.gz'))
  .filter((it) => ids.has(it.state) && languages.includes(it.locale))
  .filter((it) => !known.has(key(it.name)) && !it.name.includes(';'));
const owners = new Map([...groupBy(named, (it) => key(it.name))].map(([name, of]) => [name, new Set(of.map((it) => it.state))]));
const own = named.filter((it) => owners.get(key(it.name)).size === 1);

writeCsv(
  beside('../tables/state-names.csv'),
  ['node', 'names', 'locator'],
  [...groupBy(own, (it) => it.state)].map(([state, of]) => {
    const byName = [...groupBy(of, (it) => key(it.name)).values()];
    return {
      node: ids.get(state),
      names: byName.map(([first]) => first.name).join('; '),
      locator: `territories.json: ${byName.map((rows) => `${[...new Set(rows.map((it) => it.locale))].join(' ')} ${rows[0].name}`).join(', ')}`,
    };
  }),
);
