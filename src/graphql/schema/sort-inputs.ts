/**
 * The `sort` inputs. A list of them sorts by the first, then the second; ties are broken by id.
 */
import type { GraphQLInputObjectType } from 'graphql';
import { type InterfaceType, type NodeType, type Property, type Relation, typeNamed } from '../../ontology/ontology.ts';
import { edgePropertyNames, relationNames, typeNames } from '../names.ts';
import type { TypeRegistry } from './type-registry.ts';

const directions = [
  { name: 'ASC', description: 'Smallest, earliest first; missing values last.' },
  { name: 'DESC', description: 'Greatest, latest first; missing values first of all.' },
];

/** The sort by single values, not by lists; undefined when there is none. */
function sortBy(
  types: TypeRegistry,
  name: string,
  description: string,
  properties: ReadonlyMap<string, Property>,
): GraphQLInputObjectType | undefined {
  const single = [...properties.values()].filter((it) => !it.list);
  if (single.length === 0) return undefined;
  const type = types.enum('SortDirection', 'Ascending or descending.', directions);
  return types.input(name, description, () =>
    Object.fromEntries(single.map((it) => [it.name, { type, description: `By \`${it.name}\`.` }])),
  );
}

/** The sort of a node type or an interface; undefined when it has nothing to sort by. */
export const sortInput = (types: TypeRegistry, type: NodeType | InterfaceType): GraphQLInputObjectType | undefined =>
  sortBy(types, typeNames.sort(type.name), `By what to sort ${type.plural}; one field each.`, type.properties);

/** The sort of the edges of a relation; undefined when there is nothing to sort by. */
export function connectionSort(
  types: TypeRegistry,
  owner: NodeType,
  relation: Relation,
): GraphQLInputObjectType | undefined {
  const carried = types.ontology.edgePropertyTypes.get(relation.properties ?? '');
  const node = sortInput(types, typeNamed(types.ontology, relation.target));
  const edge =
    carried &&
    sortBy(
      types,
      edgePropertyNames.sort(carried.name),
      `By what of ${carried.name} to sort; one field each.`,
      carried.properties,
    );
  if (!node && !edge) return undefined;
  const name = relationNames.connectionSort(owner.name, relation);
  return types.input(name, `By what to sort the edges of \`${relation.field}\`; one field each.`, () => ({
    ...(node && { node: { type: node, description: 'By the node at the other end.' } }),
    ...(edge && { edge: { type: edge, description: 'By what the edge carries.' } }),
  }));
}
