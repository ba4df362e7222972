/**
 * All nodes, numbered by type and then by id, so that the nodes of a type are one span of numbers.
 */
import { composed } from '../base/composed.ts';
import type { NodeFact, Properties, PropertyValue } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';

/** A dense number of a node in one graph: what every part uses inside, and no one outside sees. */
export type NodeNumber = number;

/** A span of node numbers, `end` excluded. */
export interface NodeSpan {
  readonly start: NodeNumber;
  readonly end: NodeNumber;
}

const NO_SPAN: NodeSpan = { start: 0, end: 0 };

/** All nodes as plain data, in the order of their numbers. */
export interface NodeColumns {
  readonly ids: readonly string[];
  /** Names of the node types, in the order of the ontology; `types[node]` indexes it. */
  readonly typeNames: readonly string[];
  readonly types: Uint16Array;
  readonly properties: readonly Properties[];
  /** Old ids, after merges, with the id that is meant now. */
  readonly redirects: ReadonlyMap<string, string>;
}

export class NodeTable {
  readonly count: number;
  readonly columns: NodeColumns;
  readonly ids: readonly string[];
  readonly typeNames: readonly string[];
  readonly types: Uint16Array;
  readonly redirects: ReadonlyMap<string, string>;
  readonly #numbers: ReadonlyMap<string, NodeNumber>;
  readonly #spans: ReadonlyMap<string, NodeSpan>;

  /** `like` is a table of the same nodes, to take its indexes over. */
  constructor(columns: NodeColumns, like?: NodeTable) {
    this.columns = columns;
    this.count = columns.ids.length;
    this.ids = columns.ids;
    this.typeNames = columns.typeNames;
    this.types = columns.types;
    this.redirects = columns.redirects;
    if (like) {
      this.#numbers = like.#numbers;
      this.#spans = like.#spans;
      return;
    }
    this.#numbers = new Map(this.ids.map((id, number) => [id, number]));
    const spans = new Map<string, NodeSpan>();
    for (let start = 0, end = 0; start < this.count; start = end) {
      while (end < this.count && this.types[end] === this.types[start]) end++;
      spans.set(this.typeNames[this.types[start]!]!, { start, end });
    }
    this.#spans = spans;
  }

  /** The table of these facts, whatever their order. */
  static of(ontology: Ontology, facts: Iterable<NodeFact>, redirects: ReadonlyMap<string, string>): NodeTable {
    const typeNames = [...ontology.nodeTypes.keys()];
    const typeCode = new Map(typeNames.map((name, code) => [name, code]));
    const codeOf = (fact: NodeFact): number => typeCode.get(fact.type) ?? 0;
    const sorted = [...facts].sort((a, b) => codeOf(a) - codeOf(b) || (a.id < b.id ? -1 : 1));
    return new NodeTable({
      ids: sorted.map((fact) => fact.id),
      typeNames,
      types: Uint16Array.from(sorted, codeOf),
      properties: sorted.map((fact) => fact.properties),
      redirects,
    });
  }

  /** The same nodes, some with other properties. */
  withProperties(changed: ReadonlyMap<NodeNumber, Properties>): NodeTable {
    const properties = [...this.columns.properties];
    for (const [node, its] of changed) properties[node] = its;
    return new NodeTable({ ...this.columns, properties }, this);
  }

  /** The node of that id, in whatever spelling of Unicode, following redirects; undefined when there is none. */
  numberOf(id: string): NodeNumber | undefined {
    const known = this.#numbers.get(id) ?? this.#numbers.get(this.redirects.get(id) ?? '');
    if (known !== undefined) return known;
    const composedId = composed(id);
    return composedId === id ? undefined : this.numberOf(composedId);
  }

  typeOf(node: NodeNumber): string {
    return this.typeNames[this.types[node]!]!;
  }

  /** What people call a node: its name, or its id where it has none. */
  nameOf(node: NodeNumber): string {
    return String(this.property(node, 'name') ?? this.ids[node]!);
  }

  /** The nodes of a node type: a span that is empty when there are none. */
  span(type: string): NodeSpan {
    return this.#spans.get(type) ?? NO_SPAN;
  }

  /** All nodes with their ids and properties, for hints that name one. */
  named(): readonly { readonly id: string; readonly properties: Properties }[] {
    return this.ids.map((id, node) => ({ id, properties: this.properties(node) }));
  }

  properties(node: NodeNumber): Properties {
    return this.columns.properties[node]!;
  }

  /** A property of a node; `id` is one. Undefined when the node lacks it. */
  property(node: NodeNumber, name: string): PropertyValue | undefined {
    if (name === 'id') return this.ids[node];
    const properties = this.columns.properties[node]!;
    // A property may be called as something that every object has.
    return Object.hasOwn(properties, name) ? properties[name] : undefined;
  }
}
