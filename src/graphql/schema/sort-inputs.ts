/**
 * The `sort` inputs. A list of them sorts by the first, then the second; ties are broken by id.
 */
import { GraphQLEnumType, type GraphQLInputFieldConfigMap, GraphQLInputObjectType } from 'graphql';
import type { InterfaceType, NodeType, Property, Relation } from '../../ontology/ontology.ts';
import { edgePropertyNames, relationNames, typeNames } from '../names.ts';
import { targetOf } from './filter-inputs.ts';
import type { TypeRegistry } from './type-registry.ts';

function sortDirection(types: TypeRegistry): GraphQLEnumType {
  return types.once(
    'SortDirection',
    'the direction of sorts',
    () =>
      new GraphQLEnumType({
        name: 'SortDirection',
        description: 'Ascending or descending.',
        values: {
          ASC: { description: 'Smallest, earliest first; missing values last.' },
          DESC: { description: 'Greatest, latest first; missing values first of all.' },
        },
      }),
  );
}

/** What can be sorted by: single values, not lists. */
function sortFields(types: TypeRegistry, properties: ReadonlyMap<string, Property>): GraphQLInputFieldConfigMap {
  const fields: GraphQLInputFieldConfigMap = {};
  for (const { name, list } of properties.values()) {
    if (!list) fields[name] = { type: sortDirection(types), description: `By \`${name}\`.` };
  }
  return fields;
}

/** The sort of a node type or an interface; undefined when it has nothing to sort by. */
export function sortInput(types: TypeRegistry, type: NodeType | InterfaceType): GraphQLInputObjectType | undefined {
  const name = typeNames.sort(type.name);
  const fields = sortFields(types, type.properties);
  if (Object.keys(fields).length === 0) return undefined;
  return types.once(
    name,
    `the sort of ${type.name}`,
    () => new GraphQLInputObjectType({ name, description: `By what to sort ${type.plural}; one field each.`, fields }),
  );
}

/** The sort of the edges of a relation; undefined when there is nothing to sort by. */
export function connectionSort(
  types: TypeRegistry,
  owner: NodeType,
  relation: Relation,
): GraphQLInputObjectType | undefined {
  const node = sortInput(types, targetOf(types, relation.target));
  const edge = edgeSort(types, relation);
  if (!node && !edge) return undefined;
  const name = relationNames.connectionSort(owner.name, relation);
  return types.once(
    name,
    `the sort of the edges of ${owner.name}.${relation.field}`,
    () =>
      new GraphQLInputObjectType({
        name,
        description: `By what to sort the edges of \`${relation.field}\`; one field each.`,
        fields: {
          ...(node && { node: { type: node, description: 'By the node at the other end.' } }),
          ...(edge && { edge: { type: edge, description: 'By what the edge carries.' } }),
        },
      }),
  );
}

function edgeSort(types: TypeRegistry, relation: Relation): GraphQLInputObjectType | undefined {
  const type = types.ontology.edgePropertyTypes.get(relation.properties ?? '');
  if (!type) return undefined;
  const name = edgePropertyNames.sort(type.name);
  const fields = sortFields(types, type.properties);
  if (Object.keys(fields).length === 0) return undefined;
  return types.once(
    name,
    `the sort of ${type.name}`,
    () => new GraphQLInputObjectType({ name, description: `By what of ${type.name} to sort; one field each.`, fields }),
  );
}
