import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { KnowledgeError } from '../../src/base/knowledge-error.ts';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { TextFormat } from '../../src/formats/format.ts';
import { getFormat, writeGraph } from '../../src/formats/write-graph.ts';
import { openFolder } from '../../src/opening/open-folder.ts';
import type { OpenedGraph } from '../../src/opening/read-graph.ts';
import { compileOnce, main, root } from '../kit/compiled.ts';
import { clubs, smallFolder } from './small-folder.ts';

const cwd = smallFolder();

type Child = ChildProcessByStdio<Writable, Readable, Readable>;
const children: Child[] = [];

// What is tried is what is shipped.
beforeAll(compileOnce, 240_000);

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(cwd: string, ...line: string[]): Child {
  const child = spawn(process.execPath, [main, ...line], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

async function ended(child: Child): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const exit = once(child, 'close') as Promise<[number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, stdout, stderr };
}

/** What a stream that goes on says, up to the first line end behind `text`. */
async function readUntil(stream: Readable, text = ''): Promise<string> {
  let read = '';
  for await (const piece of stream.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    read += piece;
    if (read.includes('\n', read.indexOf(text)) && read.includes(text)) break;
  }
  return read;
}

test('a query from a pipe is answered into a pipe', async () => {
  const child = start(cwd, 'query', '-');
  child.stdin.end('{ clubs(limit: 1) { name } }');
  const { code, stdout, stderr } = await ended(child);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ clubs: [{ name: 'Chess Club' }] });
});

test.skipIf(!existsSync('/dev/full'))('an answer that finds no room is a failure, and says so', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [main, 'stats'], { cwd, stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  expect({ status, stderr: String(stderr) }).toEqual({
    status: 1,
    stderr: 'The answer was cut short on its way out: the disk is full.\n',
  });
});

test('a reader that has seen enough is no failure', async () => {
  const child = start(cwd, 'stats');
  child.stdout.destroy();
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(await text(child.stderr)).toBe('');
});

test('a reader that leaves in the middle of an export is no failure', async () => {
  const child = start(root, 'export', '-f', 'gexf');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = (await once(child, 'exit')) as [number | null];
  expect([code, await text(child.stderr)]).toEqual([0, '']);
});

test('an export that is interrupted leaves nothing half written', async () => {
  const folder = smallFolder();
  const before = readdirSync(folder);
  const child = start(root, 'export', '-o', join(folder, 'all.gexf'));
  const exit = once(child, 'exit');
  while (readdirSync(folder).length === before.length) await sleep(1);
  child.kill('SIGINT');
  await exit;
  const left = readdirSync(folder).filter((it) => !before.includes(it));
  // The last piece may have been written when the signal came.
  if (left.length > 0) expect(left).toEqual(['all.gexf']);
  if (left.length > 0) expect(readFileSync(join(folder, 'all.gexf'), 'utf8')).toMatch(/<\/gexf>\n$/);
  else expect(child.exitCode).toBe(130);
});

