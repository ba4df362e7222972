/**
 * A format: a way to hand a view of the graph to somebody else's program.
 *
 * One format is one file and one line in `write-graph.ts`. It takes any view and gives it as pieces of text,
 * in one pass and in the order of the numbers, so that a million edges need no more memory than a hundred and the same
 * view is the same bytes. Pieces may be of any size: `writeGraph` gathers them.
 */
import type { GraphView } from '../views/graph-view.ts';
import type { TextSanitiser } from './escapes.ts';

/** Where nodes lie: coordinates by node number, y upwards; NaN for a node that was not laid out. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What can be asked of a format, beside the view. Each format heeds those that it names in `options`. */
export interface WriteOptions {
  /** GEXF: no lifetimes, for readers that refuse dynamic graphs. Dates stay as attributes. */
  readonly static?: boolean;
  /** GEXF: which version; 1.3 unless said. */
  readonly gexfVersion?: '1.2' | '1.3';
  /** Which file of a format of several, such as `edges`; the first unless said. */
  readonly part?: string;
  /** Node-link JSON: the key of the list of edges; `links` unless said. */
  readonly edgesKey?: 'links' | 'edges';
  /** Pictures: the ground they are for; `light` unless said. */
  readonly theme?: 'light' | 'dark';
  /** Where nodes lie, for formats that can say so. */
  readonly positions?: Positions;
  /** RDF: the beginning of the names of nodes, edges and terms; `urn:diplograph:` unless said. */
  readonly base?: string;
  /** Counts the characters that the format cannot hold. */
  readonly sanitiser?: TextSanitiser;
}

interface AboutFormat {
  /** What people write behind `--format`: `gexf`. */
  readonly name: string;
  /** What it is called among people: `GEXF 1.3`. */
  readonly title: string;
  /** The ending of its files, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
  readonly options: readonly (keyof WriteOptions)[];
  /** The files that it consists of, where it is more than one: `nodes`, `edges`. */
  readonly parts?: readonly string[];
}

export interface TextFormat extends AboutFormat {
  readonly write: (view: GraphView, options: WriteOptions) => Iterable<string>;
}

/** A picture of points, which is made as a whole. */
export interface PictureFormat extends AboutFormat {
  readonly draw: (view: GraphView, options: WriteOptions) => Promise<Uint8Array>;
}

export type Format = TextFormat | PictureFormat;
