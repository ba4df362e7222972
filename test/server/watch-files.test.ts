import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FileWatch, watchFiles } from '../../src/server/watch-files.ts';

let root = '';
let watch: FileWatch | undefined;
let changes = 0;
let waiting: (() => void) | undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'diplograph-watch-'));
  mkdirSync(join(root, 'data', 'dossiers'), { recursive: true });
  writeFileSync(join(root, 'data', 'dossiers', 'a.yaml'), 'title: a\n');
  writeFileSync(join(root, 'schema.graphql'), 'type A\n');
  changes = 0;
  watch = watchFiles([join(root, 'data'), join(root, 'schema.graphql')], noticed, 20);
});

afterEach(() => {
  watch?.close();
  rmSync(root, { recursive: true, force: true });
});

function noticed(): void {
  changes += 1;
  waiting?.();
}

/** Makes a change and waits until it is noticed. */
async function afterChange(change: () => void): Promise<void> {
  const seen = new Promise<void>((resolve) => {
    waiting = resolve;
  });
  change();
  await seen;
}

test('a file written over is noticed, and again the next time', async () => {
  const file = join(root, 'data', 'dossiers', 'a.yaml');
  await afterChange(() => writeFileSync(file, 'title: b\n'));
  await afterChange(() => writeFileSync(file, 'title: c\n'));
});

test('a file that a new one is renamed over is noticed, and again the next time', async () => {
  for (const text of ['type B\n', 'type C\n']) {
    await afterChange(() => {
      writeFileSync(join(root, 'schema.graphql.tmp'), text);
      renameSync(join(root, 'schema.graphql.tmp'), join(root, 'schema.graphql'));
    });
  }
});

test('a folder that is new, and then a file in it, are noticed', async () => {
  await afterChange(() => mkdirSync(join(root, 'data', 'tables')));
  await afterChange(() => writeFileSync(join(root, 'data', 'tables', 'states.csv'), 'id\n'));
});

test('a folder that is replaced is still watched', async () => {
  await afterChange(() => {
    rmSync(join(root, 'data'), { recursive: true });
    mkdirSync(join(root, 'data'));
  });
  await afterChange(() => writeFileSync(join(root, 'data', 'sources.yaml'), '[]\n'));
});

test('a burst of changes is one', async () => {
  await afterChange(() => {
    for (let i = 0; i < 20; i++) writeFileSync(join(root, 'data', `${i}.yaml`), 'title: x\n');
  });
  expect(changes).toBe(1);
});

test('what lies beside a watched file is not its business', async () => {
  writeFileSync(join(root, 'notes.txt'), 'beside\n');
  await afterChange(() => writeFileSync(join(root, 'schema.graphql'), 'type B\n'));
  expect(changes).toBe(1);
});
