/**
 * Makes `tables/bilateral-agreements.csv`: agreements of two states since 1946, on trade, the environment, fishing, health.
 *
 *     node graph-data/make/bilateral-agreements.mjs [treaties.csv.gz] [treaty-parties.csv.gz] [states-dated.csv.gz]
 *
 * The inputs are in `make/from/` (see its README): globalgov/manytreaties, data set GGO (CC BY 4.0).
 *
 * What this script decides: taken is an agreement, a protocol or a memorandum of exactly two states that existed when it was
 * signed, where both have the same day of signature and the treaty has it too; everything else is left out. The entry into
 * force is taken where both and the treaty have the same and it lies within twenty years of the signature; an end, where
 * both have it. A code that several treaties share is left out, for their dates cannot be told apart.
 * The title has to name both states, for the codes err: Taiwan is under the code of China, dependencies are under others.
 * A title that only names the two states, as those of trade agreements do, is said in words.
 */
import { beside, groupBy, readCsv, writeCsv } from './csv.mjs';
import { formerStates } from './former-states.mjs';
import { isNamed } from './named-in-title.mjs';

const [treaties = beside('from/treaties.csv.gz'), parties = beside('from/treaty-parties.csv.gz'), dated = beside('from/states-dated.csv.gz')] =
  process.argv.slice(2);
const names = new Map(readCsv(beside('../tables/states.csv')).map((it) => [it.iso3, it.name]));
const former = new Map(formerStates.map((it) => [it.code, it]));
const begins = new Map(readCsv(dated).map((it) => [it.state, it.begin.replace('/', '')]));
const topics = { Environment: 'topic:environment', Trade: 'topic:trade', Health: 'topic:health' };

const small = new Set('a an and at between by concerning for from in into of on or regarding relating respecting the their to under with within'.split(' '));
const rows = [];
const left = [];
const seen = new Set();
const partiesOf = groupBy(readCsv(parties), (it) => it.treaty);
const all = readCsv(treaties);
const uses = groupBy(all, (it) => it.treaty);
for (const treaty of all) {
  const of = [...groupBy(partiesOf.get(treaty.treaty) ?? [], (it) => it.state).values()].map(([it]) => it).sort((a, b) => (a.state < b.state ? -1 : 1));
  if (treaty.ambit !== 'Bilateral' || uses.get(treaty.treaty).length > 1 || of.length !== 2 || !['Agreement', 'Protocol', 'MOU'].includes(treaty.kind)) continue;
  const [one, two] = of;
  const day = treaty.begin;
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || day < '1946' || one.signed !== day || two.signed !== day) continue;
  if (of.some(({ state }) => !(names.has(state) || former.has(state)) || day < (begins.get(state) ?? '') || day > (former.get(state)?.end ?? day))) continue;
  if (!of.every(({ state }) => isNamed(state, treaty.title))) {
    left.push(`${treaty.treaty} ${of.map(({ state }) => state)} ${treaty.title}`);
    continue;
  }
  const name = nameOf(treaty, of);
  if (!name || name.length > 180 || seen.has(`${name} ${day}`)) continue;
  seen.add(`${name} ${day}`);
  const isForce = /^\d{4}-\d\d-\d\d$/.test(one.in_force) && one.in_force === two.in_force && one.in_force === treaty.in_force && one.in_force >= day && Number(one.in_force.slice(0, 4)) - Number(day.slice(0, 4)) <= 20;
  const inForce = isForce ? one.in_force : '';
  const end = inForce && one.end === two.end && one.end > inForce ? one.end : '';
  rows.push({
    id: treaty.treaty.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, ''),
    name,
    signed: day,
    states: of.map(({ state }) => former.get(state)?.id ?? `state:${state.toLowerCase()}`).join('; '),
    inForce,
    since: inForce && `${inForce}/${end}`,
    isBound: inForce && 'yes',
    topics: treaty.domain.split(',').flatMap((it) => topics[it] ?? []).join('; '),
    code: treaty.treaty,
  });
}
// Names that two agreements share say when they were signed.
for (const of of groupBy(rows, (it) => it.name.toLowerCase()).values()) {
  if (of.length > 1) for (const it of of) it.name = `${it.name} (${it.signed})`;
}
writeCsv(beside('../tables/bilateral-agreements.csv'), ['id', 'name', 'signed', 'states', 'inForce', 'since', 'isBound', 'topics', 'code'], rows);

function nameOf({ title, domain, begin }, of) {
  if (/\b(agreement|treaty|convention|protocol|memorandum|exchange|arrangement|understanding|accord|declaration|notes?)\b/i.test(title)) {
    const words = title.replace(/\s+/g, ' ').trim().split(' ');
    return words.map((word, i) => (i > 0 && small.has(word.toLowerCase()) ? word.toLowerCase() : word)).join(' ');
  }
  const [one, two] = of.map(({ state }) => names.get(state));
  // "Canada Ukraine", and nothing more.
  if (domain !== 'Trade' || !one || !two || title.split(' ').length > 6) return undefined;
  const the = (name) => (/^(United|Netherlands|Philippines|Bahamas|Dominican R)/.test(name) ? `the ${name}` : name);
  return `Trade agreement of ${the(one)} and ${the(two)}, ${begin.slice(0, 4)}`;
}

if (process.env.SHOW_LEFT) console.log(left.join('\n'));
