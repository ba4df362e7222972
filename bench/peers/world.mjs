/**
 * The world that all engines are asked about: a seeded graph in flat columns, and the questions.
 *
 * Degrees follow power laws both ways, twelve edge types go by Zipf's law, days fill a century. Columns are files, so that
 * engines in other languages read the same.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const TYPES = 12;
const DAYS = 36_525;
export const typeName = (type) => `relation-${type}`;
export const isoDay = (day) => new Date(Date.UTC(1926, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function makeColumns(nodes, edges) {
  const random = randomOf(42);
  const shuffled = Int32Array.from({ length: nodes }, (_, i) => i);
  for (let i = nodes - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
  }
  const shares = Array.from({ length: TYPES }, (_, type) => 1 / (type + 1));
  const all = shares.reduce((sum, share) => sum + share);
  const columns = {
    from: new Int32Array(edges),
    to: new Int32Array(edges),
    type: new Uint8Array(edges),
    day: new Int32Array(edges),
  };
  for (let edge = 0; edge < edges; edge++) {
    const from = shuffled[Math.floor(nodes * random() ** 2)];
    const to = shuffled[Math.floor(nodes * random() ** 3)];
    columns.from[edge] = from;
    columns.to[edge] = to === from ? (to + 1) % nodes : to;
    let type = 0;
    for (let rest = random() * all - shares[0]; rest > 0 && type < TYPES - 1; rest -= shares[type]) type++;
    columns.type[edge] = type;
    columns.day[edge] = Math.floor(random() * DAYS);
  }
  return columns;
}

function makeQuestions(nodes, { from }) {
  const random = randomOf(7);
  const hasOut = new Uint8Array(nodes);
  for (const node of from) hasOut[node] = 1;
  const any = () => Math.floor(random() * nodes);
  const start = () => {
    for (;;) {
      const node = any();
      if (hasOut[node] === 1) return node;
    }
  };
  return {
    types: [0, 1, 2],
    firstDay: Math.floor(DAYS * 0.3),
    hops: Array.from({ length: 200 }, start),
    reach: Array.from({ length: 5 }, start),
    pairs: Array.from({ length: 50 }, () => [start(), any()]),
  };
}

/** The folder with the columns of such a world and its questions, made when it is not there. */
export function worldFolder(nodes, edges) {
  const folder = join(tmpdir(), `diplograph-peers-${nodes}-${edges}`);
  if (existsSync(join(folder, 'questions.txt'))) return folder;
  mkdirSync(folder, { recursive: true });
  const columns = makeColumns(nodes, edges);
  for (const [name, column] of Object.entries(columns)) writeFileSync(join(folder, name), Buffer.from(column.buffer));
  const asked = makeQuestions(nodes, columns);
  writeFileSync(join(folder, 'questions.json'), JSON.stringify({ nodes, edges, ...asked }));
  const { types, firstDay, hops, reach, pairs } = asked;
  const lists = [types, hops, reach, pairs.flat()].map((it) => [it.length, ...it].join(' '));
  writeFileSync(join(folder, 'questions.txt'), `${[`${nodes} ${edges} ${TYPES} ${firstDay}`, ...lists].join('\n')}\n`);
  return folder;
}

export function readWorld(folder) {
  const column = (name, Kind) => {
    const bytes = readFileSync(join(folder, name));
    return new Kind(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  };
  return {
    ...JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8')),
    from: column('from', Int32Array),
    to: column('to', Int32Array),
    type: column('type', Uint8Array),
    day: column('day', Int32Array),
  };
}
