/**
 * Which nodes are like one: those that have the same neighbours in the same relations.
 *
 * Two nodes share a neighbour when edges of the same type and direction join both to it; with `same: ['position']` also with
 * the same position, so that two states share a text that both voted against, and not one on which they differed. By JACCARD
 * (Jaccard 1901, |A ∩ B| / |A ∪ B|) the shared neighbours are divided by those that either has; SHARED counts them alone.
 * One step to the neighbours and one back: the cost is the edges of the neighbours, and not the graph.
 */
import { addTo } from '../base/group-by.ts';
import { typesNamed } from '../ontology/ontology.ts';
import { oppositeOf } from '../ontology/relation-ends.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
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
  readonly type: number;
  readonly side: Direction;
  readonly carried: string;
}

/**
 * The nodes most like `of`, the highest score first, equal ones in the order of their numbers; `onLook` is called with
 * every edge that is looked at. Throws `unknown-node`, `unknown-type`, `unknown-edge-type`, `unknown-field`.
 * @example
 * similar(view, 'state:kaz', { via: ['voted-on'], same: ['position'], first: 5 }, asObjects(view))
 */
export function similar<Node>(
  view: GraphView,
  of: string,
  options: SimilarOptions,
  form: Pick<AnswerForm<Node, unknown>, 'node'>,
  onLook: () => void = () => {},
): SimilarNode<Node>[] {
  const { by = 'JACCARD', first = 10 } = options;
  const { nodes, ontology } = view.graph;
  const node = view.getNode(of);
  const types = typesNamed(ontology, [options.type ?? nodes.typeOf(node)]);
  const reader = tieReader(view, options, onLook);
  const own = reader.tiesOf(node);

  const shared = new Map<NodeNumber, NodeNumber[]>();
  const spread = new Map<NodeNumber, number>();
  for (const tie of own) {
    const sharers = new Set(reader.ownersOf(tie).filter((it) => it !== node && types.has(nodes.typeOf(it))));
    spread.set(tie.other, (spread.get(tie.other) ?? 0) + sharers.size);
    for (const it of sharers) addTo(shared, it, tie.other);
  }

  const found: { node: NodeNumber; score: number; shared: NodeNumber[]; either: number }[] = [];
  let least = 0;
  for (const [other, both] of [...shared].sort(([a, x], [b, y]) => y.length - x.length || a - b)) {
    // No one who shares fewer can reach a place any more.
    if (found.length >= first && (by === 'SHARED' || both.length / own.length < least)) break;
    const either = own.length + reader.tiesOf(other).length - both.length;
    found.push({ node: other, score: by === 'SHARED' ? both.length : both.length / either, shared: both, either });
    found.sort((a, b) => b.score - a.score || a.node - b.node);
    if (found.length > first) found.pop();
    least = found.length < first ? 0 : (found.at(-1)?.score ?? 0);
  }
  const rarest = (a: NodeNumber, b: NodeNumber): number => spread.get(a)! - spread.get(b)! || a - b;
  return found.map((it) => ({
    node: form.node(it.node),
    score: it.score,
    shared: it.shared.length,
    either: it.either,
    examples: [...new Set(it.shared)].sort(rarest).slice(0, EXAMPLES).map(form.node),
  }));
}

/** Reads the ties of a node, each once, and the other nodes that have a tie. */
function tieReader(view: GraphView, { via, same = [], direction = 'BOTH' }: SimilarOptions, onLook: () => void) {
  const { edges, ontology } = view.graph;
  const names = via ?? [...ontology.edgeTypes.keys()].filter((name) => edges.typeCode(name) !== undefined);
  checkCarried(view, names, same);
  const codes = names.map((name) => ({
    type: edgeTypeCode(view.graph, name),
    // A symmetric edge is stored one way and means both.
    sides: ontology.edgeTypes.get(name)?.symmetric ? (['BOTH'] as const) : sidesOf[direction],
  }));
  const carriedBy = (edge: EdgeNumber): string =>
    same.length === 0 ? '' : JSON.stringify(same.map((it) => String(edges.property(edge, it) ?? '')));
  return {
    tiesOf(node: NodeNumber): Tie[] {
      const found = new Map<string, Tie>();
      for (const { type, sides } of codes) {
        for (const side of sides) {
          view.forEachEdge(node, side, type, (edge, other) => {
            onLook();
            const carried = carriedBy(edge);
            found.set(`${type} ${side} ${other} ${carried}`, { other, type, side, carried });
          });
        }
      }
      return [...found.values()];
    },
    ownersOf({ other, type, side, carried }: Tie): NodeNumber[] {
      const found: NodeNumber[] = [];
      view.forEachEdge(other, oppositeOf[side], type, (edge, owner) => {
        onLook();
        if (carriedBy(edge) === carried) found.push(owner);
      });
      return found;
    },
  };
}

const sidesOf: Readonly<Record<Direction, readonly Direction[]>> = { OUT: ['OUT'], IN: ['IN'], BOTH: ['OUT', 'IN'] };

/** What has to be the same is carried by an edge that counts. */
function checkCarried({ ontology }: GraphView, edgeTypes: readonly string[], same: readonly string[]): void {
  const carriers = edgeTypes.map((it) => ontology.edgePropertyTypes.get(ontology.edgeTypes.get(it)?.properties ?? ''));
  const known = new Set(carriers.flatMap((it) => [...(it?.properties.keys() ?? [])]));
  const unknown = same.find((it) => !known.has(it));
  if (unknown !== undefined) throw unknownEdgeProperty(unknown, known);
}
