/**
 * From facts as they were gathered to facts that belong together: judgements obeyed, merged ids followed, nodes made
 * whole, all checked.
 */
import type { Claim } from '../../facts/claim.ts';
import type { EdgeFact, NodeFact, Properties, PropertyValue } from '../../facts/fact.ts';
import { isoOfDay, readPartialDate } from '../../facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../../facts/validity.ts';
import { EdgeFacts } from '../../store/edge-facts.ts';
import { checkFacts } from '../checking/check-facts.ts';
import { isDerivedDay } from '../entries/entry-keys.ts';
import type { FactSet } from '../entries/fact-set.ts';
import { claimDiffers, twoPreferred } from '../problems.ts';
import { checkJudgements } from './check-judgements.ts';
import { placeCitations } from './citations.ts';
import { extendEdges } from './extend-edges.ts';
import { findRedirects, followRedirects } from './follow-redirects.ts';
import { extendNodes, mergeNodes } from './merge-nodes.ts';

/** Facts that may become a graph; empty when there are errors. */
export interface CheckedFacts {
  readonly nodes: readonly NodeFact[];
  /** Edges in columns. */
  readonly edgeFacts: EdgeFacts;
  /** The same as objects, made when they are first asked for, which a copy by `...` does. */
  readonly edges: readonly EdgeFact[];
  readonly claims: readonly Claim[];
  /** Ids that are no longer used, and the ids of the nodes that took their place. */
  readonly redirects: ReadonlyMap<string, string>;
}

export type FactColumns = Omit<CheckedFacts, 'edges'>;

/** Puts the facts of a set together and checks them. */
export function joinFacts(set: FactSet): CheckedFacts {
  return withEdges(joinColumns(set));
}

/** The same, with the edges in columns alone. */
export function joinColumns(set: FactSet): FactColumns {
  if (checkJudgements(set)) mergeNodes(set);
  const redirects = findRedirects(set);
  extendNodes(set, redirects);
  completeNodes(set);
  followRedirects(set, redirects);
  extendEdges(set, redirects);
  placeCitations(set);
  checkFacts(set);
  return { nodes: set.nodes, edgeFacts: set.edges, claims: set.claims, redirects };
}

/** No facts, where there are errors: nobody is to work on half of them. */
export const noFactsAtAll = (): FactColumns => ({
  nodes: [],
  edgeFacts: new EdgeFacts(),
  claims: [],
  redirects: new Map(),
});

/** Facts with their edges as objects. */
export function withEdges<Facts extends Pick<CheckedFacts, 'edgeFacts'>>(
  facts: Facts,
): Facts & Pick<CheckedFacts, 'edges'> {
  let edges: readonly EdgeFact[] | undefined;
  const get = (): readonly EdgeFact[] => (edges ??= [...facts.edgeFacts]);
  return Object.defineProperty(facts, 'edges', { get, enumerable: true }) as Facts & Pick<CheckedFacts, 'edges'>;
}

/** Gives nodes what follows: the value of a preferred claim is the one shown, first and last days are those of `when`. */
function completeNodes(set: FactSet): void {
  const preferred = preferredClaims(set);
  set.nodes.forEach((node, index) => {
    const shown = shownByClaims(node, preferred.get(node.id) ?? [], set);
    const added = { ...shown, ...derivedDays(node, shown, set) };
    if (Object.keys(added).length === 0) return;
    set.nodes[index] = set.rememberAs({ ...node, properties: { ...node.properties, ...added } }, node);
  });
}

function preferredClaims(set: FactSet): Map<string, Claim[]> {
  const found = new Map<string, Claim[]>();
  for (const claim of set.claims) {
    if (claim.rank !== 'PREFERRED') continue;
    const known = found.get(claim.node) ?? [];
    const rival = known.find((it) => it.property === claim.property);
    if (rival) set.problems.error(twoPreferred, claim, rival);
    else found.set(claim.node, [...known, claim]);
  }
  return found;
}

function shownByClaims(node: NodeFact, claims: readonly Claim[], set: FactSet): Properties {
  const shown: Record<string, PropertyValue> = {};
  for (const { property, value } of claims) {
    const own = node.properties[property];
    if (own === undefined) shown[property] = value;
    else if (String(own) !== String(value)) {
      set.problems.error(claimDiffers, set.placeOf(node, property), node, property, String(own), String(value));
    }
  }
  return shown;
}

function derivedDays(node: NodeFact, shown: Properties, set: FactSet): Properties {
  const type = set.ontology.nodeTypes.get(node.type);
  const when = node.properties.when ?? shown.when;
  const date = type && typeof when === 'string' ? readPartialDate(when) : undefined;
  if (!type || !date || 'reason' in date) return {};
  const { earliestStart, latestEnd } = date.validity;
  return {
    ...(isDerivedDay(type, 'start') && earliestStart !== ALWAYS ? { start: isoOfDay(earliestStart) } : {}),
    ...(isDerivedDay(type, 'end') && latestEnd !== FOREVER ? { end: isoOfDay(latestEnd) } : {}),
  };
}
