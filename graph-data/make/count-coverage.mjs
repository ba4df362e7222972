/**
 * How many statements there are by type and decade, as the table in graph-data/README.md has it.
 *
 *   npx diplograph export --format jsonl | node graph-data/make/count-coverage.mjs
 *
 * A statement counts in the decade in which it begins or was seen, or else in that of its occasion.
 */
import { text } from 'node:stream/consumers';

const records = (await text(process.stdin)).trim().split('\n').map((line) => JSON.parse(line));
const nodes = new Map(records.filter((it) => it.record === 'node').map((it) => [it.id, it]));
const rows = [
  ['`spoke-at`, and as many `represented`', ['spoke-at']],
  ['`heads`, `chaired`', ['heads', 'chaired']],
  ['`holds`', ['holds']],
  ['`party-to`', ['party-to']],
  ['`signed`', ['signed']],
  ['`member-of`', ['member-of']],
  ['`voted-on`', ['voted-on']],
  ['`adopted`', ['adopted']],
  ['`concerns`', ['concerns']],
  ['`participated-in`', ['participated-in']],
];
const columns = ['before 1940', '1940s', '1950s', '1960s', '1970s', '1980s', '1990s', '2000s', '2010s', '2020s', 'no date'];

function columnOf({ from, to, properties }) {
  const occasion = [properties.at, to, from].map((id) => nodes.get(id)?.properties).find((it) => it?.when ?? it?.adopted);
  const date = properties.when ?? properties.attested ?? occasion?.when ?? occasion?.adopted ?? '';
  const year = Number(/\d{4}/.exec(date)?.[0] ?? Number.NaN);
  return Number.isNaN(year) ? columns.length - 1 : Math.max(0, Math.min(9, Math.floor(year / 10) - 193));
}

const named = new Set(rows.flatMap(([, types]) => types).concat('represented'));
const stated = records.filter((it) => it.record === 'edge' && (it.derivations ?? []).length === 0);
const table = [...rows.map(([name, types]) => [name, (it) => types.includes(it.type)]), ['all others', (it) => !named.has(it.type)]];
console.log(`| | ${columns.join(' | ')} |\n| --- |${' ---: |'.repeat(columns.length)}`);
for (const [name, isOf] of table) {
  const counts = columns.map(() => 0);
  for (const it of stated) if (isOf(it)) counts[columnOf(it)]++;
  console.log(`| ${name} | ${counts.map((it) => it.toLocaleString('en')).join(' | ')} |`);
}
const types = new Map();
for (const { type } of nodes.values()) types.set(type, (types.get(type) ?? 0) + 1);
console.log(`\n${nodes.size.toLocaleString('en')} nodes, ${stated.length.toLocaleString('en')} stated edges: ${[...types].map(([type, count]) => `${count.toLocaleString('en')} ${type}`).join(', ')}`);
