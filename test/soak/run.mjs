/**
 * A server under a mixed load for an hour, or so many minutes as are given: does its memory stay, and is every good question
 * answered?
 *
 *     npm run test:soak            # an hour
 *     npm run test:soak -- 5       # five minutes
 *     npm run test:soak -- 60 --limit maxMilliseconds=60000     # on processors that many others use; options of serve
 *
 * Clients ask all shipped questions and exports without a pause; others go away in the middle or ask what is refused. Facts
 * change, and are read again, every minute. The server has the environment of deploy/diplograph.service; its memory, handles and
 * files are read of its own metrics. What is put off with 503 is asked again, as its clients are told to, three times. It
 * ends with 1 when a good request failed, when the heap or all resident memory grew over the last half by more than 5 % (in runs
 * below twenty minutes, in which what is remembered still fills up, by more than 25), or when handles are left.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../..');
const minutes = Number(process.argv[2] ?? 60);
const CLIENTS = 4;
/** From so many minutes on, what is remembered has long been full, and memory has to be flat. */
const LONG = 20;
const MOST_GROWTH = minutes < LONG ? 0.25 : 0.05;
/** How long connections that are kept alive, and the thread for heavy work, may take to end. */
const MOST_SECONDS_TO_END = 90;

const facts = mkdtempSync(join(tmpdir(), 'diplograph-soak-'));
cpSync(join(ROOT, 'graph-data'), join(facts, 'graph-data'), { recursive: true });
cpSync(join(ROOT, 'schema.graphql'), join(facts, 'schema.graphql'));
process.on('exit', () => rmSync(facts, { recursive: true, force: true }));
const unit = readFileSync(join(ROOT, 'deploy', 'diplograph.service'), 'utf8');
const allocation = [...unit.matchAll(/^Environment=((?:MALLOC_\w+|NODE_OPTIONS))=(.*)$/gm)].map(([, name, value]) => [
  name,
  value,
]);

const server = spawn(
  process.execPath,
  [
    join(ROOT, 'dist/cli/main.js'),
    'serve',
    '--port',
    '0',
    '--metrics-port',
    '0',
    '--log-format',
    'json',
    '--json',
    ...process.argv.slice(3),
  ],
  { cwd: facts, stdio: ['ignore', 'pipe', 'pipe'], env: { ...Object.fromEntries(allocation), ...process.env } },
);
const logged = { reloads: 0, faults: [] };
let metricsAddress;
createInterface({ input: server.stderr }).on('line', (line) => {
  if (!line.startsWith('{')) return void logged.faults.push(line);
  const { msg, level } = JSON.parse(line);
  metricsAddress ??= /^Metrics are at (\S+?)\.?$/.exec(msg)?.[1];
  if (msg.startsWith('Reloaded')) logged.reloads++;
  if (level === 'error' || level === 'warn') logged.faults.push(line.slice(0, 300));
});
const [line] = await once(createInterface({ input: server.stdout }), 'line');
const { url } = JSON.parse(line);
const base = url.replace('/graphql', '');

const queries = readdirSync(join(ROOT, 'queries'))
  .filter((it) => it.endsWith('.graphql'))
  .flatMap((it) => {
    const query = readFileSync(join(ROOT, 'queries', it), 'utf8');
    const names = [...query.matchAll(/^query (\w+)/gm)].map((match) => match[1]);
    return names.map((operationName) => ({ query, operationName }));
  });
const exports = [
  'graph.jsonl',
  'graph.gexf?types=State',
  'graph.cytoscape?around=state:kaz&depth=1',
  'graph.turtle?around=state:bra&depth=1',
  'graph.svg?around=state:kaz&depth=1&via=member-of',
];
const hostile = [
  '{ a: __typename '.repeat(50),
  `{ ${'states { memberOf { members '.repeat(12)} { id } ${'} }'.repeat(12)} }`,
  `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
  'x'.repeat(300_000),
];

server.on('exit', (code, signal) => {
  if (!isOver()) throw new Error(`The server ended in the middle: ${code ?? signal}\n${logged.faults.join('\n')}`);
});

const counts = { good: 0, failed: 0, later: 0, aborted: 0, refused: 0 };
const failures = [];
const until = performance.now() + minutes * 60_000;
const isOver = () => performance.now() > until;
const post = (asked) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) });

async function good(name, work, left = 3) {
  try {
    const { status, wrong } = await work();
    if (status === 503 && left > 0) {
      counts.later++;
      await sleep(5000);
      return await good(name, work, left - 1);
    }
    if (wrong !== undefined) throw new Error(wrong);
    counts.good++;
  } catch (error) {
    counts.failed++;
    failures.push(`${name}: ${error.message}`.slice(0, 300));
  }
}

async function client(first) {
  for (let i = first; !isOver(); i++) {
    if (i % 7 === 0) {
      const path = exports[(i / 7) % exports.length];
      await good(path, async () => {
        const answer = await fetch(`${base}/export/${path}`);
        const bytes = (await answer.arrayBuffer()).byteLength;
        const { status } = answer;
        return { status, wrong: status === 200 && bytes > 100 ? undefined : `${status}, ${bytes} bytes` };
      });
    } else {
      // Half of the questions are new to the server, so that caches fill and let go.
      const { query, operationName } = queries[i % queries.length];
      await good(operationName, async () => {
        const answer = await post({ query: i % 2 === 0 ? `${query}\n# ${i}` : query, operationName });
        const { data, errors } = await answer.json();
        const { status } = answer;
        return { status, wrong: status === 200 && data && !errors ? undefined : JSON.stringify(errors) };
      });
    }
  }
}

