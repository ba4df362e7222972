/**
 * Engines in processes of their own, asked the same in turn: `npm run bench:peers -- --nodes=100000 --edges=1000000`.
 *
 * A table is one run. Answers are compared with those of the limit in C++; an engine that is not installed is named and
 * left out. Quote ratios within a table: the machine decides the milliseconds.
 */
import { execFileSync, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { worldFolder } from './world.mjs';

const { values: options } = parseArgs({
  options: {
    nodes: { type: 'string', default: '100000' },
    edges: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    /** Milliseconds that an engine may take for one question in one round. */
    budget: { type: 'string', default: '1500' },
    only: { type: 'string' },
  },
});
const questions = ['hops1', 'hops2', 'hops3', 'reach', 'path', 'path either way'];
/** How often one question is asked in a round. */
const MOST_ASKED = 20;
const fileOf = (name) => fileURLToPath(new URL(`engines/${name}`, import.meta.url));
const limit = join(tmpdir(), 'diplograph-peers-limit');
const byNode = (name) => () => [process.execPath, '--max-old-space-size=12000', fileOf(`${name}.mjs`)];
const engines = {
  'C++': () => {
    execFileSync('g++', ['-O3', '-march=native', '-std=c++17', fileOf('limit.cpp'), '-o', limit]);
    return [limit];
  },
  Diplograph: byNode('diplograph'),
  graphology: byNode('graphology'),
  SQLite: byNode('sqlite'),
  DuckDB: byNode('duckdb'),
  kuzu: byNode('kuzu'),
  igraph: () => ['python3', fileOf('igraph_engine.py')],
};

const folder = worldFolder(Number(options.nodes), Number(options.edges));
const running = new Map();
for (const name of options.only?.split(',') ?? Object.keys(engines)) {
  try {
    running.set(name, await startEngine(name));
  } catch (error) {
    console.error(`${name} is left out: ${error.message}`);
  }
}
const results = new Map([...running.keys()].map((name) => [name, new Map(questions.map((it) => [it, []]))]));
const budget = Number(options.budget);
for (let round = 0; round <= Number(options.rounds); round++) {
  for (const question of questions) {
    for (const [name, engine] of running) {
      // What takes little is asked again, so that an engine has compiled what it will; a program that stays does so.
      const end = performance.now() + budget;
      for (let asked = 0; asked < MOST_ASKED && performance.now() < end; asked++) {
        const found = await engine.ask({ question, budget });
        if (!found) break;
        results.get(name).get(question).push(found);
      }
    }
  }
}
for (const { process: engine } of running.values()) engine.stdin.end();
printTables();

async function startEngine(name) {
  const [command, ...line] = engines[name]();
  const engine = spawn(command, [...line, folder], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: engine.stdout })[Symbol.asyncIterator]();
  await new Promise((resolve, reject) => engine.once('spawn', resolve).once('error', reject));
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('it is not installed, or ended');
    return JSON.parse(value);
  };
  const { milliseconds } = await next();
  const ask = (question) => {
    engine.stdin.write(`${JSON.stringify(question)}\n`);
    return next();
  };
  return { process: engine, milliseconds, ask };
}

/** For each thing it was asked about, the least time it took: others share the machine. */
function timesOf(rounds) {
  const length = Math.max(...rounds.map((it) => it.times.length));
  return Array.from({ length }, (_, i) => Math.min(...rounds.map((it) => it.times[i] ?? Number.POSITIVE_INFINITY)));
}

function printTables() {
  console.log(`${options.nodes} nodes, ${options.edges} edges, Node ${process.version}`);
  for (const question of questions) {
    const expected = results.get('C++')?.get(question)[0]?.answers;
    console.log(`\n| ${question} | median µs | p99 µs | × C++ | answers |\n| --- | --- | --- | --- | --- |`);
    let least;
    for (const [name, byQuestion] of results) {
      const rounds = byQuestion.get(question);
      if (rounds.length === 0) continue;
      const times = timesOf(rounds).sort((a, b) => a - b);
      const [median, p99] = [0.5, 0.99].map((part) => times[Math.ceil(part * times.length) - 1] / 1000);
      least ??= median;
      const agrees = rounds[0].answers.every(
        (it, i) => expected === undefined || expected[i] === undefined || it === expected[i],
      );
      console.log(
        `| ${name} | ${print(median)} | ${print(p99)} | ${print(median / least)} | ${agrees ? times.length : 'DIFFER'} |`,
      );
    }
  }
  console.log('\n| filled from columns or records | s |\n| --- | --- |');
  for (const [name, { milliseconds }] of running) console.log(`| ${name} | ${print(milliseconds / 1000)} |`);
}

function print(number) {
  return number >= 100 ? String(Math.round(number)) : number.toPrecision(2);
}
