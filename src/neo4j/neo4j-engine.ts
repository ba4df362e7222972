/**
 * Questions to a graph in Neo4j: the query engine that answers from memory, over rows that are fetched.
 *
 * An operation is executed until nothing is missing (`fetched-rows.ts`). Every fetch is one transaction and looks at the
 * marker first, so that a graph which is being loaded is told and never answered from.
 */
import { type DocumentNode, GraphQLError } from 'graphql';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { SourceFile } from '../base/source-file.ts';
import type { FailedAnswer, WrittenAnswer } from '../graphql/answer.ts';
import { defaultLimits, type QueryLimits } from '../graphql/limits/query-limits.ts';
import type { AnswerSource, RemoteGraph } from '../graphql/operation.ts';
import { engineOf, type OperationRequest, type QueryEngine } from '../graphql/query-engine.ts';
import { rulesOfText } from '../loading/load-rules.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { Rule } from '../rules/rule.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { ViewSelection } from '../views/select-view.ts';
import { AnswerParts } from './answer-parts.ts';
import { FetchedRows } from './fetched-rows.ts';
import { Fetching } from './fetching.ts';
import { checkOntology, getMarker, type Marker, readMarker, type WholeMarker } from './marker.ts';
import { labelsOf } from './names-in-neo4j.ts';
import type { Neo4jConnection, Neo4jRow, Statement, StoredNode } from './neo4j-connection.ts';
import { asGraphQLError, halfLoaded } from './problems.ts';
import { readyAnswers } from './ready-answers.ts';
import { SelectedView } from './selected-view.ts';
import { VaryingNodes } from './varying-nodes.ts';
import { ViewCondition } from './view-condition.ts';

export interface Neo4jEngineOptions {
  readonly limits?: QueryLimits | undefined;
  /** The longest that one answer may take. Default 10,000. */
  readonly maxMilliseconds?: number | undefined;
  /** What of the graph is asked, at every hop of every question. */
  readonly selection?: ViewSelection | undefined;
}

/** How often an operation is executed at most: as deep as one may be nested, and a few times more. */
const MOST_PASSES = 40;
/** How often an operation begins anew because the graph was loaded meanwhile. */
const MOST_RELOADS = 2;

export class Neo4jEngine {
  readonly #connection: Neo4jConnection;
  /** The whole view of an empty graph under the ontology that was loaded. */
  readonly #empty: GraphView;
  readonly #engine: QueryEngine;
  #loaded: Loaded;
  readonly #milliseconds: number;
  readonly #selection: ViewSelection;

  constructor(connection: Neo4jConnection, empty: GraphView, loaded: Loaded, options: Neo4jEngineOptions = {}) {
    const { limits = defaultLimits, maxMilliseconds = 10_000, selection = {} } = options;
    this.#connection = connection;
    this.#empty = empty;
    this.#loaded = loaded;
    this.#engine = engineOf(empty.graph, limits);
    this.#milliseconds = maxMilliseconds;
    this.#selection = selection;
  }

