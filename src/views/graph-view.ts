/**
 * A view: a graph, and which of its nodes and edges count.
 *
 * As-of dates, trusted sources, "without inferred edges" and ego networks are views. Everything that walks, searches,
 * measures, exports or answers takes a view, so each of these meets every other for free.
 *
 * A view is a *set* of conditions. Restrictions judge each edge by itself and are intersected; neighbourhoods depend on
 * what the restrictions left, so they are taken last, whatever the order of asking. That is why views commute.
 */
import { BitSet } from '../base/bit-set.ts';
import { ByteCache } from '../base/byte-cache.ts';
import { onceFor } from '../base/once-for.ts';
import type { Period } from '../facts/validity.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { forEachEdge } from '../store/adjacency.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { type KnowledgeGraph, timelessOf } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { nodeNotInView, unknownNode } from './problems.ts';
import { graphAsOf } from './properties-as-of.ts';

/** A condition on single edges. Equal keys mean equal conditions: results are remembered by key. */
export interface Restriction {
  readonly key: string;
  /** Of a view as of a time, that time. */
  readonly period?: Period;
  /** The edges that meet it, in one pass over the graph at most. */
  edges(graph: KnowledgeGraph): BitSet;
}

/** A condition on where things lie: what is left depends on the edges that the restrictions left. */
export interface NodeRestriction {
  readonly key: string;
  nodes(base: GraphView): BitSet;
}

export type Direction = 'OUT' | 'IN' | 'BOTH';

/** What the views that a graph remembers may take, and as much again what they were made of. */
const MOST_BYTES = 32_000_000;
/** What a view takes besides its sets. */
const OBJECT_BYTES = 500;

export class GraphView {
  /** The graph; of a view as of a date, with the values that properties had then. */
  readonly graph: KnowledgeGraph;
  /** The nodes of the view; undefined for all. */
  readonly nodeMask: BitSet | undefined;
  /** The edges of the view, with both ends in it; undefined for all. */
  readonly edgeMask: BitSet | undefined;
  readonly restrictions: readonly Restriction[];
  readonly neighbourhoods: readonly NodeRestriction[];

  /** For this file: others begin with `GraphView.whole` and narrow it. */
  constructor(
    graph: KnowledgeGraph,
    restrictions: readonly Restriction[],
    neighbourhoods: readonly NodeRestriction[],
    nodeMask: BitSet | undefined,
    edgeMask: BitSet | undefined,
  ) {
    this.restrictions = restrictions;
    this.graph = graphAsOf(graph, this.periods);
    this.neighbourhoods = neighbourhoods;
    this.nodeMask = nodeMask;
    this.edgeMask = edgeMask;
  }

  /** The whole graph. */
  static whole(graph: KnowledgeGraph): GraphView {
    return new GraphView(timelessOf(graph), [], [], undefined, undefined);
  }

  /** This view with one more restriction; the view itself when it has it already. */
  restrict(restriction: Restriction): GraphView {
    if (this.restrictions.some((it) => it.key === restriction.key)) return this;
    return viewOf(timelessOf(this.graph), [...this.restrictions, restriction], this.neighbourhoods);
  }

  /** This view with one more neighbourhood, measured in what all restrictions leave. */
  localise(neighbourhood: NodeRestriction): GraphView {
    if (this.neighbourhoods.some((it) => it.key === neighbourhood.key)) return this;
    return viewOf(timelessOf(this.graph), this.restrictions, [...this.neighbourhoods, neighbourhood]);
  }

  /** What the view was narrowed by, as words in a fixed order; empty for the whole graph. Equal keys are equal views. */
  get key(): string {
    return keyOf(this.restrictions, this.neighbourhoods);
  }

  /** The times that it is as of; none where it is of no date. */
  get periods(): readonly Period[] {
    return this.restrictions.flatMap((it) => it.period ?? []);
  }

  get ontology(): Ontology {
    return this.graph.ontology;
  }

  get nodeCount(): number {
    return this.nodeMask?.count() ?? this.graph.nodes.count;
  }

  get edgeCount(): number {
    return this.edgeMask?.count() ?? this.graph.edges.count;
  }

  hasNode(node: NodeNumber): boolean {
    return this.nodeMask === undefined || this.nodeMask.has(node);
  }

