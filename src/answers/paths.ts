/**
 * How two nodes are connected: their paths, the best first, hop by hop.
 *
 * The best path is the shortest, or the one with the highest product of confidences, or with the fewest hops that rest on
 * less than two independent voices; equal ones by their hops. Each says on which days all of it held.
 */
import { BitSet } from '../base/bit-set.ts';
import { corroborationOf } from '../evidence/corroboration.ts';
import { commonDays, type DaySet, daysBetween, daysOfBoth, EVERY_DAY, NO_DAYS } from '../facts/day-set.ts';
import { isoOfDay } from '../facts/partial-date.ts';
import { ALWAYS, type Certainty, type Day, FOREVER } from '../facts/validity.ts';
import { typesNamed } from '../ontology/ontology.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { bestPaths } from '../traversal/best-paths.ts';
import { daysReader } from '../traversal/day-costs.ts';
import { findPaths, type Path } from '../traversal/find-paths.ts';
import { type NodeName, namedNodes } from '../traversal/named-nodes.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import { type AnswerForm, known, type NodeAnswer } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';

/** What makes a path the best: few hops, sure readings, or voices that agree. */
export type PathMeasure = 'HOPS' | 'CONFIDENCE' | 'CORROBORATION';

export interface PathsOptions {
  /** Longest path, in hops: 1 to 64; 6 by default. */
  readonly maxHops?: number;
  /** Most paths; 10 by default. */
  readonly first?: number;
  /** Which way edges are followed, seen from the start; BOTH by default. */
  readonly direction?: Direction;
  /** Only edges of these types. */
  readonly via?: readonly string[];
  /** How many edges may be looked at; two million by default, which takes about a tenth of a second. */
  readonly budget?: number;
  /** Node types or interfaces of which the nodes between the two ends are; all by default. */
  readonly through?: readonly string[];
  /** What paths may not pass between their ends: nodes, edge types, node types and interfaces. */
  readonly avoid?: Avoided<NodeName>;
  /** What makes a path the best; HOPS, by default, the fewest hops. */
  readonly by?: PathMeasure;
  /** Only paths all of whose hops held on one day, in the period of the view where it has one. */
  readonly concurrent?: boolean;
  /** How vague dates are taken for `concurrent` and `held`; POSSIBLE by default. */
  readonly mode?: Certainty;
}

export interface Avoided<Name> {
  readonly nodes?: readonly Name[];
  readonly edgeTypes?: readonly string[];
  readonly nodeTypes?: readonly string[];
}

/** What paths may not pass, by names alone: those of types are types, others are nodes. */
export function avoided({ ontology }: GraphView, names: readonly string[]): Required<Avoided<string>> {
  const isEdgeType = (name: string): boolean => ontology.edgeTypes.has(name);
  const isNodeType = (name: string): boolean => ontology.nodeTypes.has(name) || ontology.interfaces.has(name);
  return {
    nodes: names.filter((it) => !isEdgeType(it) && !isNodeType(it)),
    edgeTypes: names.filter(isEdgeType),
    nodeTypes: names.filter(isNodeType),
  };
}

export interface Paths<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** The best first. */
  readonly paths: readonly GraphPath<Node, Edge>[];
  /** Whether the budget ran out: there may be more paths, though none better than the last one. */
  readonly truncated: boolean;
}

/** A way from one node to another, without repeated nodes. */
export interface GraphPath<Node = NodeAnswer, Edge = EdgeAnswer> {
  /** The number of its hops. */
  readonly length: number;
  /** The nodes on the way, both ends included. */
  readonly nodes: readonly Node[];
  readonly hops: readonly PathHop<Node, Edge>[];
  /** The days on which all of it held, by the dates of all edges of its hops: in order, none when it never did. */
  readonly held: readonly DaySpan[];
  /** The product of the confidences of its edges. */
  readonly confidence: number;
  /** The number of hops that rest on less than two independent voices; where that is what was asked for. */
  readonly uncorroborated?: number;
}

/** Days that follow each other. */
export interface DaySpan {
  /** The first day; absent where open or unknown. */
  readonly since?: string;
  /** The last day; absent where open or unknown. */
  readonly until?: string;
}

export interface PathHop<Node = NodeAnswer, Edge = EdgeAnswer> {
  readonly from: Node;
  readonly to: Node;
  readonly edge: Edge;
  /** True when the hop goes from the source of the edge to its target. */
  readonly forward: boolean;
  /** The other edges between the two nodes that would do as well. */
  readonly alternatives: readonly Edge[];
}

/**
 * The paths from one node to another. Throws `unknown-node`, `unknown-edge-type`, `unknown-type`, `bad-max-hops`.
 * @example
 * paths(view, 'state:bra', 'official:kate-forbes', { maxHops: 4 }, asObjects(view)).paths[0]?.length
 */
