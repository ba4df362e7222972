/**
 * From the start of a process to the first answer: the server on what is shipped, and a graph of one's own in a program.
 *
 * What is measured is the compiled program, as people run it: `npm run build:node` comes first.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, bench, describe } from 'vitest';
import { packageFolder } from '../src/base/shipped-files.ts';
import { makeFolder } from './make-folder.ts';
import { sizes } from './worlds.ts';

const dist = join(packageFolder, 'dist');
if (!existsSync(join(dist, 'shipped-graph.snapshot'))) throw new Error('Run `npm run build:node` first.');

const folder = mkdtempSync(join(tmpdir(), 'diplograph-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));
// A copy lies elsewhere than what is shipped, so it is read from its texts.
cpSync(join(packageFolder, 'graph-data'), join(folder, 'graph-data'), { recursive: true });
cpSync(join(packageFolder, 'schema.graphql'), join(folder, 'schema.graphql'));

const few = { time: 0, warmupTime: 0, iterations: 9, warmupIterations: 1 };

describe('diplograph serve, to the first answer over HTTP: what is shipped', () => {
  bench('from the snapshot', () => serveAndAsk(tmpdir()), few);
  bench('from the texts', () => serveAndAsk(folder), few);
});

for (const size of sizes) {
  const own = join(folder, String(size.edges));
  makeFolder(own, size);
  const options = { schema: join(own, 'schema.graphql'), data: join(own, 'data') };
  const cache = join(own, 'kept.graph');
  describe(`openGraph, to the first node: ${size.nodes} nodes, ${size.edges} edges`, () => {
    bench('from a cache', () => openAndFind({ ...options, cache }), few);
    bench('from tables', () => openAndFind(options), { ...few, iterations: 3 });
  });
}

/** Starts a server where `cwd` has it find its facts, asks it one question, and ends it. */
async function serveAndAsk(cwd: string): Promise<void> {
  const server = run(cwd, join(dist, 'cli', 'main.js'), 'serve', '--port', '0');
  const [url] = (await once(createInterface({ input: server.stdout! }), 'line')) as [string];
  const query = '{ states(where: { id: { eq: "state:kaz" } }) { name } }';
  const answer = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await answer.text();
  if (!text.includes('Kazakhstan')) throw new Error(`The server said ${text}.`);
  server.kill('SIGKILL');
}

/** Opens a folder in a new process and looks a node up. */
async function openAndFind(options: object): Promise<void> {
  const program = `
    import { openGraph } from ${JSON.stringify(pathToFileURL(join(dist, 'index.js')))};
    const graph = await openGraph(${JSON.stringify(options)});
    if (graph.node('node:00000001').name !== 'Name 1') throw new Error('That is another graph.');
    process.exit();`;
  const [code] = (await once(run(tmpdir(), '--input-type=module', '--eval', program), 'exit')) as [number];
  if (code !== 0) throw new Error('The graph cannot be opened.');
}

function run(cwd: string, ...line: readonly string[]): ChildProcess {
  return spawn(process.execPath, line, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
}
