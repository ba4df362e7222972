/**
 * Nodes and edges of a graph as Neo4j keeps them.
 *
 * What an edge is taken to be when it says nothing (a FACT, of full confidence) is written out, so that a filter is one
 * comparison. The bounds are those that views go by, dates of edges beside undated ones included. `__hash` tells whether
 * anything of it changed since it was written.
 */
import { createHash } from 'node:crypto';
import { groupBy } from '../base/group-by.ts';
import { nodesByName } from '../evidence/voices.ts';
import type { Claim } from '../facts/claim.ts';
import { derivedNames, envelopeDefaults } from '../facts/envelope.ts';
import type { PropertyValue } from '../facts/fact.ts';
import { ALWAYS, FOREVER } from '../facts/validity.ts';
import { takesPossible } from '../filters/operators.ts';
import type { Property } from '../ontology/ontology.ts';
import { derivationsOf } from '../store/derivations.ts';
import type { EdgeNumber, ValidityColumns } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { boundsOf } from '../views/neighbouring-dates.ts';
import { boundsName, keyName, PRIVATE } from './names-in-neo4j.ts';
import { unstorable } from './problems.ts';
import { NEVER, type SourceSupport, sourceSupport } from './source-support.ts';
import {
  boundsOfDate,
  isKeyed,
  type MakeDate,
  type Neo4jValue,
  propertyKeptAs,
  toKey,
  toStored,
} from './values-in-neo4j.ts';

const HALF_A_PAIR = /\p{Surrogate}/u;

export interface StoredRow {
  readonly id: string;
  /** The node type or edge type. */
  readonly type: string;
  readonly hash: string;
  readonly properties: Readonly<Record<string, Neo4jValue>>;
}

export interface StoredEdgeRow extends StoredRow {
  readonly from: string;
  readonly to: string;
}

export class StoredFacts {
  readonly graph: KnowledgeGraph;
  readonly support: SourceSupport;
  readonly #bounds: ValidityColumns;
  readonly #date: MakeDate;
  /** The properties that edges of each type carry, and those that are in no column of the store. */
  readonly #carried: readonly ReadonlyMap<string, Property>[];
  readonly #columns: readonly string[];
  readonly #claims: ReadonlyMap<string, readonly Claim[]>;

