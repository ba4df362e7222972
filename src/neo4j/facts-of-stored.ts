/**
 * What Neo4j keeps, as facts again: the way back from `stored-facts.ts`.
 */
import type { Claim } from '../facts/claim.ts';
import { derivedNames, envelopeDefaults } from '../facts/envelope.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../facts/fact.ts';
import { undated, type Validity } from '../facts/validity.ts';
import type { Ontology, Property } from '../ontology/ontology.ts';
import { EdgeTable } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { PRIVATE } from './names-in-neo4j.ts';
import type { StoredEdge, StoredNode } from './neo4j-connection.ts';
import { fromStored, propertyKeptAs } from './values-in-neo4j.ts';

/** An edge with its ends, and whether the view of the operation has it. */
export interface GatheredEdge {
  readonly stored: StoredEdge;
  readonly from: string;
  readonly to: string;
  readonly isInView: boolean;
}

export function nodeFactOf({ nodeTypes }: Ontology, { labels, properties }: StoredNode): NodeFact {
  const type = labels.find((it) => nodeTypes.has(it)) ?? '';
  return {
    id: String(properties.id),
    type,
    properties: publicProperties(properties, nodeTypes.get(type)?.properties, HELD_APART),
  };
}

export function edgeFactOf(ontology: Ontology, { stored, from, to }: Omit<GatheredEdge, 'isInView'>): EdgeFact {
  const { type, properties } = stored;
  const carried = ontology.edgePropertyTypes.get(ontology.edgeTypes.get(type)?.properties ?? '')?.properties;
  const derivations = derivationsIn(stored).map(({ rule, premises }) => ({
    rule,
    premises: premises.map(([, id]) => id),
  }));
  return {
    id: String(properties.id),
    ...{ type, from, to },
    validity: validityIn(stored),
    sources: (properties.sources as unknown as readonly string[] | undefined) ?? [],
    properties: tellingOf(publicProperties(properties, carried, HELD_BESIDE)),
    ...(derivations.length > 0 && { derivations }),
  };
}

/** Without what is written out so that a filter is one comparison: an edge that says nothing is taken to be that. */
function tellingOf(properties: Record<string, PropertyValue>): EdgeFact['properties'] {
  const says = ([name, value]: readonly [string, PropertyValue]): boolean =>
    name === 'locators' ? [value].flat().some((it) => it !== '') : value !== envelopeDefaults[name];
  return Object.fromEntries(Object.entries(properties).filter(says));
}

const HELD_APART: ReadonlySet<string> = new Set(['id']);
/** What edges keep beside their properties. */
const HELD_BESIDE: ReadonlySet<string> = new Set(['id', 'sources', ...derivedNames]);

function publicProperties(
  stored: Readonly<Record<string, unknown>>,
  declared: ReadonlyMap<string, Property> | undefined,
  apart: ReadonlySet<string>,
): Record<string, PropertyValue> {
  const found: Record<string, PropertyValue> = {};
  for (const [name, value] of Object.entries(stored)) {
    if (!name.startsWith('__') && !apart.has(name)) found[name] = fromStored(propertyKeptAs(declared, name), value);
  }
  return found;
}

function validityIn({ properties }: StoredEdge): Validity {
  if (properties[PRIVATE.undated]) return undated;
  return {
    earliestStart: Number(properties[PRIVATE.possibleStart]),
    latestStart: Number(properties[PRIVATE.certainStart]),
    earliestEnd: Number(properties[PRIVATE.certainEnd]),
    latestEnd: Number(properties[PRIVATE.possibleEnd]),
  };
}

/** The same graph, with the properties of edges in the order in which the graph that was loaded has them. */
export function withColumnsIn(order: readonly string[], graph: KnowledgeGraph): KnowledgeGraph {
  const { columns } = graph.edges;
  const sorted = [...columns.columns].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return { ...graph, edges: new EdgeTable({ ...columns, columns: new Map(sorted) }) };
}

export interface StoredDerivation {
  readonly rule: string;
  /** Edge types and ids. */
  readonly premises: readonly (readonly [string, string])[];
}

export function derivationsIn({ properties }: StoredEdge): StoredDerivation[] {
  const texts = (properties[PRIVATE.derivations] as unknown as readonly string[] | undefined) ?? [];
  return texts.map((it) => {
    const [rule, ...premises] = JSON.parse(it) as [string, ...[string, string][]];
    return { rule, premises };
  });
}

export const claimsIn = ({ properties }: StoredNode): Claim[] =>
  ((properties[PRIVATE.claims] as unknown as readonly string[] | undefined) ?? []).map((it) => JSON.parse(it) as Claim);
