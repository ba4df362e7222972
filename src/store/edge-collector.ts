/**
 * Takes edges in one by one and keeps them as columns, to be put in rows when all have come.
 *
 * Each fact is read once, in the order in which it comes: going back to a million facts in the order of the rows costs
 * several times as much as everything else, and they would all have to be held until then.
 */
import type { EdgeFact } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { orderInRows } from './adjacency.ts';
import { type DerivedEdge, makeDerivations } from './derivations.ts';
import { DictionaryColumnBuilder } from './dictionary-column.ts';
import { EdgeIdCollector } from './edge-ids.ts';
import { type EdgeColumns, EdgeTable } from './edge-table.ts';
import { GrowingInts } from './growing-ints.ts';
import type { NodeNumber, NodeTable } from './node-table.ts';

export class EdgeCollector {
  readonly #nodes: NodeTable;
  readonly #typeNames: readonly string[];
  readonly #codeOfType: ReadonlyMap<string, number>;
  readonly #from = new GrowingInts();
  readonly #to = new GrowingInts();
  readonly #type = new GrowingInts();
  readonly #ids = new EdgeIdCollector();
  readonly #earliestStart = new GrowingInts();
  readonly #latestStart = new GrowingInts();
  readonly #earliestEnd = new GrowingInts();
  readonly #latestEnd = new GrowingInts();
  readonly #codeOfSource = new Map<string, number>();
  readonly #source = new GrowingInts();
  /** Where the sources of each edge end in `#source`. */
  readonly #sourceEnd = new GrowingInts();
  readonly #columns = new Map<string, DictionaryColumnBuilder>();
  readonly #derived: DerivedEdge[] = [];

  constructor(ontology: Ontology, nodes: NodeTable) {
    this.#nodes = nodes;
    this.#typeNames = [...ontology.edgeTypes.keys()];
    this.#codeOfType = new Map(this.#typeNames.map((name, code) => [name, code]));
  }

  /** Throws RangeError when an end is not a node: that was to be checked. */
  add(fact: EdgeFact): void {
    const edge = this.#type.length;
    this.#from.push(this.#nodeOf(fact.from, fact));
    this.#to.push(this.#nodeOf(fact.to, fact));
    this.#type.push(this.#codeOfType.get(fact.type) ?? 0);
    this.#ids.add(fact.id);
    const { earliestStart, latestStart, earliestEnd, latestEnd } = fact.validity;
    this.#earliestStart.push(earliestStart);
    this.#latestStart.push(latestStart);
    this.#earliestEnd.push(earliestEnd);
    this.#latestEnd.push(latestEnd);
    for (const id of fact.sources) this.#source.push(this.#sourceCode(id));
    this.#sourceEnd.push(this.#source.length);
    for (const name in fact.properties) {
      const value = fact.properties[name];
      if (value !== undefined) this.#column(name).set(edge, value);
    }
    if (fact.derivations?.length) this.#derived.push({ edge, id: fact.id, derivations: fact.derivations });
  }

  /** The edges in rows: numbered by source node, type, start and target; `offsets` says where each node's begin. */
  finish(): { edges: EdgeTable; offsets: Uint32Array } {
    const [from, to, start] = [this.#from.values, this.#to.values, this.#earliestStart.values];
    const { order, offsets } = orderInRows({
      nodeCount: this.#nodes.count,
      owner: Uint32Array.from(from.subarray(0, this.#from.length)),
      type: Uint16Array.from(this.#type.values),
      start,
      compare: (a, b) => to[a]! - to[b]! || this.#ids.compare(a, b),
    });
    const ids = this.#ids.finish(order);
    const columns: EdgeColumns = {
      typeNames: this.#typeNames,
      type: gathered(this.#type, order, Uint16Array),
      from: gathered(this.#from, order, Uint32Array),
      to: gathered(this.#to, order, Uint32Array),
      ids,
      validity: {
        earliestStart: gathered(this.#earliestStart, order, Int32Array),
        latestStart: gathered(this.#latestStart, order, Int32Array),
        earliestEnd: gathered(this.#earliestEnd, order, Int32Array),
        latestEnd: gathered(this.#latestEnd, order, Int32Array),
      },
      ...this.#sources(order),
      columns: new Map(Array.from(this.#columns, ([name, builder]) => [name, builder.finish(order)])),
      derivations: this.#derivations(order, (id) => ids.numberOf(id)),
    };
    return { edges: new EdgeTable(columns), offsets };
  }

  #nodeOf(id: string, fact: EdgeFact): NodeNumber {
    const node = this.#nodes.numberOf(id);
    if (node === undefined) throw new RangeError(`The edge "${fact.id}" ends at "${id}", which is not a node.`);
    return node;
  }

  #sourceCode(id: string): number {
    let code = this.#codeOfSource.get(id);
    if (code === undefined) this.#codeOfSource.set(id, (code = this.#codeOfSource.size));
    return code;
  }

  #column(name: string): DictionaryColumnBuilder {
    let builder = this.#columns.get(name);
    if (!builder) this.#columns.set(name, (builder = new DictionaryColumnBuilder()));
    return builder;
  }

  /** Source ids get their codes in the order of the rows, so that the same facts in another order give the same ones. */
  #sources(order: Uint32Array): Pick<EdgeColumns, 'sourceIds' | 'firstSource' | 'source'> {
    const given = [...this.#codeOfSource.keys()];
    const sourceIds: string[] = [];
    const codes = new Int32Array(given.length).fill(-1);
    const firstSource = new Uint32Array(order.length + 1);
    const source = new Uint32Array(this.#source.length);
    const ends = this.#sourceEnd.values;
    let place = 0;
    for (let edge = 0; edge < order.length; edge++) {
      const was = order[edge]!;
      for (let i = was === 0 ? 0 : ends[was - 1]!; i < ends[was]!; i++) {
        const code = this.#source.values[i]!;
        if (codes[code] === -1) codes[code] = sourceIds.push(given[code]!) - 1;
        source[place++] = codes[code]!;
      }
      firstSource[edge + 1] = place;
    }
    return { sourceIds, firstSource, source };
  }

  #derivations(order: Uint32Array, numberOf: (id: string) => number | undefined): EdgeColumns['derivations'] {
    if (this.#derived.length === 0) return undefined;
    const numbers = new Uint32Array(order.length);
    for (let edge = 0; edge < order.length; edge++) numbers[order[edge]!] = edge;
    const derived = this.#derived.map((it) => ({ ...it, edge: numbers[it.edge]! })).sort((a, b) => a.edge - b.edge);
    return makeDerivations(order.length, derived, numberOf);
  }
}

/** A column in another order. */
function gathered<Column extends Uint16Array | Uint32Array | Int32Array>(
  column: GrowingInts,
  order: Uint32Array,
  Kind: new (length: number) => Column,
): Column {
  const { values } = column;
  const ordered = new Kind(order.length);
  for (let i = 0; i < order.length; i++) ordered[i] = values[order[i]!]!;
  return ordered;
}
