/**
 * Which edges a search may walk, and which way: the words of a question made into tables that a loop can read.
 *
 * A symmetric edge is walked from either end whatever the direction, since it is stored once and means both.
 */
import type { BitSet } from '../base/bit-set.ts';
import type { Adjacency } from '../store/adjacency.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { edgeTypeCode } from '../views/edge-type-code.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';

/** What may be walked. Everything, when nothing is said. */
export interface StepOptions {
  /** Which way edges are walked, seen from the start; BOTH when absent. */
  readonly direction?: Direction;
  /** Only edges of these types. */
  readonly via?: readonly string[];
  readonly avoid?: {
    readonly nodes?: readonly NodeNumber[];
    readonly edgeTypes?: readonly string[];
  };
}

/** Edges to be walked one way: from their source (the out rows) or from their target (the in rows). */
export interface Side {
  readonly rows: Adjacency;
  /** The same edges from their other end. */
  readonly back: Adjacency;
  /** By edge type code, 1 where edges of the type may be walked; undefined when all may. */
  readonly allowed: Uint8Array | undefined;
}

export interface Steps {
  readonly graph: KnowledgeGraph;
  /** Kept edges; undefined when all are. */
  readonly kept: BitSet | undefined;
  /** One or both; none when no edge may be walked. */
  readonly sides: readonly Side[];
  readonly avoided: readonly NodeNumber[];
}

/** @throws KnowledgeError `unknown-edge-type` */
export function stepsOf(view: GraphView, options: StepOptions): Steps {
  const { graph } = view;
  const { direction = 'BOTH', via, avoid } = options;
  const wanted = new Uint8Array(graph.ontology.edgeTypes.size).fill(via ? 0 : 1);
  for (const name of via ?? []) wanted[edgeTypeCode(graph, name)] = 1;
  for (const name of avoid?.edgeTypes ?? []) wanted[edgeTypeCode(graph, name)] = 0;
  const sides: Side[] = [];
  addSide(sides, graph.out, graph.in, direction === 'IN' ? symmetricOnly(graph, wanted) : wanted);
  addSide(sides, graph.in, graph.out, direction === 'OUT' ? symmetricOnly(graph, wanted) : wanted);
  return { graph, kept: view.keptEdges, sides, avoided: avoid?.nodes ?? [] };
}

function addSide(sides: Side[], rows: Adjacency, back: Adjacency, allowed: Uint8Array): void {
  if (allowed.includes(1)) sides.push({ rows, back, allowed: allowed.includes(0) ? allowed : undefined });
}

function symmetricOnly({ ontology }: KnowledgeGraph, wanted: Uint8Array): Uint8Array {
  const allowed = new Uint8Array(wanted.length);
  let type = 0;
  for (const { symmetric } of ontology.edgeTypes.values()) {
    if (symmetric) allowed[type] = wanted[type]!;
    type++;
  }
  return allowed;
}

/** The same steps walked from their other end. */
export const reversed = (steps: Steps): Steps => ({
  ...steps,
  sides: steps.sides.map(({ rows, back, allowed }) => ({ rows: back, back: rows, allowed })),
});