  constructor(graph: KnowledgeGraph, date: MakeDate) {
    this.graph = graph;
    this.support = sourceSupport(graph);
    this.#bounds = boundsOf(graph);
    this.#date = date;
    this.#claims = groupBy(graph.claims, (it) => graph.nodes.ids[graph.nodes.numberOf(it.node) ?? -1] ?? '');
    const { edgeTypes, edgePropertyTypes } = graph.ontology;
    this.#carried = Array.from(
      edgeTypes.values(),
      ({ properties }) => edgePropertyTypes.get(properties ?? '')?.properties ?? new Map(),
    );
    this.#columns = [...new Set([...graph.edges.columns.columns.keys(), ...Object.keys(envelopeDefaults)])];
  }

  node(node: NodeNumber): StoredRow {
    const { nodes, ontology } = this.graph;
    const id = nodes.ids[node]!;
    const type = nodes.typeOf(node);
    const declared = ontology.nodeTypes.get(type)!.properties;
    const properties: Record<string, Neo4jValue> = { id };
    for (const [name, value] of Object.entries(nodes.properties(node))) {
      this.#put(properties, id, name, declared.get(name), value);
    }
    const shownId = declared.get('id');
    if (shownId && isKeyed(shownId)) properties[keyName('id')] = toKey(shownId, id, this.#date);
    properties[PRIVATE.typeNumber] = BigInt(nodes.types[node]!);
    const publisher = nodes.property(node, 'publisher');
    const called = typeof publisher === 'string' ? nodesByName(this.graph).get(publisher.toLowerCase()) : undefined;
    if (called) properties[PRIVATE.publishers] = called.map((it) => nodes.ids[it]!);
    const claims = this.#claims.get(id);
    if (claims) properties[PRIVATE.claims] = claims.map((it) => JSON.stringify(it));
    return hashed({ id, type, properties });
  }

  edge(edge: EdgeNumber): StoredEdgeRow {
    const { nodes, edges } = this.graph;
    const id = edges.id(edge);
    const declared = this.#carried[edges.type[edge]!]!;
    const properties: Record<string, Neo4jValue> = { id };
    for (const name of [...this.#columns, ...derivedNames]) {
      const value = edges.property(edge, name);
      // A conclusion's premises are in its derivations; a list that nobody declares and that is empty says nothing.
      if (value === undefined || (Array.isArray(value) && value.length === 0 && !declared.has(name))) continue;
      this.#put(properties, id, name, propertyKeptAs(declared, name), value);
    }
    const sources = edges.sources(edge);
    if (sources.length > 0 || declared.has('sources')) properties.sources = sources;
    const locators = declared.get('locators');
    if (locators) this.#put(properties, id, 'locators', locators, edges.property(edge, 'locators') ?? []);
    Object.assign(properties, this.#ownProperties(edge));
    const [from, to] = [nodes.ids[edges.from[edge]!]!, nodes.ids[edges.to[edge]!]!];
    return { ...hashed({ id, type: edges.typeOf(edge), properties, ends: [from, to] }), from, to };
  }

  #put(
    into: Record<string, Neo4jValue>,
    id: string,
    name: string,
    property: Property | undefined,
    value: PropertyValue,
  ): void {
    for (const it of [value].flat()) if (typeof it === 'string' && HALF_A_PAIR.test(it)) throw unstorable(id, name);
    into[name] = toStored(property, value, this.#date);
    if (property && isKeyed(property)) into[keyName(name)] = toKey(property, value, this.#date);
    if (property && takesPossible(property)) into[boundsName(name)] = boundsOfDate(value);
  }

  #ownProperties(edge: EdgeNumber): Record<string, Neo4jValue> {
    const { edges } = this.graph;
    const { support } = this;
    const bounds = this.#bounds;
    const own: Record<string, Neo4jValue> = {
      [PRIVATE.possibleStart]: BigInt(bounds.earliestStart[edge]!),
      [PRIVATE.certainStart]: BigInt(bounds.latestStart[edge]!),
      [PRIVATE.certainEnd]: BigInt(bounds.earliestEnd[edge]!),
      [PRIVATE.possibleEnd]: BigInt(bounds.latestEnd[edge]!),
    };
    const { earliestStart, latestStart, earliestEnd, latestEnd } = edges.validity;
    const isUndated =
      earliestStart[edge] === ALWAYS &&
      latestStart[edge] === FOREVER &&
      earliestEnd[edge] === ALWAYS &&
      latestEnd[edge] === FOREVER;
    if (isUndated) own[PRIVATE.undated] = true;
    const [possible, certain] = [support.knownPossible[edge]!, support.knownCertain[edge]!];
    if (possible !== ALWAYS) own[PRIVATE.knownPossible] = BigInt(possible);
    if (certain !== NEVER) own[PRIVATE.knownCertain] = BigInt(certain);
    if (!edges.isInferred(edge)) return own;
    own[PRIVATE.inferred] = true;
    own[PRIVATE.derivations] = derivationsOf(edges.derivations, edge).map(({ rule, premises }) =>
      JSON.stringify([rule, ...premises.map((it) => [edges.typeOf(it), edges.id(it)])]),
    );
    const ways = support.ways(edge);
    if (ways && ways.length > 0) own[PRIVATE.ways] = ways;
    return own;
  }
}

interface Unhashed {
  readonly id: string;
  readonly type: string;
  readonly properties: Record<string, Neo4jValue>;
  readonly ends?: readonly string[];
}

/** The row with the hash of all that it says, which is one of its properties too. */
function hashed({ id, type, properties, ends = [] }: Unhashed): StoredRow {
  const text = JSON.stringify([type, ...ends, Object.entries(properties)], (_, value) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  properties[PRIVATE.hash] = hash;
  return { id, type, hash, properties };
}