/** Begins requests and goes away, before they are sent or while they are answered. */
async function leaver() {
  for (let i = 0; !isOver(); i++) {
    const path = i % 2 === 0 ? '/export/graph.jsonl' : '/graphql?query={dataset{nodes}}';
    const asked = request(`${base}${path}`, { headers: { 'apollo-require-preflight': '1' } });
    asked.on('error', () => {});
    asked.on('response', (answer) => answer.once('data', () => asked.destroy()));
    asked.end();
    await sleep(i % 3 === 0 ? 1 : 50);
    asked.destroy();
    counts.aborted++;
    await sleep(100);
  }
}

async function attacker() {
  for (let i = 0; !isOver(); i++) {
    const answer = await post({ query: hostile[i % hostile.length] }).catch(() => undefined);
    await answer?.text();
    if (answer && answer.status >= 400 && answer.status < 500) counts.refused++;
    else if (answer) failures.push(`What is hostile was answered with ${answer.status}`);
    await sleep(50);
  }
}

async function reloader() {
  while (!isOver()) {
    await sleep(Math.min(60_000, (minutes * 60_000) / 5));
    if (isOver()) return;
    appendFileSync(join(facts, 'graph-data', 'sources.yaml'), '# Looked at again.\n');
    server.kill('SIGHUP');
  }
}

const samples = [];
async function sampler() {
  while (!isOver()) {
    await sleep(1000);
    samples.push(await readMetrics());
  }
}
async function readMetrics() {
  const text = await (await fetch(metricsAddress, { headers: { connection: 'close' } })).text();
  const metric = (name) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  return {
    rss: metric('process_resident_memory_bytes'),
    heap: metric('nodejs_heap_size_used_bytes'),
    files: metric('process_open_fds'),
    handles: metric('nodejs_active_handles_total'),
    lag: metric('nodejs_eventloop_lag_p99_seconds'),
  };
}

await Promise.all([
  ...Array.from({ length: CLIENTS }, (_, i) => client(i * 1000)),
  leaver(),
  attacker(),
  reloader(),
  sampler(),
]);
const handlesAtFirst = Math.max(...samples.slice(0, 10).map((it) => it.handles));
let after = await readMetrics();
for (let second = 0; after.handles > handlesAtFirst && second < MOST_SECONDS_TO_END; second++) {
  await sleep(1000);
  after = await readMetrics();
}
server.kill('SIGTERM');
const [code] = await once(server, 'exit');

/** What lives, with one graph: the least after any collection of garbage. */
const floorOf = (part, name) => Math.min(...part.map((it) => it[name]));
const medianOf = (part, name) => part.map((it) => it[name]).sort((a, b) => a - b)[part.length >> 1];
const half = samples.slice(Math.floor(samples.length / 2));
const [early, late] = [half.slice(0, half.length / 2), half.slice(half.length / 2)];
const heapGrowth = floorOf(late, 'heap') / floorOf(early, 'heap') - 1;
const residentGrowth = medianOf(late, 'rss') / medianOf(early, 'rss') - 1;
const percent = (part) => `${(100 * part).toFixed(1)} %`;
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const report = {
  minutes,
  ...counts,
  reloads: logged.reloads,
  'heap, floor': megabytes(floorOf(late, 'heap')),
  'heap, growth over the last half': percent(heapGrowth),
  'resident, median of the last half': megabytes(medianOf(half, 'rss')),
  'resident, most': megabytes(Math.max(...samples.map((it) => it.rss))),
  'resident, growth over the last half': percent(residentGrowth),
  'delay of the event loop, p99, median': `${Math.round(1000 * medianOf(samples, 'lag'))} ms`,
  'handles, files afterwards': `${after.handles}, ${after.files}; under load at first ${handlesAtFirst} handles`,
  'faults in the log': logged.faults.length,
  'exit code': code,
};
for (const [name, value] of Object.entries(report)) process.stdout.write(`${name.padEnd(40)} ${value}\n`);
for (const it of [...new Set(failures)].slice(0, 20)) process.stdout.write(`FAILED ${it}\n`);
for (const it of logged.faults.slice(0, 5)) process.stdout.write(`LOGGED ${it}\n`);
// Connections that are kept alive count too, so it is compared with what there was when the load began.
const leaks = after.handles > handlesAtFirst;
const grew = heapGrowth > MOST_GROWTH || residentGrowth > MOST_GROWTH;
const isWrong = counts.failed > 0 || failures.length > 0 || grew || leaks || code !== 0;
process.exitCode = isWrong ? 1 : 0;
