/**
 * Nodes that a judgement declares to be one: the first stays, the others are poured into it.
 *
 * Nothing is lost by it. Names become aliases, lists grow, what the first node did not say is taken over, and what it
 * said differently becomes a claim with the sources of the node that said so. The old ids go on answering.
 */
import type { Claim } from '../../facts/claim.ts';
import type { NodeFact, PropertyValue } from '../../facts/fact.ts';
import type { FactSet } from '../fact-set.ts';
import { type Judgement, mergedIds } from './judgement.ts';

/** Merges the nodes of the set by its judgements, in place, and makes the old ids redirect. They must agree. */
export function mergeNodes(set: FactSet): void {
  for (const judgement of inMergingOrder(set.judgements)) {
    const [first] = judgement.ids;
    for (const { id, at } of first ? mergedIds(judgement) : []) {
      if (first) pour(id, first.id, set);
      set.redirects.push({ from: id, to: first?.id ?? id, at });
    }
  }
}

/** What is merged into a node comes before that node is merged into another. */
function inMergingOrder(judgements: readonly Judgement[]): Judgement[] {
  const ordered = new Set<Judgement>();
  const add = (judgement: Judgement): void => {
    if (ordered.has(judgement)) return;
    const merged = new Set(mergedIds(judgement).map((it) => it.id));
    for (const other of judgements) if (other.says === 'same-as' && merged.has(other.ids[0]?.id ?? '')) add(other);
    ordered.add(judgement);
  };
  for (const it of judgements) if (it.says === 'same-as') add(it);
  return [...ordered];
}

function pour(from: string, to: string, set: FactSet): void {
  const index = set.nodes.findIndex((it) => it.id === to);
  const mergedIndex = set.nodes.findIndex((it) => it.id === from);
  const [kept, merged] = [set.nodes[index], set.nodes[mergedIndex]];
  if (!kept || !merged) return;
  moveClaims(from, to, set);
  const properties: Record<string, PropertyValue> = { ...kept.properties };
  for (const [key, value] of Object.entries(merged.properties)) {
    if (citing.has(key)) continue;
    const shown = properties[key] ?? preferredValue(to, key, set);
    if (key === 'name') addAlias(properties, String(value));
    else if (shown === undefined) properties[key] = value;
    else if (Array.isArray(value)) properties[key] = union(shown as readonly string[], value);
    else if (shown !== value) set.claims.push(rivalClaim(merged, key, value, to));
  }
  addCitations(properties, merged.properties);
  const fact: NodeFact = { ...kept, properties };
  set.places.rememberAs(fact, kept);
  set.nodes[index] = fact;
  set.nodes.splice(mergedIndex, 1);
}

function moveClaims(from: string, to: string, set: FactSet): void {
  set.claims.forEach((claim, index) => {
    if (claim.node !== from) return;
    const moved: Claim = { ...claim, node: to };
    set.places.rememberAs(moved, claim);
    set.claims[index] = moved;
  });
}

const preferredValue = (node: string, property: string, set: FactSet): PropertyValue | undefined =>
  set.claims.find((it) => it.node === node && it.property === property && it.rank === 'PREFERRED')?.value;

const citing: ReadonlySet<string> = new Set(['sources', 'locators']);

const union = <T>(known: readonly T[], added: readonly T[]): readonly T[] => [
  ...known,
  ...added.filter((it) => !known.includes(it)),
];

function addAlias(properties: Record<string, PropertyValue>, name: string): void {
  const aliases = (properties.aliases as readonly string[] | undefined) ?? [];
  if (properties.name !== name) properties.aliases = union(aliases, [name]);
}

function addCitations(properties: Record<string, PropertyValue>, merged: NodeFact['properties']): void {
  const [sources, added] = [properties.sources, merged.sources] as (readonly string[] | undefined)[];
  const fresh = (added ?? []).filter((it) => !sources?.includes(it));
  if (fresh.length === 0) return;
  const locatorOf = ({ sources: ids, locators }: NodeFact['properties'], id: string): string =>
    (locators as readonly string[] | undefined)?.[(ids as readonly string[]).indexOf(id)] ?? '';
  const locators = [
    ...(sources ?? []).map((id) => locatorOf(properties, id)),
    ...fresh.map((id) => locatorOf(merged, id)),
  ];
  properties.sources = [...(sources ?? []), ...fresh];
  if (locators.some((it) => it !== '')) properties.locators = locators;
}

function rivalClaim({ id, properties, at }: NodeFact, property: string, value: PropertyValue, node: string): Claim {
  return {
    node,
    property,
    value,
    rank: 'NORMAL',
    modality: 'FACT',
    note: `Said of ${id} before it was merged.`,
    sources: (properties.sources as readonly string[] | undefined) ?? [],
    ...(properties.locators ? { locators: properties.locators as readonly string[] } : {}),
    ...(at ? { at } : {}),
  };
}
