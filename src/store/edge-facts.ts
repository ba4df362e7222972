/**
 * Edges as facts, in columns: taken in one by one as they are read, checked there, and put in rows when all have come.
 *
 * A million facts as objects take most of a gigabyte and most of the time of loading. Here a fact is a row of numbers, and
 * is made again as an object where somebody asks for one.
 */
import type { Position } from '../base/problem.ts';
import { TextCodes } from '../base/text-codes.ts';
import type { EdgeIdentity } from '../facts/edge-id.ts';
import type { Derivation, EdgeFact, Properties, PropertyValue } from '../facts/fact.ts';
import { type EdgeStatement, statedValidity } from '../facts/make-edge.ts';
import type { Validity } from '../facts/validity.ts';
import { DictionaryColumnBuilder } from './dictionary-column.ts';
import { EdgeIdCollector } from './edge-ids.ts';
import { GrowingInts } from './growing-ints.ts';

/** Properties that make an edge the one that it is. */
const IDENTITY = ['at', 'role', 'kind', 'when'] as const;

/** A part of what an edge says, by the numbers of values: its bounds and sources are those of the parts that tell them. */
export interface SaidOfEdge {
  readonly columns: readonly (readonly [column: DictionaryColumnBuilder, code: number])[];
  readonly bounds: Validity;
  readonly sources: readonly number[];
}

/** An edge that says nothing which others have not said, in these parts: times first, then sources. */
export interface RepeatedEdge {
  readonly type: number;
  readonly symmetric: boolean;
  readonly from: number;
  readonly to: number;
  readonly said: readonly SaidOfEdge[];
  readonly at: Position;
}

export class EdgeFacts implements Iterable<EdgeFact> {
  /** Ids of the nodes at the ends; `from` and `to` are numbers of these. */
  readonly nodes: TextCodes = new TextCodes();
  readonly from: GrowingInts = new GrowingInts();
  readonly to: GrowingInts = new GrowingInts();
  readonly types: TextCodes = new TextCodes();
  readonly type: GrowingInts = new GrowingInts();
  readonly ids: EdgeIdCollector = new EdgeIdCollector();
  readonly validity: Readonly<Record<keyof Validity, GrowingInts>> = {
    earliestStart: new GrowingInts(),
    latestStart: new GrowingInts(),
    earliestEnd: new GrowingInts(),
    latestEnd: new GrowingInts(),
  };
  readonly sources: TextCodes = new TextCodes();
  readonly source: GrowingInts = new GrowingInts();
  /** Where the sources of each edge end in `source`. */
  readonly sourceEnd: GrowingInts = new GrowingInts();
  readonly columns: Map<string, DictionaryColumnBuilder> = new Map();
  readonly derivations: Map<number, readonly Derivation[]> = new Map();
  readonly #line = new GrowingInts();
  readonly #place = new GrowingInts();
  /** Places without their lines: in a table all rows share one. */
  readonly #places: Omit<Position, 'line'>[] = [];
  readonly #placeCodes = new Map<string, number>();

  /** The facts, as they are when they are in columns already. */
  static of(facts: Iterable<EdgeFact>): EdgeFacts {
    if (facts instanceof EdgeFacts) return facts;
    const edges = new EdgeFacts();
    for (const it of facts) edges.push(it);
    return edges;
  }

  get length(): number {
    return this.type.length;
  }

  /** Takes a fact in, and returns its number. */
  push(fact: EdgeFact): number {
    this.ids.add(fact.id);
    if (fact.derivations?.length) this.derivations.set(this.length, fact.derivations);
    return this.#add(fact, fact.validity, fact.at);
  }

  /** Takes in what is said of an edge, as `makeEdge` would make it, and returns its number. */
  state(said: EdgeStatement): number {
    if (said.id === undefined) this.ids.addDerived(said, said.symmetric);
    else this.ids.add(said.id);
    return this.#add(said, statedValidity(said.properties), said.at);
  }

