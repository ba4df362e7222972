/**
 * The records that graphology keeps of nodes and edges, made from the columns when they are asked for.
 *
 * Every method of graphology reads two maps, of nodes and of edges by key. A record of an edge names those of its ends,
 * a record of a node has an object for each kind of edge: under the key of a neighbour, the edges that join the two, as a
 * linked list. Here the maps look numbers up and make such records anew, each time in the order that a copy would have.
 */

import type { BitSet } from '../base/bit-set.ts';
import { forEachEdge } from '../store/adjacency.ts';
import { bareIndex } from '../store/bare-indexes.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from './graph-view.ts';
import {
  type AttributeSource,
  edgeAttributes,
  type GraphologyAttributes,
  nodeAttributes,
  readAttributes,
} from './graphology-attributes.ts';

/** What all records of a view are read from. */
export class RecordSource {
  readonly view: GraphView;
  /** By edge type code: 1 where the edges of the type are undirected. */
  readonly undirected: Uint8Array;
  /** Whether whoever reads now will copy all attributes: plain objects then spare a detour. */
  copying = false;
  readonly #nodes: AttributeSource;
  readonly #edges: AttributeSource;

  constructor(view: GraphView) {
    this.view = view;
    const { edgeTypes } = view.ontology;
    this.undirected = Uint8Array.from(view.graph.edges.columns.typeNames, (name) =>
      Number(edgeTypes.get(name)?.symmetric ?? false),
    );
    this.#nodes = nodeAttributes(view.graph);
    this.#edges = edgeAttributes(view.graph);
  }

  nodeAttributes(node: NodeNumber): GraphologyAttributes {
    return this.copying ? this.#nodes.values(node) : readAttributes(this.#nodes, node);
  }

  edgeAttributes(edge: EdgeNumber): GraphologyAttributes {
    return this.copying ? this.#edges.values(edge) : readAttributes(this.#edges, edge);
  }

  /** The edges of the view at one side of a node that are directed, or that are not. */
  edgesAt(side: 'in' | 'out', node: NodeNumber, undirected: 0 | 1): EdgeNumber[] {
    const { graph, edgeMask } = this.view;
    const found: EdgeNumber[] = [];
    forEachEdge(graph[side], node, undefined, edgeMask, (edge) => {
      if (this.undirected[graph.edges.type[edge]!] === undirected) found.push(edge);
    });
    return found;
  }
}

type EdgesByNeighbour = Record<string, EdgeRecord>;

export class NodeRecord {
  readonly key: string;
  readonly number: NodeNumber;
  readonly #source: RecordSource;
  #attributes: GraphologyAttributes | undefined;
  #in: EdgesByNeighbour | undefined;
  #out: EdgesByNeighbour | undefined;
  #undirected: EdgesByNeighbour | undefined;

  constructor(source: RecordSource, number: NodeNumber) {
    this.key = source.view.graph.nodes.ids[number]!;
    this.number = number;
    this.#source = source;
  }

