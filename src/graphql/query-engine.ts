/**
 * What a server runs queries with: one graph, its schema, its limits, and everything kept between requests.
 *
 * An operation is answered as JSON text by its compiled form. Only what compilation leaves out is executed by
 * graphql-js: introspection, and answers with errors, whose shape is graphql-js's to decide.
 */
import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { GraphView } from '../views/graph-view.ts';
import { buildGraphSchema } from './build-schema.ts';
import { AnswerCache } from './compiled/answer-cache.ts';
import { CompiledOperations, type PreparedOperation } from './compiled/compiled-operations.ts';
import { type Answer, admit, type Cost, executeDocument, extensionsOf } from './execute-document.ts';
import { limitRules } from './limiting/limit-rules.ts';
import { defaultLimits, type QueryLimits } from './limits.ts';
import type { GraphContext } from './operation.ts';

export interface EngineOptions {
  readonly limits?: QueryLimits;
  /** What the graph is called. */
  readonly about?: DatasetAbout;
  /** Characters of answers that are kept; 0 keeps none. Default 16 million. */
  readonly answerCache?: number;
}

/** A whole answer as JSON. */
export interface AnswerText {
  readonly text: string;
}

type Variables = Readonly<Record<string, unknown>>;

export class QueryEngine {
  readonly schema: GraphQLSchema;
  /** What a document must keep to beside GraphQL's own rules. */
  readonly validationRules: readonly ValidationRule[];
  readonly #context: GraphContext;
  readonly #limits: QueryLimits;
  readonly #answers: AnswerCache;
  readonly #operations: CompiledOperations;
  /** Numbers of documents, for keys of answers. */
  readonly #documents = new WeakMap<DocumentNode, number>();
  #documentCount = 0;

  constructor(view: GraphView, options: EngineOptions = {}) {
    const { limits = defaultLimits, about, answerCache = 16_000_000 } = options;
    this.schema = buildGraphSchema(view.ontology);
    this.validationRules = limitRules(limits);
    this.#operations = new CompiledOperations(this.schema);
    this.#limits = limits;
    this.#context = { view, limits, ...(about && { about }) };
    this.#answers = new AnswerCache(answerCache);
  }

  /** The answer to an operation of a document that was validated, by `validationRules` too. */
  answer(document: DocumentNode, variables?: Variables | null, operationName?: string | null): Answer | AnswerText {
    const given = variables ?? {};
    const { cost } = admit(this.schema, document, operationName, given, this.#limits);
    const prepared = cost && this.#operations.find(document, operationName);
    if (!prepared) return this.#execute(document, given, operationName);
    const key = this.#keyOf(document, given, operationName);
    const known = this.#answers.get(key);
    if (known !== undefined) return { text: known };
    let text = this.#write(prepared, given, cost);
    if (text === undefined) {
      const answer = this.#execute(document, given, operationName);
      if (answer.errors) return answer;
      text = JSON.stringify(answer);
    }
    this.#answers.set(key, text);
    return { text };
  }

  #keyOf(document: DocumentNode, variables: Variables, operationName: string | null | undefined): string {
    let number = this.#documents.get(document);
    if (number === undefined) this.#documents.set(document, (number = this.#documentCount++));
    return `${number} ${operationName ?? ''} ${JSON.stringify(variables)}`;
  }

  /** The answer as text; undefined when it has to be executed the plain way. */
  #write({ readVariables, compiled }: PreparedOperation, given: Variables, cost: Cost): string | undefined {
    const variables = readVariables(given);
    const write = variables && compiled(variables);
    if (!write) return undefined;
    const context: GraphContext = { ...this.#context };
    try {
      const data = write(context, variables);
      return `{"data":${data},"extensions":${JSON.stringify(extensionsOf(context, cost))}}`;
    } catch {
      // Whatever went wrong, graphql-js meets it again and reports it as GraphQL has it.
      return undefined;
    }
  }

  #execute(document: DocumentNode, variables: Variables, operationName: string | null | undefined): Answer {
    return executeDocument(this.schema, { ...this.#context }, document, variables, operationName);
  }
}
