/**
 * What a walk gives, from the numbers of its last operator: nodes, edges and paths as plain objects, ids, and groups.
 */
import { addTo } from '../base/group-by.ts';
import type { EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { edgeObject, nodeObject } from './nodes-and-edges.ts';
import { NONE, type Operator, type PathNumbers, type Run } from './operator.ts';

/** One path that a walk took: as many edges as hops, and one node more. */
export interface WalkedPath<S extends TypedOntology> {
  readonly nodes: readonly NodeOf<S>[];
  readonly edges: readonly EdgeOf<S>[];
}

/** A path as the objects of its nodes and edges. */
export function walkedPath<S extends TypedOntology>(
  graph: KnowledgeGraph,
  { nodes, edges }: PathNumbers,
): WalkedPath<S> {
  return {
    nodes: nodes.map((it) => nodeObject(graph, it) as NodeOf<S>),
    edges: edges.map((it) => edgeObject(graph, it) as EdgeOf<S>),
  };
}

/** What `of` makes of each row, one at a time. */
export function* eachResult<T>(run: Run, of: (node: NodeNumber, last: Operator) => T): Generator<T, void, undefined> {
  const { last } = run;
  try {
    for (let node = last.next(); node !== NONE; node = last.next()) yield of(node, last);
  } finally {
    run.end();
  }
}

/** The same of all rows. */
export function allResults<T>(run: Run, of: (node: NodeNumber, last: Operator) => T): T[] {
  const { last } = run;
  const made: T[] = [];
  for (let node = last.next(); node !== NONE; node = last.next()) made.push(of(node, last));
  run.end();
  return made;
}

/** The edges of the last step, each once. */
export function lastEdges(run: Run): Set<EdgeNumber> {
  const edges = new Set(allResults(run, (_, { edge }) => edge));
  edges.delete(NONE);
  return edges;
}

/** Nodes that are being counted. Counting calls nobody who might count too, so one array serves all. */
const counted = new Uint32Array(512);

/** How many rows there are. */
export function countRows(run: Run): number {
  const { last } = run;
  let count = 0;
  for (let filled = last.fill(counted); filled > 0; filled = last.fill(counted)) count += filled;
  run.end();
  return count;
}

type KeyOf<T> = T extends unknown ? keyof T & string : never;

/** The names of the properties that nodes of some types have. */
export type PropertyName<N> = KeyOf<N>;

/** What a group is known by: a value of the property, an element where it is a list, undefined where it is missing. */
export type GroupKey<N, Name> = N extends unknown
  ? Name extends keyof N
    ? N[Name] extends readonly (infer Element)[] | undefined
      ? Element | undefined
      : N[Name] | undefined
    : undefined
  : never;

/** The things of each key, in the order in which keys first appear; a thing with several keys is in several groups. */
export function groupThings<T extends object>(
  things: Iterable<T>,
  by: string | ((thing: T) => unknown),
): Map<unknown, T[]> {
  const groups = new Map<unknown, T[]>();
  for (const thing of things) {
    const key: unknown = typeof by === 'function' ? by(thing) : ownValue(thing, by);
    for (const one of Array.isArray(key) ? key : [key]) addTo(groups, one, thing);
  }
  return groups;
}

/** What an object has itself under a name, and not through its prototype. */
const ownValue = (thing: object, name: string): unknown =>
  Object.hasOwn(thing, name) ? (thing as Readonly<Record<string, unknown>>)[name] : undefined;
