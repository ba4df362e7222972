/**
 * Which nodes are like one: those that have the same neighbours in the same relations.
 *
 * Two nodes share a neighbour when edges of the same type and direction join both to it; with `same: ['position']` also with
 * the same position, so that two states share a text that both voted against, and not one on which they differed. By JACCARD
 * (Jaccard 1901, |A ∩ B| / |A ∪ B|) the shared neighbours are divided by those that either has; SHARED counts them alone.
 * One step to the neighbours and one back: the cost is the edges of the neighbours, and not the graph.
 */
import { typesNamed } from '../ontology/ontology.ts';
import { type Adjacency, placesOf } from '../store/adjacency.ts';
import type { EdgeNumber, EdgeTable } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import { edgeTypeCode } from '../views/names-in-graph.ts';
import type { AnswerForm, NodeAnswer } from './answer-form.ts';
import { unknownEdgeProperty } from './problems.ts';

export type Similarity = 'JACCARD' | 'SHARED';

export interface SimilarOptions {
  /** JACCARD, by default: shared neighbours as a share of all that either has. SHARED: their number. */
  readonly by?: Similarity;
  /** A node type or interface of which the similar ones are; the type of the node by default. */
  readonly type?: string;
  /** Names of the only edge types that count; all by default. */
  readonly via?: readonly string[];
  /** Properties of edges that have to be the same, such as `position` of a vote; none by default. */
  readonly same?: readonly string[];
  /** Which way the edges lead, seen from the node; BOTH by default. */
  readonly direction?: Direction;
  /** The most nodes; 10 by default. */
  readonly first?: number;
}

/** A node like the one asked about. */
export interface SimilarNode<Node = NodeAnswer> {
  readonly node: Node;
  /** From 0 to 1 by JACCARD; the number of shared neighbours by SHARED. */
  readonly score: number;
  /** How many neighbours both have: one that is shared in two relations counts twice. */
  readonly shared: number;
  /** How many neighbours at least one of them has. */
  readonly either: number;
  /** Shared neighbours, those that fewest others share first, since they say most. At most five. */
  readonly examples: readonly Node[];
}

const EXAMPLES = 5;

/** A neighbour in a relation, with what its edge carries where that has to be the same. */
interface Tie {
  readonly other: NodeNumber;
  readonly carried: number;
  readonly way: Way;
}

/** An edge type and the direction in which it is followed. */
interface Way {
  readonly type: number;
  /** The rows in which a node has its edges, and those in which its neighbours have them. */
  readonly rows: readonly Adjacency[];
  readonly back: readonly Adjacency[];
  /** Its place among all. */
  readonly place: number;
}

/**
 * The nodes most like `of`, the highest score first, equal ones in the order of their numbers; `onLook` is told
 * how many edges are looked at. Throws `unknown-node`, `unknown-type`, `unknown-edge-type`, `unknown-field`.
 * @example
 * similar(view, 'state:kaz', { via: ['voted-on'], same: ['position'], first: 5 }, asObjects(view))
 */
export function similar<Node>(
  view: GraphView,
  of: string,
  options: SimilarOptions,
  form: Pick<AnswerForm<Node, unknown>, 'node'>,
  onLook: (edges: number) => void = () => {},
): SimilarNode<Node>[] {
  const { by = 'JACCARD', first = 10 } = options;
  const { nodes, ontology } = view.graph;
  const node = view.getNode(of);
  const types = typesNamed(ontology, [options.type ?? nodes.typeOf(node)]);
  const isWanted = Uint8Array.from(nodes.typeNames, (name) => Number(types.has(name)));
  const reader = tieReader(view, options, onLook);
  const own: Tie[] = [];
  reader.forEachTie(node, (other, carried, way) => own.push({ other, carried, way }));

  const shared = new Uint32Array(nodes.count);
  // By which tie a node was counted last: parallel edges count once.
  const counted = new Uint32Array(nodes.count);
  const sharers: NodeNumber[] = [];
  const spread = new Map<NodeNumber, number>();
  own.forEach((tie, i) => {
    let count = 0;
    reader.forEachOwner(tie, (it) => {
      if (counted[it] === i + 1 || it === node || isWanted[nodes.types[it]!] === 0) return;
      counted[it] = i + 1;
      count++;
      if (shared[it]!++ === 0) sharers.push(it);
    });
    spread.set(tie.other, (spread.get(tie.other) ?? 0) + count);
  });

  const found: { node: NodeNumber; score: number; shared: number; either: number }[] = [];
  let least = 0;
  for (const other of sharers.sort((a, b) => shared[b]! - shared[a]! || a - b)) {
    const both = shared[other]!;
    // No one who shares fewer can reach a place any more.
    if (found.length >= first && (by === 'SHARED' || both / own.length < least)) break;
    const either = own.length + reader.countTies(other) - both;
    found.push({ node: other, score: by === 'SHARED' ? both : both / either, shared: both, either });
    found.sort((a, b) => b.score - a.score || a.node - b.node);
    if (found.length > first) found.pop();
    least = found.length < first ? 0 : (found.at(-1)?.score ?? 0);
  }
  const ownTies = new Set(own.map(({ other, carried, way }) => reader.keyOf(other, carried, way)));
  const rarest = (a: NodeNumber, b: NodeNumber): number => spread.get(a)! - spread.get(b)! || a - b;
  return found.map((it) => {
    const both = new Set<NodeNumber>();
    reader.forEachTie(it.node, (other, carried, way) => {
      if (ownTies.has(reader.keyOf(other, carried, way))) both.add(other);
    });
    const examples = [...both].sort(rarest).slice(0, EXAMPLES).map(form.node);
    return { ...it, node: form.node(it.node), examples };
  });
}

