/**
 * What is worked out once for an operation and kept as long as its document and its schema are.
 *
 * Servers keep a bounded number of documents; what was made of one goes with it.
 */
import type { DocumentNode, GraphQLSchema } from 'graphql';

export class PerOperation<T> {
  readonly #make: (schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined) => T;
  readonly #kept = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Map<string, T>>>();

  constructor(make: (schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined) => T) {
    this.#make = make;
  }

  get(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined): T {
    let documents = this.#kept.get(schema);
    if (!documents) this.#kept.set(schema, (documents = new WeakMap()));
    let operations = documents.get(document);
    if (!operations) documents.set(document, (operations = new Map()));
    const name = operationName ?? undefined;
    const known = operations.get(name ?? '');
    if (known !== undefined || operations.has(name ?? '')) return known as T;
    const made = this.#make(schema, document, name);
    operations.set(name ?? '', made);
    return made;
  }
}
