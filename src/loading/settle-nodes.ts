/**
 * Nodes made whole: the value of a preferred claim is the one shown, and first and last days follow from `when`.
 */
import type { Claim } from '../facts/claim.ts';
import type { NodeFact, PropertyValue } from '../facts/fact.ts';
import { isoOfDay, readPartialDate } from '../facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../facts/validity.ts';
import { isDerivedDay } from './entry-keys.ts';
import type { FactSet } from './fact-set.ts';
import { claimDiffers, twoPreferred } from './problems.ts';

/** Settles the nodes of the set, in place. */
export function settleNodes(set: FactSet): void {
  const preferred = preferredClaims(set);
  set.nodes.forEach((node, index) => {
    const added = { ...shownByClaims(node, preferred.get(node.id) ?? [], set) };
    Object.assign(added, derivedDays(node, added, set));
    if (Object.keys(added).length === 0) return;
    const fact: NodeFact = { ...node, properties: { ...node.properties, ...added } };
    set.places.rememberAs(fact, node);
    set.nodes[index] = fact;
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

function shownByClaims(node: NodeFact, claims: readonly Claim[], set: FactSet): Record<string, PropertyValue> {
  const shown: Record<string, PropertyValue> = {};
  for (const { property, value } of claims) {
    const own = node.properties[property];
    if (own === undefined) shown[property] = value;
    else if (String(own) !== String(value)) {
      set.problems.error(claimDiffers, set.places.of(node, property), node, property, String(own), String(value));
    }
  }
  return shown;
}

function derivedDays(
  node: NodeFact,
  shown: Readonly<Record<string, PropertyValue>>,
  set: FactSet,
): Record<string, PropertyValue> {
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
