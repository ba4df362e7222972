/**
 * An opened graph kept in a file, and found there again.
 *
 * Whoever opens it may call its folder by another path than whoever kept it. Places name files, so they are told anew;
 * the files themselves are read when a frame is wanted, which is seldom.
 */
import { join, relative } from 'node:path';
import type { Position, Problem } from '../base/problem.ts';
import { SourceFile } from '../base/source-file.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { GraphDataPlace } from '../loading/load-graph-data.ts';
import { readTextFile } from '../loading/read-text-file.ts';
import { rememberRules, rulesOf } from '../rules/remembered-rules.ts';
import type { Rule } from '../rules/rule.ts';
import { type PackedGraph, packGraph, unpackGraph } from '../store/packed-graph.ts';
import { readSnapshot, writeSnapshot } from '../store/snapshot.ts';
import { GraphView } from '../views/graph-view.ts';
import type { OpenedGraph } from './opened-graph.ts';

/** What a snapshot of an opened graph holds. */
interface KeptGraph {
  readonly place: GraphDataPlace;
  readonly graph: PackedGraph;
  readonly rules: readonly Rule[];
  readonly rulesText: string | undefined;
  readonly about: DatasetAbout | undefined;
  readonly warnings: readonly Problem[];
  readonly fileNames: readonly string[];
}

/** The bytes of a file that keeps a graph, opened at `place`, under a key. */
export function writeKeptGraph(key: string, { schema, data }: GraphDataPlace, opened: OpenedGraph): Uint8Array {
  const kept: KeptGraph = {
    place: { schema, data },
    graph: packGraph(opened.view.graph),
    rules: rulesOf(opened.view.graph),
    rulesText: opened.rules,
    about: opened.about,
    warnings: opened.warnings,
    fileNames: [...opened.files.keys()],
  };
  return writeSnapshot(key, kept);
}

/** The graph that was kept under this key, as if it had been opened at `place`; undefined when there is none. */
export function readKeptGraph(
  bytes: Uint8Array<ArrayBuffer>,
  key: string,
  place: GraphDataPlace,
): OpenedGraph | undefined {
  const kept = readSnapshot(bytes, key) as KeptGraph | undefined;
  if (!kept) return undefined;
  const rename = renamer(kept.place, place);
  // A sentence that names a file cannot be told anew.
  if (rename && kept.warnings.some((it) => it.message.includes(kept.place.data))) return undefined;
  if (rename)
    for (const it of [kept.graph.ontology, kept.graph.claims, kept.rules, kept.warnings]) renameIn(it, rename);
  const names = rename ? kept.fileNames.map(rename) : kept.fileNames;
  let files: ReadonlyMap<string, SourceFile> | undefined;
  return {
    view: GraphView.whole(rememberRules(unpackGraph(kept.graph), kept.rules)),
    warnings: kept.warnings,
    get files() {
      return (files ??= readFiles(names));
    },
    rules: kept.rulesText,
    about: kept.about,
  };
}

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
  const files = names.map(readTextFile).filter((it) => it instanceof SourceFile);
  return new Map(files.map((it) => [it.name, it]));
}
