/**
 * GraphQL over HTTP, servers taking turns: requests a second, and microseconds of processor time a request, as shares
 * of what node:http reaches with the same answer. On a busy machine only the second can be trusted.
 *
 * `npm run build:node && node bench/graphql/run.mjs [--seconds=3] [--rounds=5] [--connections=16] [--only=TEXT]`.
 * The server has one core and the load the other, where `taskset` is at hand. Quote shares, not numbers.
 */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './load.mjs';
import { nested, small } from './world.mjs';

const { values: given } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string', default: '' },
  },
});
const script = fileURLToPath(new URL('./server.mjs', import.meta.url));
const headers = { 'content-type': 'application/json', accept: 'application/json' };
const questions = { nested, small };
const PLAIN = 'node:http, JSON.stringify of an answer made by hand';

const pinned = (() => {
  try {
    execFileSync('taskset', ['--version']);
    execFileSync('taskset', ['-cp', '1', String(process.pid)]);
    return ['taskset', '-c', '0'];
  } catch {
    return [];
  }
})();

async function start(kind) {
  const [command, ...rest] = [...pinned, process.execPath, script, kind];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())));
  return { kind, child, port, path: kind.startsWith('Apollo') ? '/' : '/graphql', rates: {}, costs: {} };
}

/** Microseconds that a process has spent on a processor, its own threads and the kernel's work for it. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

const names = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' }));
const wanted = given.only === '' ? names : names.filter((it) => it === PLAIN || it.includes(given.only));
const servers = [];
for (const kind of wanted) servers.push(await start(kind));

try {
  for (const [name, question] of Object.entries(questions)) {
    const answers = [];
    for (const { port, path } of servers) {
      const body = JSON.stringify(question);
      // mercurius compiles at the second request.
      let answer;
      for (let i = 0; i < 3; i++) {
        answer = await (await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })).json();
      }
      answers.push(JSON.stringify(answer.data));
    }
    const odd = answers.findIndex((it) => it !== answers[0]);
    if (odd !== -1) throw new Error(`${name}: ${servers[odd].kind} answers ${answers[odd].slice(0, 300)}`);
  }
  for (let round = -1; round < Number(given.rounds); round++) {
    for (const [name, question] of Object.entries(questions)) {
      for (const server of servers) {
        const before = processorTime(server.child.pid);
        const { rate, count } = await load({
          port: server.port,
          path: server.path,
          body: JSON.stringify(question),
          connections: Number(given.connections),
          seconds: Number(given.seconds),
        });
        if (round < 0) continue;
        (server.rates[name] ??= []).push(rate);
        (server.costs[name] ??= []).push((processorTime(server.child.pid) - before) / count);
      }
    }
  }
} finally {
  for (const { child } of servers) child.kill();
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const plain = servers.find((it) => it.kind === PLAIN);
console.log(
  `node ${process.version}, ${given.connections} connections, ${given.rounds} rounds of ${given.seconds} s\n`,
);
console.log('| server | nested req/s | of plain | µs | of plain | small req/s | of plain | µs | of plain |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
const share = (ours, plains) => median(ours.map((it, i) => it / plains[i])).toFixed(2);
for (const { kind, rates, costs } of servers) {
  const cells = Object.keys(questions).flatMap((name) => [
    Math.round(median(rates[name])),
    share(rates[name], plain.rates[name]),
    median(costs[name]).toFixed(0),
    share(plain.costs[name], costs[name]),
  ]);
  console.log(`| ${kind} | ${cells.join(' | ')} |`);
}
