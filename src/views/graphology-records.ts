/**
 * The records that graphology keeps of nodes and edges, made from the columns when they are asked for.
 *
 * Every method of graphology reads two maps, of nodes and of edges by key. A record of an edge names those of its ends,
 * a record of a node has an object for each kind of edge: under the key of a neighbour, the edges that join the two, as a
 * linked list. Here the maps look numbers up and make such records anew, each time in the order that a copy would have.
 */
import type { Adjacency } from '../store/adjacency.ts';
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
import { graphologyIsReadOnly } from './problems.ts';

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

  /** Kept edges at one side of a node that are directed, or that are not; from 0. */
  edgesAt(rows: Adjacency, node: NodeNumber, undirected: 0 | 1): EdgeNumber[] {
    const found: EdgeNumber[] = [];
    const { firstRun, runType, runStart, edge } = rows;
    for (let run = firstRun[node]!, last = firstRun[node + 1]!; run < last; run++) {
      if (this.undirected[runType[run]!] !== undirected) continue;
      for (let place = runStart[run]!, end = runStart[run + 1]!; place < end; place++) {
        if (this.view.hasEdge(edge[place]!)) found.push(edge[place]!);
      }
    }
    return found;
  }
}

type EdgesByNeighbour = Record<string, EdgeRecord>;

/** Of a prototype graphology needs this, and no more: a node may be called `constructor`. */
const byNeighbourPrototype = Object.create(null, { hasOwnProperty: { value: Object.prototype.hasOwnProperty } });

class NodeRecord {
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
    return this.#source.edgesAt(this.#source.view.graph[side], this.number, undirected);
  }

  #loops(undirected: 0 | 1): number {
    const { to } = this.#source.view.graph.edges;
    return this.#edges('out', undirected).filter((edge) => to[edge] === this.number).length;
  }

  #byNeighbour(edges: EdgeNumber[]): EdgesByNeighbour {
    const { from, to } = this.#source.view.graph.edges;
    const byNeighbour: EdgesByNeighbour = Object.create(byNeighbourPrototype);
    for (const edge of edges.sort((a, b) => a - b)) {
      const source = from[edge] === this.number ? this : new NodeRecord(this.#source, from[edge]!);
      const target = to[edge] === this.number ? this : new NodeRecord(this.#source, to[edge]!);
      const record = new EdgeRecord(this.#source, edge, source, target);
      const { key } = source === this ? target : source;
      record.next = byNeighbour[key];
      byNeighbour[key] = record;
    }
    return byNeighbour;
  }
}

class EdgeRecord {
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
abstract class Records<Item> {
  protected readonly source: RecordSource;

  constructor(source: RecordSource) {
    this.source = source;
  }

  abstract readonly size: number;
  abstract find(key: string): number | undefined;
  abstract numbers(): Generator<number>;
  abstract key(number: number): string;
  abstract record(number: number): Item;

  get(key: string): Item | undefined {
    const number = this.find(key);
    return number === undefined ? undefined : this.record(number);
  }

  has(key: string): boolean {
    return this.find(key) !== undefined;
  }

  *keys(): Generator<string> {
    for (const number of this.numbers()) yield this.key(number);
  }

  *values(): Generator<Item> {
    for (const number of this.numbers()) yield this.record(number);
  }

  forEach(visit: (item: Item, key: string) => void): void {
    for (const number of this.numbers()) visit(this.record(number), this.key(number));
  }

  set(): never {
    throw graphologyIsReadOnly();
  }
}

export class NodeRecords extends Records<NodeRecord> {
  #last: NodeRecord | undefined;

  get size(): number {
    return this.source.view.nodeCount;
  }

  /** The record asked for last serves again: whether a hub has this neighbour and that is then answered in no time. */
  override get(key: string): NodeRecord | undefined {
    if (this.#last?.key !== key) this.#last = super.get(key);
    return this.#last;
  }

  find(key: string): NodeNumber | undefined {
    const { nodes } = this.source.view.graph;
    const node = this.source.view.findNode(key);
    // Old ids of merged nodes lead to others; they are no keys.
    return node !== undefined && nodes.ids[node] === key ? node : undefined;
  }

  *numbers(): Generator<NodeNumber> {
    const { view } = this.source;
    for (let node = 0; node < view.graph.nodes.count; node++) if (view.hasNode(node)) yield node;
  }

  key(node: NodeNumber): string {
    return this.source.view.graph.nodes.ids[node]!;
  }

  record(node: NodeNumber): NodeRecord {
    return new NodeRecord(this.source, node);
  }
}

export class EdgeRecords extends Records<EdgeRecord> {
  get size(): number {
    return this.source.view.edgeCount;
  }

  find(key: string): EdgeNumber | undefined {
    return this.source.view.findEdge(key);
  }

  *numbers(): Generator<EdgeNumber> {
    const { view } = this.source;
    for (let edge = 0; edge < view.graph.edges.count; edge++) if (view.hasEdge(edge)) yield edge;
  }

  key(edge: EdgeNumber): string {
    return this.source.view.graph.edges.id(edge);
  }

  record(edge: EdgeNumber): EdgeRecord {
    const { from, to } = this.source.view.graph.edges;
    const source = new NodeRecord(this.source, from[edge]!);
    const target = from[edge] === to[edge] ? source : new NodeRecord(this.source, to[edge]!);
    return new EdgeRecord(this.source, edge, source, target);
  }
}
