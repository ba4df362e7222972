/**
 * Rows of which every part was read before: their edges are put together of what was made of these then.
 *
 * A million rows have a hundred thousand ids, some days and a few words. A row with anything new takes the long way, through
 * an entry and its readers; what they made of it without a problem is kept by the characters of its cells, and the next row
 * with the same costs look-ups and makes no objects.
 */
import { CellMemo } from '../../base/cell-memo.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import type { EdgeFacts, SaidOfEdge } from '../../store/edge-facts.ts';
import { keysOfEdge } from '../entries/entry-keys.ts';
import type { CsvCursor } from '../reading/csv-cursor.ts';
import type { EntryTemplate } from './entry-template.ts';

/** A memo with more different texts than this, most of which stand there once, is not worth its memory. */
const MOST = 2 ** 18;

/** What some cells of a row say, by their characters. */
class Part<Value> {
  readonly #columns: readonly number[];
  readonly #memo = new CellMemo<Value>();
  /** What is said in every row, where no cell has a say. */
  #constant: Value | undefined;

  constructor(columns: readonly number[]) {
    // What stands between the first column and the last is compared as well.
    this.#columns = columns.length === 0 ? [] : [Math.min(...columns), Math.max(...columns)];
  }

  find(row: CsvCursor): Value | undefined {
    const [first, last] = this.#columns;
    return first === undefined ? this.#constant : row.recall(first, this.#memo, last);
  }

  learn(row: CsvCursor, value: () => Value): void {
    const [first, last] = this.#columns;
    if (first === undefined) this.#constant ??= value();
    else if (row.recall(first, this.#memo, last) === undefined) row.memorise(first, this.#memo, value(), last);
  }

  get isWorthwhile(): boolean {
    return this.#memo.size <= MOST || this.#memo.found >= this.#memo.size;
  }
}

/** An edge type, and what else an edge of it says: of times, of sources, and of each other property. */
interface KnownType {
  readonly code: number;
  readonly symmetric: boolean;
  readonly parts: readonly PartOfType[];
}

interface PartOfType {
  readonly part: Part<SaidOfEdge>;
  /** Columns of the facts in which the values stand. */
  readonly names: readonly string[];
}

const ENDS: readonly string[] = ['from', 'edge', 'to'];
const CITING: readonly string[] = ['source', 'sources', 'locator', 'locators'];
const TIMES: readonly string[] = ['when', 'attested'];
/** Edges with these are more than their parts: an id is one's own, and a report wants words beside it. */
const WHOLE: readonly string[] = ['id', 'modality', 'properties'];

export class RepeatedRows {
  readonly #ontology: Ontology;
  readonly #edges: EdgeFacts;
  readonly #columns: EntryTemplate['columns'];
  readonly #from: Part<number>;
  readonly #to: Part<number>;
  readonly #type: Part<KnownType>;
  /** By the properties that edges may have. */
  readonly #partsOfTypes = new Map<unknown, readonly PartOfType[]>();
  #isWorthwhile = true;

  /** Of the rows of an edge template; undefined where an edge is more than its parts. */
  static of(template: EntryTemplate, ontology: Ontology, edges: EdgeFacts): RepeatedRows | undefined {
    const { kind, once, columns } = template;
    const hasParts = ENDS.every((it) => columns.has(it)) && !WHOLE.some((it) => columns.has(it));
    return kind === 'edge' && !once && hasParts ? new RepeatedRows(columns, ontology, edges) : undefined;
  }

  constructor(columns: EntryTemplate['columns'], ontology: Ontology, edges: EdgeFacts) {
    this.#ontology = ontology;
    this.#edges = edges;
    this.#columns = columns;
    const [from = [], to = [], type = []] = ['from', 'to', 'edge'].map((it) => columns.get(it));
    this.#from = new Part(from);
    this.#to = new Part(to);
    this.#type = new Part(type);
  }

  /** Adds the edge of a row; false, and nothing is added, where a part of it was not read before. */
  add(row: CsvCursor): boolean {
    // Where cells stand in quotes, equal characters may be other cells.
    if (!this.#isWorthwhile || row.hasQuotes) return false;
    const [type, from, to] = [this.#type.find(row), this.#from.find(row), this.#to.find(row)];
    if (!type || from === undefined || to === undefined) return false;
    const said: SaidOfEdge[] = [];
    for (const { part } of type.parts) {
      const found = part.find(row);
      if (!found) return false;
      said.push(found);
    }
    const at = { file: row.file.name, line: row.line, column: 1 };
    this.#edges.repeat({ type: type.code, symmetric: type.symmetric, from, to, said, at });
    return true;
  }

  /** Keeps what was made of the parts of a row, whose one edge was added without a problem. */
  learn(row: CsvCursor, edge: number): void {
    if (!this.#isWorthwhile || row.hasQuotes) return;
    const edges = this.#edges;
    const parts = this.#partsOf(edges.typeOf(edge));
    this.#from.learn(row, () => edges.from.values[edge]!);
    this.#to.learn(row, () => edges.to.values[edge]!);
    this.#type.learn(row, () => {
      const symmetric = this.#ontology.edgeTypes.get(edges.typeOf(edge))?.symmetric ?? false;
      return { code: edges.type.values[edge]!, symmetric, parts };
    });
    for (const { part, names } of parts) part.learn(row, () => edges.saidIn(edge, names));
    const all = [this.#from, this.#to, ...parts.map((it) => it.part)];
    this.#isWorthwhile = all.every((it) => it.isWorthwhile);
  }

  #partsOf(type: string): readonly PartOfType[] {
    const carrier = this.#ontology.edgeTypes.get(type)?.properties;
    let parts = this.#partsOfTypes.get(carrier);
    if (!parts) this.#partsOfTypes.set(carrier, (parts = this.#makeParts(type)));
    return parts;
  }

  #makeParts(type: string): PartOfType[] {
    const { properties } = keysOfEdge(this.#ontology, type);
    const citing: number[] = [];
    const times: number[] = [];
    const others: PartOfType[] = [];
    for (const [key, columns] of this.#columns) {
      const property = properties.get(key);
      const name = property?.storedAs ?? property?.name;
      if (CITING.includes(key)) citing.push(...columns);
      else if (name !== undefined && TIMES.includes(name)) times.push(...columns);
      // A key that such edges do not have is a part too: rows in which it is empty are in order.
      else if (!ENDS.includes(key)) others.push({ part: new Part(columns), names: name === undefined ? [] : [name] });
    }
    // Two names of one property: the one says it where the other is empty.
    const names = others.flatMap((it) => it.names);
    if (new Set(names).size < names.length) this.#isWorthwhile = false;
    return [{ part: new Part(times), names: TIMES }, { part: new Part(citing), names: ['locators'] }, ...others];
  }
}
