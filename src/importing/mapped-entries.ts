/**
 * Entries by a mapping: its templates filled for every node or edge of a foreign graph.
 */
import type { Position } from '../base/problem.ts';
import type { PropertyValue } from '../facts/fact.ts';
import type { FactSet } from '../loading/fact-set.ts';
import { detached, findEntry, type LocatedMap } from '../loading/located.ts';
import { isRepeated } from '../loading/tables/is-repeated.ts';
import { readMapping } from '../loading/tables/read-mapping.ts';
import type { TableRow } from '../loading/tables/table-row.ts';
import type { EdgeEntry } from './entries.ts';
import type { ForeignEdge, ForeignNode } from './foreign-graph.ts';
import { unmappedEnd } from './problems.ts';

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
