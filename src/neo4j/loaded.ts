/**
 * What a connection knows of a loaded graph.
 *
 * The marker is one node that is written first as `loading` and last as `complete`, with the ontology, the rules and the
 * format that the rest was written under: whoever asks looks at it, so nobody answers from half a graph. Held beside it are
 * the nodes whose properties have other values at other times: few, and needed by every question that is as of a date.
 */
import { createHash } from 'node:crypto';
import type { Dataset } from '../answers/dataset.ts';
import { onceFor } from '../base/once-for.ts';
import { SourceFile } from '../base/source-file.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
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
import { labelsOf } from './names-in-neo4j.ts';
import type { Neo4jConnection, Neo4jRow, Statement, StoredNode } from './neo4j-connection.ts';
import * as problems from './problems.ts';

/** Raised with every change of what is stored. */
const FORMAT = 1;

export interface Marker {
  readonly state: 'loading' | 'complete';
  readonly nodes: number;
  readonly edges: number;
  readonly loadedAt: string;
  /** Whether views by sources can be answered. */
  readonly hasWays: boolean;
  readonly about: DatasetAbout;
  /** The properties of edges, in the order in which the graph in memory tells them. */
  readonly columns: readonly string[];
  /** Ids of the nodes whose properties have other values at other times. */
  readonly varying: readonly string[];
}

/** The marker with the texts it keeps. */
export interface WholeMarker extends Marker {
  readonly schema: string;
  readonly rules: string | undefined;
  /** The answer to `dataset`, without the ontology. */
  readonly dataset: Omit<Dataset, 'ontology'>;
}

const ontologyHash: (ontology: Ontology) => string = onceFor(({ sdl }) =>
  createHash('sha256').update(sdl).digest('hex').slice(0, 32),
);

/** What every fetch looks at. */
const BRIEF = '.state, .format, .ontology, .loadedAt, .nodes, .edges';

/** Whether a graph is there, or with `whole` all that the marker keeps. */
export const readMarker = (namespace: string, whole = false): Statement => ({
  text: `MATCH (m:${labelsOf(namespace).marker}) RETURN m {${whole ? '.*' : BRIEF}} AS marker`,
  parameters: {},
});

export function writeMarker(namespace: string, ontology: Ontology, marker: Partial<WholeMarker>): Statement {
  const { about, dataset, nodes, edges, ...plain } = marker;
  const given = {
    ...plain,
    ...(nodes !== undefined && { nodes: BigInt(nodes) }),
    ...(edges !== undefined && { edges: BigInt(edges) }),
    ...(about && { about: JSON.stringify(about) }),
    ...(dataset && { dataset: JSON.stringify(dataset) }),
    format: BigInt(FORMAT),
    ontology: ontologyHash(ontology),
    schema: ontology.sdl,
  };
  return { text: `MERGE (m:${labelsOf(namespace).marker} {id: 'graph'}) SET m += $given`, parameters: { given } };
}

/** The marker that was read; undefined for an empty namespace. Throws `neo4j-other-format`. */
export function findMarker(namespace: string, rows: readonly Neo4jRow[]): WholeMarker | undefined {
  const found = rows[0]?.marker as Readonly<Record<string, unknown>> | undefined;
  if (!found) return undefined;
  if (Number(found.format) !== FORMAT) throw problems.otherFormat(namespace);
  return {
    ...(found as unknown as WholeMarker),
    nodes: Number(found.nodes ?? 0),
    edges: Number(found.edges ?? 0),
    about: typeof found.about === 'string' ? JSON.parse(found.about) : {},
    dataset: typeof found.dataset === 'string' ? JSON.parse(found.dataset) : {},
    rules: typeof found.rules === 'string' ? found.rules : undefined,
  };
}

/** The marker of a graph that can be asked. Throws `neo4j-not-loaded`, `neo4j-half-loaded`, `neo4j-other-format`. */
export function getMarker(namespace: string, rows: readonly Neo4jRow[]): WholeMarker {
  const marker = findMarker(namespace, rows);
  if (!marker) throw problems.notLoaded(namespace);
  if (marker.state !== 'complete') throw problems.halfLoaded(namespace);
  return marker;
}

/** Throws `neo4j-other-ontology` where the graph was loaded under another one. */
export function checkOntology(namespace: string, ontology: Ontology, rows: readonly Neo4jRow[]): void {
  const found = rows[0]?.marker as { readonly ontology?: string } | undefined;
  if (found?.ontology !== ontologyHash(ontology)) throw problems.otherOntology(namespace);
}

/** What a connection has of a graph in memory, until it is loaded anew. */
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
  if (!ontology) throw problems.badMarker(namespace);
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
