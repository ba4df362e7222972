/**
 * A graph in Neo4j, as a program sees it.
 *
 * A graph in memory is walked, narrowed and edited; one in Neo4j is asked by GraphQL, and every answer is waited for. So it
 * is an object of its own, and not a `Graph` most of whose methods would throw.
 */
import type { DocumentNode } from 'graphql';
import { anything, type OptionTable, readOptions, text, wholeNumber } from '../base/checked-options.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import { type QueryAnswer, type QueryDocument, type QueryOptions, readAnswer } from '../graph/answer-query.ts';
import { documentGiven, optionsOf } from '../graph/method-options.ts';
import type { QueryLimits } from '../graphql/limits/query-limits.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { freezeGraph } from '../store/knowledge-graph.ts';
import { GraphView } from '../views/graph-view.ts';
import type { ViewSelection } from '../views/select-view.ts';
import { type Marker, readLoaded } from './loaded.ts';
import { type Neo4jAddress, Neo4jConnection } from './neo4j-connection.ts';
import { Neo4jEngine } from './neo4j-engine.ts';
import { otherOntology } from './problems.ts';

export interface ConnectOptions extends Neo4jAddress {
  /** The SDL that the graph must have been loaded under, as text; whichever it was, unless said. */
  readonly schema?: string | undefined;
  /** What of the graph is asked, at every hop of every question. */
  readonly select?: ViewSelection | undefined;
  /** What an operation may ask; the limits of a graph in memory unless said. */
  readonly limits?: QueryLimits | undefined;
  /** The longest that one answer may take; 10,000 unless said. */
  readonly maxMilliseconds?: number | undefined;
  /**
   * The most edges that a graph may have to be read into memory where an answer rests on all of it, such as a search or
   * communities; of larger ones such questions are refused. 250,000 unless said; 0 for never.
   */
  readonly maxCopiedEdges?: number | undefined;
}

const connectOptions: OptionTable<ConnectOptions> = {
  uri: text,
  user: text,
  password: text,
  database: text,
  namespace: text,
  schema: text,
  select: anything<ViewSelection>('an object'),
  limits: anything<QueryLimits>('an object'),
  maxMilliseconds: wholeNumber(1),
  maxCopiedEdges: wholeNumber(0),
};

/** A graph in Neo4j. It can be served as a `Graph` can: `createServer({ graph })`. */
export class Neo4jGraph {
  /** A view of an empty graph under the same ontology, which tells a server what may be asked. */
  readonly view: GraphView;
  /** What answers. */
  readonly engine: Neo4jEngine;
  readonly #connection: Neo4jConnection;
  readonly #marker: Marker;

  private constructor(connection: Neo4jConnection, view: GraphView, marker: Marker, engine: Neo4jEngine) {
    this.view = view;
    this.engine = engine;
    this.#connection = connection;
    this.#marker = marker;
  }

  /** For `connectGraph`, which loads this file when it is called. */
  static async connect(given: ConnectOptions): Promise<Neo4jGraph> {
    const options = readOptions('connectGraph', given, connectOptions) as ConnectOptions;
    const connection = await Neo4jConnection.open(options);
    try {
      const { schema, select: selection, limits, maxMilliseconds = 10_000, maxCopiedEdges } = options;
      const loaded = await readLoaded(connection, maxMilliseconds);
      if (schema !== undefined && schema !== loaded.marker.schema) throw otherOntology(connection.namespace);
      const view = GraphView.whole(freezeGraph(loaded.ontology, { nodes: [], edges: [] }));
      const engine = new Neo4jEngine(connection, view, loaded, { selection, limits, maxMilliseconds, maxCopiedEdges });
      return new Neo4jGraph(connection, view, loaded.marker, engine);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  get ontology(): Ontology {
    return this.view.ontology;
  }

  /** What the facts say of themselves. */
  get about(): DatasetAbout {
    return this.#marker.about;
  }

  /** How many nodes were loaded. */
  get nodeCount(): number {
    return this.#marker.nodes;
  }

  /** How many edges were loaded. */
  get edgeCount(): number {
    return this.#marker.edges;
  }

  /**
   * Answers a GraphQL query, a text or a typed document, as a graph in memory would. What Neo4j cannot answer alike is an
   * error with the code NOT_ON_NEO4J; where Neo4j fails, the answer says so.
   * @example
   * const { data, errors } = await graph.query('query @asOf(date: "2024") { states { name } }')
   */
  async query<Data = Record<string, unknown>, Variables = Readonly<Record<string, unknown>>>(
    document: QueryDocument<Data, Variables>,
    variables?: Variables,
    options?: QueryOptions,
  ): Promise<QueryAnswer<Data>> {
    const { operationName } = optionsOf.query(options);
    const request = { variables: variables as Readonly<Record<string, unknown>> | undefined, operationName };
    return readAnswer(await this.engine.ask(documentGiven(document) as string | DocumentNode, request));
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    await this.#connection.close();
  }
}
