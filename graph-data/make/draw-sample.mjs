/**
 * A sample of edges to be held against their sources by somebody who reads.
 *
 *   npx diplograph export --format jsonl | node graph-data/make/draw-sample.mjs [seed] [stated] [inferred]
 *
 * Half of the stated edges are drawn from all, half type by type in turn, so that what is rare is looked at too; inferred
 * edges are drawn rule by rule. The same seed and the same graph give the same sample. docs/data-quality.md has the last
 * one with its verdicts.
 */
import { text } from 'node:stream/consumers';

const [seed = 20241130, statedCount = 150, inferredCount = 50] = process.argv.slice(2).map(Number);
const records = (await text(process.stdin)).trim().split('\n').map((line) => JSON.parse(line));
const edges = records.filter((it) => it.record === 'edge').sort((a, b) => (a.id < b.id ? -1 : 1));

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
let state = seed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

function shuffled(list) {
  const left = [...list];
  for (let i = left.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [left[i], left[j]] = [left[j], left[i]];
  }
  return left;
}

/** One of each group in turn, until there are enough. */
function inTurn(list, keyOf, count) {
  const groups = new Map();
  for (const it of shuffled(list)) groups.set(keyOf(it), [...(groups.get(keyOf(it)) ?? []), it]);
  const drawn = [];
  while (drawn.length < count && groups.size > 0) {
    for (const [key, of] of groups) {
      if (drawn.length === count) break;
      drawn.push(of.pop());
      if (of.length === 0) groups.delete(key);
    }
  }
  return drawn;
}

const isInferred = (it) => (it.derivations ?? []).length > 0;
const stated = edges.filter((it) => !isInferred(it));
const any = shuffled(stated).slice(0, Math.ceil(statedCount / 2));
const rest = stated.filter((it) => !any.includes(it));
const sample = [
  ...any,
  ...inTurn(rest, (it) => it.type, Math.floor(statedCount / 2)),
  ...inTurn(edges.filter(isInferred), (it) => it.derivations[0].rule, inferredCount),
];
for (const it of sample) {
  const { at, role, when, attested, locators } = it.properties;
  const said = [at && `at ${at}`, role && `as ${role}`, when ?? (attested && `attested ${attested}`)].filter((part) => part);
  const cited = it.sources.map((id, i) => [id, locators?.[i]].filter((part) => part).join(' '));
  const support = isInferred(it) ? it.derivations.map(({ rule, premises }) => `${rule} from ${premises.join(', ')}`) : cited;
  console.log([it.id, it.from, it.type, it.to, said.join(', '), support.join('; ')].join('\t'));
}
