import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/base/knowledge-error.ts';
import { makeReloader } from '../../src/server/reload-graph.ts';
import { holdGraph, type ServedGraph } from '../../src/server/served-graph.ts';
import { type FileWatch, watchFiles } from '../../src/server/watch-files.ts';
import { smallServedGraph } from './small-served-graph.ts';

let folder = '';
let watch: FileWatch | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-reload-'));
});

afterEach(() => {
  watch?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Watches with `load`; `change` writes a file and waits for what is said about it. */
function watching(load: () => Promise<ServedGraph>) {
  let told: ((text: string) => void) | undefined;
  const graph = holdGraph(smallServedGraph());
  const reloader = makeReloader({ graph, load, note: (text) => told?.(text), problem: (text) => told?.(text) });
  watch = watchFiles([folder], reloader.reload);
  let changes = 0;
  const change = (): Promise<string> => {
    const said = new Promise<string>((resolve) => {
      told = resolve;
    });
    writeFileSync(join(folder, 'dossier.yaml'), `title: ${changes++}\n`);
    return said;
  };
  return { graph, change };
}

test('a change puts the new graph in place', async () => {
  const next = smallServedGraph();
  const { graph, change } = watching(async () => next);
  expect(await change()).toBe('Reloaded: 1 nodes, 0 edges.');
  expect(graph.current()).toBe(next);
});

test('a change with problems tells them and keeps the old graph; the next good one is taken', async () => {
  const next = smallServedGraph();
  let broken = true;
  const { graph, change } = watching(async () => {
    if (broken) throw new KnowledgeError('graph-has-problems', 'dossier.yaml:3:7  unknown-node  No State "frn".');
    return next;
  });
  const first = graph.current();
  const said = await change();
  expect(said).toContain('dossier.yaml:3:7  unknown-node  No State "frn".');
  expect(said).toContain('Still serving');
  expect(graph.current()).toBe(first);
  broken = false;
  await change();
  expect(graph.current()).toBe(next);
});

test('what changes during a load is loaded once more, however often it changes', async () => {
  const graph = holdGraph(smallServedGraph());
  const finish: ((next: ServedGraph) => void)[] = [];
  const load = (): Promise<ServedGraph> => new Promise((resolve) => finish.push(resolve));
  const reloader = makeReloader({ graph, load, note: () => {}, problem: () => {} });
  for (let i = 0; i < 3; i++) reloader.reload();
  expect(finish).toHaveLength(1);
  finish[0]?.(smallServedGraph());
  await expect.poll(() => finish.length).toBe(2);
  const last = smallServedGraph();
  finish[1]?.(last);
  await expect.poll(() => graph.current()).toBe(last);
  expect(finish).toHaveLength(2);
});

test('a load that is under way when the server closes changes nothing, and is told to end', async () => {
  const first = smallServedGraph();
  const graph = holdGraph(first);
  const said: string[] = [];
  let finish: ((next: ServedGraph) => void) | undefined;
  const load = (signal: AbortSignal): Promise<ServedGraph> =>
    new Promise((resolve) => {
      finish = resolve;
      signal.addEventListener('abort', () => said.push('ended'));
    });
  const reloader = makeReloader({ graph, load, note: (text) => said.push(text), problem: (text) => said.push(text) });
  reloader.reload();
  reloader.close();
  finish?.(smallServedGraph());
  await new Promise(setImmediate);
  expect([graph.current(), said]).toEqual([first, ['ended']]);
});
