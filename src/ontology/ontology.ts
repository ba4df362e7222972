/**
 * The ontology as plain read-only data: what `schema.graphql` says, understood.
 *
 * A node type is an object type with `@node`; an edge type is what its `@relationship` fields name; the two fields of
 * one edge type, seen from both ends, are its *relations*. Every floor above reads this model and never the SDL.
 */
import type { Position } from '../base/problem.ts';
import { noSuchType } from './problems.ts';

/**
 * The scalars a property may have. A `PartialDate` is EDTF text such as `2024-10` or `2022-10-01/..`; `Custom` is one that
 * the SDL declares and only its author understands.
 */
export type ScalarName =
  | 'ID'
  | 'String'
  | 'Int'
  | 'Float'
  | 'BigInt'
  | 'Boolean'
  | 'Date'
  | 'DateTime'
  | 'LocalDateTime'
  | 'Time'
  | 'LocalTime'
  | 'Duration'
  | 'Point'
  | 'CartesianPoint'
  | 'PartialDate'
  | 'Custom';

/** What the API may do with a property or a relation beside showing it. */
export type FieldUse = 'filter' | 'filter by aggregate' | 'sort' | 'aggregate';

/** A property of a node type, an interface or an edge property type. */
export interface Property {
  readonly name: string;
  /** The name under which edges keep it, where its own belongs to the envelope and means something else there. */
  readonly storedAs?: string;
  /** A scalar, with the name of a custom one, or `enum` with the enum's name and values. */
  readonly kind: { readonly scalar: ScalarName; readonly declared?: string } | { readonly enum: EnumType };
  readonly list: boolean;
  readonly required: boolean;
  /** What is shown and compared where there is no value (`@coalesce`). */
  readonly otherwise?: PropertyDefault;
  /** What the SDL takes from the API (`@filterable`, `@sortable`, `@selectable`). */
  readonly without?: readonly FieldUse[];
  readonly description: string;
  readonly at: Position;
}

export type PropertyDefault = string | number | boolean | readonly (string | number | boolean)[];

/** Which root fields a type has, where the SDL says so (`@query`). */
export interface RootFields {
  readonly list: boolean;
  readonly pages: boolean;
  readonly aggregate: boolean;
}

/** How many nodes of a type a page has, where the SDL says so (`@limit`): unless asked for, and at most. */
export interface PageLimit {
  readonly default?: number;
  readonly max?: number;
}

export interface EnumType {
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly description: string }[];
  readonly description: string;
}

/** A field that leads to other nodes, of a node type or of an interface. */
export interface RelationField {
  /** The field, for example `coLaunched`. */
  readonly field: string;
  /** The node type, interface or union at the other end. */
  readonly target: string;
  /** It leads to one node at most: `publisher: Publisher`. */
  readonly single?: true;
  readonly without?: readonly FieldUse[];
  readonly description: string;
  readonly at: Position;
}

/** A relationship field: one end of an edge type, as a node type declares it. */
export interface Relation extends RelationField {
  /** The edge type, for example `co-launched`. */
  readonly edgeType: string;
  /** BOTH: the relation is symmetric (`queryDirection: UNDIRECTED`), stored once and read from either end. */
  readonly direction: 'OUT' | 'IN' | 'BOTH';
  /** The edge property type (`@relationshipProperties`), when the relation names one. */
  readonly properties: string | undefined;
  /** The interface that declares it for all its types (`@declareRelationship`): its pages are those of the interface. */
  readonly declaredBy?: string;
}

export interface NodeType {
  readonly name: string;
  /** The list field of the API: `states`; from `@plural` or the rules of `pluralize`. */
  readonly plural: string;
  readonly description: string;
  readonly interfaces: readonly string[];
  readonly properties: ReadonlyMap<string, Property>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly root?: RootFields;
  readonly limit?: PageLimit;
  readonly at: Position;
}

/** An interface: a name for several node types, with what all of them have. Or a union: a name and nothing else. */
export interface InterfaceType {
  readonly name: string;
  readonly plural: string;
  readonly description: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** The relations that it declares (`@declareRelationship`); each of its types says by which edges. */
  readonly declared: ReadonlyMap<string, RelationField>;
  /** Names of the node types that implement it, in the order of the SDL; the members of a union. */
  readonly implementations: readonly string[];
  readonly isUnion?: true;
  readonly root?: RootFields;
  readonly limit?: PageLimit;
  readonly at: Position;
}

/** An edge type with every pair of node types that it may join. */
export interface EdgeType {
  readonly name: string;
  readonly description: string;
  readonly symmetric: boolean;
  /** Pairs of node type names, source first; a symmetric type lists a pair once. */
  readonly ends: readonly { readonly from: string; readonly to: string }[];
  /** The edge property type, when one is named. */
  readonly properties: string | undefined;
  readonly at: Position;
}

/** A type with `@relationshipProperties`: what edges of some edge types carry. */
export interface EdgePropertyType {
  readonly name: string;
  readonly description: string;
  readonly properties: ReadonlyMap<string, Property>;
  /** Of edges that are tenures (`@tenure`): phrases that mean one post, the first of each standing for all. */
  readonly tenure?: readonly (readonly string[])[];
  /** It stands for all of these, of which edges of one type carry one or the other. */
  readonly joins?: readonly string[];
  readonly at: Position;
}

export interface Ontology {
  readonly nodeTypes: ReadonlyMap<string, NodeType>;
  /** Interfaces, and unions of node types. */
  readonly interfaces: ReadonlyMap<string, InterfaceType>;
  readonly edgeTypes: ReadonlyMap<string, EdgeType>;
  readonly edgePropertyTypes: ReadonlyMap<string, EdgePropertyType>;
  readonly enums: ReadonlyMap<string, EnumType>;
  /** The SDL it was read from. */
  readonly sdl: string;
}

/** Whether the API may use a property or a relation so. */
export const mayBe = ({ without }: Pick<Property, 'without'>, use: FieldUse): boolean => !without?.includes(use);

/** Whether the nodes of a type show their ids, as `id: ID!`. */
export function showsId({ properties }: NodeType): boolean {
  const id = properties.get('id');
  return id?.required === true && 'scalar' in id.kind && id.kind.scalar === 'ID';
}

/** The node types a target stands for: itself, the implementations of an interface, or the members of a union. */
export function concreteTypes(ontology: Pick<Ontology, 'interfaces'>, target: string): readonly string[] {
  return ontology.interfaces.get(target)?.implementations ?? [target];
}

/** The node type or interface of that name, which the ontology has. */
export function typeNamed({ nodeTypes, interfaces }: Ontology, name: string): NodeType | InterfaceType {
  const found = nodeTypes.get(name) ?? interfaces.get(name);
  if (!found) throw new RangeError(`The ontology has no type "${name}".`);
  return found;
}

/** The node types that names of node types and interfaces stand for. Throws `unknown-type`, with the nearest name. */
export function typesNamed(ontology: Ontology, names: readonly string[]): Set<string> {
  const { nodeTypes, interfaces } = ontology;
  const unknown = names.find((it) => !nodeTypes.has(it) && !interfaces.has(it));
  if (unknown !== undefined) throw noSuchType(unknown, [...nodeTypes.keys(), ...interfaces.keys()]);
  return new Set(names.flatMap((it) => concreteTypes(ontology, it)));
}

/** The type of a property as SDL writes it: `String`, `[ID!]!`, `Rank!`. */
export function printPropertyType({ kind, list, required }: Property): string {
  const inner = 'enum' in kind ? kind.enum.name : (kind.declared ?? kind.scalar);
  return (list ? `[${inner}!]` : inner) + (required ? '!' : '');
}
