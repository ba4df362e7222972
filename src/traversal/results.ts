/**
 * What a walk gives, from the numbers its last stage hands out: nodes, edges and ways as plain objects, and ids.
 */
import type { EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { edgeObject, type NodeObject, nodeObject } from './nodes-and-edges.ts';
import { SeenNumbers } from './seen-numbers.ts';
import { NONE, type Stage, trailOf } from './stage.ts';

/** One way that a walk took: as many edges as hops, and one node more. */
export interface WalkedPath<S extends TypedOntology> {
  readonly nodes: readonly NodeOf<S>[];
  readonly edges: readonly EdgeOf<S>[];
}

/** The node of each arrival. */
export function* eachNode(graph: KnowledgeGraph, stage: Stage): Generator<NodeObject, void, undefined> {
  for (let node = stage.next(); node !== NONE; node = stage.next()) yield nodeObject(graph, node);
}

/** The id of the node of each arrival. */
export function* eachId({ nodes }: KnowledgeGraph, stage: Stage): Generator<string, void, undefined> {
  for (let node = stage.next(); node !== NONE; node = stage.next()) yield nodes.ids[node]!;
}

/** The last edge of each arrival, each edge once. A start has none. */
export function* eachEdge(graph: KnowledgeGraph, stage: Stage): Generator<object, void, undefined> {
  const seen = new SeenNumbers(graph.edges.count);
  while (stage.next() !== NONE) {
    const { edge } = stage;
    if (edge !== NONE && seen.add(edge)) yield edgeObject(graph, edge);
  }
}

/** The way to each arrival, of a stage that was begun with trails. */
export function* eachPath<S extends TypedOntology>(
  graph: KnowledgeGraph,
  stage: Stage,
): Generator<WalkedPath<S>, void, undefined> {
  while (stage.next() !== NONE) {
    const { nodes, edges } = trailOf(stage);
    yield {
      nodes: nodes.map((it) => nodeObject(graph, it) as NodeOf<S>),
      edges: edges.map((it) => edgeObject(graph, it) as EdgeOf<S>),
    };
  }
}
