/**
 * What a foreign graph says, in the words of a dossier: entries of nodes and edges, each with its place.
 *
 * They are made by the graph's own names, where it is one that we wrote, or by a mapping.
 */

import type { LocatedMap } from '../base/located.ts';
import type { ProblemList } from '../base/problem-list.ts';
import type { Ontology } from '../ontology/ontology.ts';

export interface EdgeEntry {
  readonly entry: LocatedMap;
  /** Whether the file says which end is the source. */
  readonly directed: boolean;
  /** Whether it is the second of two that stand for one edge both ways; a symmetric type needs but the first. */
  readonly isMirror?: true | undefined;
}

/** Entries, each made when it is asked for: at no time are there as many of them as there are nodes and edges. */
export interface Entries {
  readonly nodes: Iterable<LocatedMap>;
  /** To be asked for when all nodes have been taken. */
  readonly edges: Iterable<EdgeEntry>;
}

/** What no entry was made of, counted while entries are made. */
export class LeftOut {
  /** How many nodes and edges could not be made entries of; the problems say why. */
  refused = 0;
  /** How many nodes a mapping has no entry for. */
  unmapped = 0;
  /** How many edges it has none for. */
  unmappedEdges = 0;
  /** How many edges rules had inferred: they follow again by themselves. */
  inferred = 0;
  /** How many edges were alike in all with one before them, where the mapping takes such edges once. */
  repeated = 0;
  /** Attributes that the ontology has no place for, and whatever else of the file is not taken in: how often it is there. */
  readonly ignored: Map<string, number> = new Map();
}

/** What the making of entries has to know of the graph that they are for. */
export interface EntryContext {
  readonly ontology: Ontology;
  /** The type of a node of the graph, or undefined. */
  readonly typeOf: (id: string) => string | undefined;
  readonly problems: ProblemList;
  readonly leftOut: LeftOut;
}
