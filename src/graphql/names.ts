/**
 * Every public name of the generated API is made here, as `@neo4j/graphql` 7 makes it.
 *
 * A query written for one must mean the same to the other, so no other file puts a name together.
 */
import type { RelationField } from '../ontology/ontology.ts';

/** A name with a capital first letter. */
const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What is generated for a node type or an interface. */
export const typeNames = {
  where: (type: string): string => `${type}Where`,
  sort: (type: string): string => `${type}Sort`,
  edge: (type: string): string => `${type}Edge`,
  aggregate: (type: string): string => `${type}Aggregate`,
  aggregateNode: (type: string): string => `${type}AggregateNode`,
  relationshipFilters: (type: string): string => `${type}RelationshipFilters`,
  implementation: (type: string): string => `${type}Implementation`,
  connection: (plural: string): string => `${upperFirst(plural)}Connection`,
} as const;

/** What is generated for a relation of the node type or interface `owner`. */
export const relationNames = {
  connection: (owner: string, { field }: RelationField): string => `${owner}${upperFirst(field)}Connection`,
  relationship: (owner: string, { field }: RelationField): string => `${owner}${upperFirst(field)}Relationship`,
  connectionWhere: (owner: string, { field }: RelationField): string => `${owner}${upperFirst(field)}ConnectionWhere`,
  connectionSort: (owner: string, { field }: RelationField): string => `${owner}${upperFirst(field)}ConnectionSort`,
  connectionFilters: (owner: string, { field }: RelationField): string =>
    `${owner}${upperFirst(field)}ConnectionFilters`,
  connectionAggregateInput: (owner: string, { field }: RelationField): string =>
    `${owner}${upperFirst(field)}ConnectionAggregateInput`,
  nodeAggregationWhere: (owner: string, { field }: RelationField): string =>
    `${owner}${upperFirst(field)}NodeAggregationWhereInput`,
  edgeWhere: (owner: string, { field }: RelationField): string => `${owner}${upperFirst(field)}EdgeWhere`,
  edgeSort: (owner: string, { field }: RelationField): string => `${owner}${upperFirst(field)}EdgeSort`,
  edgeProperties: (owner: string, { field }: RelationField): string =>
    `${owner}${upperFirst(field)}RelationshipProperties`,
  memberConnectionWhere: (owner: string, { field }: RelationField, member: string): string =>
    `${owner}${upperFirst(field)}${member}ConnectionWhere`,
  aggregateSelection: (owner: string, { field, target }: RelationField): string =>
    `${owner}${target}${upperFirst(field)}AggregateSelection`,
  nodeAggregateSelection: (owner: string, { field, target }: RelationField): string =>
    `${owner}${target}${upperFirst(field)}NodeAggregateSelection`,
  edgeAggregateSelection: (owner: string, { field, target }: RelationField): string =>
    `${owner}${target}${upperFirst(field)}EdgeAggregateSelection`,
} as const;

/** What is generated for an edge property type. */
export const edgePropertyNames = {
  where: (type: string): string => `${type}Where`,
  sort: (type: string): string => `${type}Sort`,
  aggregationWhere: (type: string): string => `${type}AggregationWhereInput`,
} as const;

/** The connection beside a list: `statesConnection`, `coLaunchedConnection`. */
export const connectionField = (list: string): string => `${list}Connection`;
/** The list beside a connection. */
export const listOfConnection = (connection: string): string => connection.replace(/Connection$/, '');

/** The filter of a property: `StringScalarFilters`, `StatusEnumScalarFilters`, `IDListFilters`. */
export function filterName(
  kind: { scalar: string; declared?: string } | { enum: { name: string } },
  list: boolean,
): string {
  if ('enum' in kind) return `${kind.enum.name}${list ? 'List' : ''}EnumScalarFilters`;
  // A scalar that the SDL declares is a custom one to the library, which names its list filters differently.
  const declared = kind.declared ?? (kind.scalar === 'PartialDate' ? kind.scalar : undefined);
  if (declared !== undefined) return `${declared}${list ? 'List' : ''}ScalarFilters`;
  return `${kind.scalar}${list ? 'List' : 'Scalar'}Filters`;
}
