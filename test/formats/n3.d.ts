/**
 * The part of the `n3` package that tests read with; it ships no types.
 */
declare module 'n3' {
  export interface Term {
    readonly termType: 'NamedNode' | 'Literal' | 'BlankNode' | 'DefaultGraph';
    readonly value: string;
    readonly datatype?: Term;
  }

  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }

  /** Throws where the text is not of the format. */
  export class Parser {
    constructor(options: { format: string });
    parse(text: string): Quad[];
  }
}
