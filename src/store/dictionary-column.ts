/**
 * One property of all edges, as codes into a list of its distinct values.
 *
 * A million edges share a handful of roles, dates and sources' notes. A code takes one, two or four bytes, as the number
 * of distinct values asks; an object with the property on every edge takes a hundred.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';

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
  readonly #codes: Uint32Array;
  readonly #values: (PropertyValue | undefined)[] = [undefined];
  readonly #codeOf = new Map<PropertyValue, number>();
  /** Lists are values too: equal lists share a code through their text, in which nothing can pose as anything else. */
  readonly #codeOfList = new Map<string, number>();

  constructor(edgeCount: number) {
    this.#codes = new Uint32Array(edgeCount);
  }

  set(edge: number, value: PropertyValue): void {
    this.#codes[edge] =
      typeof value === 'object'
        ? this.#code(this.#codeOfList, listKey(value), value)
        : this.#code(this.#codeOf, value, value);
  }

  #code<Key>(codes: Map<Key, number>, key: Key, value: PropertyValue): number {
    let code = codes.get(key);
    if (code === undefined) codes.set(key, (code = this.#values.push(value) - 1));
    return code;
  }

  finish(): DictionaryColumn {
    const distinct = this.#values.length;
    const codes: Codes =
      distinct <= 0x100
        ? Uint8Array.from(this.#codes)
        : distinct <= 0x10000
          ? Uint16Array.from(this.#codes)
          : this.#codes;
    return new DictionaryColumn(codes, this.#values);
  }
}

const listKey = (list: readonly ScalarValue[]): string =>
  list.map((it) => `${typeof it} ${String(it).length} ${it}`).join(' ');
