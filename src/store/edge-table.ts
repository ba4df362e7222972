/**
 * All edges in columns: ends, types, the four bounds of their dates, sources, and one dictionary a property.
 *
 * Edges are numbered in the order of the out rows, so the edges that leave a node, and what is known of them, lie
 * together in memory.
 */
import { envelopeDefaults } from '../facts/envelope.ts';
import type { Derivation, EdgeFact, Properties, PropertyValue } from '../facts/fact.ts';
import { isoOfDay } from '../facts/partial-date.ts';
import { ALWAYS, FOREVER, type Validity } from '../facts/validity.ts';
import { type Derivations, derivationsOf } from './derivations.ts';
import type { DictionaryColumn } from './dictionary-column.ts';
import type { EdgeIds } from './edge-ids.ts';

/** A dense number of an edge in one graph. */
export type EdgeNumber = number;

/** Every edge's four date bounds, as columns; those of which all are equal are one and the same. */
export interface ValidityColumns {
  readonly earliestStart: Int32Array;
  readonly latestStart: Int32Array;
  readonly earliestEnd: Int32Array;
  readonly latestEnd: Int32Array;
}

export interface EdgeColumns {
  /** Edge type names, in the order of the ontology; `type[edge]` indexes it. */
  readonly typeNames: readonly string[];
  readonly type: Uint16Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly ids: EdgeIds;
  readonly validity: ValidityColumns;
  readonly sourceIds: readonly string[];
  /** Edge e cites sourceIds[source[firstSource[e]]] … up to firstSource[e + 1], excluded. */
  readonly firstSource: Uint32Array;
  readonly source: Uint16Array | Uint32Array;
  /** Properties that need no place of their own: envelope and own ones alike. */
  readonly columns: ReadonlyMap<string, DictionaryColumn>;
  readonly derivations: Derivations | undefined;
}

export class EdgeTable {
  readonly count: number;
  readonly columns: EdgeColumns;
  readonly type: Uint16Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly validity: ValidityColumns;
  readonly derivations: Derivations | undefined;

  constructor(columns: EdgeColumns) {
    this.columns = columns;
    this.count = columns.type.length;
    this.type = columns.type;
    this.from = columns.from;
    this.to = columns.to;
    this.validity = columns.validity;
    this.derivations = columns.derivations;
  }

  id(edge: EdgeNumber): string {
    return this.columns.ids.get(edge);
  }

  /** The edge of that id, or undefined. */
  numberOf(id: string): EdgeNumber | undefined {
    return this.columns.ids.numberOf(id);
  }

  typeOf(edge: EdgeNumber): string {
    return this.columns.typeNames[this.type[edge]!]!;
  }

  /** The code of an edge type name: what `type` and adjacency runs hold. Undefined for an unknown name. */
  typeCode(name: string): number | undefined {
    const code = this.columns.typeNames.indexOf(name);
    return code === -1 ? undefined : code;
  }

  /** Ids of the edge's sources, in the order in which they were given. */
  sources(edge: EdgeNumber): string[] {
    const { firstSource, source, sourceIds } = this.columns;
    const ids: string[] = [];
    for (let i = firstSource[edge]!; i < firstSource[edge + 1]!; i++) ids.push(sourceIds[source[i]!]!);
    return ids;
  }

  isInferred(edge: EdgeNumber): boolean {
    const { derivations } = this;
    return derivations !== undefined && derivations.first[edge] !== derivations.first[edge + 1];
  }

  validityOf(edge: EdgeNumber): Validity {
    const { earliestStart, latestStart, earliestEnd, latestEnd } = this.validity;
    return {
      earliestStart: earliestStart[edge]!,
      latestStart: latestStart[edge]!,
      earliestEnd: earliestEnd[edge]!,
      latestEnd: latestEnd[edge]!,
    };
  }

  /** A property by the name the ontology gives it, envelope and derived ones included; undefined when it has none. */
  property(edge: EdgeNumber, name: string): PropertyValue | undefined {
    const reader = derived.get(name);
    if (reader) return reader(this, edge);
    const value = this.columns.columns.get(name)?.get(edge);
    return value === undefined && Object.hasOwn(envelopeDefaults, name) ? envelopeDefaults[name] : value;
  }

  /** What was stated of the edge beside its ends, dates and sources: the `properties` of its fact. */
  properties(edge: EdgeNumber): Properties {
    const found: Record<string, PropertyValue> = {};
    for (const [name, column] of this.columns.columns) {
      const value = column.get(edge);
      if (value !== undefined) found[name] = value;
    }
    return found;
  }

  /** The edge as a fact again, between the given node ids. */
  fact(edge: EdgeNumber, nodeIds: readonly string[]): EdgeFact {
    const derivations = this.#derivationsOf(edge);
    const fact = {
      id: this.id(edge),
      type: this.typeOf(edge),
      from: nodeIds[this.from[edge]!]!,
      to: nodeIds[this.to[edge]!]!,
      validity: this.validityOf(edge),
      sources: this.sources(edge),
      properties: this.properties(edge),
    };
    return derivations.length > 0 ? { ...fact, derivations } : fact;
  }

  #derivationsOf(edge: EdgeNumber): Derivation[] {
    return derivationsOf(this.derivations, edge).map(({ rule, premises }) => ({
      rule,
      premises: premises.map((it) => this.id(it)),
    }));
  }

  /** The first derivation of an inferred edge. */
  firstDerivation(edge: EdgeNumber): Derivation | undefined {
    return this.#derivationsOf(edge)[0];
  }
}

const isoOrNothing = (day: number): string | undefined =>
  day === ALWAYS || day === FOREVER ? undefined : isoOfDay(day);

/** Envelope properties that are computed from columns of their own. */
const derived: ReadonlyMap<string, (edges: EdgeTable, edge: EdgeNumber) => PropertyValue | undefined> = new Map(
  Object.entries({
    id: (edges, edge) => edges.id(edge),
    sources: (edges, edge) => edges.sources(edge),
    locators: (edges, edge) => edges.columns.columns.get('locators')?.get(edge) ?? edges.sources(edge).map(() => ''),
    since: (edges, edge) => isoOrNothing(edges.validity.earliestStart[edge]!),
    until: (edges, edge) => isoOrNothing(edges.validity.latestEnd[edge]!),
    status: (edges, edge) => (edges.isInferred(edge) ? 'INFERRED' : 'STATED'),
    rule: (edges, edge) => edges.firstDerivation(edge)?.rule,
    premises: (edges, edge) => edges.firstDerivation(edge)?.premises ?? [],
  } satisfies Readonly<Record<string, (edges: EdgeTable, edge: EdgeNumber) => PropertyValue | undefined>>),
);
