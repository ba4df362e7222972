/**
 * Queries that Apollo has parsed and checked, by their text: the same question again is answered without asking Apollo.
 *
 * Apollo keeps documents too, but spends several times as long on the way to them as a small answer takes. Only the
 * plain case is taken here, a JSON body whose answer is JSON; everything else goes Apollo's way.
 */
import type { DocumentNode } from 'graphql';

/** How many documents are kept; the least recently used goes first. */
const MOST = 1000;
/** Longer queries are not kept: they are few, and parsing is not what they cost. */
const LONGEST = 16_384;

export class KnownDocuments {
  readonly #documents = new Map<string, DocumentNode>();

  /** Keeps a document that was checked. */
  keep(query: string, document: DocumentNode): void {
    if (query.length > LONGEST || this.#documents.has(query)) return;
    const oldest = this.#documents.keys().next().value;
    if (this.#documents.size >= MOST && oldest !== undefined) this.#documents.delete(oldest);
    this.#documents.set(query, document);
  }

  find(query: string): DocumentNode | undefined {
    const document = this.#documents.get(query);
    if (!document) return undefined;
    this.#documents.delete(query);
    this.#documents.set(query, document);
    return document;
  }
}
