/**
 * Tells when a file or anything in a folder changes.
 *
 * Editors save by renaming a new file over the old one, and `git checkout` replaces whole folders, so watching files or
 * keeping watchers loses sight of them. Here folders are watched, never files, and all anew after each change.
 */
import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

export interface FileWatch {
  close(): void;
}

/** Saving several files is one change when no more than this passes between them. */
const QUIET_MS = 100;

/** Calls `changed` once after each burst of changes to `paths`, which may be files or folders, there or yet to come. */
export function watchFiles(paths: readonly string[], changed: () => void, quietMs: number = QUIET_MS): FileWatch {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;

  const noticed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // First the new watchers, then the word: what changes from here on is either read now or noticed again.
      rewatch();
      changed();
    }, quietMs);
  };

  const rewatch = (): void => {
    const old = watchers;
    watchers = paths.flatMap((path) => watchPath(resolve(path), noticed));
    for (const watcher of old) watcher.close();
  };

  rewatch();
  return {
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watchPath(path: string, noticed: () => void): FSWatcher[] {
  const name = basename(path);
  const parent = watchFolder(dirname(path), (file) => {
    if (file === null || file === name) noticed();
  });
  return [parent, ...foldersIn(path).map((folder) => watchFolder(folder, noticed))].filter((it) => it !== undefined);
}

function watchFolder(folder: string, noticed: (file: string | null) => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, (_event, file) => noticed(file));
    // A folder that goes away is a change, not a failure; its parent's watcher tells of it too.
    watcher.on('error', () => noticed(null));
    return watcher;
  } catch {
    return undefined;
  }
}

/** A folder and all folders in it; nothing when the path is a file or missing. */
function foldersIn(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return [path, ...entries.filter((it) => it.isDirectory()).flatMap((it) => foldersIn(join(path, it.name)))];
  } catch {
    return [];
  }
}
