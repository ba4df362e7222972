/**
 * A graph written to Neo4j: constraints first, then what is gone is taken out, then nodes and edges in batches, the marker
 * last. Loading twice gives the same; what was broken off goes on where it stopped, since each batch is told apart from
 * what is there by hashes.
 */

import { dataset } from '../answers/dataset.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { GraphView } from '../views/graph-view.ts';
import { findMarker, readMarker, writeMarker } from './loaded.ts';
import { labelsOf, type NamespaceLabels, neo4jName, PRIVATE } from './names-in-neo4j.ts';
import type { Neo4jConnection, Neo4jRow, Statement } from './neo4j-connection.ts';
import { namespaceTaken } from './problems.ts';
import { type StoredEdgeRow, StoredFacts, type StoredRow } from './stored-facts.ts';

export interface LoadOptions {
  readonly about?: DatasetAbout | undefined;
  /** The text of the rules that the graph was concluded with. */
  readonly rules?: string | undefined;
  /** Writes only what differs from what is there. Without it everything is written, unless a load was broken off. */
  readonly incremental?: boolean;
  /** Is told after each batch. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface LoadProgress {
  readonly step: 'removing' | 'nodes' | 'edges';
  readonly done: number;
  readonly total: number;
}

export interface LoadSummary {
  readonly nodes: number;
  readonly edges: number;
  /** Nodes and edges that were written, and that were taken out. */
  readonly written: number;
  readonly removed: number;
}

/** Ids of the nodes of which claims say when a value held. */
function varyingNodes({ claims, nodes }: KnowledgeGraph): string[] {
  const found = claims.flatMap(({ node, when }) => (when === undefined ? [] : (nodes.numberOf(node) ?? [])));
  return [...new Set(found)].map((node) => nodes.ids[node]!);
}

/** Rows of a batch: one transaction each. */
const ROWS = 2000;
const MOST_MILLISECONDS = 10 * 60 * 1000;

export async function loadIntoNeo4j(
  connection: Neo4jConnection,
  graph: KnowledgeGraph,
  options: LoadOptions = {},
): Promise<LoadSummary> {
  return new Loading(connection, graph, options).run();
}

class Loading {
  readonly #connection: Neo4jConnection;
  readonly #graph: KnowledgeGraph;
  readonly #facts: StoredFacts;
  readonly #options: LoadOptions;
  readonly #labels: NamespaceLabels;
  #skipsEqual = false;
  #written = 0;
  #removed = 0;

  constructor(connection: Neo4jConnection, graph: KnowledgeGraph, options: LoadOptions) {
    if (graph.ontology.nodeTypes.has(connection.namespace)) throw namespaceTaken(connection.namespace);
    this.#connection = connection;
    this.#graph = graph;
    this.#options = options;
    this.#labels = labelsOf(connection.namespace);
    this.#facts = new StoredFacts(graph, connection.makeDate);
  }