test('the server says one line, answers, and ends 0 on a signal; its port is taken while it lives', async () => {
  const child = start(cwd, 'serve', '--port', '0');
  const said = await readUntil(child.stdout);
  expect(said).toMatch(/^http:\/\/localhost:\d+\n$/);
  const answer = await fetch(`${said.trim()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ entity(id: "person:ad") { id } }' }),
  });
  expect(await answer.json()).toMatchObject({
    data: { entity: null },
    extensions: { hints: [expect.stringContaining('Did you mean "person:ada"')] },
  });

  const second = await ended(start(cwd, 'serve', '--port', new URL(said).port));
  expect(second).toMatchObject({ code: 1, stdout: '' });
  expect(second.stderr).toMatch(/^Port \d+ on localhost is in use\. .*--port 0/);

  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
});

test('with --watch a broken dossier is told and the old graph stays; a mended one is served', async () => {
  const folder = smallFolder();
  const dossier = join(folder, 'graph-data', 'dossiers', 'clubs.yaml');
  const child = start(folder, 'serve', '--port', '0', '--watch', '--quiet');
  const ready = new URL('/ready', await readUntil(child.stdout));
  const nodes = async (): Promise<number> => ((await (await fetch(ready)).json()) as { nodes: number }).nodes;
  const before = await nodes();

  writeFileSync(dossier, clubs.replace('from: person:ada', 'from: person:adda'));
  expect(await readUntil(child.stderr, 'Still serving')).toMatch(/clubs\.yaml:12:\d+ {2}unknown-node/);
  expect(await nodes()).toBe(before);

  writeFileSync(dossier, clubs.replace('nodes:', 'nodes:\n  - { id: person:dora, type: Person, name: Dora }'));
  await readUntil(child.stderr, 'Reloaded');
  expect(await nodes()).toBe(before + 1);
});

test('SIGHUP has the facts read again, and a server that reads them ends on a signal all the same', async () => {
  const folder = smallFolder();
  const child = start(folder, 'serve', '--port', '0', '--quiet');
  await readUntil(child.stdout);
  child.kill('SIGHUP');
  expect(await readUntil(child.stderr, 'Reloaded')).toContain('Reloaded: 6 nodes, 3 edges.');
  child.kill('SIGHUP');
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
});

test('with --watch a folder that goes away is told and the old graph stays; when it is back it is read again', async () => {
  const folder = smallFolder();
  const child = start(folder, 'serve', '--port', '0', '--watch', '--quiet');
  const ready = new URL('/ready', await readUntil(child.stdout));
  renameSync(join(folder, 'graph-data'), join(folder, 'away'));
  await readUntil(child.stderr, 'Still serving');
  expect((await fetch(ready)).status).toBe(200);
  renameSync(join(folder, 'away'), join(folder, 'graph-data'));
  await readUntil(child.stderr, 'Reloaded: 6 nodes');
  expect(await (await fetch(ready)).json()).toMatchObject({ nodes: 6 });
});

describe('a cache', () => {
  const stats = async (folder: string): Promise<string> => {
    const { code, stdout, stderr } = await ended(start(folder, 'stats', '--json', '--cache', 'kept/graph'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };

  test('whose writers are killed at any moment is whole or absent, and the next start gives the same graph', async () => {
    const folder = smallFolder();
    const expected = (await ended(start(folder, 'stats', '--json'))).stdout;
    const random = seededRandom(20);
    const began = performance.now();
    await ended(start(folder, 'stats', '--json', '--cache', 'kept/first'));
    const whole = performance.now() - began;
    for (let i = 0; i < 8; i++) {
      const child = start(folder, 'stats', '--cache', 'kept/graph');
      const exit = once(child, 'exit');
      await sleep(random() * whole);
      child.kill('SIGKILL');
      await exit;
      // Half of the time over a cache that is there.
      if (i % 2 === 0) rmSync(join(folder, 'kept', 'graph'), { force: true });
    }
    expect(await stats(folder)).toBe(expected);
    expect(await stats(folder)).toBe(expected);
    expect(readdirSync(join(folder, 'kept')).sort()).toEqual(['first', 'graph']);
  });

  test('that two write at once is whole', async () => {
    const folder = smallFolder();
    const [first, second] = await Promise.all([stats(folder), stats(folder)]);
    expect(second).toBe(first);
    expect(await stats(folder)).toBe(first);
  });
});

describe('a folder opened in a thread', () => {
  type Module = typeof import('../../src/opening/open-in-thread.ts');
  const openInThread: Module['openInThread'] = async (options) => {
    const compiled = pathToFileURL(join(root, 'dist', 'opening', 'open-in-thread.js')).href;
    return ((await import(compiled)) as Module).openInThread(options);
  };
  const place = { schema: join(cwd, 'schema.graphql'), data: join(cwd, 'graph-data') };

  test('is the same graph, with its warnings and its files, and this thread has turns meanwhile', async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 1);
    const opened = await openInThread(place);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(3);
    const here = await openFolder(place);
    const told = ({ view, warnings, files, about, rules }: OpenedGraph): unknown => [
      [...writeGraph(view, getFormat('jsonl') as TextFormat)].join(''),
      [warnings, [...files.keys()], about, rules],
    ];
    expect(told(opened)).toEqual(told(here));
  });

  test('takes over an ontology that is equal to its own, and no other', async () => {
    const { ontology } = (await openFolder(place)).view.graph;
    expect((await openInThread({ ...place, ontology })).view.graph.ontology).toBe(ontology);
    const other = { ...ontology, edgeTypes: new Map() };
    expect((await openInThread({ ...place, ontology: other })).view.graph.ontology).toEqual(ontology);
  });

  test('that does not stand is refused with the sentences and problems of one that is opened here', async () => {
    const broken = smallFolder(clubs.replace('from: person:ada', 'from: person:adda'));
    const options = { schema: join(broken, 'schema.graphql'), data: join(broken, 'graph-data') };
    const here = await openFolder(options).catch((error: unknown) => error as KnowledgeError);
    const there = await openInThread(options).catch((error: unknown) => error as KnowledgeError);
    expect(here).toMatchObject({ code: 'graph-has-problems' });
    expect(there).toMatchObject({ code: 'graph-has-problems', message: (here as KnowledgeError).message });
    expect((there as KnowledgeError).problems).toEqual((here as KnowledgeError).problems);
  });

  test('is an error that says so where the thread dies', async () => {
    await expect(openInThread({ ...place, signal: AbortSignal.timeout(1) })).rejects.toMatchObject({
      code: 'thread-ended',
    });
  });
});

test('a build keeps the shipped graph, and finds it there while nothing changes', () => {
  const snapshot = join(root, 'dist', 'shipped-graph.snapshot');
  const build = (): number => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'finish-build.js')]);
    expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
    return statSync(snapshot).ino;
  };
  expect(build()).toBe(build());
});
