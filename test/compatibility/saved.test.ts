/**
 * Folders and snapshots of the last release, opened by what stands here: the same facts and conclusions, to the letter.
 *
 * In `release/` lie a part of the shipped facts as the release saved it (`saved/`, under the ontology of the release), what it
 * held (`saved.jsonl`, its own export) and the cache that the release kept of it (`saved.snapshot.gz`). `UPDATE_RELEASE=1` writes
 * them down anew, as a release does.
 */
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dataFolder, schemaFile } from '../../src/base/shipped-files.ts';
import { openGraph } from '../../src/index.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const placeOf = (name: string): string => join(import.meta.dirname, 'release', name);
const schema = placeOf('schema.graphql');
const SAVED = placeOf('saved');
const HELD = placeOf('saved.jsonl');
const SNAPSHOT = placeOf('saved.snapshot.gz');

/** A part that has of everything: conclusions, claims with ranks, dates of all kinds, quotations. */
const AROUND = 'initiative:global-ihl';

const open = async (data: string, cache?: string) => openGraph({ schema, data, ...(cache !== undefined && { cache }) });
const holds = async (graph: Awaited<ReturnType<typeof open>>): Promise<string> =>
  [...(await graph.export('jsonl'))].join('');

if (process.env.UPDATE_RELEASE === '1') {
  copyFileSync(schemaFile, schema);
  const shipped = await open(dataFolder);
  await shipped.around(AROUND, 1).save(SAVED, { replace: true });
  const cache = join(temporaryFolder(), 'kept');
  writeFileSync(HELD, await holds(await open(SAVED, cache)));
  writeFileSync(SNAPSHOT, gzipSync(readFileSync(cache)));
}

test('a folder that the last release saved is the same graph, and is saved as the same again', async () => {
  const graph = await open(SAVED);
  const held = readFileSync(HELD, 'utf8');
  expect(graph.view.edgeCount).toBeGreaterThan(20);
  expect(await holds(graph)).toBe(held);
  const again = join(temporaryFolder(), 'saved');
  await graph.save(again);
  expect(await holds(await open(again))).toBe(held);
});

test('a snapshot of the last release does no harm: it is used or made anew, and the graph is the same', async () => {
  const folder = temporaryFolder();
  cpSync(SAVED, join(folder, 'saved'), { recursive: true });
  writeFileSync(join(folder, 'kept'), gunzipSync(readFileSync(SNAPSHOT)));
  for (let i = 0; i < 2; i++) {
    expect(await holds(await open(join(folder, 'saved'), join(folder, 'kept')))).toBe(readFileSync(HELD, 'utf8'));
  }
});
