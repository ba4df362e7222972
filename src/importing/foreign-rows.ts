/**
 * The nodes or the edges of a foreign graph as the rows of a table, for templates to be filled from and people to look at.
 */
import type { Located, LocatedMap } from '../base/located.ts';
import type { Position } from '../base/problem.ts';
import type { PropertyValue } from '../facts/fact.ts';
import type { FactSet } from '../loading/entries/fact-set.ts';
import type { TableRow } from '../loading/reading/csv-cursor.ts';
import type { ForeignEdge, ForeignGraph, ForeignNode } from './foreign-graph.ts';
import { shadowedAttribute } from './problems.ts';

/** What a row says of its node or edge by itself. An attribute of such a name is called so with a `_` behind it. */
const NODE_NAMES = ['id'];
const EDGE_NAMES = ['id', 'source', 'target', 'directed'];

/** The nodes, each with its id as the file has it. */
export function rowsOfNodes(foreign: ForeignGraph): ForeignRows {
  const { nodes, ownId = (id) => id } = foreign;
  return new ForeignRows(nodes, NODE_NAMES, foreign, 'node', ({ id }: ForeignNode) => ({
    // A space of ids is no part of an id; how we write ids is.
    id: id.includes('\0') ? ownId(id) : id,
  }));
}

/** These edges, each with what `idOf` makes of its ends. */
export function rowsOfEdges(
  foreign: ForeignGraph,
  edges: readonly ForeignEdge[],
  idOf: (foreign: string) => string | undefined,
): ForeignRows {
  return new ForeignRows(edges, EDGE_NAMES, foreign, 'edge', ({ id, from, to, directed }: ForeignEdge) => ({
    id: id ?? '',
    source: idOf(from) ?? '',
    target: idOf(to) ?? '',
    directed: String(directed),
  }));
}

type ForeignThing = ForeignNode | ForeignEdge;

/** The nodes or edges of a foreign graph as the rows of a table. */
export class ForeignRows implements TableRow {
  readonly columns: readonly string[];
  readonly count: number;
  readonly #things: readonly ForeignThing[];
  readonly #own: (thing: never) => Readonly<Record<string, string>>;
  /** Attributes under other names, for theirs are taken. */
  readonly #renamed: ReadonlyMap<string, string>;
  /** What the row says by itself, under the names that the file has for it. */
  readonly #called: readonly (readonly [name: string, header: string])[];
  /** Where an attribute of such a name first says something else than the row itself. */
  readonly #shadows = new Map<string, Position>();
  #cells: Readonly<Record<string, PropertyValue>> = {};
  #row = -1;

  constructor(
    things: readonly ForeignThing[],
    ownNames: readonly string[],
    { declared, called }: ForeignGraph,
    of: 'node' | 'edge',
    own: (thing: never) => Readonly<Record<string, string>>,
  ) {
    this.#things = things;
    this.count = things.length;
    this.#own = own;
    const found = new Set(declared?.[of]);
    this.#called = Object.entries(called?.[of] ?? {}).filter(([, header]) => !found.has(header));
    for (const { attributes } of things) for (const name in attributes) found.add(name);
    this.#renamed = new Map(ownNames.filter((it) => found.has(it)).map((it) => [it, `${it}_`]));
    const headers = this.#called.map(([, header]) => header);
    this.columns = [...new Set([...ownNames, ...headers, ...[...found].map((it) => this.#renamed.get(it) ?? it)])];
  }

  next(): boolean {
    const thing = this.#things[++this.#row];
    if (!thing) return false;
    const own = this.#own(thing as never);
    const cells: Record<string, PropertyValue> = { ...thing.attributes, ...own };
    for (const [name, header] of this.#called) cells[header] = own[name] ?? '';
    for (const [name, other] of this.#renamed) {
      const value = thing.attributes[name];
      if (value === undefined) continue;
      cells[other] = value;
      if (String(value) !== own[name] && !this.#shadows.has(name)) this.#shadows.set(name, thing.at);
    }
    this.#cells = cells;
    return true;
  }

  /** Warns of attributes whose names are taken, where the mapping speaks of these and not of the attributes. */
  warnOfShadows(mapping: LocatedMap, set: FactSet): void {
    const used = new Set(holesOf(mapping));
    for (const [name, at] of this.#shadows) {
      const other = this.#renamed.get(name) ?? name;
      if (used.has(name) && !used.has(other)) set.problems.warning(shadowedAttribute, at, name, other);
    }
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

  /** A list is one text, with semicolons. */
  cell(index: number): string {
    const value = this.#valueOf(index);
    return typeof value === 'object' ? value.join(';') : String(value ?? '');
  }

  /** The items of a list, whatever stands in them. */
  items(index: number): readonly string[] | undefined {
    const value = this.#valueOf(index);
    return typeof value === 'object' ? value.map(String) : undefined;
  }

  #valueOf(index: number): PropertyValue | undefined {
    const column = this.columns[index] ?? '';
    // What every object has, such as `constructor`, is no attribute.
    return Object.hasOwn(this.#cells, column) ? this.#cells[column] : undefined;
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

/** The names of all columns that the texts of a mapping speak of. */
function* holesOf(value: Located): Generator<string> {
  if (value.kind === 'scalar')
    for (const [, hole = ''] of value.text.matchAll(/\{([^{}]*)\}/g)) yield (hole.split('|')[0] ?? '').trim();
  else if (value.kind === 'list') for (const item of value.items) yield* holesOf(item);
  else for (const { value: inner } of value.entries.values()) yield* holesOf(inner);
}

/** A column that a file of another program offers to a mapping. */
export interface OfferedColumn {
  /** What a mapping calls it: `{name}`. */
  readonly name: string;
  /** How many nodes or edges have it. */
  readonly count: number;
  /** The first value; a list with semicolons. */
  readonly example: string | undefined;
}

export interface Offered {
  readonly count: number;
  readonly columns: readonly OfferedColumn[];
}

/** The columns, in the order in which a mapping would list them, and what of the file no mapping reaches. */
export function offeredColumns(foreign: ForeignGraph): {
  readonly nodes: Offered;
  readonly edges: Offered;
  readonly leftOut: Readonly<Record<string, number>>;
} {
  const { edges, ownId = (id) => id } = foreign;
  return {
    nodes: offered(rowsOfNodes(foreign)),
    edges: offered(rowsOfEdges(foreign, edges, ownId)),
    leftOut: Object.fromEntries(foreign.leftOut ?? []),
  };
}

function offered(rows: ForeignRows): Offered {
  const counts = rows.columns.map(() => 0);
  const examples = rows.columns.map((): string | undefined => undefined);
  while (rows.next()) {
    for (let i = 0; i < counts.length; i++) {
      const text = rows.cell(i);
      if (text === '') continue;
      counts[i]! += 1;
      examples[i] ??= text;
    }
  }
  const columns = rows.columns.map((name, i) => ({ name, count: counts[i] ?? 0, example: examples[i] }));
  return { count: rows.count, columns };
}
