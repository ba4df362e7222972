/**
 * Which nodes are like one: those that have the same neighbours in the same relations.
 *
 * Two nodes share a neighbour when edges of the same type and direction join both to it; with `same: ['position']` also with
 * the same position, so that two states share a text that both voted against, and not one on which they differed. By JACCARD
 * (Jaccard 1901, |A ∩ B| / |A ∪ B|) the shared neighbours are divided by those that either has; SHARED counts them alone.
 * One step to the neighbours and one back: the cost is the edges of the neighbours, and not the graph.
 */
import { typesNamed } from '../ontology/ontology.ts';
import { oppositeOf } from '../ontology/relation-ends.ts';
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

/** A neighbour in a relation, with what its edge carries where that has to be the same: equal ties have equal keys. */
interface Tie {
  readonly key: number;
  readonly other: NodeNumber;
  readonly way: Way;
  readonly carried: number;
}

/** An edge type and the direction in which it is followed. */
interface Way {
  readonly type: number;
  readonly side: Direction;
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
  const own = reader.tiesOf(node);

  const shared = new Uint32Array(nodes.count);
  // By which tie a node was counted last: parallel edges count once.
  const counted = new Uint32Array(nodes.count);
  const sharers: NodeNumber[] = [];
  const spread = new Map<NodeNumber, number>();
  own.forEach((tie, i) => {
    let count = 0;
    reader.forEachOwner(tie, (it) => {
      if (it === node || counted[it] === i + 1 || isWanted[nodes.types[it]!] === 0) return;
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
  const ownKeys = new Set(own.map((it) => it.key));
  const rarest = (a: NodeNumber, b: NodeNumber): number => spread.get(a)! - spread.get(b)! || a - b;
  return found.map((it) => {
    const both = reader.tiesOf(it.node).flatMap((tie) => (ownKeys.has(tie.key) ? [tie.other] : []));
    const examples = [...new Set(both)].sort(rarest).slice(0, EXAMPLES).map(form.node);
    return { ...it, node: form.node(it.node), examples };
  });
}

/** Reads the ties of a node, each once, and the other nodes that have a tie. */
function tieReader(
  view: GraphView,
  { via, same = [], direction = 'BOTH' }: SimilarOptions,
  onLook: (edges: number) => void,
) {
  const { edges, nodes, ontology } = view.graph;
  const names = via ?? [...ontology.edgeTypes.keys()].filter((name) => edges.typeCode(name) !== undefined);
  checkCarried(view, names, same);
  const ways = names.flatMap((name): Way[] => {
    const type = edgeTypeCode(view.graph, name);
    // A symmetric edge is stored one way and means both.
    const sides = ontology.edgeTypes.get(name)?.symmetric ? (['BOTH'] as const) : sidesOf[direction];
    return sides.map((side) => ({ type, side }));
  });
  const carriedBy = carriedReader(edges, same);
  const forEachTie = (node: NodeNumber, visit: (key: number, edge: Omit<Tie, 'key'>) => void): void => {
    ways.forEach((way, i) => {
      let looked = 0;
      view.forEachEdge(node, way.side, way.type, (edge, other) => {
        looked++;
        const carried = carriedBy(edge);
        visit((carried * ways.length + i) * nodes.count + other, { other, way, carried });
      });
      onLook(looked);
    });
  };
  return {
    tiesOf(node: NodeNumber): Tie[] {
      const found = new Map<number, Tie>();
      forEachTie(node, (key, tie) => found.set(key, { key, ...tie }));
      return [...found.values()];
    },
    countTies(node: NodeNumber): number {
      const keys = new Set<number>();
      forEachTie(node, (key) => keys.add(key));
      return keys.size;
    },
    forEachOwner({ other, way: { type, side }, carried }: Tie, visit: (owner: NodeNumber) => void): void {
      let looked = 0;
      view.forEachEdge(other, oppositeOf[side], type, (edge, owner) => {
        looked++;
        if (carriedBy(edge) === carried) visit(owner);
      });
      onLook(looked);
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

const sidesOf: Readonly<Record<Direction, readonly Direction[]>> = { OUT: ['OUT'], IN: ['IN'], BOTH: ['OUT', 'IN'] };

/** What has to be the same is carried by an edge that counts. */
function checkCarried({ ontology }: GraphView, edgeTypes: readonly string[], same: readonly string[]): void {
  const carriers = edgeTypes.map((it) => ontology.edgePropertyTypes.get(ontology.edgeTypes.get(it)?.properties ?? ''));
  const known = new Set(carriers.flatMap((it) => [...(it?.properties.keys() ?? [])]));
  const unknown = same.find((it) => !known.has(it));
  if (unknown !== undefined) throw unknownEdgeProperty(unknown, known);
}
