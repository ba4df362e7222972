/**
 * Golden files: an answer kept as a file, so that a diff shows how it changed.
 *
 * `UPDATE_GOLDEN=1 npx vitest run …` writes what was answered instead of comparing; read the diff before committing it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The absolute path of `test/golden/…`, wherever the tests were started from. */
export function goldenPath(...parts: string[]): string {
  return join(root, 'test/golden', ...parts);
}

/** Expects `actual` to be what the golden file `path` holds, to the letter; a missing file is a failure. */
export function expectGolden(path: string, actual: string): void {
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  const shown = relative(root, path);
  if (!existsSync(path))
    expect.fail(`There is no golden file ${shown}. Run the test with UPDATE_GOLDEN=1 to write it.`);
  expect(actual, `differs from ${shown}; UPDATE_GOLDEN=1 rewrites it`).toBe(readFileSync(path, 'utf8'));
}
