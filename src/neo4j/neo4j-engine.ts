/**
 * Questions to a graph in Neo4j: the query engine that answers from memory, over rows that are fetched.
 *
 * An operation is executed until nothing is missing (`fetched-rows.ts`). One that is refused since it rests on more than is
 * fetched is answered from a copy, where the graph is small enough (`copied-graph.ts`). Every fetch is one transaction and
 * looks at the marker first, so that nobody answers from a graph which is being loaded.
 */
import { type DocumentNode, GraphQLError } from 'graphql';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { FailedAnswer, WrittenAnswer } from '../graphql/answer.ts';
import { defaultLimits, type QueryLimits } from '../graphql/limits/query-limits.ts';
import type { AnswerSource, RemoteGraph } from '../graphql/operation.ts';
import { engineOf, type OperationRequest, type QueryEngine } from '../graphql/query-engine.ts';
import type { GraphView } from '../views/graph-view.ts';
import { namedDate } from '../views/named-date.ts';
import { severalDates } from '../views/problems.ts';
import { selectView, type ViewSelection } from '../views/select-view.ts';
import { AnswerParts } from './answer-parts.ts';
import { CopiedGraph } from './copied-graph.ts';
import { FetchedRows } from './fetched-rows.ts';
import { Fetching } from './fetching.ts';
import { checkOntology, getMarker, type Loaded, type Marker, readLoaded, readMarker } from './loaded.ts';
import type { Neo4jConnection, Neo4jRow, Statement } from './neo4j-connection.ts';
import { asGraphQLError, halfLoaded, tooLargeToCopy } from './problems.ts';
import { readyAnswers } from './ready-answers.ts';
import { SelectedView } from './selected-view.ts';
import { ViewCondition } from './view-condition.ts';

export interface Neo4jEngineOptions {
  readonly limits?: QueryLimits | undefined;
  /** The longest that one answer may take. Default 10,000. */
  readonly maxMilliseconds?: number | undefined;
  /** What of the graph is asked, at every hop of every question. */
  readonly selection?: ViewSelection | undefined;
  /** The most edges of a graph that is read into memory where an answer rests on all of it. Default 250,000. */
  readonly maxCopiedEdges?: number | undefined;
}

/** How often an operation is executed at most: as deep as one may be nested, and a few times more. */
const MOST_PASSES = 40;
/** How often an operation begins anew because the graph was loaded meanwhile. */
const MOST_RELOADS = 2;
/** How long a page of a graph that is read whole may take. */
const COPY_MILLISECONDS = 60_000;

export class Neo4jEngine {
  readonly #connection: Neo4jConnection;
  readonly #copied: CopiedGraph;
  /** The whole view of an empty graph under the ontology that was loaded. */
  readonly #empty: GraphView;
  readonly #engine: QueryEngine;
  #loaded: Loaded;
  readonly #limits: QueryLimits;
  readonly #milliseconds: number;
  readonly #mostCopied: number;
  readonly #selection: ViewSelection;

