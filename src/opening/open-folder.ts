/**
 * A folder of facts opened: from a snapshot of just these facts where there is one, else from its texts.
 *
 * The facts of the package have their snapshot with the compiled code. Facts of one's own have one where somebody names
 * a file for it, for a program that leaves files behind unasked is a nuisance.
 */
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkShipped, dataFolder, packsFolder, schemaFile, snapshotFile } from '../base/shipped-files.ts';
import type { GraphDataPlace } from '../loading/load-graph-data.ts';
import { readCachedGraph, writeCache, writeCachedGraph } from './cached-graph.ts';
import { folderKey } from './folder-key.ts';
import { unknownPack } from './problems.ts';
import type { OpenedGraph } from './read-graph.ts';

/** Where the ontology and the facts come from; what is left out is what the package ships. */
export interface FolderOptions {
  /** Path of the SDL. */
  readonly schema?: string;
  /** Path of the folder of facts; its `rules.yaml`, where there is one, is applied. */
  readonly data?: string;
  /** Paths of folders of more facts, which make one graph with those of `data`. */
  readonly overlays?: readonly string[];
  /** Names of folders below `packs` of the repository, or paths: more facts for those of `data`. */
  readonly packs?: readonly string[];
  /**
   * Path of a file to keep the graph in, ready to be opened: a million edges in a fraction of a second. It is read when it
   * was made of just these facts, by this version, and written anew when not.
   */
  readonly cache?: string;
}

/**
 * Opens a folder of facts. Throws `graph-has-problems`, with every problem, when they do not stand; `cache-is-another-file`
 * when the file named as a cache is something else. One that cannot be written is a warning.
 */
export async function openFolder(options: FolderOptions = {}): Promise<OpenedGraph> {
  const { cache } = options;
  const { place, bytes, key, cached } = readCache(options);
  if (cached) return cached;

  const { readFolder } = await import('./read-graph.ts');
  const opened = readFolder(place);
  // Facts that changed while they were read are kept the next time.
  if (cache !== undefined && key !== undefined && folderKey(place) === key) {
    const problem = writeCache(cache, bytes, writeCachedGraph(key, place, opened));
    if (problem) return { ...opened, warnings: [...opened.warnings, problem] };
  }
  return opened;
}

/** The graph of a folder from the snapshot that there is of just these facts; undefined where there is none. */
export const openCached = (options: FolderOptions): OpenedGraph | undefined => readCache(options).cached;

function readCache(options: FolderOptions) {
  const { cache } = options;
  const place = folderPlace(options);
  if (place.schema === schemaFile) checkShipped(schemaFile);
  if (place.data === dataFolder) checkShipped(dataFolder);
  const file = cache ?? (isShipped(place) ? snapshotFile : undefined);
  const bytes = file === undefined ? undefined : readBytes(file);
  const key = bytes || cache !== undefined ? folderKey(place) : undefined;
  const cached = bytes && key !== undefined ? readCachedGraph(bytes, key, place) : undefined;
  return { place, bytes, key, cached };
}

/** What the options name, or what the package ships. */
export function folderPlace(options: FolderOptions): GraphDataPlace {
  const { schema = schemaFile, data = dataFolder, overlays = [], packs = [] } = options;
  const all = [...packs.map(packFolder), ...overlays];
  return { schema, data, ...(all.length > 0 && { overlays: all }) };
}

/** The folder of a pack, which a path names too. Throws `unknown-pack` with the nearest name. */
function packFolder(name: string): string {
  if (/[\\/]/.test(name)) return name;
  const known = existsSync(packsFolder) ? readdirSync(packsFolder).filter((it) => !it.includes('.')) : [];
  if (known.includes(name)) return join(packsFolder, name);
  throw unknownPack(name, known);
}

const isShipped = ({ schema, data, overlays }: GraphDataPlace): boolean =>
  overlays === undefined && resolve(schema) === schemaFile && resolve(data) === dataFolder;

/** The bytes of a file in memory that threads share; undefined where it cannot be read. */
function readBytes(file: string): Uint8Array | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const bytes = Buffer.from(new SharedArrayBuffer(fstatSync(handle).size));
    let at = 0;
    for (let read = -1; read !== 0; at += read) read = readSync(handle, bytes, at, bytes.length - at, at);
    return bytes.subarray(0, at);
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
