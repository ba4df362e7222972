import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KnowledgeError } from '../../src/base/knowledge-error.ts';
import { reloadOnChange } from '../../src/server/reload-graph.ts';
import { holdGraph, type ServedGraph } from '../../src/server/served-graph.ts';
import type { FileWatch } from '../../src/server/watch-files.ts';
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
  watch = reloadOnChange({ graph, paths: [folder], load, print: (text) => told?.(text) });
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
