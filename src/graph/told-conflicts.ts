/**
 * Where sources disagree, with nodes and edges as objects.
 */
import { conflictsOf, type Rival } from '../evidence/conflicts.ts';
import type { EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import { edgeObject, nodeObject } from '../traversal/nodes-and-edges.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface ToldConflict<S extends TypedOntology> {
  /** Rival values of a property, or rival statements of a relation. */
  readonly kind: 'PROPERTY' | 'EDGE';
  /** The node whose property it is, or from which the rival edges go out. */
  readonly node: NodeOf<S>;
  /** The property, or the edge type. */
  readonly name: string;
  /** The node that the rival edges lead to; undefined for a property, and for an act with several. */
  readonly to: NodeOf<S> | undefined;
  /** Preferred ones first, deprecated ones last. */
  readonly rivals: readonly ToldRival<S>[];
}

export interface ToldRival<S extends TypedOntology> extends Omit<Rival, 'edge'> {
  /** The edge, of a rival statement. */
  readonly edge: EdgeOf<S> | undefined;
}

/** The conflicts about a node, or about all when none is named. Throws `unknown-node`. */
export function toldConflicts<S extends TypedOntology>(view: GraphView, of: string | undefined): ToldConflict<S>[] {
  const { graph } = view;
  return conflictsOf(view, of).map(({ node, to, rivals, ...conflict }) => ({
    ...conflict,
    node: nodeObject(graph, node) as NodeOf<S>,
    to: to === undefined ? undefined : (nodeObject(graph, to) as NodeOf<S>),
    rivals: rivals.map(({ edge, ...rival }) => ({
      ...rival,
      edge: edge === undefined ? undefined : (edgeObject(graph, edge) as EdgeOf<S>),
    })),
  }));
}
