/**
 * What a search found, with nodes as objects.
 */
import type { NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import type { MatchKind, SearchHit } from '../search/search-names.ts';
import { nodeObject } from '../traversal/nodes-and-edges.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface FoundNode<S extends TypedOntology> {
  readonly node: NodeOf<S>;
  /** From 0 to 1; 1 is an exact match. */
  readonly score: number;
  /** The name, alias or identifier that matched, as it is written. */
  readonly matched: string;
  /** In which way it matched. */
  readonly how: MatchKind;
}

export function foundNodes<S extends TypedOntology>(view: GraphView, hits: readonly SearchHit[]): FoundNode<S>[] {
  return hits.map((hit) => ({ ...hit, node: nodeObject(view.graph, hit.node) as NodeOf<S> }));
}
