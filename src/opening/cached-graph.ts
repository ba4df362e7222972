/**
 * An opened graph in a file, its cache, and opened from there again.
 *
 * Whoever opens it may call its folder by another path than whoever wrote it. Places name files, so they are renamed;
 * the files themselves are read when a frame is wanted, which is seldom.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { flushFolder, leftoversIn } from '../base/leftovers.ts';
import { allAtOnce } from '../base/once-for.ts';
import type { Position, Problem } from '../base/problem.ts';
import { SourceFile } from '../base/source-file.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { GraphDataPlace } from '../loading/load-graph-data.ts';
import { TABLE } from '../loading/reading/find-data-files.ts';
import { readTextFile } from '../loading/reading/read-text-file.ts';
import { openTableText } from '../loading/reading/table-text.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { type Rule, rememberRules, rulesOf } from '../rules/rule.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { type PackedGraph, packGraph, unpackGraph } from '../store/packed-graph.ts';
import { isSnapshot, snapshotInSteps, writeSnapshot } from '../store/snapshot.ts';
import { GraphView } from '../views/graph-view.ts';
import { cacheIsAnotherFile, cacheNotWritten } from './problems.ts';
import type { OpenedGraph } from './read-graph.ts';

/** What a snapshot of an opened graph holds. */
interface CachedGraph {
  readonly place: GraphDataPlace;
  readonly graph: PackedGraph;
  readonly rules: readonly Rule[];
  readonly rulesText: string | undefined;
  readonly about: DatasetAbout | undefined;
  readonly warnings: readonly Problem[];
  readonly fileNames: readonly string[];
}

/** The bytes of a cache of a graph that was opened at `place`, under a key. */
export function writeCachedGraph(
  key: string,
  { schema, data, overlays }: GraphDataPlace,
  opened: OpenedGraph,
): Uint8Array {
  const cached: CachedGraph = {
    place: { schema, data, overlays },
    graph: packGraph(opened.view.graph),
    rules: rulesOf(opened.view.graph),
    rulesText: opened.rules,
    about: opened.about,
    warnings: opened.warnings,
    fileNames: [...opened.files.keys()],
  };
  return writeSnapshot(key, cached);
}

/** The graph of a cache of this key, as if it had been opened at `place`; undefined when there is none. */
export function readCachedGraph(bytes: Uint8Array, key: string, place: GraphDataPlace): OpenedGraph | undefined {
  return allAtOnce(cachedGraphInSteps(bytes, key, place));
}

/** The same, in steps of some milliseconds; `knownOntology` may give an equal one that is in use already. */
export function* cachedGraphInSteps(
  bytes: Uint8Array,
  key: string,
  place: GraphDataPlace,
  knownOntology: (read: Ontology) => Ontology = (read) => read,
): Generator<undefined, OpenedGraph | undefined> {
  const cached = (yield* snapshotInSteps(bytes, key)) as CachedGraph | undefined;
  if (!cached) return undefined;
  // Where files of several folders lie is not told by one of them.
  if (`${cached.place.overlays ?? []}` !== `${place.overlays ?? []}`) return undefined;
  const rename = renamer(cached.place, place);
  // A sentence that names a file cannot be renamed.
  if (rename && cached.warnings.some((it) => it.message.includes(cached.place.data))) return undefined;
  if (rename)
    for (const it of [cached.graph.ontology, cached.graph.claims, cached.rules, cached.warnings]) renameIn(it, rename);
  const packed = { ...cached.graph, ontology: knownOntology(cached.graph.ontology) };
  const graph = rememberRules(unpackGraph(packed), cached.rules);
  if (bytes.buffer instanceof SharedArrayBuffer) snapshots.set(graph, { bytes, key, place });
  const names = rename ? cached.fileNames.map(rename) : cached.fileNames;
  let files: ReadonlyMap<string, SourceFile> | undefined;
  return {
    view: GraphView.whole(graph),
    warnings: cached.warnings,
    get files() {
      return (files ??= readFiles(names));
    },
    rules: cached.rulesText,
    about: cached.about,
  };
}

/** A snapshot that a graph was read from, in memory that threads share. */
export interface SharedSnapshot {
  readonly bytes: Uint8Array;
  readonly key: string;
  readonly place: GraphDataPlace;
}

const snapshots = new WeakMap<KnowledgeGraph, SharedSnapshot>();

/** The snapshot that a graph was read from; undefined for one that was made otherwise. */
export const sharedSnapshotOf = (graph: KnowledgeGraph): SharedSnapshot | undefined => snapshots.get(graph);

type Rename = (file: string) => string;

/** What a file of one place is called at another; undefined when all names stay. */
function renamer(from: GraphDataPlace, to: GraphDataPlace): Rename | undefined {
  if (from.schema === to.schema && from.data === to.data) return undefined;
  const known = new Map([[from.schema, to.schema]]);
  return (file) => {
    let name = known.get(file);
    if (name === undefined) known.set(file, (name = join(to.data, relative(from.data, file))));
    return name;
  };
}

/** Renames the file of every place in plain data that nobody else has seen yet. */
function renameIn(value: unknown, rename: Rename): void {
  if (typeof value !== 'object' || value === null) return;
  if (isPlace(value)) value.file = rename(value.file);
  else if (value instanceof Map || Array.isArray(value)) for (const it of value.values()) renameIn(it, rename);
  else for (const it of Object.values(value)) renameIn(it, rename);
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
const isPlace = (value: object): value is Writable<Position> => 'file' in value && 'line' in value;

function readFiles(names: readonly string[]): ReadonlyMap<string, SourceFile> {
  const files = names
    .map((it) => (TABLE.test(it) ? openTableText(it) : readTextFile(it)))
    .filter((it) => it instanceof SourceFile);
  return new Map(files.map((it) => [it.name, it]));
}

/**
 * Writes the bytes of a cache in one piece, where `before` stood: whoever reads meanwhile sees the old file or the new one.
 *
 * Throws `cache-is-another-file`, and nothing is lost, when that was something else. A cache that cannot be written is a
 * warning, for the graph is there all the same.
 */
export function writeCache(file: string, before: Uint8Array | undefined, bytes: Uint8Array): Problem | undefined {
  if (before && !isSnapshot(before) && !isBlank(before)) throw cacheIsAnotherFile(file);
  const [folder, start] = [dirname(file), `${basename(file)}.`];
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of leftoversIn(folder, start)) if (name.endsWith('.tmp')) rmSync(join(folder, name));
    writeFlushed(unfinished, bytes);
    renameSync(unfinished, file);
    flushFolder(folder);
    return undefined;
  } catch (error) {
    try {
      rmSync(unfinished, { force: true });
    } catch {
      // Where nothing can be written, nothing can be cleared.
    }
    return cacheNotWritten(file, error);
  }
}

/** Nothing, or zeros where its head should be, is what a crash of the machine leaves of a file. */
const isBlank = (bytes: Uint8Array): boolean => bytes.subarray(0, 64).every((it) => it === 0);

function writeFlushed(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w');
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
