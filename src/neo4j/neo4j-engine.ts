/**
 * Questions to a graph in Neo4j: the query engine that answers from memory, over rows that are fetched.
 *
 * An operation is executed until nothing is missing (`fetched-rows.ts`). Every fetch is one transaction and looks at the
 * marker first, so that a graph which is being loaded is told and never answered from.
 */
import { type DocumentNode, GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { FailedAnswer, WrittenAnswer } from '../graphql/answer.ts';
import { defaultLimits, type QueryLimits } from '../graphql/limits/query-limits.ts';
import type { AnswerSource, RemoteGraph } from '../graphql/operation.ts';
import { engineOf, type OperationRequest, type QueryEngine } from '../graphql/query-engine.ts';
import type { Rule } from '../rules/rule.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { ViewSelection } from '../views/select-view.ts';
import { AnswerParts } from './answer-parts.ts';
import { FetchedRows } from './fetched-rows.ts';
import { Fetching } from './fetching.ts';
import { checkOntology, getMarker, type Marker, readMarker } from './marker.ts';
import type { Neo4jConnection, Neo4jRow, Statement } from './neo4j-connection.ts';
import { asGraphQLError } from './problems.ts';
import { SelectedView } from './selected-view.ts';
import { ViewCondition } from './view-condition.ts';

export interface Neo4jEngineOptions {
  /** The rules by which the graph was concluded. */
  readonly rules?: readonly Rule[];
  readonly limits?: QueryLimits | undefined;
  /** The longest that one answer may take. Default 10,000. */
  readonly maxMilliseconds?: number | undefined;
  /** What of the graph is asked, at every hop of every question. */
  readonly selection?: ViewSelection | undefined;
}

/** How often an operation is executed at most: as deep as one may be nested, and a few times more. */
const MOST_PASSES = 40;

export class Neo4jEngine {
  readonly #connection: Neo4jConnection;
  /** The whole view of an empty graph under the ontology that was loaded. */
  readonly #empty: GraphView;
  readonly #engine: QueryEngine;
  readonly #marker: Marker;
  readonly #rules: readonly Rule[];
  readonly #milliseconds: number;
  readonly #selection: ViewSelection;

  constructor(connection: Neo4jConnection, empty: GraphView, marker: Marker, options: Neo4jEngineOptions = {}) {
    const { rules = [], limits = defaultLimits, maxMilliseconds = 10_000, selection = {} } = options;
    this.#connection = connection;
    this.#empty = empty;
    this.#marker = marker;
    this.#rules = rules;
    this.#engine = engineOf(empty.graph, limits);
    this.#milliseconds = maxMilliseconds;
    this.#selection = selection;
  }

  get schema(): GraphQLSchema {
    return this.#engine.schema;
  }

  get validationRules(): readonly ValidationRule[] {
    return this.#engine.validationRules;
  }

  /** What was loaded when the connection was made. */
  get summary(): LoadedSummary {
    return summaryOfMarker(this.#marker);
  }

  /** What is loaded now; throws where the engine is away, or the graph is no longer whole. */
  async check(): Promise<LoadedSummary> {
    const [rows = []] = await this.#connection.read([readMarker(this.#connection.namespace)], this.#milliseconds);
    return summaryOfMarker(this.#checked(rows));
  }

  /** The answer to a question as text or as a document. Never throws for what is asked, nor for what fails. */
  async ask(query: string | DocumentNode, request: OperationRequest = {}): Promise<WrittenAnswer | FailedAnswer> {
    return this.#untilWhole(request, (asked, it) => this.#engine.ask(asked, query, it));
  }

  /** The answer to an operation of a document that was validated. */
  async answer(document: DocumentNode, request: OperationRequest = {}): Promise<WrittenAnswer | FailedAnswer> {
    return this.#untilWhole(request, (asked, it) => this.#engine.answer(asked, document, it));
  }

  async #untilWhole(
    request: OperationRequest,
    execute: (asked: Parameters<QueryEngine['answer']>[0], request: OperationRequest) => WrittenAnswer | FailedAnswer,
  ): Promise<WrittenAnswer | FailedAnswer> {
    const deadline = performance.now() + this.#milliseconds;
    const fetching = new Fetching(this.#connection, this.#empty.ontology);
    const selected = new SelectedView(this.#empty, fetching, this.#marker);
    const read = (statements: readonly Statement[]): Promise<Neo4jRow[][]> => this.#read(statements, deadline);
    const parts = new AnswerParts({ empty: this.#empty, fetching, read, marker: this.#marker, rules: this.#rules });
    const remote: RemoteGraph = {
      open: (selection, limits, work) => this.#open(selected, selection, parts, limits, work),
    };
    const asked = { view: this.#empty, about: this.#marker.about, remote };
    const { contextValue, observe, ...plain } = request;
    try {
      for (let pass = 0; pass < MOST_PASSES; pass++) {
        const answer = execute(asked, plain);
        if (!fetching.isMissingSomething && !parts.isMissingSomething) {
          // Whoever watches each field sees one execution, the last.
          return contextValue || observe ? execute(asked, request) : answer;
        }
        const missing = fetching.missing();
        if (missing.length > 0) fetching.take(await read(missing));
        await parts.fetch();
      }
    } catch (error) {
      if (error instanceof GraphQLError) return failed(error);
      if (error instanceof KnowledgeError) return failed(asGraphQLError(error));
      throw error;
    }
    throw new RangeError('An operation asks for more each time it is executed.');
  }

  #open(
    selected: SelectedView,
    selection: ViewSelection,
    parts: AnswerParts,
    mostRows: Pick<QueryLimits, 'maxPageSize'>,
    work: ConstructorParameters<typeof FetchedRows>[0]['work'],
  ): AnswerSource {
    const { selections, keyView } = selected.of([this.#selection, selection]);
    const view = new ViewCondition(selections, this.#empty.ontology);
    const rows = new FetchedRows({
      ...{ empty: this.#empty, work, view, fetching: selected.fetching },
      mostRows: mostRows.maxPageSize,
      periods: keyView.periods,
    });
    return {
      rows,
      part: (field, asked) => parts.part(field, asked, view, keyView),
      partOfEdge: (edge) => parts.partOfEdge(edge),
      voicesOfEdge: (edge) => parts.voicesOfEdge(edge, view, keyView),
    };
  }

  async #read(statements: readonly Statement[], deadline: number): Promise<Neo4jRow[][]> {
    const left = Math.max(1, Math.ceil(deadline - performance.now()));
    const marker = readMarker(this.#connection.namespace);
    const [found = [], ...results] = await this.#connection.read([marker, ...statements], left);
    this.#checked(found);
    return results;
  }

  #checked(rows: readonly Neo4jRow[]): Marker {
    const { namespace } = this.#connection;
    const marker = getMarker(namespace, rows);
    checkOntology(namespace, this.#empty.ontology, rows);
    return marker;
  }
}

/** How much was loaded, and when. */
export interface LoadedSummary {
  readonly nodes: number;
  readonly edges: number;
  readonly loadedAt: string;
}

const summaryOfMarker = ({ nodes, edges, loadedAt }: Marker): LoadedSummary => ({ nodes, edges, loadedAt });

const failed = (error: GraphQLError): FailedAnswer => ({ executor: 'graphql-js', errors: [error] });
