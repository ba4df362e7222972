/**
 * The nodes whose properties have other values at other times, held in memory: few, and needed by every question that is as
 * of a date, for its filters and sorts as for what it shows.
 */
import type { PropertyValue } from '../facts/fact.ts';
import type { Period } from '../facts/validity.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { freezeGraph, type KnowledgeGraph } from '../store/knowledge-graph.ts';
import { graphAsOf } from '../views/properties-as-of.ts';
import { claimsIn, nodeFactOf } from './facts-of-stored.ts';
import type { Overrides } from './fetching.ts';
import type { StoredNode } from './neo4j-connection.ts';

export class VaryingNodes {
  readonly #graph: KnowledgeGraph;

  constructor(ontology: Ontology, stored: readonly StoredNode[]) {
    const nodes = stored.map((it) => nodeFactOf(ontology, it));
    this.#graph = freezeGraph(ontology, { nodes, edges: [], claims: stored.flatMap(claimsIn) });
  }

  /** The values that differ, in these periods, from those that are stored. */
  overrides(periods: readonly Period[]): Overrides {
    const then = graphAsOf(this.#graph, periods);
    const found = new Map<string, Map<string, PropertyValue>>();
    if (then === this.#graph) return found;
    const { nodes } = this.#graph;
    for (let node = 0; node < nodes.count; node++) {
      const before = nodes.properties(node);
      for (const [name, value] of Object.entries(then.nodes.properties(node))) {
        if (value === before[name]) continue;
        const byId = found.get(name) ?? new Map<string, PropertyValue>();
        found.set(name, byId.set(nodes.ids[node]!, value));
      }
    }
    return found;
  }
}