  /** What was loaded when the connection was made. */
  get summary(): LoadedSummary {
    return summaryOfMarker(this.#loaded.marker);
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
    const { namespace } = this.#connection;
    for (let attempt = 0; ; attempt++) {
      try {
        if (attempt > 0) this.#loaded = await readLoaded(this.#connection, this.#empty.ontology, this.#milliseconds);
        return await this.#execute(request, execute);
      } catch (error) {
        if (error instanceof LoadedAnew && attempt < MOST_RELOADS) continue;
        if (error instanceof LoadedAnew) return failed(asGraphQLError(halfLoaded(namespace)));
        if (error instanceof GraphQLError) return failed(error);
        if (error instanceof KnowledgeError) return failed(asGraphQLError(error));
        throw error;
      }
    }
  }

  async #execute(
    request: OperationRequest,
    execute: (asked: Parameters<QueryEngine['answer']>[0], request: OperationRequest) => WrittenAnswer | FailedAnswer,
  ): Promise<WrittenAnswer | FailedAnswer> {
    const { marker, rules } = this.#loaded;
    const deadline = performance.now() + this.#milliseconds;
    const fetching = new Fetching(this.#connection, this.#empty.ontology);
    const selected = new SelectedView(this.#empty, fetching, marker);
    const read = (statements: readonly Statement[]): Promise<Neo4jRow[][]> => this.#read(statements, deadline);
    const parts = new AnswerParts({ empty: this.#empty, fetching, read, marker, rules });
    const remote: RemoteGraph = {
      open: (selection, limits, work) => this.#open(selected, selection, parts, limits, work),
    };
    const asked = { view: this.#empty, about: marker.about, remote };
    const { contextValue, observe, ...plain } = request;
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
    selected.fetching.overrides = this.#loaded.varying.overrides(keyView.periods);
    const view = new ViewCondition(selections, this.#empty.ontology);
    const rows = new FetchedRows({
      ...{ empty: this.#empty, work, view, fetching: selected.fetching },
      mostRows: mostRows.maxPageSize,
      periods: keyView.periods,
    });
    const { marker } = this.#loaded;
    const { fetching } = selected;
    const ready = { empty: this.#empty, fetching, marker, selections, keyView, mostRows: mostRows.maxPageSize };
    return {
      rows,
      part: (field, asked) => parts.part(field, asked, view, keyView),
      ready: (field, asked) => readyAnswers[field]?.(ready, asked),
      partOfEdge: (edge) => parts.partOfEdge(edge),
      voicesOfEdge: (edge) => parts.voicesOfEdge(edge, view, keyView),
    };
  }

  async #read(statements: readonly Statement[], deadline: number): Promise<Neo4jRow[][]> {
    const left = Math.max(1, Math.ceil(deadline - performance.now()));
    const marker = readMarker(this.#connection.namespace);
    const [found = [], ...results] = await this.#connection.read([marker, ...statements], left);
    if (this.#checked(found).loadedAt !== this.#loaded.marker.loadedAt) throw new LoadedAnew();
    return results;
  }

  #checked(rows: readonly Neo4jRow[]): Marker {
    const { namespace } = this.#connection;
    const marker = getMarker(namespace, rows);
    checkOntology(namespace, this.#empty.ontology, rows);
    return marker;
  }
}

/** What is read of a graph once, until it is loaded anew. */
export interface Loaded {
  readonly marker: WholeMarker;
  readonly varying: VaryingNodes;
  /** The rules by which it was concluded, for the sentences of `why`. */
  readonly rules: readonly Rule[];
}

/** Thrown where the graph is another than when it was connected to. */
class LoadedAnew extends Error {}

export async function readLoaded(
  connection: Neo4jConnection,
  ontology: Ontology,
  milliseconds: number,
): Promise<Loaded> {
  const { namespace } = connection;
  const [rows = []] = await connection.read([readMarker(namespace, true)], milliseconds);
  const marker = getMarker(namespace, rows);
  const text = `MATCH (n:${labelsOf(namespace).node}) WHERE n.id IN $ids RETURN n`;
  const [nodes = []] = await connection.read([{ text, parameters: { ids: marker.varying } }], milliseconds);
  const file = marker.rules === undefined ? undefined : new SourceFile('rules.yaml', marker.rules);
  const rules = file ? rulesOfText(ontology, file).rules : [];
  return {
    marker,
    rules,
    varying: new VaryingNodes(
      ontology,
      nodes.map((it) => it.n as StoredNode),
    ),
  };
}

/** How much was loaded, and when. */
export interface LoadedSummary {
  readonly nodes: number;
  readonly edges: number;
  readonly loadedAt: string;
}

const summaryOfMarker = ({ nodes, edges, loadedAt }: Marker): LoadedSummary => ({ nodes, edges, loadedAt });

const failed = (error: GraphQLError): FailedAnswer => ({ executor: 'graphql-js', errors: [error] });
