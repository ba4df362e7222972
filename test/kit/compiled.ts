/**
 * The compiled program of what stands here, made once in a run of the tests: several files try it, and none may find it while
 * another one writes it. Its types are another test's business.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the package. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url));
export const main: string = join(root, 'dist', 'cli', 'main.js');

/** Compiles, or waits until another file of the run has done so. */
export async function compileOnce(): Promise<void> {
  const [begun, done] = [join(tmpdir(), 'compiling'), join(tmpdir(), 'compiled')];
  try {
    mkdirSync(begun);
  } catch {
    while (!existsSync(done)) await sleep(20);
    return;
  }
  const tsc = join(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin', 'tsc');
  spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')]);
  writeFileSync(done, '');
}
