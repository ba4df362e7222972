/**
 * A graph under edit: facts in a graphology MultiDirectedGraph.
 *
 * Graphology holds the facts themselves as attributes, keeps ends and keys honest, and is what other graphology
 * libraries can be run on. Reading at speed is the frozen graph's work.
 */
import { MultiDirectedGraph } from 'graphology';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { withBareIndexes } from './bare-indexes.ts';

export interface NodeAttributes {
  fact: NodeFact;
}
export interface EdgeAttributes {
  fact: EdgeFact;
}

export class DraftGraph {
  readonly ontology: Ontology;
  /** The live graph; keys are the facts' ids. */
  readonly graphology: MultiDirectedGraph<NodeAttributes, EdgeAttributes> = withBareIndexes(new MultiDirectedGraph());

  constructor(ontology: Ontology, facts: { readonly nodes: Iterable<NodeFact>; readonly edges: Iterable<EdgeFact> }) {
    this.ontology = ontology;
    for (const fact of facts.nodes) this.putNode(fact);
    for (const fact of facts.edges) this.putEdge(fact);
  }

  /** Adds a node, or puts a new fact in the place of one with its id. */
  putNode(fact: NodeFact): void {
    this.graphology.mergeNode(fact.id, { fact });
  }

  /** Adds an edge, or puts a new fact in the place of one with its id. Both ends must be nodes. */
  putEdge(fact: EdgeFact): void {
    if (this.graphology.hasEdge(fact.id)) this.graphology.dropEdge(fact.id);
    this.graphology.addDirectedEdgeWithKey(fact.id, fact.from, fact.to, { fact });
  }

  /** Removes a node and every edge that ends at it. */
  dropNode(id: string): void {
    this.graphology.dropNode(id);
  }

  dropEdge(id: string): void {
    this.graphology.dropEdge(id);
  }

  nodeFacts(): NodeFact[] {
    return this.graphology.mapNodes((_, attributes) => attributes.fact);
  }

  edgeFacts(): EdgeFact[] {
    return this.graphology.mapEdges((_, attributes) => attributes.fact);
  }
}