  get attributes(): GraphologyAttributes {
    return (this.#attributes ??= this.#source.nodeAttributes(this.number));
  }

  get in(): EdgesByNeighbour {
    return (this.#in ??= this.#byNeighbour(this.#edges('in', 0)));
  }

  get out(): EdgesByNeighbour {
    return (this.#out ??= this.#byNeighbour(this.#edges('out', 0)));
  }

  get undirected(): EdgesByNeighbour {
    // A loop lies in both rows of its node, and once in this list.
    return (this.#undirected ??= this.#byNeighbour([...new Set([...this.#edges('out', 1), ...this.#edges('in', 1)])]));
  }

  get inDegree(): number {
    return this.#edges('in', 0).length;
  }

  get outDegree(): number {
    return this.#edges('out', 0).length;
  }

  get undirectedDegree(): number {
    return this.#edges('out', 1).length + this.#edges('in', 1).length;
  }

  get directedLoops(): number {
    return this.#loops(0);
  }

  get undirectedLoops(): number {
    return this.#loops(1);
  }

  #edges(side: 'in' | 'out', undirected: 0 | 1): EdgeNumber[] {
    return this.#source.edgesAt(side, this.number, undirected);
  }

  #loops(undirected: 0 | 1): number {
    const { to } = this.#source.view.graph.edges;
    return this.#edges('out', undirected).filter((edge) => to[edge] === this.number).length;
  }

  #byNeighbour(edges: EdgeNumber[]): EdgesByNeighbour {
    const { from, to } = this.#source.view.graph.edges;
    const byNeighbour: EdgesByNeighbour = Object.create(bareIndex);
    for (const edge of edges.sort((a, b) => a - b)) {
      const source = from[edge] === this.number ? this : new NodeRecord(this.#source, from[edge]!);
      const target = to[edge] === this.number ? this : new NodeRecord(this.#source, to[edge]!);
      const record = new EdgeRecord(this.#source, edge, source, target);
      const { key } = source === this ? target : source;
      if (Object.hasOwn(byNeighbour, key)) record.next = byNeighbour[key];
      byNeighbour[key] = record;
    }
    return byNeighbour;
  }
}

export class EdgeRecord {
  readonly number: EdgeNumber;
  readonly source: NodeRecord;
  readonly target: NodeRecord;
  readonly #from: RecordSource;
  #attributes: GraphologyAttributes | undefined;
  /** The next edge between the same nodes, where the record was found at a node. */
  next: EdgeRecord | undefined;

  constructor(from: RecordSource, number: EdgeNumber, source: NodeRecord, target: NodeRecord) {
    this.number = number;
    this.source = source;
    this.target = target;
    this.#from = from;
    this.next = undefined;
  }

  get key(): string {
    return this.#from.view.graph.edges.id(this.number);
  }

  get attributes(): GraphologyAttributes {
    return (this.#attributes ??= this.#from.edgeAttributes(this.number));
  }

  get undirected(): boolean {
    const { view, undirected } = this.#from;
    return undirected[view.graph.edges.type[this.number]!] === 1;
  }
}

/** What graphology asks of its maps: records by key, in the order of their numbers. */
export class Records<Item extends { readonly key: string }> {
  readonly #count: number;
  readonly #mask: BitSet | undefined;
  readonly #numberOf: (key: string) => number | undefined;
  readonly #record: (number: number) => Item;
  #size: number | undefined;
  #last: Item | undefined;

  /** Of the numbers below `count` those in the mask, or all. */
  constructor(
    count: number,
    mask: BitSet | undefined,
    numberOf: (key: string) => number | undefined,
    record: (number: number) => Item,
  ) {
    this.#count = count;
    this.#mask = mask;
    this.#numberOf = numberOf;
    this.#record = record;
  }

  get size(): number {
    return (this.#size ??= this.#mask?.count() ?? this.#count);
  }

  has(key: string): boolean {
    return this.#numberOf(key) !== undefined;
  }

  /** The record asked for last serves again: whether a hub has this neighbour and that is then answered in no time. */
  get(key: string): Item | undefined {
    if (this.#last?.key === key) return this.#last;
    const number = this.#numberOf(key);
    return (this.#last = number === undefined ? undefined : this.#record(number));
  }

  *values(): Generator<Item> {
    for (let number = 0; number < this.#count; number++) {
      if (this.#mask === undefined || this.#mask.has(number)) yield this.#record(number);
    }
  }

  *keys(): Generator<string> {
    for (const { key } of this.values()) yield key;
  }

  forEach(visit: (item: Item, key: string) => void): void {
    for (const item of this.values()) visit(item, item.key);
  }
}

export function nodeRecords(source: RecordSource): Records<NodeRecord> {
  const { view } = source;
  const { nodes } = view.graph;
  // Old ids of merged nodes lead to others; they are no keys.
  const numberOf = (key: string): NodeNumber | undefined => {
    const node = view.findNode(key);
    return node !== undefined && nodes.ids[node] === key ? node : undefined;
  };
  return new Records(nodes.count, view.nodeMask, numberOf, (node) => new NodeRecord(source, node));
}

export function edgeRecords(source: RecordSource): Records<EdgeRecord> {
  const { view } = source;
  const { count, from, to } = view.graph.edges;
  return new Records(
    count,
    view.edgeMask,
    (key) => view.findEdge(key),
    (edge) => {
      const start = new NodeRecord(source, from[edge]!);
      return new EdgeRecord(source, edge, start, from[edge] === to[edge] ? start : new NodeRecord(source, to[edge]!));
    },
  );
}
