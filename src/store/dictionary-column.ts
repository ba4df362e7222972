/**
 * One property of all edges, as codes into a list of its distinct values.
 *
 * A million edges share a handful of roles, dates and sources' notes. A code takes one, two or four bytes, as the number
 * of distinct values asks; an object with the property on every edge takes a hundred.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { GrowingInts } from './growing-ints.ts';

type Codes = Uint8Array | Uint16Array | Uint32Array;

export class DictionaryColumn {
  /** `codes[edge]` indexes `values`; 0 says the edge has no such property. */
  readonly codes: Codes;
  readonly values: readonly (PropertyValue | undefined)[];

  constructor(codes: Codes, values: readonly (PropertyValue | undefined)[]) {
    this.codes = codes;
    this.values = values;
  }

  get(edge: number): PropertyValue | undefined {
    return this.values[this.codes[edge]!];
  }
}

/** Collects a column edge by edge; edges never set have no value. */
export class DictionaryColumnBuilder {
  readonly #codes = new GrowingInts();
  readonly #values: (PropertyValue | undefined)[] = [undefined];
  readonly #codeOf = new Map<PropertyValue, number>();
  /** Lists are values too: equal lists share a code through their text, in which nothing can pose as anything else. */
  readonly #codeOfList = new Map<string, number>();

  /** The value of an edge that was set. */
  get(edge: number): PropertyValue | undefined {
    return this.#values[this.codeOf(edge)];
  }

  set(edge: number, value: PropertyValue): void {
    this.setCode(
      edge,
      typeof value === 'object'
        ? this.#code(this.#codeOfList, listKey(value), value)
        : this.#code(this.#codeOf, value, value),
    );
  }

  /** The code of the value of an edge; 0 where it has none. */
  codeOf(edge: number): number {
    return edge < this.#codes.length ? this.#codes.values[edge]! : 0;
  }

  /** Gives an edge the value that has this code. */
  setCode(edge: number, code: number): void {
    while (this.#codes.length <= edge) this.#codes.push(0);
    this.#codes.values[edge] = code;
  }

  #code<Key>(codes: Map<Key, number>, key: Key, value: PropertyValue): number {
    let code = codes.get(key);
    if (code === undefined) codes.set(key, (code = this.#values.push(value) - 1));
    return code;
  }

  /**
   * The column of the edges `order[0]`, `order[1]` … Values get their codes in this order, so that the same edges
   * collected in another one give the same column.
   */
  finish(order: Uint32Array): DictionaryColumn {
    const values: (PropertyValue | undefined)[] = [undefined];
    const distinct = this.#values.length;
    const renumbered = new Uint32Array(distinct);
    const codes: Codes = new (distinct <= 0x100 ? Uint8Array : distinct <= 0x10000 ? Uint16Array : Uint32Array)(
      order.length,
    );
    for (let edge = 0; edge < order.length; edge++) {
      const was = order[edge]!;
      const code = was < this.#codes.length ? this.#codes.values[was]! : 0;
      if (code === 0) continue;
      if (renumbered[code] === 0) renumbered[code] = values.push(this.#values[code]) - 1;
      codes[edge] = renumbered[code]!;
    }
    return new DictionaryColumn(codes, values);
  }
}

const listKey = (list: readonly ScalarValue[]): string =>
  list.map((it) => `${typeof it} ${String(it).length} ${it}`).join(' ');
