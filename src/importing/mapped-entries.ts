/**
 * Entries by a mapping, a YAML file in the words of the mappings of tables.
 *
 * `nodes` and `edges` are entries with holes, filled for each node and each edge of the foreign graph; a hole names an
 * attribute, or `id`, and of an edge `source` and `target`: there the ids that the mapping made for both ends. Without
 * `nodes`, or without `edges`, those of the graph are taken by their own names.
 */

import type { Position } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { PropertyValue } from '../facts/fact.ts';
import type { FactSet } from '../loading/entries/fact-set.ts';
import { checkKeys, readEntryList } from '../loading/entries/read-values.ts';
import type { TableRow } from '../loading/reading/csv-cursor.ts';
import { detached, findEntry, type Located, type LocatedMap } from '../loading/reading/located.ts';
import { wrongForm } from '../loading/reading/problems.ts';
import { readYaml } from '../loading/reading/read-yaml.ts';
import { isRepeated } from '../loading/tables/entry-template.ts';
import { readMapping } from '../loading/tables/read-mapping.ts';
import type { EdgeEntry } from './entries.ts';
import type { ForeignEdge, ForeignNode } from './foreign-graph.ts';
import { unmappedEnd } from './problems.ts';

export interface ImportMapping {
  /** What `nodes` and `edges` say; undefined where the graph's own names are meant. */
  readonly nodes: LocatedMap | undefined;
  readonly edges: LocatedMap | undefined;
  /** Sources that the entries cite and the graph may lack. */
  readonly sources: readonly LocatedMap[];
  /** The head that both share: `source` and `lookups`. */
  readonly head: LocatedMap;
}

const keys = ['title', 'description', 'source', 'sources', 'lookups', 'nodes', 'edges'];

/** The mapping in a file; undefined and problems where it is none. */
export function readImportMapping(file: SourceFile, set: FactSet): ImportMapping | undefined {
  const { problems } = set;
  const mapping = readYaml(file, problems);
  if (mapping?.kind !== 'map') {
    const nothing: Located = { kind: 'scalar', value: null, text: '', at: file.positionAt(0) };
    if (mapping || !problems.hasErrors) problems.error(wrongForm, mapping ?? nothing, 'mapping');
    return undefined;
  }
  checkKeys(mapping, 'mapping', keys, problems);
  const listed = findEntry(mapping, 'sources');
  return {
    nodes: only(mapping, 'nodes'),
    edges: only(mapping, 'edges'),
    sources: listed ? readEntryList(listed, 'sources', problems).map(typed) : [],
    head: only(mapping, undefined) ?? mapping,
  };
}

/** The mapping with one of its two lists and without what no mapping of a table has. */
function only(mapping: LocatedMap, list: 'nodes' | 'edges' | undefined): LocatedMap | undefined {
  if (list !== undefined && !mapping.entries.has(list)) return undefined;
  const kept = [...mapping.entries].filter(([key]) => key === list || key === 'source' || key === 'lookups');
  return { ...mapping, entries: new Map(kept) };
}

/** What is listed as a source is one, whether it says so or not. */
const typed = (entry: LocatedMap): LocatedMap => ({
  ...entry,
  entries: new Map([
    ['type', { keyAt: entry.at, value: { kind: 'scalar', value: 'Source', text: 'Source', at: entry.at } }],
    ...entry.entries,
  ]),
});

export interface MappedNodes {
  readonly entries: LocatedMap[];
  /** The id that the mapping gives to a foreign node: that of its first entry. */
  readonly idOf: ReadonlyMap<string, string>;
}

/** The entries of the nodes. */
export function mappedNodeEntries(nodes: readonly ForeignNode[], mapping: LocatedMap, set: FactSet): MappedNodes {
  const idOf = new Map<string, string>();
  const entries: LocatedMap[] = [];
  const rows = new ForeignRows(nodes, ({ id }) => ({ id }));
  for (const { entry, row } of filled(rows, mapping, set)) {
    entries.push(entry);
    const id = findEntry(entry, 'id') ?? findEntry(entry, 'extend');
    if (id?.kind === 'scalar' && !idOf.has(nodes[row]!.id)) idOf.set(nodes[row]!.id, id.text);
  }
  return { entries, idOf };
}

/** The entries of the edges. One whose end the mapping leaves out is left out with a warning. */
export function* mappedEdgeEntries(
  edges: readonly ForeignEdge[],
  mapping: LocatedMap,
  idOf: (foreign: string) => string | undefined,
  set: FactSet,
): Generator<EdgeEntry> {
  const kept = edges.filter(({ from, to, at }) => {
    const lost = [from, to].find((it) => idOf(it) === undefined);
    if (lost !== undefined) set.problems.warning(unmappedEnd, at, lost);
    return lost === undefined;
  });
  const rows = new ForeignRows(kept, ({ id, from, to }) => ({
    ...(id !== undefined && { id }),
    source: idOf(from) ?? '',
    target: idOf(to) ?? '',
  }));
  // Which end is the source, the mapping has said.
  for (const { entry } of filled(rows, mapping, set)) yield { entry, directed: true };
}

function* filled(rows: ForeignRows, mapping: LocatedMap, set: FactSet): Generator<{ entry: LocatedMap; row: number }> {
  const { templates } = readMapping(mapping, rows.columns, set);
  const once = new Map<string, string>();
  for (let row = 0; rows.next(); row++) {
    for (const template of templates) {
      const entry = template.fill(rows, set.problems);
      if (entry && !(template.once && isRepeated(entry, once))) yield { entry: detached(entry), row };
    }
  }
}

type ForeignThing = ForeignNode | ForeignEdge;

/** The nodes or edges of a foreign graph as the rows of a table. */
class ForeignRows implements TableRow {
  readonly columns: readonly string[];
  readonly #things: readonly ForeignThing[];
  readonly #own: (thing: never) => Readonly<Record<string, string>>;
  #cells: Readonly<Record<string, PropertyValue>> = {};
  #row = -1;

  constructor(things: readonly ForeignThing[], own: (thing: never) => Readonly<Record<string, string>>) {
    this.#things = things;
    this.#own = own;
    const columns = new Set(things.slice(0, 1).flatMap((it) => Object.keys(own(it as never))));
    for (const { attributes } of things) for (const name in attributes) columns.add(name);
    this.columns = [...columns];
  }

  next(): boolean {
    const thing = this.#things[++this.#row];
    if (!thing) return false;
    this.#cells = { ...thing.attributes, ...this.#own(thing as never) };
    return true;
  }

  get #at(): Position {
    return this.#things[this.#row]?.at ?? { file: '', line: 1, column: 1 };
  }

  get file(): { readonly name: string } {
    return { name: this.#at.file };
  }

  get line(): number {
    return this.#at.line;
  }

  /** A list is one text, to be split at its semicolons. */
  cell(index: number): string {
    const column = this.columns[index] ?? '';
    // What every object has, such as `constructor`, is no attribute.
    return Object.hasOwn(this.#cells, column) ? [this.#cells[column]].flat().join(';') : '';
  }

  /** An attribute stands where its thing does. */
  offsetOf(): number {
    return this.#row;
  }

  lengthOf(): number {
    return 1;
  }

  placeAt(offset: number): Position {
    return this.#things[offset]?.at ?? this.#at;
  }

  placeOf(): Position {
    return this.#at;
  }
}