export function paths<Node, Edge>(
  view: GraphView,
  from: string,
  to: string,
  { avoid = {}, through, by = 'HOPS', concurrent = false, mode = 'POSSIBLE', ...options }: PathsOptions,
  form: AnswerForm<Node, Edge>,
): Paths<Node, Edge> {
  const ends = { from: view.getNode(from), to: view.getNode(to) };
  const passing = passingTypes(view, ends, through, avoid.nodeTypes);
  const nodes = namedNodes(view, avoid.nodes ?? [], 'paths');
  const question = { ...options, ...ends, avoid: { nodes, edgeTypes: avoid.edgeTypes ?? [] } };
  const days = view.periods.reduce<DaySet>(
    (all, { first, last }) => commonDays(all, daysBetween(first, last)),
    EVERY_DAY,
  );
  const isDoubtful = doubtReader(view);
  const cost = by === 'CONFIDENCE' ? confidenceCost(view) : by === 'CORROBORATION' ? isDoubtful : undefined;
  const found =
    cost || concurrent
      ? bestPaths(passing, {
          ...question,
          ...(cost && { cost }),
          ...(concurrent && { concurrent: { certainty: mode, days } }),
        })
      : findPaths(passing, question);
  const pathOf = pathPrinter(view, form, mode, by === 'CORROBORATION' ? isDoubtful : undefined);
  return { paths: found.paths.map(pathOf), truncated: found.truncated };
}

/** The view in which only nodes of some types lie between the ends. */
function passingTypes(
  view: GraphView,
  { from, to }: { readonly from: NodeNumber; readonly to: NodeNumber },
  through: readonly string[] | undefined,
  avoidedTypes: readonly string[] = [],
): GraphView {
  if (!through && avoidedTypes.length === 0) return view;
  const { ontology, graph } = view;
  const wanted = through ? typesNamed(ontology, through) : new Set(ontology.nodeTypes.keys());
  const unwanted = typesNamed(ontology, avoidedTypes);
  const types = [...wanted].filter((it) => !unwanted.has(it)).sort();
  return view.localise({
    key: `between ${graph.nodes.ids[from]} and ${graph.nodes.ids[to]} through ${types.join(' ')}`,
    nodes: () => {
      const found = new BitSet(graph.nodes.count);
      for (const type of types) {
        const { start, end } = graph.nodes.span(type);
        for (let node = start; node < end; node++) found.add(node);
      }
      found.add(from);
      found.add(to);
      return found;
    },
  });
}

/** Logarithms as whole numbers, so that sums do not depend on their order: twelve digits of a confidence count. */
const LOG_UNIT = 2 ** 40;
/** What is trusted less than this costs no more: the logarithm of nothing has no end. */
const LEAST_CONFIDENCE = 1e-9;

/** What grows as the product of confidences falls. */
function confidenceCost({ graph: { edges } }: GraphView): (edge: EdgeNumber) => number {
  return (edge) =>
    Math.round(-Math.log(Math.max(LEAST_CONFIDENCE, Number(edges.property(edge, 'confidence')))) * LOG_UNIT);
}

/** 1 for an edge that less than two independent voices support, else 0. */
function doubtReader(view: GraphView): (edge: EdgeNumber) => number {
  const seen = new Map<EdgeNumber, number>();
  return (edge) => {
    let doubt = seen.get(edge);
    if (doubt === undefined) {
      doubt = corroborationOf(view, edge)?.level === 'INDEPENDENT' ? 0 : 1;
      seen.set(edge, doubt);
    }
    return doubt;
  };
}

function pathPrinter<Node, Edge>(
  view: GraphView,
  form: AnswerForm<Node, Edge>,
  mode: Certainty,
  isDoubtful: ((edge: EdgeNumber) => number) | undefined,
): (path: Path) => GraphPath<Node, Edge> {
  const { edges: table } = view.graph;
  const daysOf = daysReader(view, mode);
  return ({ nodes, edges, alternatives }) => {
    const held = edges.reduce<DaySet>((days, edge, i) => {
      const between = [edge, ...(alternatives[i] ?? [])];
      return commonDays(
        days,
        between.reduce<DaySet>((all, it) => daysOfBoth(all, daysOf(it)), NO_DAYS),
      );
    }, EVERY_DAY);
    const passed = nodes.map(form.node);
    return known<GraphPath<Node, Edge>>({
      length: edges.length,
      nodes: passed,
      hops: edges.map((edge, i) => ({
        from: passed[i]!,
        to: passed[i + 1]!,
        edge: form.edge(edge),
        forward: table.from[edge] === nodes[i],
        alternatives: (alternatives[i] ?? []).map(form.edge),
      })),
      held: spansOf(held),
      confidence: edges.reduce((product, it) => product * Number(table.property(it, 'confidence')), 1),
      uncorroborated: isDoubtful && edges.reduce((sum, it) => sum + isDoubtful(it), 0),
    });
  };
}

function spansOf(days: DaySet): DaySpan[] {
  const text = (day: Day | undefined): string | undefined =>
    day === undefined || day === ALWAYS || day === FOREVER ? undefined : isoOfDay(day);
  return days.flatMap((day, i) =>
    i % 2 === 0 ? [known<DaySpan>({ since: text(day), until: text(days[i + 1]) })] : [],
  );
}
