/**
 * The one call that opens a graph in Neo4j: what `openGraph` is for a graph in memory.
 *
 * What it takes is loaded when it is called, the driver too: whoever has no Neo4j needs none of it.
 */
import type { ConnectOptions, Neo4jGraph } from './neo4j-graph.ts';

/**
 * Connects to a graph that `diplograph load neo4j` has loaded. Credentials that are left out come from the environment.
 *
 * Throws `neo4j-unreachable`, `neo4j-unauthorised`, `neo4j-version`, `neo4j-not-loaded`, `neo4j-half-loaded`,
 * `neo4j-other-ontology`, `neo4j-other-format` or `neo4j-driver-missing`.
 * @example
 * const graph = await connectGraph({ uri: 'bolt://localhost:7687' });
 * const { data } = await graph.query('{ states(limit: 3) { name } }');
 */
export async function connectGraph(options: ConnectOptions): Promise<Neo4jGraph> {
  const { Neo4jGraph } = await import('./neo4j-graph.ts');
  return Neo4jGraph.connect(options);
}
