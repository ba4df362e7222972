/**
 * The types of an ontology, printed from its SDL by `diplograph types`. Print it anew; do not edit it.
 */

/** A film. */
export interface Movie {
  readonly type: 'Movie';
  readonly id: string;
  readonly title: string;
  readonly released?: number;
  readonly tags?: readonly string[];
  readonly genre?: Genre;
}

export interface Series {
  readonly type: 'Series';
  readonly id: string;
  readonly title: string;
}

export interface Person {
  readonly type: 'Person';
  readonly id: string;
  readonly name: string;
  readonly born?: string;
  readonly seen?: string;
  readonly worth?: bigint;
  readonly height?: number;
}

export type Production = Movie | Series;

/** How a part was played. */
export interface ActedIn {
  readonly roles: readonly string[];
  readonly screenTime?: number;
}

/** - COMEDY: Laughter. */
export type Genre = 'DRAMA' | 'COMEDY' | 'HORROR';

/** The whole ontology, for `openGraph<Schema>`. */
export interface Schema {
  readonly nodes: {
    readonly 'Movie': {
      readonly node: Movie;
      readonly times: {};
      readonly out: {};
      readonly in: {
        readonly 'ACTED_IN': 'Person';
        readonly 'DIRECTED': 'Person';
      };
    };
    readonly 'Series': {
      readonly node: Series;
      readonly times: {};
      readonly out: {};
      readonly in: {
        readonly 'ACTED_IN': 'Person';
      };
    };
    readonly 'Person': {
      readonly node: Person;
      readonly times: { readonly born: 'Date'; readonly seen: 'DateTime' };
      readonly out: {
        readonly 'ACTED_IN': 'Movie' | 'Series';
        readonly 'DIRECTED': 'Movie';
        readonly 'KNOWS': 'Person';
      };
      readonly in: {
        readonly 'KNOWS': 'Person';
      };
    };
  };
  readonly interfaces: {
    readonly 'Production': 'Movie' | 'Series';
  };
  readonly edges: {
    readonly 'ACTED_IN': { readonly from: 'Person'; readonly to: 'Movie' | 'Series'; readonly carries: 'ActedIn' };
    readonly 'DIRECTED': { readonly from: 'Person'; readonly to: 'Movie'; readonly carries: never };
    readonly 'KNOWS': { readonly from: 'Person'; readonly to: 'Person'; readonly carries: never };
  };
  readonly carried: {
    readonly 'ActedIn': {
      readonly properties: ActedIn;
      readonly times: {};
    };
  };
}