  #add(said: Omit<EdgeStatement, 'symmetric' | 'id'>, bounds: Validity, at: Position | undefined): number {
    const edge = this.length;
    this.from.push(this.nodes.codeOf(said.from));
    this.to.push(this.nodes.codeOf(said.to));
    this.type.push(this.types.codeOf(said.type));
    this.#addBounds(bounds);
    for (const id of said.sources) this.source.push(this.sources.codeOf(id));
    this.sourceEnd.push(this.source.length);
    for (const name in said.properties) {
      const value = said.properties[name];
      if (value !== undefined) this.#column(name).set(edge, value);
    }
    this.#line.push(at?.line ?? 0);
    this.#place.push(at ? this.#placeCode(at) : -1);
    return edge;
  }

  /** What an edge says of its time, of its sources, and in some columns. */
  saidIn(edge: number, names: readonly string[]): SaidOfEdge {
    const columns = names.flatMap((name): SaidOfEdge['columns'] => {
      const column = this.columns.get(name);
      const code = column?.codeOf(edge) ?? 0;
      return column && code !== 0 ? [[column, code]] : [];
    });
    const sources = [...this.source.values.subarray(this.firstSource(edge), this.sourceEnd.values[edge])];
    return { columns, bounds: this.validityOf(edge), sources };
  }

  /** Takes in an edge that is put together of what other edges said. */
  repeat({ type, symmetric, from, to, said, at }: RepeatedEdge): void {
    const edge = this.length;
    this.from.push(from);
    this.to.push(to);
    this.type.push(type);
    const [{ bounds }, { sources }] = said as readonly [SaidOfEdge, SaidOfEdge];
    this.#addBounds(bounds);
    for (let i = 0; i < sources.length; i++) this.source.push(sources[i]!);
    this.sourceEnd.push(this.source.length);
    for (const { columns } of said) for (const [column, code] of columns) column.setCode(edge, code);
    this.#line.push(at.line);
    this.#place.push(this.#placeCode(at));
    this.ids.addDerived(this.#identityOf(edge), symmetric);
  }

  /** What makes the edge that was taken in last the one it is. */
  #identityOf(edge: number): EdgeIdentity {
    const properties: Record<string, PropertyValue> = {};
    for (const name of IDENTITY) {
      const value = this.columns.get(name)?.get(edge);
      if (value !== undefined) properties[name] = value;
    }
    return { type: this.typeOf(edge), from: this.fromOf(edge), to: this.toOf(edge), properties };
  }

  #addBounds({ earliestStart, latestStart, earliestEnd, latestEnd }: Validity): void {
    this.validity.earliestStart.push(earliestStart);
    this.validity.latestStart.push(latestStart);
    this.validity.earliestEnd.push(earliestEnd);
    this.validity.latestEnd.push(latestEnd);
  }

  #column(name: string): DictionaryColumnBuilder {
    let builder = this.columns.get(name);
    if (!builder) this.columns.set(name, (builder = new DictionaryColumnBuilder()));
    return builder;
  }

  #placeCode({ file, column, length }: Position): number {
    const last = this.#places.length - 1;
    const known = this.#places[last];
    if (known && known.column === column && known.file === file && known.length === length) return last;
    const key = `${column} ${length} ${file}`;
    let code = this.#placeCodes.get(key);
    if (code === undefined)
      this.#placeCodes.set(
        key,
        (code = this.#places.push({ file, column, ...(length !== undefined && { length }) }) - 1),
      );
    return code;
  }

  /** Gives an edge another value of a property. */
  say(edge: number, name: string, value: PropertyValue): void {
    this.#column(name).set(edge, value);
  }

  /** Narrows or widens the bounds of an edge. */
  bound(edge: number, to: Validity): void {
    for (const name in this.validity) this.validity[name as keyof Validity].values[edge] = to[name as keyof Validity];
  }

  idOf(edge: number): string {
    return this.ids.get(edge);
  }

  typeOf(edge: number): string {
    return this.types.texts[this.type.values[edge]!]!;
  }

  fromOf(edge: number): string {
    return this.nodes.texts[this.from.values[edge]!]!;
  }

  toOf(edge: number): string {
    return this.nodes.texts[this.to.values[edge]!]!;
  }

  validityOf(edge: number): Validity {
    const { earliestStart, latestStart, earliestEnd, latestEnd } = this.validity;
    return {
      earliestStart: earliestStart.values[edge]!,
      latestStart: latestStart.values[edge]!,
      earliestEnd: earliestEnd.values[edge]!,
      latestEnd: latestEnd.values[edge]!,
    };
  }

  sourcesOf(edge: number): string[] {
    const cited = this.source.values.subarray(this.firstSource(edge), this.sourceEnd.values[edge]);
    return Array.from(cited, (code) => this.sources.texts[code]!);
  }

  /** Where the sources of an edge begin in `source`. */
  firstSource(edge: number): number {
    return edge === 0 ? 0 : this.sourceEnd.values[edge - 1]!;
  }

  property(edge: number, name: string): PropertyValue | undefined {
    return this.columns.get(name)?.get(edge);
  }

  properties(edge: number): Properties {
    const found: Record<string, PropertyValue> = {};
    for (const [name, column] of this.columns) {
      const value = column.get(edge);
      if (value !== undefined) found[name] = value;
    }
    return found;
  }

  /** Where an edge was read; undefined for one that was made. */
  placeOf(edge: number): Position | undefined {
    const place = this.#places[this.#place.values[edge]!];
    return place && { ...place, line: this.#line.values[edge]! };
  }

  fact(edge: number): EdgeFact {
    const derivations = this.derivations.get(edge);
    const at = this.placeOf(edge);
    return {
      id: this.idOf(edge),
      type: this.typeOf(edge),
      from: this.fromOf(edge),
      to: this.toOf(edge),
      validity: this.validityOf(edge),
      sources: this.sourcesOf(edge),
      properties: this.properties(edge),
      ...(derivations && { derivations }),
      ...(at && { at }),
    };
  }

  *[Symbol.iterator](): Generator<EdgeFact, void, undefined> {
    for (let edge = 0; edge < this.length; edge++) yield this.fact(edge);
  }
}
