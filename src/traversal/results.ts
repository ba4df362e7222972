/**
 * What a walk gives, from the numbers its last stage hands out: nodes, edges and ways as plain objects, and ids.
 */
import type { EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { Pipeline } from './course.ts';
import { edgeObject, type NodeObject, nodeObject } from './nodes-and-edges.ts';
import { SeenNumbers } from './seen-numbers.ts';
import { NONE, trailOf } from './stage.ts';

/** One way that a walk took: as many edges as hops, and one node more. */
export interface WalkedPath<S extends TypedOntology> {
  readonly nodes: readonly NodeOf<S>[];
  readonly edges: readonly EdgeOf<S>[];
}

/** The node of each arrival. */
export function* eachNode(graph: KnowledgeGraph, pipeline: Pipeline): Generator<NodeObject, void, undefined> {
  const stage = pipeline.last;
  try {
    for (let node = stage.next(); node !== NONE; node = stage.next()) yield nodeObject(graph, node);
  } finally {
    pipeline.end();
  }
}

/** The id of the node of each arrival. */
export function* eachId({ nodes }: KnowledgeGraph, pipeline: Pipeline): Generator<string, void, undefined> {
  const stage = pipeline.last;
  try {
    for (let node = stage.next(); node !== NONE; node = stage.next()) yield nodes.ids[node]!;
  } finally {
    pipeline.end();
  }
}

/** The last edge of each arrival, each edge once. A start has none. */
export function* eachEdge(graph: KnowledgeGraph, pipeline: Pipeline): Generator<object, void, undefined> {
  const stage = pipeline.last;
  const seen = new SeenNumbers(graph.edges);
  try {
    while (stage.next() !== NONE) {
      const { edge } = stage;
      if (edge !== NONE && seen.add(edge)) yield edgeObject(graph, edge);
    }
  } finally {
    seen.clear();
    pipeline.end();
  }
}

/** The way to each arrival, of a stage that was begun with trails. */
export function* eachPath<S extends TypedOntology>(
  graph: KnowledgeGraph,
  pipeline: Pipeline,
): Generator<WalkedPath<S>, void, undefined> {
  const stage = pipeline.last;
  try {
    while (stage.next() !== NONE) {
      const { nodes, edges } = trailOf(stage);
      yield {
        nodes: nodes.map((it) => nodeObject(graph, it) as NodeOf<S>),
        edges: edges.map((it) => edgeObject(graph, it) as EdgeOf<S>),
      };
    }
  } finally {
    pipeline.end();
  }
}

/** Arrivals that are being counted. Counting calls nobody who might count too, so one array serves all. */
const counted = new Uint32Array(512);

/** How many arrivals there are. */
export function countArrivals(pipeline: Pipeline): number {
  const stage = pipeline.last;
  let count = 0;
  for (let filled = stage.fill(counted); filled > 0; filled = stage.fill(counted)) count += filled;
  pipeline.end();
  return count;
}
