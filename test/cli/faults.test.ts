/**
 * What may break while something is written or served, done to the compiled program: killed at any moment, no room, no files
 * left to open, a clock that jumps, another version that takes the place. `KILLS=200` kills more often, by hand.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { compileOnce, main, root } from '../kit/compiled.ts';
import { runLine } from './run-line.ts';
import { clubs, smallFolder } from './small-folder.ts';

const kills = Number(process.env.KILLS ?? 5);
const children: ChildProcess[] = [];

beforeAll(compileOnce, 240_000);
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(
  cwd: string,
  ...line: string[]
): ChildProcess & { readonly stdout: Readable; readonly stderr: Readable } {
  const child = spawn(process.execPath, line, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

const run = (cwd: string, ...line: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, line, { cwd, encoding: 'utf8' });

/** What stands in a folder, asked without a process: what is tried is what the killed one left. */
const stats = async (cwd: string, data = 'graph-data'): Promise<string> => {
  const { code, stdout, stderr } = await runLine(['stats', '--json', '--data', data], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

/** Saves the graph of a folder where one may be already. */
const saving = (folder: string): string => `
  const { openGraph } = await import(${JSON.stringify(pathToFileURL(join(root, 'dist', 'index.js')).href)});
  const graph = await openGraph({ schema: 'schema.graphql', data: 'graph-data' });
  await graph.save(${JSON.stringify(folder)}, { replace: true });`;

/** The shipped facts, which have the patterns by which an article is read. */
const shipped = ['--schema', join(root, 'schema.graphql'), '--data', join(root, 'graph-data')];
const ARTICLE = 'The Lima Summit, held in Geneva on 5 May 2023, was attended by Kazakhstan and Brazil.';

/** An article that was read, with claims that a person has accepted. */
async function readAndReview(folder: string): Promise<void> {
  writeFileSync(join(folder, 'article.txt'), ARTICLE);
  const source = ['--source', 'source:invented', '--published', '2023-05-06'];
  for (const line of [
    ['read', 'article.txt', ...source, '-o', 'claims', ...shipped],
    ['review', 'claims', 'accept', 'all', ...shipped],
  ])
    expect(await runLine(line, { cwd: folder })).toMatchObject({ code: 0 });
}

describe.each([
  ['save', (): string[] => ['--input-type=module', '-e', saving('saved')], 'saved'],
  ['export', (): string[] => [main, 'export', '-o', 'all.jsonl'], 'all.jsonl'],
  ['import', (): string[] => [main, 'import', 'more.csv', '-o', 'more.map.yaml'], 'more.map.yaml'],
  ['cache', (): string[] => [main, 'stats', '--cache', 'graph.snapshot'], 'graph.snapshot'],
  [
    'accept',
    (): string[] => [main, 'accept', 'claims', '--text', 'article.txt', '-o', 'accepted', ...shipped],
    'accepted/invented.yaml',
  ],
] as const)('%s, killed at any moment', (command, line, target) => {
  test(`leaves ${target} whole or absent, and the next one clears what is beside it`, {
    timeout: 600_000,
  }, async () => {
    const folder = smallFolder();
    writeFileSync(join(folder, 'more.csv'), 'from,edge,to\nperson:ada,member-of,club:rowing\n');
    if (command === 'accept') await readAndReview(folder);
    const all = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    const wanted = async (): Promise<string> =>
      target === 'saved' ? stats(folder, 'saved') : readFileSync(join(folder, target), 'latin1');
    const before = performance.now();
    expect(run(folder, ...line()).stderr).not.toMatch(/fault/);
    const whole = performance.now() - before;
    const expected = await wanted();
    const names = all();
    const random = seededRandom(kills);
    for (let i = 0; i < kills; i++) {
      // Where it is there already, it is whole all the time; where it is not, it comes whole.
      if (i % 2 === 1) rmSync(join(folder, target), { recursive: true, force: true });
      const wasThere = existsSync(join(folder, target));
      const child = start(folder, ...line());
      const exit = once(child, 'exit');
      await sleep((0.3 + 0.8 * random()) * whole);
      child.kill('SIGKILL');
      await exit;
      // A folder is put in the place of another in two steps, between which there is none; the next one clears both.
      if ((wasThere && command !== 'save') || existsSync(join(folder, target))) expect(await wanted()).toBe(expected);
    }
    expect(run(folder, ...line()).status).toBe(0);
    expect(await wanted()).toBe(expected);
    expect(all()).toEqual(names);
  });
});

describe.skipIf(process.platform === 'win32')('where a process may have no more', () => {
  const limited = (folder: string, limit: string, ...line: string[]) =>
    spawnSync('bash', ['-c', `ulimit ${limit}; exec "$0" "$@"`, process.execPath, ...line], {
      cwd: folder,
      encoding: 'utf8',
    });

  test('room in a file, what was there before stays, and it says so', () => {
    const folder = smallFolder();
    const many = Array.from({ length: 2000 }, (_, i) => `  - { id: person:p${i}, type: Person, name: Person ${i} }`);
    writeFileSync(
      join(folder, 'graph-data', 'dossiers', 'many.yaml'),
      `title: Many\nsource: source:minutes\nnodes:\n${many.join('\n')}\n`,
    );
    writeFileSync(join(folder, 'all.jsonl'), 'what was there');
    const names = readdirSync(folder).sort();
    const { status, stderr } = limited(folder, '-f 8', main, 'export', '-o', 'all.jsonl');
    expect(status).toBe(1);
    expect(stderr).toMatch(/all\.jsonl/);
    expect(stderr).not.toMatch(/fault in Diplograph| at .*\.js:/);
    expect(readFileSync(join(folder, 'all.jsonl'), 'utf8')).toBe('what was there');
    expect(readdirSync(folder).sort()).toEqual(names);
  });

  test('files to open, a server goes on, and answers those it can', { timeout: 120_000 }, async () => {
    const folder = smallFolder();
    const child = spawn(
      'bash',
      ['-c', 'ulimit -n 60; exec "$0" "$@"', process.execPath, main, 'serve', '--port', '0', '--quiet'],
      {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    children.push(child);
    const { port, hostname } = new URL(await firstLine(child.stdout));
    const open = Array.from({ length: 80 }, () => request({ port, hostname, path: '/health', method: 'POST' }));
    for (const it of open) it.on('error', () => {}).write('x');
    await sleep(500);
    for (const it of open) it.destroy();
    const answer = async (): Promise<number | undefined> =>
      fetch(`http://${hostname}:${port}/ready`).then(
        (it) => it.status,
        () => undefined,
      );
    let status = await answer();
    for (let i = 0; i < 100 && status !== 200; i++) {
      await sleep(100);
      status = await answer();
    }
    expect(status).toBe(200);
    expect(child.exitCode).toBeNull();
  });
});

test('a clock that jumps changes nothing: files of tomorrow and of the first day are read, and a reload is one', {
  timeout: 120_000,
}, async () => {
  const folder = smallFolder();
  const expected = await stats(folder);
  const dossier = join(folder, 'graph-data', 'dossiers', 'clubs.yaml');
  const child = start(folder, main, 'serve', '--port', '0', '--watch', '--cache', 'kept', '--quiet');
  const told = lines(child.stderr);
  const { origin } = new URL(await firstLine(child.stdout));
  const nodes = async (): Promise<unknown> =>
    ((await (await fetch(`${origin}/ready`)).json()) as { nodes: number }).nodes;
  const before = await nodes();
  // An edit that an older clock dates before what it replaces.
  writeFileSync(dossier, clubs.replace('nodes:', 'nodes:\n  - { id: person:dora, type: Person, name: Dora }'));
  utimesSync(dossier, 0, 0);
  await told('Reloaded: 7 nodes');
  expect(await nodes()).toBe(Number(before) + 1);
  writeFileSync(dossier, clubs);
  utimesSync(dossier, 4e9, 4e9);
  await told('Reloaded: 6 nodes');
  child.kill('SIGKILL');
  expect(await stats(folder)).toBe(expected);
});

test('a new version takes the place of the old one behind a proxy, and no request fails', {
  timeout: 240_000,
}, async () => {
  const folder = smallFolder();
  const begin = async (): Promise<{ child: ChildProcess; port: number }> => {
    const child = start(folder, main, 'serve', '--port', '0', '--quiet');
    return { child, port: Number(new URL(await firstLine(child.stdout)).port) };
  };
  let targets = [await begin(), await begin()];
  let turn = 0;
  // As nginx and Caddy do: who cannot be connected to is left out for this request.
  const proxy = createServer((asked, answered) => {
    const body: Buffer[] = [];
    asked.on('data', (it: Buffer) => void body.push(it));
    asked.on('end', () => {
      const first = turn++;
      const inReach = targets;
      const tryNext = (left: number): void => {
        const target = inReach[(first + left) % inReach.length];
        const { method, url: path, headers } = asked;
        request({
          port: target?.port,
          hostname: 'localhost',
          method,
          path,
          headers: { ...headers, host: 'localhost', connection: 'close' },
        })
          .on('response', (it) => it.pipe(answered.writeHead(it.statusCode ?? 500, it.headers)))
          .on('error', () => (left > 0 ? tryNext(left - 1) : answered.writeHead(502).end()))
          .end(Buffer.concat(body));
      };
      tryNext(inReach.length);
    });
  });
  await once(proxy.listen(0), 'listening');
  const url = `http://localhost:${(proxy.address() as AddressInfo).port}/graphql`;
  const statuses: number[] = [];
  let isOver = false;
  const client = async (): Promise<void> => {
    while (!isOver) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ clubs { name members { name } } }"}',
      });
      statuses.push(((await answer.json()) as { data?: unknown }).data ? answer.status : 0);
      // The servers that start meanwhile need the machine too.
      await sleep(10);
    }
  };
  const clients = [client(), client(), client()];
  for (let i = 0; i < 2; i++) {
    const [old, other] = targets as [(typeof targets)[0], (typeof targets)[0]];
    targets = [other, await begin()];
    const exit = once(old.child, 'exit');
    old.child.kill('SIGTERM');
    expect((await exit)[0]).toBe(0);
  }
  isOver = true;
  await Promise.all(clients);
  proxy.close();
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(statuses.length).toBeGreaterThan(20);
});

async function firstLine(stream: Readable): Promise<string> {
  const [line] = (await once(createInterface({ input: stream }), 'line')) as [string];
  return line;
}

/** Waits until a stream has said something, from where it was last waited for. */
function lines(stream: Readable): (text: string) => Promise<void> {
  let said = '';
  stream.setEncoding('utf8').on('data', (it: string) => {
    said += it;
  });
  return async (text) => {
    while (!said.includes(text)) await sleep(10);
    said = said.slice(said.indexOf(text) + text.length);
  };
}