/**
 * Reads the ties of a node, each once, and the other nodes that have a tie. Loops over rows stand here themselves: a question
 * about votes reads a million edges, and a call for each through a view takes three times as long.
 */
function tieReader(
  view: GraphView,
  { via, same = [], direction = 'BOTH' }: SimilarOptions,
  onLook: (edges: number) => void,
) {
  const { graph, edgeMask: mask } = view;
  const { edges, nodes, ontology } = graph;
  const names = via ?? [...ontology.edgeTypes.keys()].filter((name) => edges.typeCode(name) !== undefined);
  checkCarried(view, names, same);
  const ways: Way[] = [];
  for (const name of names) {
    const type = edgeTypeCode(graph, name);
    const add = (rows: readonly Adjacency[], back: readonly Adjacency[]): void => {
      ways.push({ type, rows, back, place: ways.length });
    };
    const both = [graph.out, graph.in];
    // A symmetric edge is stored one way and means both.
    if (ontology.edgeTypes.get(name)?.symmetric) add(both, both);
    else {
      if (direction !== 'IN') add([graph.out], [graph.in]);
      if (direction !== 'OUT') add([graph.in], [graph.out]);
    }
  }
  const carriedBy = carriedReader(edges, same);
  const keyOf = (other: NodeNumber, carried: number, { place }: Way): number =>
    (carried * ways.length + place) * nodes.count + other;
  // For each node, in which turn it was met last, and what the first edge to it carried then.
  const metIn = new Uint32Array(nodes.count);
  const carriedFirst = new Uint32Array(nodes.count);
  let turn = 0;
  /** Calls `visit` with every tie of a node once. */
  const forEachTie = (node: NodeNumber, visit: (other: NodeNumber, carried: number, way: Way) => void): void => {
    for (const way of ways) {
      turn++;
      // What further edges to the same neighbour carry, which few have.
      const more = new Set<number>();
      for (const rows of way.rows) {
        const { start, end } = placesOf(rows, node, way.type);
        onLook(end - start);
        for (let place = start; place < end; place++) {
          const edge = rows.edge[place]!;
          if (mask !== undefined && !mask.has(edge)) continue;
          const other = rows.target[place]!;
          const carried = carriedBy(edge);
          if (metIn[other] !== turn) {
            metIn[other] = turn;
            carriedFirst[other] = carried;
          } else {
            if (carried === carriedFirst[other] || more.has(keyOf(other, carried, way))) continue;
            more.add(keyOf(other, carried, way));
          }
          visit(other, carried, way);
        }
      }
    }
  };
  return {
    keyOf,
    forEachTie,
    countTies(node: NodeNumber): number {
      let count = 0;
      forEachTie(node, () => count++);
      return count;
    },
    forEachOwner(tie: Tie, visit: (owner: NodeNumber) => void): void {
      for (const rows of tie.way.back) {
        const { start, end } = placesOf(rows, tie.other, tie.way.type);
        onLook(end - start);
        for (let place = start; place < end; place++) {
          const edge = rows.edge[place]!;
          if ((mask === undefined || mask.has(edge)) && carriedBy(edge) === tie.carried) visit(rows.target[place]!);
        }
      }
    },
  };
}

/** What an edge carries of some properties, as a number: equal where all are equal. Each distinct value is read once. */
function carriedReader(edges: EdgeTable, same: readonly string[]): (edge: EdgeNumber) => number {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    return number;
  };
  const textOf = (value: unknown): string => String(value ?? '');
  const readers = same.map((name) => {
    const column = edges.columns.columns.get(name);
    if (!column) return (edge: EdgeNumber): number => numberOf(textOf(edges.property(edge, name)));
    const { codes, values } = column;
    // Codes are read from one array to the next: this is most of what a question about votes costs.
    const numberOfCode = new Int32Array(values.length).fill(-1);
    return (edge: EdgeNumber): number => {
      const code = codes[edge]!;
      if (numberOfCode[code] === -1) numberOfCode[code] = numberOf(textOf(edges.property(edge, name)));
      return numberOfCode[code]!;
    };
  });
  const [only] = readers;
  if (!only) return () => 0;
  return readers.length === 1 ? only : (edge) => numberOf(readers.map((read) => read(edge)).join(' '));
}

/** What has to be the same is carried by an edge that counts. */
function checkCarried({ ontology }: GraphView, edgeTypes: readonly string[], same: readonly string[]): void {
  const carriers = edgeTypes.map((it) => ontology.edgePropertyTypes.get(ontology.edgeTypes.get(it)?.properties ?? ''));
  const known = new Set(carriers.flatMap((it) => [...(it?.properties.keys() ?? [])]));
  const unknown = same.find((it) => !known.has(it));
  if (unknown !== undefined) throw unknownEdgeProperty(unknown, known);
}
