/**
 * What questions are answered with, whoever asks: one graph, its schema, its limits, and everything remembered between
 * questions. There is one engine for each graph; `engineOf` gives it to HTTP, to programs and to the command line alike.
 *
 * An operation is answered as JSON text by its compiled form. Only what compilation leaves out is executed by
 * graphql-js: introspection, and answers with errors, whose shape is graphql-js's to decide. Every answer says which of
 * the two made it.
 */
import {
  type DocumentNode,
  executeSync,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { ByteCache } from '../base/byte-cache.ts';
import { onceFor } from '../base/once-for.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { Extensions, FailedAnswer, Taken, WrittenAnswer } from './answer.ts';
import { Allowance } from './execution/allowance.ts';
import { PreparedDocument, type PreparedOperation } from './execution/prepared-document.ts';
import { correctGuess } from './first-guesses.ts';
import { defaultLimits, excessOfInput, limitRules, MoreWork, type QueryLimits } from './limits/query-limits.ts';
import type { GraphContext, RemoteGraph } from './operation.ts';
import { tooCostly, tooDeepToRead, withCode } from './problems.ts';
import { buildGraphSchema } from './schema/build-schema.ts';

/** What is asked: a view of the engine's graph, and what the graph is called. */
export interface Asked {
  readonly view: GraphView;
  readonly about?: DatasetAbout | undefined;
  /** What answers instead of the view. Nothing of it is remembered: it may change at any time. */
  readonly remote?: RemoteGraph | undefined;
}

/** An operation of a document. */
export interface OperationRequest {
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** Which operation to run, when the document has several. */
  readonly operationName?: string | null | undefined;
  /**
   * What resolvers get beside the graph. Where it is given, somebody watches them: graphql-js then executes the
   * operation field by field.
   */
  readonly contextValue?: object | undefined;
  /**
   * How much work is done here. An operation that takes more is not answered: `tryAnswer` gives undefined then, and whoever
   * asked works it out elsewhere.
   */
  readonly workHere?: number | undefined;
  /** Is told, once the operation was executed or remembered, what it took. */
  readonly observe?: ((taken: Taken) => void) | undefined;
}

export interface EngineOptions {
  readonly limits?: QueryLimits | undefined;
  /** Bytes of answers that are remembered; 0 remembers none. Default 8 MiB. */
  readonly answerBytes?: number;
  /** Bytes of documents that are remembered as they were parsed and validated. Default 8 MiB. */
  readonly documentBytes?: number;
  /** Bytes of compiled operations and of the texts they keep. Default 8 MiB. */
  readonly compiledBytes?: number;
}

const MEBIBYTE = 2 ** 20;
/** Faults in variables that are reported at once, and in documents. */
const MOST_INPUT_ERRORS = 5;
const MOST_VALIDATION_ERRORS = 20;
/** What a remembered answer takes beside its texts. */
const ENTRY_BYTES = 400;

export class QueryEngine {
  readonly schema: GraphQLSchema;
  /** What a document must keep to beside GraphQL's own rules. */
  readonly validationRules: readonly ValidationRule[];
  readonly #limits: QueryLimits;
  readonly #compiled: Allowance;
  readonly #answers: ByteCache<string, WrittenAnswer>;
  /** By their text; and those that came parsed, with what is wrong with them. */
  readonly #texts: ByteCache<string, DocumentNode>;
  readonly #checked = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  readonly #prepared: ByteCache<DocumentNode, PreparedDocument>;
  /** Keys of operations that took more work than was to be done here. */
  readonly #heavy = new ByteCache<string, true>(MEBIBYTE, (_, key) => 2 * key.length + ENTRY_BYTES);

  constructor(graph: KnowledgeGraph, options: EngineOptions = {}) {
    const { limits = defaultLimits } = options;
    const { answerBytes = 8 * MEBIBYTE, documentBytes = 8 * MEBIBYTE, compiledBytes = 8 * MEBIBYTE } = options;
    this.schema = buildGraphSchema(graph.ontology);
    this.validationRules = limitRules(limits);
    this.#limits = limits;
    this.#compiled = new Allowance(compiledBytes);
    this.#answers = new ByteCache(answerBytes, ({ json }, key) => 2 * (json.length + key.length) + ENTRY_BYTES);
    const bytesOf = (document: DocumentNode): number => this.#prepare(document).bytes;
    this.#texts = new ByteCache(documentBytes, (document, text) => bytesOf(document) + 2 * text.length);
    this.#prepared = new ByteCache(documentBytes, ({ bytes }) => bytes);
  }

  /** The answer to a question as text or as a document, or what is wrong with it. Never throws for what is asked. */
  ask(asked: Asked, query: string | DocumentNode, request: OperationRequest = {}): WrittenAnswer | FailedAnswer {
    const document = this.#check(query);
    return Array.isArray(document)
      ? { executor: 'graphql-js', errors: document }
      : this.answer(asked, document as DocumentNode, request);
  }

  /** The answer to an operation of a document that was validated, by `validationRules` too. */
  answer(asked: Asked, document: DocumentNode, request: OperationRequest = {}): WrittenAnswer | FailedAnswer {
    return this.tryAnswer(asked, document, { ...request, workHere: undefined }) as WrittenAnswer | FailedAnswer;
  }

  /** The same; undefined where it takes more than `workHere`, which is remembered. */
  tryAnswer(asked: Asked, document: DocumentNode, request: OperationRequest): WrittenAnswer | FailedAnswer | undefined {
    const prepared = this.#prepare(document);
    const operation = prepared.operation(request.operationName);
    const variables = request.variables ?? {};
    const { maxCost } = this.#limits;
    const excess = excessOfInput(variables, this.#limits);
    if (excess) return refused([excess]);
    // An operation that is not there is reported by graphql-js.
    if (!operation) return this.execute(asked, document, request);
    const estimate = operation.measure.cost(variables, this.#limits);
    if (estimate > maxCost) return refused([tooCostly(estimate, maxCost)]);

    const cost: Cost = { estimate, allowed: maxCost };
    if (request.contextValue || asked.remote) return this.execute(asked, document, request, cost);
    const key = keyOf(prepared, asked, operation, variables);
    const known = this.#answers.get(key);
    if (known) {
      request.observe?.({ remembered: true, cost: estimate, work: 0 });
      return known;
    }
    if (request.workHere !== undefined && this.#heavy.get(key)) return undefined;
    try {
      const answer =
        this.#write(asked, operation, variables, cost, request) ?? this.execute(asked, document, request, cost);
      if ('json' in answer) this.#answers.set(key, answer);
      return answer;
    } catch (error) {
      if (!(error instanceof MoreWork)) throw error;
      this.#heavy.set(key, true);
      return undefined;
    }
  }

  /** Remembers an answer that was worked out elsewhere. */
  remember(asked: Asked, document: DocumentNode, request: OperationRequest, answer: WrittenAnswer): void {
    const prepared = this.#prepare(document);
    const operation = prepared.operation(request.operationName);
    if (operation) this.#answers.set(keyOf(prepared, asked, operation, request.variables ?? {}), answer);
  }

  /** The answer as graphql-js makes it, to an operation of a document that was validated. */
  execute(asked: Asked, document: DocumentNode, request: OperationRequest, cost?: Cost): WrittenAnswer | FailedAnswer {
    const { variables: variableValues, operationName } = request;
    const contextValue: GraphContext = Object.assign(request.contextValue ?? {}, this.#contextOf(asked, request));
    const { schema } = this;
    const { data, errors } = executeSync({
      ...{ schema, document, contextValue, variableValues, operationName },
      options: { maxCoercionErrors: MOST_INPUT_ERRORS },
    });
    const more = errors?.find((it) => it.originalError instanceof MoreWork);
    if (more) throw more.originalError;
    // Errors before anything was executed are the caller's: variables of a wrong type, an operation that is not there.
    if (data === undefined) {
      for (const error of errors ?? []) correctGuess(error, schema);
      return refused(errors ?? [], cost && { cost });
    }
    observe(request.observe, contextValue, cost);
    const extensions = extensionsOf(contextValue, cost);
    if (errors) return { executor: 'graphql-js', errors, data, extensions };
    return { executor: 'graphql-js', json: JSON.stringify(data), extensions };
  }

  /** The answer by the compiled form; undefined when graphql-js has to execute it. */
  #write(
    asked: Asked,
    operation: PreparedOperation,
    given: Variables,
    cost: Cost,
    request: OperationRequest,
  ): WrittenAnswer | undefined {
    const variables = operation.readVariables(given);
    const write = variables && operation.compiled(variables);
    if (!write) return undefined;
    const context = this.#contextOf(asked, request);
    try {
      const json = write(context, variables);
      // Pieces that were added up are joined now, while they are young: they would outlive collections on their way out.
      json.charCodeAt(0);
      observe(request.observe, context, cost);
      return { executor: 'compiled', json, extensions: extensionsOf(context, cost) };
    } catch (error) {
      if (error instanceof MoreWork) throw error;
      // Whatever went wrong, graphql-js meets it again and reports it as GraphQL has it.
      return undefined;
    }
  }

  /** The document, parsed and validated; or what is wrong with it. */
  #check(query: string | DocumentNode): DocumentNode | readonly GraphQLError[] {
    if (typeof query !== 'string') {
      let errors = this.#checked.get(query);
      if (!errors) this.#checked.set(query, (errors = this.#validate(query)));
      return errors.length > 0 ? errors : query;
    }
    const known = this.#texts.get(query);
    if (known) return known;
    try {
      const document = parse(query);
      const errors = this.#validate(document);
      if (errors.length > 0) return errors;
      this.#texts.set(query, document);
      return document;
    } catch (error) {
      if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
      // Brackets without end take the stack of whoever reads them.
      if (error instanceof RangeError) return [tooDeepToRead()];
      throw error;
    }
  }

  #validate(document: DocumentNode): readonly GraphQLError[] {
    const rules = [...specifiedRules, ...this.validationRules];
    const errors = validate(this.schema, document, rules, { maxErrors: MOST_VALIDATION_ERRORS });
    return errors.map((it) => correctGuess(withCode(it, 'GRAPHQL_VALIDATION_FAILED'), this.schema));
  }

  #prepare(document: DocumentNode): PreparedDocument {
    return this.#prepared.getOrMake(document, () => new PreparedDocument(this.schema, document, this.#compiled));
  }

  #contextOf({ view, about, remote }: Asked, { workHere }: OperationRequest): GraphContext {
    return { view, limits: this.#limits, workHere, ...(about && { about }), ...(remote && { remote }) };
  }
}

const keyOf = (
  document: PreparedDocument,
  { view }: Asked,
  operation: PreparedOperation,
  variables: Variables,
): string => `${document.number} ${view.key} ${operation.name ?? ''} ${JSON.stringify(variables)}`;

const enginesOf = onceFor((_: KnowledgeGraph) => new Map<string, QueryEngine>());

/** The engine of a graph under these limits, made at the first call: `options` count then alone. */
export function engineOf(
  graph: KnowledgeGraph,
  limits: QueryLimits = defaultLimits,
  options: Omit<EngineOptions, 'limits'> = {},
): QueryEngine {
  const key = Object.keys(defaultLimits)
    .map((name) => limits[name as keyof QueryLimits])
    .join(' ');
  let engine = enginesOf(graph).get(key);
  if (!engine) enginesOf(graph).set(key, (engine = new QueryEngine(graph, { ...options, limits })));
  return engine;
}

type Variables = Readonly<Record<string, unknown>>;

/** What an operation is estimated to cost, and what it may. */
interface Cost {
  readonly estimate: number;
  readonly allowed: number;
}

const refused = (errors: readonly GraphQLError[], extensions?: Extensions): FailedAnswer => ({
  executor: 'graphql-js',
  errors: errors.map((it) => withCode(it, 'BAD_USER_INPUT')),
  ...(extensions && { extensions }),
});

function observe(observer: OperationRequest['observe'], { operation }: GraphContext, cost: Cost | undefined): void {
  observer?.({ remembered: false, cost: cost?.estimate, work: operation?.work.spent ?? 0 });
}

/** What there is to say beside an answer: what it was estimated to cost, and remarks, such as a near id. */
function extensionsOf({ operation }: GraphContext, cost: Cost | undefined): Extensions {
  const hints = operation?.hints ?? [];
  return { ...(cost && { cost }), ...(hints.length > 0 && { hints }) };
}
