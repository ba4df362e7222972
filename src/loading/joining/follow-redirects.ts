/**
 * Old ids after a merge: facts that still name one mean the node that took its place, and statements whose ends became
 * one are one edge, with the citations of both.
 */
import type { TextCodes } from '../../base/text-codes.ts';
import type { Claim } from '../../facts/claim.ts';
import type { EdgeFact, NodeFact, Properties, PropertyValue } from '../../facts/fact.ts';
import { makeEdge } from '../../facts/make-edge.ts';
import type { EdgeFacts } from '../../store/edge-facts.ts';
import type { FactSet } from '../entries/fact-set.ts';
import { replacedExists, replacedTwice } from '../problems.ts';
import { withCitationsOf } from './citations.ts';

/** Where each old id of the set leads: always to a node that exists. */
export function findRedirects(set: FactSet): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (set.redirects.length === 0) return targets;
  const ids = new Set(set.nodes.map((it) => it.id));
  for (const { from, to, at } of set.redirects) {
    const earlier = targets.get(from);
    if (ids.has(from)) set.problems.error(replacedExists, at, from);
    else if (earlier !== undefined && earlier !== to) set.problems.error(replacedTwice, at, from, earlier, to);
    else targets.set(from, to);
  }
  // What replaced an id may have been replaced itself.
  for (const [from, to] of targets) {
    let last = to;
    for (let next = targets.get(last); next !== undefined && next !== from; next = targets.get(last)) last = next;
    targets.set(from, last);
  }
  return targets;
}

/** Rewrites old ids in the facts of the set, and unites the statements that thereby say the same. */
export function followRedirects(set: FactSet, targets: ReadonlyMap<string, string>): void {
  if (targets.size === 0) return;
  const follow: Follow = (id) => targets.get(id) ?? id;
  const rewrite = <Fact extends NodeFact | Claim>(facts: Fact[], rewritten: (fact: Fact) => Fact): void =>
    facts.forEach((fact, index) => {
      const followed = rewritten(fact);
      if (followed !== fact) facts[index] = set.rememberAs(followed, fact);
    });
  rewrite(set.nodes, (it) => followInNode(it, follow));
  rewrite(set.claims, (it) => followInClaim(it, follow));
  const changes = new Map<number, EdgeFact | undefined>();
  for (const edge of edgesNaming(set.edges, targets)) {
    const fact = set.edges.fact(edge);
    const symmetric = set.ontology.edgeTypes.get(fact.type)?.symmetric ?? false;
    changes.set(edge, followInEdge(fact, follow, symmetric));
  }
  uniteStatements(set.edges, changes);
  set.changeEdges(changes);
}

/** The edges that name one of the ids anywhere. */
function edgesNaming(edges: EdgeFacts, ids: ReadonlyMap<string, string>): number[] {
  const codesIn = (codes: TextCodes): Set<number | undefined> => new Set([...ids.keys()].map((id) => codes.find(id)));
  const [nodes, sources] = [codesIn(edges.nodes), codesIn(edges.sources)];
  const references = REFERENCES.flatMap((name) => edges.columns.get(name) ?? []);
  const names = (edge: number): boolean => {
    if (nodes.has(edges.from.values[edge]) || nodes.has(edges.to.values[edge])) return true;
    for (let i = edges.firstSource(edge); i < edges.sourceEnd.values[edge]!; i++) {
      if (sources.has(edges.source.values[i])) return true;
    }
    return references.some((it) => ids.has(String(it.get(edge))));
  };
  return Array.from({ length: edges.length }, (_, edge) => edge).filter(names);
}

type Follow = (id: string) => string;

const followAll = (ids: readonly string[], follow: Follow): readonly string[] =>
  ids.some((it) => follow(it) !== it) ? ids.map(follow) : ids;

function followInNode(node: NodeFact, follow: Follow): NodeFact {
  const sources = (node.properties.sources as readonly string[] | undefined) ?? [];
  const followed = followAll(sources, follow);
  return followed === sources ? node : { ...node, properties: { ...node.properties, sources: followed } };
}

function followInClaim(claim: Claim, follow: Follow): Claim {
  const sources = followAll(claim.sources, follow);
  const saidBy = claim.saidBy === undefined ? undefined : follow(claim.saidBy);
  if (sources === claim.sources && saidBy === claim.saidBy) return claim;
  return { ...claim, sources, ...(saidBy === undefined ? {} : { saidBy }) };
}

/** An edge between the nodes that are meant now. */
export function followInEdge(edge: EdgeFact, follow: Follow, symmetric: boolean): EdgeFact {
  const [from, to] = [follow(edge.from), follow(edge.to)];
  const sources = followAll(edge.sources, follow);
  const properties = followReferences(edge.properties, follow);
  if (from === edge.from && to === edge.to && sources === edge.sources && properties === edge.properties) return edge;
  const isDerived = edge.id === makeEdge({ ...edge, symmetric, id: undefined }).id;
  return makeEdge({ ...edge, from, to, sources, properties, symmetric, id: isDerived ? undefined : edge.id });
}

/** The properties of an edge that name nodes. */
const REFERENCES = ['at', 'saidBy'] as const;

function followReferences(properties: Properties, follow: Follow): Properties {
  let changed: Record<string, PropertyValue> | undefined;
  for (const key of REFERENCES) {
    const id = properties[key];
    if (typeof id === 'string' && follow(id) !== id) changed = { ...(changed ?? properties), [key]: follow(id) };
  }
  return changed ?? properties;
}

/**
 * Of edges that a merge moved and that now have one id, the first takes the citations of the others. The same thing said
 * twice of one node is a mistake, for the checks to report.
 */
function uniteStatements(edges: EdgeFacts, changes: Map<number, EdgeFact | undefined>): void {
  const moved = new Set<number>();
  for (const [edge, fact] of changes) if (fact?.id !== edges.idOf(edge)) moved.add(edge);
  if (moved.size === 0) return;
  const idOf = (edge: number): string => changes.get(edge)?.id ?? edges.idOf(edge);
  const ids = new Set(Array.from(moved, idOf));
  const firsts = new Map<string, number>();
  for (let edge = 0; edge < edges.length; edge++) {
    const id = idOf(edge);
    if (!ids.has(id)) continue;
    const first = firsts.get(id);
    if (first === undefined) firsts.set(id, edge);
    else if (moved.has(edge) || moved.has(first)) {
      const [one, other] = [first, edge].map((it) => changes.get(it) ?? edges.fact(it)) as [EdgeFact, EdgeFact];
      if (!saysTheSame(one, other)) continue;
      changes.set(first, withCitationsOf(one, other)).set(edge, undefined);
      moved.add(first);
    }
  }
}

function saysTheSame(one: EdgeFact, other: EdgeFact): boolean {
  const keys = new Set([...Object.keys(one.properties), ...Object.keys(other.properties)]);
  keys.delete('locators');
  return [...keys].every((key) => String(one.properties[key]) === String(other.properties[key]));
}
