/**
 * What changed from one graph to another: by id, node for node and edge for edge, conclusions included.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { Graph } from './graph.ts';

export interface Difference<S extends TypedOntology> {
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
 * The difference between two graphs, or two views of one. Time and memory grow with both.
 * @example
 * diff(graph, graph.edit().retractSource('source:el-kz-34ic').commit()).edges.removed.length
 */
export function diff<S extends TypedOntology>(before: Graph<S>, after: Graph<S>): Difference<S> {
  const { changed: _, ...claims } = compare(claimsOf(before.view), claimsOf(after.view));
  return {
    nodes: compare(byId(before.nodes() as Iterable<NodeOf<S>>), byId(after.nodes() as Iterable<NodeOf<S>>)),
    edges: compare(
      byId(before.edges() as Iterable<EdgeOf<S>>),
      byId(after.edges() as Iterable<EdgeOf<S>>),
      edgeInWords,
    ),
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

const byId = <T extends { readonly id: string }>(things: Iterable<T>): Map<string, T> =>
  new Map(Array.from(things, (it) => [it.id, it]));

function claimsOf(view: GraphView): Map<string, Claim> {
  const kept = view.graph.claims.filter((it) => view.findNode(it.node) !== undefined);
  return new Map(kept.map(({ at: _, ...claim }) => [inWords(claim), claim]));
}

/** Without the first and last day: they follow from `when`, the occasion and the rules. */
const edgeInWords = (edge: object): string => inWords({ ...edge, since: undefined, until: undefined });

/** Objects of one type have their keys in one order, so equal ones have equal words. */
const inWords = (thing: unknown): string =>
  JSON.stringify(thing, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
