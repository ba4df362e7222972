/**
 * Old ids after a merge: facts that still name one mean the node that took its place.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../facts/fact.ts';
import { makeEdge } from '../facts/make-edge.ts';
import type { FactSet } from './fact-set.ts';
import { replacedExists, replacedTwice } from './problems.ts';

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

/** Rewrites old ids in the facts of the set, in place. */
export function followRedirects(set: FactSet, targets: ReadonlyMap<string, string>): void {
  if (targets.size === 0) return;
  const follow = (id: string): string => targets.get(id) ?? id;
  set.nodes.forEach((node, index) => {
    set.nodes[index] = redirectedNode(node, follow, set);
  });
  set.edges.forEach((edge, index) => {
    set.edges[index] = redirectedEdge(edge, follow, set);
  });
  set.claims.forEach((claim, index) => {
    set.claims[index] = redirectedClaim(claim, follow, set);
  });
}

type Follow = (id: string) => string;

const followAll = (ids: readonly string[], follow: Follow): readonly string[] =>
  ids.some((it) => follow(it) !== it) ? ids.map(follow) : ids;

function redirectedEdge(edge: EdgeFact, follow: Follow, set: FactSet): EdgeFact {
  const [from, to] = [follow(edge.from), follow(edge.to)];
  const sources = followAll(edge.sources, follow);
  const properties = followReferences(edge.properties, follow);
  if (from === edge.from && to === edge.to && sources === edge.sources && properties === edge.properties) return edge;
  const symmetric = set.ontology.edgeTypes.get(edge.type)?.symmetric ?? false;
  const given = edge.id === makeEdge({ ...edge, symmetric, id: undefined }).id ? undefined : edge.id;
  const fact = makeEdge({ ...edge, from, to, sources, properties, symmetric, id: given });
  set.places.rememberAs(fact, edge);
  return fact;
}

function redirectedClaim(claim: Claim, follow: Follow, set: FactSet): Claim {
  const sources = followAll(claim.sources, follow);
  const saidBy = claim.saidBy === undefined ? undefined : follow(claim.saidBy);
  if (sources === claim.sources && saidBy === claim.saidBy) return claim;
  const fact: Claim = { ...claim, sources, ...(saidBy === undefined ? {} : { saidBy }) };
  set.places.rememberAs(fact, claim);
  return fact;
}

function redirectedNode(node: NodeFact, follow: Follow, set: FactSet): NodeFact {
  const sources = node.properties.sources as readonly string[] | undefined;
  const followed = sources && followAll(sources, follow);
  if (followed === sources || !followed) return node;
  const fact: NodeFact = { ...node, properties: { ...node.properties, sources: followed } };
  set.places.rememberAs(fact, node);
  return fact;
}

/** The properties of an edge that name nodes. */
function followReferences(properties: EdgeFact['properties'], follow: Follow): EdgeFact['properties'] {
  let changed: Record<string, PropertyValue> | undefined;
  for (const key of ['at', 'saidBy']) {
    const id = properties[key];
    if (typeof id === 'string' && follow(id) !== id) changed = { ...(changed ?? properties), [key]: follow(id) };
  }
  return changed ?? properties;
}
