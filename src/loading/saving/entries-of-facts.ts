/**
 * Facts to the entries that a dossier has for them: reading such an entry gives the same fact again.
 *
 * What follows from the rest is left out: ids of edges that are made from what they say, first and last days, and the
 * value of a property that a preferred claim gives.
 */
import { citationsOf } from '../../facts/citation.ts';
import type { Claim } from '../../facts/claim.ts';
import { edgeId } from '../../facts/edge-id.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../../facts/fact.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import { isDerivedDay, keysOfEdge, keysOfNode } from '../entries/entry-keys.ts';
import { NESTED } from '../entries/read-values.ts';
import type { Entry, EntryValue } from './print-entries.ts';

/** What else is known of a node, beside its fact. */
export interface NodeContext {
  readonly claims?: readonly Claim[] | undefined;
  /** Old ids that mean the node. */
  readonly replaces?: readonly string[] | undefined;
}

/** The entry of a node. */
export function entryOfNode(
  ontology: Ontology,
  node: NodeFact,
  { claims = [], replaces = [] }: NodeContext = {},
): Entry {
  const type = ontology.nodeTypes.get(node.type);
  const { sources, locators, ...properties } = node.properties;
  const shown = new Set(claims.filter((it) => it.rank === 'PREFERRED').map((it) => it.property));
  const own = Object.entries(properties).filter(([name]) => {
    // A node always gives its name, even where a claim says the same.
    return !(type && isDerivedDay(type, name)) && (name === 'name' || !shown.has(name));
  });
  return {
    id: node.id,
    type: node.type,
    ...withNested(own, type && keysOfNode(type).structure),
    ...(replaces.length > 0 && { replaces }),
    ...entryOfCitations(listOf(sources), listOf(locators)),
    ...(claims.length > 0 && { claims: claims.map(entryOfClaim) }),
  };
}

/** The entry of a stated edge. */
export function entryOfEdge(ontology: Ontology, edge: EdgeFact): Entry {
  const { locators, ...properties } = edge.properties;
  const symmetric = ontology.edgeTypes.get(edge.type)?.symmetric ?? false;
  return {
    ...(edge.id !== edgeId(edge, symmetric) && { id: edge.id }),
    from: edge.from,
    edge: edge.type,
    to: edge.to,
    ...withNested(Object.entries(properties), keysOfEdge(ontology, edge.type).structure),
    ...entryOfCitations(edge.sources, listOf(locators)),
  };
}

/** Properties as keys of an entry; those whose names are keys of entries themselves stand apart. */
function withNested(
  properties: readonly (readonly [string, PropertyValue])[],
  keys: ReadonlySet<string> = new Set(),
): Entry {
  const nested = properties.filter(([name]) => keys.has(name));
  const plain = Object.fromEntries(properties.filter(([name]) => !keys.has(name)));
  return nested.length === 0 ? plain : { ...plain, [NESTED]: Object.fromEntries(nested) };
}

function entryOfClaim({ property, value, rank, modality, note, when, saidBy, sources, locators }: Claim): Entry {
  return {
    property,
    value: value as EntryValue,
    ...(rank !== 'NORMAL' && { rank }),
    ...(modality !== 'FACT' && { modality }),
    ...(note !== undefined && { note }),
    ...(when !== undefined && { when }),
    ...(saidBy !== undefined && { saidBy }),
    ...entryOfCitations(sources, locators),
  };
}

function entryOfCitations(sources: readonly string[] = [], locators: readonly string[] | undefined): Entry {
  const citations = citationsOf(sources, locators);
  const [only] = citations;
  if (!only) return {};
  if (citations.length === 1) return { source: only.source, ...(only.locator && { locator: only.locator }) };
  return {
    sources: citations.map(({ source, locator }) => (locator ? { id: source, locator } : source)),
  };
}

const listOf = (value: PropertyValue | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value.map(String) : undefined;
