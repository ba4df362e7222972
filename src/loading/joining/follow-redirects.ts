/**
 * Old ids after a merge: facts that still name one mean the node that took its place, and statements whose ends became
 * one are one edge, with the citations of both.
 */
import type { Claim } from '../../facts/claim.ts';
import type { EdgeFact, NodeFact, Properties, PropertyValue } from '../../facts/fact.ts';
import { makeEdge } from '../../facts/make-edge.ts';
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

/** Rewrites old ids in the facts of the set, in place, and unites the statements that thereby say the same. */
export function followRedirects(set: FactSet, targets: ReadonlyMap<string, string>): void {
  if (targets.size === 0) return;
  const follow: Follow = (id) => targets.get(id) ?? id;
  const rewrite = <Fact extends NodeFact | EdgeFact | Claim>(facts: Fact[], rewritten: (fact: Fact) => Fact): void =>
    facts.forEach((fact, index) => {
      const followed = rewritten(fact);
      if (followed !== fact) facts[index] = set.rememberAs(followed, fact);
    });
  const idsBefore = set.edges.map((it) => it.id);
  rewrite(set.nodes, (it) => followInNode(it, follow));
  rewrite(set.edges, (it) => followInEdge(it, follow, set.ontology.edgeTypes.get(it.type)?.symmetric ?? false));
  rewrite(set.claims, (it) => followInClaim(it, follow));
  uniteStatements(set, idsBefore);
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

function followInEdge(edge: EdgeFact, follow: Follow, symmetric: boolean): EdgeFact {
  const [from, to] = [follow(edge.from), follow(edge.to)];
  const sources = followAll(edge.sources, follow);
  const properties = followReferences(edge.properties, follow);
  if (from === edge.from && to === edge.to && sources === edge.sources && properties === edge.properties) return edge;
  const isDerived = edge.id === makeEdge({ ...edge, symmetric, id: undefined }).id;
  return makeEdge({ ...edge, from, to, sources, properties, symmetric, id: isDerived ? undefined : edge.id });
}

/** The properties of an edge that name nodes. */
function followReferences(properties: Properties, follow: Follow): Properties {
  let changed: Record<string, PropertyValue> | undefined;
  for (const key of ['at', 'saidBy']) {
    const id = properties[key];
    if (typeof id === 'string' && follow(id) !== id) changed = { ...(changed ?? properties), [key]: follow(id) };
  }
  return changed ?? properties;
}

/** Only what a merge moved is united. The same thing said twice of one node is a mistake, for the checks to report. */
function uniteStatements(set: FactSet, idsBefore: readonly string[]): void {
  const moved = new Set(set.edges.filter((edge, index) => edge.id !== idsBefore[index]));
  if (moved.size === 0) return;
  const firsts = new Map<string, number>();
  const united: EdgeFact[] = [];
  for (const edge of set.edges) {
    const index = firsts.get(edge.id);
    const first = index === undefined ? undefined : united[index];
    if (index === undefined || !first) {
      firsts.set(edge.id, united.length);
      united.push(edge);
    } else if ((moved.has(edge) || moved.has(first)) && saysTheSame(first, edge)) {
      united[index] = set.rememberAs(withCitationsOf(first, edge), first);
      moved.add(united[index]);
    } else united.push(edge);
  }
  set.edges.length = 0;
  for (const edge of united) set.edges.push(edge);
}

function saysTheSame(one: EdgeFact, other: EdgeFact): boolean {
  const keys = new Set([...Object.keys(one.properties), ...Object.keys(other.properties)]);
  keys.delete('locators');
  return [...keys].every((key) => String(one.properties[key]) === String(other.properties[key]));
}
