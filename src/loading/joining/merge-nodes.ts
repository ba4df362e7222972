/**
 * Several entries that speak of one node, made one fact: extensions added to the node that they name, and nodes that a
 * judgement declares to be one merged into the first of them.
 *
 * Nothing is lost by it. Lists grow, and what the node did not say is taken over. A property that says something else
 * already is a problem of an extension; of a merged node it becomes a claim, its name an alias, its id a redirect.
 */

import { findEntry } from '../../base/located.ts';
import type { Claim } from '../../facts/claim.ts';
import type { NodeFact, Properties, PropertyValue } from '../../facts/fact.ts';
import { type Extension, type FactSet, type Judgement, mergedIds } from '../entries/fact-set.ts';
import { readClaims, readNodeProperties } from '../entries/read-node.ts';
import { extendedDifferently, extendsIdentity, nodeNotFound } from '../problems.ts';
import { withCitationsOf } from './citations.ts';

/** Applies all extensions of the set to its nodes. A node that is extended is replaced by a new fact in its place. */
export function extendNodes(set: FactSet, redirects: ReadonlyMap<string, string>): void {
  if (set.extensions.length === 0) return;
  const indexes = new Map(set.nodes.map((node, index) => [node.id, index]));
  for (const extension of set.extensions) {
    const index = indexes.get(redirects.get(extension.id) ?? extension.id);
    const node = index === undefined ? undefined : set.nodes[index];
    if (index !== undefined && node) set.nodes[index] = extended(node, extension, set);
    else if (!set.incomplete && !set.faultyIds.has(extension.id)) {
      const at = findEntry(extension.entry, 'extend')?.at;
      set.problems.error(nodeNotFound, at, extension.id, set.nodes);
    }
  }
}

function extended(node: NodeFact, { entry, defaultSource }: Extension, set: FactSet): NodeFact {
  const type = set.ontology.nodeTypes.get(node.type);
  if (!type) return node;
  for (const key of ['id', 'type', 'replaces']) {
    const found = findEntry(entry, key);
    if (found) set.problems.error(extendsIdentity, found.at, key);
  }
  const added = readNodeProperties(entry, type, set, defaultSource);
  const properties: Record<string, PropertyValue> = { ...node.properties };
  for (const [key, value] of saidBy(added)) {
    const known = properties[key];
    if (known === undefined || known === value) properties[key] = value;
    else if (Array.isArray(known) && Array.isArray(value)) properties[key] = union(known, value);
    else {
      const at = findEntry(entry, key)?.at;
      set.problems.error(extendedDifferently, at, node, key, set.placeOf(node, key));
    }
  }
  readClaims(entry, node.id, type, set, defaultSource);
  return set.rememberAs(withCitationsOf({ ...node, properties }, { ...node, properties: added }), node);
}

/** Merges the nodes of the set by its judgements, in place, and makes the old ids redirect. They must agree. */
export function mergeNodes(set: FactSet): void {
  for (const judgement of inMergingOrder(set.judgements)) {
    const [first] = judgement.ids;
    for (const { id, at } of first ? mergedIds(judgement) : []) {
      if (first) mergeNode(id, first.id, set);
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

function mergeNode(from: string, to: string, set: FactSet): void {
  const index = set.nodes.findIndex((it) => it.id === to);
  const mergedIndex = set.nodes.findIndex((it) => it.id === from);
  const [node, merged] = [set.nodes[index], set.nodes[mergedIndex]];
  if (!node || !merged) return;
  set.claims.forEach((claim, i) => {
    if (claim.node === from) set.claims[i] = set.rememberAs({ ...claim, node: to }, claim);
  });
  const properties: Record<string, PropertyValue> = { ...node.properties };
  for (const [key, value] of saidBy(merged.properties)) {
    const shown = properties[key] ?? preferredValue(to, key, set);
    if (key === 'name') addAlias(properties, String(value));
    else if (shown === undefined) properties[key] = value;
    else if (Array.isArray(value)) properties[key] = union(shown as readonly string[], value);
    else if (shown !== value) set.claims.push(rivalClaim(merged, key, value, to));
  }
  set.nodes[index] = set.rememberAs(withCitationsOf({ ...node, properties }, merged), node);
  set.nodes.splice(mergedIndex, 1);
}

const preferredValue = (node: string, property: string, set: FactSet): PropertyValue | undefined =>
  set.claims.find((it) => it.node === node && it.property === property && it.rank === 'PREFERRED')?.value;

/** The properties of a node without its citations. */
const saidBy = ({ sources: _, locators: __, ...said }: Properties): [string, PropertyValue][] => Object.entries(said);

const union = <T>(known: readonly T[], added: readonly T[]): readonly T[] => [
  ...known,
  ...added.filter((it) => !known.includes(it)),
];

function addAlias(properties: Record<string, PropertyValue>, name: string): void {
  const aliases = (properties.aliases as readonly string[] | undefined) ?? [];
  if (properties.name !== name) properties.aliases = union(aliases, [name]);
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
