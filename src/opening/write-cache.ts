/**
 * Writes a cache in one piece: whoever reads meanwhile sees the old file or the new one.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isSnapshot } from '../store/snapshot.ts';
import { cacheIsAnotherFile, cacheNotWritten } from './problems.ts';

/** Writes `bytes` where `before` stood. Throws `cache-is-another-file`, and nothing is lost, when that was something else. */
export function writeCache(file: string, before: Uint8Array | undefined, bytes: Uint8Array): void {
  if (before && before.length > 0 && !isSnapshot(before)) throw cacheIsAnotherFile(file);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    throw cacheNotWritten(file, error);
  }
}
