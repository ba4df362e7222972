/**
 * A graph as another program wrote it: nodes and edges with attributes, before anyone has asked what they mean.
 *
 * Values are what the file has: texts of XML and CSV stay texts, JSON gives numbers, truths and lists too.
 */
import type { Position, Problem } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { PropertyValue } from '../facts/fact.ts';
import { tooManyThings } from './problems.ts';

export type ForeignAttributes = Readonly<Record<string, PropertyValue>>;

export interface ForeignNode {
  /** What edges call it. Where the file has several spaces of ids, the space stands behind a NUL. */
  readonly id: string;
  readonly attributes: ForeignAttributes;
  readonly at: Position;
}

export interface ForeignEdge {
  /** What the file calls it; often a mere number, or nothing. */
  readonly id: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly directed: boolean;
  /** Set on the second of two edges that stand for one that goes both ways: a symmetric type needs but one of them. */
  readonly isMirror?: true;
  readonly attributes: ForeignAttributes;
  readonly at: Position;
}

/** Something else that an entry says of a node: a rival value, or an id that it had. */
export interface ForeignRemark {
  readonly node: string;
  readonly says: { readonly claim: Readonly<Record<string, unknown>> } | { readonly replaces: string };
  readonly at: Position;
}

export interface ForeignGraph {
  readonly nodes: readonly ForeignNode[];
  readonly edges: readonly ForeignEdge[];
  readonly remarks?: readonly ForeignRemark[];
  /** Attributes that the format has for drawing and the like, in lower case: they are no properties of ours. */
  readonly drawing: { readonly node: ReadonlySet<string>; readonly edge: ReadonlySet<string> };
  /** The items of a list that stands in one text; undefined where the text is none. */
  readonly listOf: (text: string) => readonly string[] | undefined;
  /** Attributes that the file declares, whether or not anything has them. */
  readonly declared?: { readonly node: readonly string[]; readonly edge: readonly string[] };
  /** What the file itself calls an id and the ends of an edge, where it is not `id`, `source` and `target`. */
  readonly called?: {
    readonly node: Readonly<Record<string, string>>;
    readonly edge: Readonly<Record<string, string>>;
  };
  /** What an id is by our own names, where we write it otherwise in this format. */
  readonly ownId?: (id: string) => string;
  /** What the file has beside attributes of nodes and edges, and how often: it is not read. */
  readonly leftOut?: ReadonlyMap<string, number>;
  /** What was read and is worth a look. */
  readonly warnings?: readonly Problem[];
}

/** A way to read the files of a format. */
export interface ForeignReader {
  /** What people write behind `--format`; the name of the format that is written, where there is one. */
  readonly name: string;
  readonly title: string;
  /** Endings of its files, without the dot. */
  readonly endings: readonly string[];
  /** Whether a text that begins so, or that is this value in JSON, is of this format, where the ending leaves it open. */
  readonly isLike: (start: string, json: unknown) => boolean;
  /** The most files that it takes: two for tables of nodes and of edges. */
  readonly files: 1 | 2;
  /**
   * The graph of the files. Throws `Malformed` at the first place that cannot be understood: half a graph would look
   * like a whole one.
   */
  readonly read: (files: readonly SourceFile[]) => ForeignGraph;
}

/** Nodes, and edges, of one import. A fact takes a thousand bytes and more; a file may say one in ten. */
const MOST_THINGS = 1_000_000;

/** Adds a node or an edge to those that were read. Throws `Malformed` when there are too many. */
export function addThing<Thing extends ForeignNode | ForeignEdge>(things: Thing[], thing: Thing): void {
  if (things.length >= MOST_THINGS) throw new Malformed(tooManyThings(thing.at, MOST_THINGS));
  things.push(thing);
}

/** What a reader throws: the problem, with its place. */
export class Malformed extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** No list stands in a text of this format. */
export const noLists = (): undefined => undefined;

/** Counts something once more. */
export function countOne(counts: Map<string, number>, name: string, count = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

/** Adds a value to a thing; where it has one of that name already, both are kept, as a list. */
export function addValue(attributes: Record<string, PropertyValue>, name: string, value: PropertyValue): void {
  if (name === '__proto__') return;
  const before = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  attributes[name] = before === undefined ? value : [before, value].flat();
}

/** A truth or a number of another program's as we write it; a number that is none says nothing. */
export function plainValue(text: string, type: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  if (type === 'boolean') return trimmed === '1' ? 'true' : trimmed === '0' ? 'false' : trimmed;
  return NUMBER_TYPES.has(type) && trimmed === 'nan' ? undefined : text;
}

const NUMBER_TYPES: ReadonlySet<string> = new Set(['int', 'integer', 'long', 'float', 'double', 'short', 'byte']);

/** Names without regard to case. */
export const names = (...all: readonly string[]): ReadonlySet<string> => new Set(all);