  constructor(connection: Neo4jConnection, empty: GraphView, loaded: Loaded, options: Neo4jEngineOptions = {}) {
    const { limits = defaultLimits, maxMilliseconds = 10_000, selection = {}, maxCopiedEdges = 250_000 } = options;
    this.#connection = connection;
    this.#copied = new CopiedGraph(connection.namespace, empty.ontology, async (of, statement) => {
      const [rows = []] = await this.#read(of, [statement], performance.now() + COPY_MILLISECONDS);
      return rows;
    });
    this.#empty = empty;
    this.#loaded = loaded;
    this.#engine = engineOf(empty.graph, limits);
    this.#limits = limits;
    this.#milliseconds = maxMilliseconds;
    this.#mostCopied = maxCopiedEdges;
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

  /**
   * All of what is loaded now, in memory. Throws `not-on-neo4j` where that is too much, `neo4j-being-copied` where it is not
   * here in time.
   */
  async whole(): Promise<GraphView> {
    return this.#retried(async () => {
      const { edges } = this.#loaded.marker;
      if (edges > this.#mostCopied) throw tooLargeToCopy(edges, this.#mostCopied);
      return selectView(await this.#copy(performance.now() + this.#milliseconds), this.#selection);
    });
  }

  /** The answer to a question as text or as a document. Never throws for what is asked, nor for what fails. */
  async ask(query: string | DocumentNode, request: OperationRequest = {}): Promise<WrittenAnswer | FailedAnswer> {
    return this.#untilWhole(request, (engine, asked, it) => engine.ask(asked, query, it));
  }

  /** The answer to an operation of a document that was validated. */
  async answer(document: DocumentNode, request: OperationRequest = {}): Promise<WrittenAnswer | FailedAnswer> {
    return this.#untilWhole(request, (engine, asked, it) => engine.answer(asked, document, it));
  }

  async #untilWhole(request: OperationRequest, execute: Execute): Promise<WrittenAnswer | FailedAnswer> {
    try {
      return await this.#retried(() => this.#execute(request, execute));
    } catch (error) {
      if (error instanceof GraphQLError) return failed(error);
      if (error instanceof KnowledgeError) return failed(asGraphQLError(error));
      throw error;
    }
  }

  /** What `ask` gives, asked anew of what was loaded meanwhile. */
  async #retried<T>(ask: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        if (attempt > 0) this.#loaded = await readLoaded(this.#connection, this.#milliseconds, this.#empty.ontology);
        return await ask();
      } catch (error) {
        if (!(error instanceof LoadedAnew)) throw error;
        if (attempt >= MOST_RELOADS) throw halfLoaded(this.#connection.namespace);
      }
    }
  }

  /** The copy of what is loaded, once it was seen that it still is. */
  async #copy(deadline: number): Promise<GraphView> {
    const loaded = this.#loaded;
    await this.#read(loaded, [], deadline);
    return this.#copied.within(deadline - performance.now(), loaded);
  }

  async #execute(request: OperationRequest, execute: Execute): Promise<WrittenAnswer | FailedAnswer> {
    const loaded = this.#loaded;
    const { marker, rules } = loaded;
    const deadline = performance.now() + this.#milliseconds;
    const fetching = new Fetching(this.#connection, this.#empty.ontology);
    const selected = new SelectedView(this.#empty, fetching, marker);
    const read = (statements: readonly Statement[]): Promise<Neo4jRow[][]> => this.#read(loaded, statements, deadline);
    const parts = new AnswerParts({ empty: this.#empty, fetching, read, marker, rules });
    const remote: RemoteGraph = {
      open: (selection, limits, work) => this.#open(selected, selection, parts, limits, work),
    };
    const asked = { view: this.#empty, about: marker.about, remote };
    const { contextValue, observe, ...plain } = request;
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const answer = execute(this.#engine, asked, plain);
      if (restsOnAll(answer) && marker.edges <= this.#mostCopied) {
        const whole = await this.#copy(deadline);
        const view = selectView(whole, this.#selection);
        return execute(engineOf(whole.graph, this.#limits), { view, about: marker.about }, request);
      }
      if (!fetching.isMissingSomething && !parts.isMissingSomething) {
        // Whoever watches each field sees one execution, the last.
        return contextValue || observe ? execute(this.#engine, asked, request) : answer;
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
    const { ontology } = this.#empty;
    const own = dated(this.#selection, (id) => {
      const { keyView } = selected.of([]);
      return namedDate(parts.part('whenOf', { id, of: 'all' }, new ViewCondition([], ontology), keyView).view, id);
    });
    const then = dated(selection, (id) => {
      const { selections, keyView } = selected.of([own]);
      return namedDate(parts.part('whenOf', { id }, new ViewCondition(selections, ontology), keyView).view, id);
    });
    const { selections, keyView } = selected.of([own, then]);
    selected.fetching.overrides = this.#loaded.varying.overrides(keyView.periods);
    const view = new ViewCondition(selections, ontology);
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

  /** The rows of what was loaded; throws where it is another graph by now. */
  async #read({ marker: of }: Loaded, statements: readonly Statement[], deadline: number): Promise<Neo4jRow[][]> {
    const left = Math.max(1, Math.ceil(deadline - performance.now()));
    const marker = readMarker(this.#connection.namespace);
    const [found = [], ...results] = await this.#connection.read([marker, ...statements], left);
    if (this.#checked(found).loadedAt !== of.loadedAt) throw new LoadedAnew();
    return results;
  }

  #checked(rows: readonly Neo4jRow[]): Marker {
    const { namespace } = this.#connection;
    const marker = getMarker(namespace, rows);
    checkOntology(namespace, this.#empty.ontology, rows);
    return marker;
  }
}

type Execute = (
  engine: QueryEngine,
  asked: Parameters<QueryEngine['answer']>[0],
  request: OperationRequest,
) => WrittenAnswer | FailedAnswer;

/** Whether an answer was refused because it rests on more of the graph than is fetched for it. */
const restsOnAll = (answer: WrittenAnswer | FailedAnswer): boolean =>
  'errors' in answer &&
  answer.errors.some(({ extensions: { code } }) => code === 'NOT_ON_NEO4J' || code === 'NEO4J_TOO_LARGE');

/** The selection with the date that it is as of. Throws where it has two. */
function dated({ asOfWhenOf, ...rest }: ViewSelection, dateOf: (id: string) => string): ViewSelection {
  if (asOfWhenOf === undefined) return rest;
  if (rest.asOf !== undefined) throw severalDates();
  return { ...rest, asOf: dateOf(asOfWhenOf) };
}

/** Thrown where the graph is another than when it was connected to. */
class LoadedAnew extends Error {}

/** How much was loaded, and when. */
export interface LoadedSummary {
  readonly nodes: number;
  readonly edges: number;
  readonly loadedAt: string;
}

const summaryOfMarker = ({ nodes, edges, loadedAt }: Marker): LoadedSummary => ({ nodes, edges, loadedAt });

const failed = (error: GraphQLError): FailedAnswer => ({ executor: 'graphql-js', errors: [error] });
