/**
 * What a connection has of a graph in memory, until it is loaded anew: its marker, its rules, and the nodes whose properties
 * have other values at other times. These are few, and needed by every question that is as of a date, for its filters and
 * sorts as for what it shows.
 */
import { SourceFile } from '../base/source-file.ts';
import type { PropertyValue } from '../facts/fact.ts';
import type { Period } from '../facts/validity.ts';
import { rulesOfText } from '../loading/load-rules.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { readOntology } from '../ontology/read-ontology.ts';
import type { Rule } from '../rules/rule.ts';
import { freezeGraph, type KnowledgeGraph } from '../store/knowledge-graph.ts';
import { graphAsOf } from '../views/properties-as-of.ts';
import { claimsIn, nodeFactOf } from './facts-of-stored.ts';
import type { Overrides } from './fetching.ts';
import { checkOntology, getMarker, readMarker, type WholeMarker } from './marker.ts';
import { labelsOf } from './names-in-neo4j.ts';
import type { Neo4jConnection, StoredNode } from './neo4j-connection.ts';
import { badMarker } from './problems.ts';

/** What is read of a graph once, until it is loaded anew. */
export interface Loaded {
  readonly marker: WholeMarker;
  readonly ontology: Ontology;
  readonly varying: VaryingNodes;
  /** The rules by which it was concluded, for the sentences of `why`. */
  readonly rules: readonly Rule[];
}

/** What a connection has of a graph; `known` is the ontology that it has to be under, where one is known already. */
export async function readLoaded(connection: Neo4jConnection, milliseconds: number, known?: Ontology): Promise<Loaded> {
  const { namespace } = connection;
  const varying = `MATCH (m:${labelsOf(namespace).marker}) UNWIND m.varying AS id MATCH (n:${labelsOf(namespace).node} {id: id}) RETURN n`;
  const read = await connection.read([readMarker(namespace, true), { text: varying, parameters: {} }], milliseconds);
  const [rows = [], nodes = []] = read;
  const marker = getMarker(namespace, rows);
  if (known) checkOntology(namespace, known, rows);
  const ontology = known ?? readOntology(new SourceFile('schema.graphql', marker.schema)).ontology;
  if (!ontology) throw badMarker(namespace);
  const file = marker.rules === undefined ? undefined : new SourceFile('rules.yaml', marker.rules);
  const rules = file ? rulesOfText(ontology, file).rules : [];
  const stored = nodes.map((it) => it.n as StoredNode);
  return { marker, ontology, rules, varying: new VaryingNodes(ontology, stored) };
}

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