  hasEdge(edge: EdgeNumber): boolean {
    return this.edgeMask === undefined || this.edgeMask.has(edge);
  }

  /** The node of that id, when it is in the view. */
  findNode(id: string): NodeNumber | undefined {
    const node = this.graph.nodes.numberOf(id);
    return node !== undefined && this.hasNode(node) ? node : undefined;
  }

  /** The node of that id. Throws `unknown-node`, with a near id where there is one. */
  getNode(id: string): NodeNumber {
    const node = this.findNode(id);
    if (node !== undefined) return node;
    const { nodes } = this.graph;
    throw nodes.numberOf(id) === undefined ? unknownNode(id, nodes.named()) : nodeNotInView(id, this.key);
  }

  /** The edge of that id, when it is in the view. */
  findEdge(id: string): EdgeNumber | undefined {
    const edge = this.graph.edges.numberOf(id);
    return edge !== undefined && this.hasEdge(edge) ? edge : undefined;
  }

  /** Calls `visit` with every edge of the view, in the order of numbers: the cost is that of those, and a bit of each other. */
  everyEdge(visit: (edge: EdgeNumber) => void): void {
    if (this.edgeMask) this.edgeMask.each(visit);
    else for (let edge = 0; edge < this.graph.edges.count; edge++) visit(edge);
  }

  /** Calls `visit` with every edge of `node` in the view, of one edge type (by code) or of all; a self-loop once. */
  forEachEdge(
    node: NodeNumber,
    direction: Direction,
    type: number | undefined,
    visit: (edge: EdgeNumber, other: NodeNumber) => void,
  ): void {
    const { graph, edgeMask } = this;
    if (direction !== 'IN') forEachEdge(graph.out, node, type, edgeMask, visit);
    if (direction === 'IN') forEachEdge(graph.in, node, type, edgeMask, visit);
    if (direction !== 'BOTH') return;
    forEachEdge(graph.in, node, type, edgeMask, (edge, other) => {
      if (other !== node) visit(edge, other);
    });
  }
}

function keyOf(restrictions: readonly Restriction[], neighbourhoods: readonly NodeRestriction[]): string {
  return [...restrictions.map((it) => it.key).sort(), ...neighbourhoods.map((it) => it.key).sort()].join(', ');
}

const bytesOf = (sets: readonly (BitSet | undefined)[], key: string): number =>
  sets.reduce((sum, it) => sum + (it?.words.byteLength ?? 0), OBJECT_BYTES + 2 * key.length);

/** What was made of a graph: its views, and the edges that each restriction leaves. */
const memoryOf = onceFor((_: KnowledgeGraph) => ({
  views: new ByteCache<string, GraphView>(MOST_BYTES, (it, key) => bytesOf([it.nodeMask, it.edgeMask], key)),
  masks: new ByteCache<string, BitSet>(MOST_BYTES, (it, key) => bytesOf([it], key)),
}));

function viewOf(
  graph: KnowledgeGraph,
  restrictions: readonly Restriction[],
  neighbourhoods: readonly NodeRestriction[],
): GraphView {
  const { views, masks } = memoryOf(graph);
  return views.getOrMake(keyOf(restrictions, neighbourhoods), () => {
    const met = restrictions.map((it) => masks.getOrMake(it.key, () => it.edges(graph)));
    const edges = met.length === 0 ? undefined : met.reduce((all, more) => all.and(more));
    const base = new GraphView(graph, restrictions, [], undefined, edges);
    if (neighbourhoods.length === 0) return base;
    const nodes = neighbourhoods.map((it) => it.nodes(base)).reduce((all, more) => all.and(more));
    return new GraphView(graph, restrictions, neighbourhoods, nodes, edgesWithin(graph, nodes, edges));
  });
}

/** The edges of `mask` (or all) with both ends among `nodes`. */
function edgesWithin(graph: KnowledgeGraph, nodes: BitSet, mask: BitSet | undefined): BitSet {
  const { firstPlace, edge: numbers, target } = graph.out;
  const edges = new BitSet(graph.edges.count);
  for (const node of nodes) {
    const end = firstPlace[node + 1]!;
    for (let place = firstPlace[node]!; place < end; place++) {
      const edge = numbers[place]!;
      if (nodes.has(target[place]!) && (mask === undefined || mask.has(edge))) edges.add(edge);
    }
  }
  return edges;
}
