/**
 * What changed from one graph to another, or from one view of it to another: by id, node for node and edge for edge,
 * conclusions included.
 *
 * Nodes and edges are here with all their properties, since it is these that differ.
 */
import type { Claim } from '../facts/claim.ts';
import type { AnyOntology, EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import { edgeObject, nodeObject } from '../traversal/nodes-and-edges.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface Difference<S extends TypedOntology = AnyOntology> {
  readonly nodes: Changed<NodeOf<S>>;
  readonly edges: Changed<EdgeOf<S>>;
  /** A claim has no id: one that was changed was removed and added. */
  readonly claims: Omit<Changed<Claim>, 'changed'>;
}

export interface Changed<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
}

/**
 * The difference between two views. Time and memory grow with both.
 * @example
 * difference(asOf(view, periodOf('2023')), asOf(view, periodOf('2024'))).edges.added.length
 */
export function difference<S extends TypedOntology = AnyOntology>(before: GraphView, after: GraphView): Difference<S> {
  const { changed: _, ...claims } = compare(claimsOf(before), claimsOf(after));
  return {
    nodes: compare(nodesOf<S>(before), nodesOf<S>(after)),
    edges: compare(edgesOf<S>(before), edgesOf<S>(after), edgeInWords),
    claims,
  };
}

function compare<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  words: (thing: T) => string = inWords,
): Changed<T> {
  const changed: { before: T; after: T }[] = [];
  for (const [id, was] of before) {
    const is = after.get(id);
    if (is !== undefined && words(was) !== words(is)) changed.push({ before: was, after: is });
  }
  return {
    added: [...after].flatMap(([id, it]) => (before.has(id) ? [] : [it])),
    removed: [...before].flatMap(([id, it]) => (after.has(id) ? [] : [it])),
    changed,
  };
}

function nodesOf<S extends TypedOntology>(view: GraphView): Map<string, NodeOf<S>> {
  const { nodes } = view.graph;
  const found = new Map<string, NodeOf<S>>();
  for (let node = 0; node < nodes.count; node++) {
    if (view.hasNode(node)) found.set(nodes.ids[node] ?? '', nodeObject(view.graph, node) as NodeOf<S>);
  }
  return found;
}

function edgesOf<S extends TypedOntology>(view: GraphView): Map<string, EdgeOf<S>> {
  const { edges } = view.graph;
  const found = new Map<string, EdgeOf<S>>();
  for (let edge = 0; edge < edges.count; edge++) {
    if (view.hasEdge(edge)) found.set(edges.id(edge), edgeObject(view.graph, edge) as EdgeOf<S>);
  }
  return found;
}

function claimsOf(view: GraphView): Map<string, Claim> {
  const claims = view.graph.claims.filter((it) => view.findNode(it.node) !== undefined);
  return new Map(claims.map(({ at: _, ...claim }) => [inWords(claim), claim]));
}

/** Without the first and last day: they follow from `when`, the occasion and the rules. */
const edgeInWords = (edge: object): string => inWords({ ...edge, since: undefined, until: undefined });

/** Objects of one type have their keys in one order, so equal ones have equal words. */
const inWords = (thing: unknown): string =>
  JSON.stringify(thing, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