  async run(): Promise<LoadSummary> {
    const { about, rules, incremental = false } = this.#options;
    const { namespace } = this.#connection;
    const { ontology, nodes, edges } = this.#graph;
    const [found = []] = await this.#read(readMarker(namespace));
    const before = findMarker(namespace, found);
    this.#skipsEqual = incremental || before?.state === 'loading';
    await this.#define();
    await this.#connection.write([writeMarker(namespace, ontology, { state: 'loading' })]);
    if (before) {
      await this.#removeEdges();
      await this.#removeNodes();
    }
    await this.#writeNodes();
    await this.#writeEdges();
    await this.#writeIds();
    const { ontology: _, ...census } = dataset(GraphView.whole(this.#graph), about);
    const marker = {
      dataset: census,
      state: 'complete',
      nodes: nodes.count,
      edges: edges.count,
      loadedAt: new Date().toISOString(),
      hasWays: this.#facts.support.isComplete,
      about: about ?? {},
      columns: [...edges.columns.columns.keys()],
      varying: varyingNodes(this.#graph),
      ...(rules !== undefined && { rules }),
    } as const;
    await this.#connection.write([writeMarker(namespace, ontology, marker)]);
    return { nodes: nodes.count, edges: edges.count, written: this.#written, removed: this.#removed };
  }

  /** The constraints and indexes that loading and asking need. */
  async #define(): Promise<void> {
    const { node, marker, redirect, source } = this.#labels;
    const { ontology } = this.#graph;
    for (const label of [node, marker, redirect, source]) {
      await this.#connection.define(`CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
    }
    for (const type of ontology.nodeTypes.keys()) {
      await this.#connection.define(`CREATE INDEX IF NOT EXISTS FOR (n:${neo4jName(type)}) ON (n.id)`);
    }
    for (const type of ontology.edgeTypes.keys()) {
      await this.#connection.define(`CREATE INDEX IF NOT EXISTS FOR ()-[r:${neo4jName(type)}]-() ON (r.id)`);
    }
    await this.#connection.define('CALL db.awaitIndexes(300)');
  }

  /** Takes out edges that are no more, or join other nodes now. */
  async #removeEdges(): Promise<void> {
    const { nodes, edges } = this.#graph;
    const known = (row: Neo4jRow): boolean => {
      const edge = edges.numberOf(String(row.id));
      if (edge === undefined || edges.typeOf(edge) !== row.type) return false;
      return nodes.ids[edges.from[edge]!] === row.from && nodes.ids[edges.to[edge]!] === row.to;
    };
    await this.#remove(
      `MATCH (n:${this.#labels.node}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT ${ROWS}
       OPTIONAL MATCH (n)-[r]->(m:${this.#labels.node}) WHERE r.id IS NOT NULL
       RETURN n.id AS from, r.id AS id, type(r) AS type, m.id AS to, elementId(r) AS element ORDER BY n.id`,
      'from',
      (row) => row.id !== null && !known(row),
      'UNWIND $elements AS element MATCH ()-[r]->() WHERE elementId(r) = element DELETE r',
    );
  }

  async #removeNodes(): Promise<void> {
    const { nodes } = this.#graph;
    await this.#remove(
      `MATCH (n:${this.#labels.node}) WHERE n.id > $after
       RETURN n.id AS id, labels(n) AS labels, elementId(n) AS element ORDER BY n.id LIMIT ${ROWS}`,
      'id',
      ({ id, labels }) => {
        const node = nodes.numberOf(String(id));
        return node === undefined || nodes.ids[node] !== id || !(labels as string[]).includes(nodes.typeOf(node));
      },
      'UNWIND $elements AS element MATCH (n) WHERE elementId(n) = element DETACH DELETE n',
    );
  }

  /** Reads all rows by pages in the order of `key` and deletes those that are gone. */
  async #remove(text: string, key: string, isGone: (row: Neo4jRow) => boolean, deletion: string): Promise<void> {
    for (let after: unknown = ''; after !== undefined; ) {
      const [rows = []] = await this.#read({ text, parameters: { after } });
      const elements = rows.filter(isGone).map((it) => it.element);
      if (elements.length > 0) await this.#connection.write([{ text: deletion, parameters: { elements } }]);
      this.#removed += elements.length;
      after = rows.at(-1)?.[key];
    }
  }

  async #writeNodes(): Promise<void> {
    const { nodes } = this.#graph;
    const label = this.#labels.node;
    for (const type of nodes.typeNames) {
      const { start, end } = nodes.span(type);
      await this.#batches('nodes', start, end, nodes.count, (node) => this.#facts.node(node), {
        hashes: `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n.id AS id, n.${PRIVATE.hash} AS hash`,
        write: `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row.properties, n:${neo4jName(type)}`,
      });
    }
  }

  async #writeEdges(): Promise<void> {
    const { edges, ontology } = this.#graph;
    const label = this.#labels.node;
    const byType = new Map<string, number[]>(Array.from(ontology.edgeTypes.keys(), (it) => [it, []]));
    for (let edge = 0; edge < edges.count; edge++) byType.get(edges.typeOf(edge))!.push(edge);
    let done = 0;
    for (const [type, of] of byType) {
      const name = neo4jName(type);
      const at = done;
      await this.#batches('edges', 0, of.length, edges.count, (i) => this.#facts.edge(of[i]!), {
        at,
        hashes: `UNWIND $ids AS id MATCH (a:${label})-[r:${name} {id: id}]->() USING INDEX r:${name}(id) RETURN r.id AS id, r.${PRIVATE.hash} AS hash`,
        write: `UNWIND $rows AS row MATCH (a:${label} {id: row.from}) MATCH (b:${label} {id: row.to})
                MERGE (a)-[r:${name} {id: row.id}]->(b) SET r = row.properties`,
        // What is known to be absent is created: to look for it at a hub again would cost as many edges as that has.
        create: `UNWIND $rows AS row MATCH (a:${label} {id: row.from}) MATCH (b:${label} {id: row.to})
                 CREATE (a)-[r:${name}]->(b) SET r = row.properties`,
      });
      done += of.length;
    }
  }

  /** Old ids of nodes, and the cited sources that are no nodes. */
  async #writeIds(): Promise<void> {
    const { nodes, edges } = this.#graph;
    const { redirect, source } = this.#labels;
    const redirects = Array.from(nodes.redirects, ([id, to]) => ({ id, to }));
    const cited = edges.columns.sourceIds.filter((id) => nodes.numberOf(id) === undefined);
    await this.#connection.write([
      { text: `MATCH (n:${redirect}) DETACH DELETE n`, parameters: {} },
      { text: `UNWIND $redirects AS row CREATE (n:${redirect}) SET n = row`, parameters: { redirects } },
      { text: `MATCH (n:${source}) DETACH DELETE n`, parameters: {} },
      { text: `UNWIND $cited AS id CREATE (:${source} {id: id})`, parameters: { cited } },
    ]);
  }

  async #batches(
    step: 'nodes' | 'edges',
    start: number,
    end: number,
    total: number,
    rowOf: (number: number) => StoredRow | StoredEdgeRow,
    texts: { readonly hashes: string; readonly write: string; readonly create?: string; readonly at?: number },
  ): Promise<void> {
    for (let first = start; first < end; first += ROWS) {
      const last = Math.min(end, first + ROWS);
      const rows = Array.from({ length: last - first }, (_, i) => rowOf(first + i));
      const [found = []] = await this.#read({ text: texts.hashes, parameters: { ids: rows.map((it) => it.id) } });
      const hashes = new Map(found.map((it) => [it.id, it.hash]));
      const create = texts.create === undefined ? [] : rows.filter((it) => !hashes.has(it.id));
      const write = rows.filter(
        (it) =>
          (texts.create === undefined || hashes.has(it.id)) && !(this.#skipsEqual && hashes.get(it.id) === it.hash),
      );
      await this.#connection.write([
        ...(create.length > 0 ? [{ text: texts.create ?? '', parameters: { rows: create } }] : []),
        ...(write.length > 0 ? [{ text: texts.write, parameters: { rows: write } }] : []),
      ]);
      this.#written += create.length + write.length;
      this.#options.onProgress?.({ step, done: (texts.at ?? 0) + last, total });
    }
  }

  #read(statement: Statement): Promise<Neo4jRow[][]> {
    return this.#connection.read([statement], MOST_MILLISECONDS);
  }
}
