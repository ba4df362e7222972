/**
 * Things as RDF tells of them: a name, and what is said of it. Turtle, N-Quads and JSON-LD are three ways to write them.
 */

/** Another thing by its IRI, or a text with its datatype; a plain text has none. */
export type RdfObject = { readonly iri: string } | { readonly text: string; readonly datatype?: string };

/** A predicate, and everything that it says: nothing twice in one list, and no predicate twice of one thing. */
export interface Said {
  readonly predicate: string;
  readonly objects: readonly RdfObject[];
}

/** A thing within another: a citation, a way in which it follows, a rival value. */
export interface Part {
  readonly predicate: string;
  readonly thing: Thing;
}

export interface Thing {
  readonly iri: string;
  readonly said: readonly Said[];
  readonly parts: readonly Part[];
}

/** Stands for the IRI of the thing at hand in what was written before it was known which one it is. No text holds it. */
export const ITSELF = '\u0001';

/** How things are written. */
export interface RdfSyntax {
  readonly head: string;
  readonly foot: string;
  /** Stands between one thing and the next. */
  readonly between: string;
  /** An IRI as it stands in the text. */
  iri(iri: string): string;
  /** IRIs that begin alike, as they stand in the text, from what they end in, which is encoded. */
  within(space: string): (end: string) => string;
  /** That a predicate leads from the thing at hand to another, whose IRI was written by `iri`. */
  link(predicate: string): (other: string) => string;
  /** What is said of a thing, the beginning of each predicate included; with `ITSELF` where its IRI belongs. */
  said(said: readonly Said[]): string;
  /** A whole thing: its IRI, written by `iri`, and what was written by `said` and `link`. */
  thing(name: string, said: string, parts: readonly Part[]): string;
}
