/**
 * What a foreign graph says, in the words of a dossier: entries of nodes and edges, each with its place.
 *
 * They are made by the graph's own names, where it is one that we wrote, or by a mapping.
 */
import type { LocatedMap } from '../loading/located.ts';
import type { ProblemList } from '../loading/problem-list.ts';
import type { Ontology } from '../ontology/ontology.ts';

export interface EdgeEntry {
  readonly entry: LocatedMap;
  /** Whether the file says which end is the source. */
  readonly directed: boolean;
}

export interface Entries {
  readonly nodes: readonly LocatedMap[];
  readonly edges: readonly EdgeEntry[];
  /** How many nodes and edges could not be made entries of; the problems say why. */
  readonly refused: number;
  /** How many nodes a mapping has no entry for. */
  readonly unmapped: number;
  /** How many edges rules had inferred: they follow again by themselves. */
  readonly inferred: number;
  /** Names of attributes that the ontology has no place for, in the order in which they first appear. */
  readonly ignored: readonly string[];
}

/** What the making of entries has to know of the graph that they are for. */
export interface EntryContext {
  readonly ontology: Ontology;
  /** The type of a node of the graph, or undefined. */
  readonly typeOf: (id: string) => string | undefined;
  readonly problems: ProblemList;
}
