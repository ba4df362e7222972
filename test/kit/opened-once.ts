/**
 * Folders of facts that many tests ask, opened once for all tests of a worker.
 *
 * Graphs are frozen, so whoever opens the same facts may have the same graph, with its indexes. Facts are the same where their
 * bytes are. What opening itself does, with and without a cache, is tried in `test/opening`, where each is opened anew.
 */
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { dataFolder, schemaFile, snapshotFile } from '../../src/base/shipped-files.ts';
import { folderKey } from '../../src/opening/folder-key.ts';
import type { FolderOptions, folderPlace } from '../../src/opening/open-folder.ts';
import type { OpenedGraph } from '../../src/opening/read-graph.ts';

type Open = (options?: FolderOptions) => Promise<OpenedGraph>;

/** So many are kept; each has what was last asked of it beside it. */
const KEPT = 6;
const known = new Map<string, Promise<OpenedGraph>>();

export const openedOnce =
  (open: Open, placeOf: typeof folderPlace): Open =>
  async (options = {}) => {
    const place = placeOf(options);
    if (options.cache !== undefined || place.overlays || isOfOpening()) return open(options);
    const facts = folderKey(place);
    if (facts === undefined) return open(options);
    const key = `${place.schema}\n${place.data}\n${facts}`;
    // The first who opens what is shipped keeps it for all workers and runs.
    const isShipped = resolve(place.schema) === schemaFile && resolve(place.data) === dataFolder;
    const opened = known.get(key) ?? open(isShipped ? { ...options, cache: snapshotFile } : options);
    known.delete(key);
    known.set(key, opened);
    opened.catch(() => known.delete(key));
    for (const first of known.keys()) if (known.size > KEPT) known.delete(first);
    return opened;
  };

const isOfOpening = (): boolean => /[\\/]test[\\/]opening[\\/]/.test(expect.getState().testPath ?? '');
