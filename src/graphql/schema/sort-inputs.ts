/**
 * The `sort` inputs. A list of them sorts by the first, then the second; ties are broken by id.
 */
import type { GraphQLEnumType, GraphQLInputObjectType } from 'graphql';
import { isPointScalar } from '../../facts/points.ts';
import {
  type EdgePropertyType,
  type InterfaceType,
  mayBe,
  type NodeType,
  type Property,
} from '../../ontology/ontology.ts';
import { connectionField, edgePropertyNames, relationNames, typeNames } from '../names.ts';
import type { RelationPages } from './relation-pages.ts';
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
  counted: readonly string[] = [],
): GraphQLInputObjectType | undefined {
  const single = [...properties.values()].filter(
    // Points have no order of their own.
    (it) => !it.list && mayBe(it, 'sort') && !('scalar' in it.kind && isPointScalar(it.kind.scalar)),
  );
  if (single.length === 0) return undefined;
  const type = types.enum('SortDirection', 'Ascending or descending.', directions);
  return types.input(name, description, () => ({
    ...Object.fromEntries(single.map((it) => [it.name, { type, description: `By \`${it.name}\`.` }])),
    ...Object.fromEntries(
      counted.map((field) => [
        connectionField(field),
        { type: countSort(types, type), description: `By the number of \`${field}\`.` },
      ]),
    ),
  }));
}

/** Our own: the library sorts by no relation. */
const countSort = (types: TypeRegistry, direction: GraphQLEnumType): GraphQLInputObjectType =>
  types.input('ConnectionCountSort', 'By how many a relation has; one field.', () => ({
    nodes: { type: direction, description: 'By the number of distinct nodes at the other end.' },
    edges: { type: direction, description: 'By the number of edges.' },
  }));

/** The sort of a node type or an interface; undefined when it has nothing to sort by. */
export const sortInput = (types: TypeRegistry, type: NodeType | InterfaceType): GraphQLInputObjectType | undefined =>
  sortBy(
    types,
    typeNames.sort(type.name),
    `By what to sort ${type.plural}; one field each.`,
    type.properties,
    'relations' in type ? [...type.relations.values()].filter((it) => !it.single).map((it) => it.field) : [],
  );

/** The sort of the edges of a relation; undefined when there is nothing to sort by. */
export function connectionSort(types: TypeRegistry, pages: RelationPages): GraphQLInputObjectType | undefined {
  const { owner, relation, target, carried, isDeclared } = pages;
  const node = sortInput(types, target);
  const edges = carried.map((type) => ({ type, sort: edgePropertiesSort(types, type) })).filter((it) => it.sort);
  const edge = isDeclared && edges.length > 0 ? declaredSort(types, pages, edges) : edges[0]?.sort;
  if (!node && !edge) return undefined;
  const name = relationNames.connectionSort(owner, relation);
  return types.input(name, `By what to sort the edges of \`${relation.field}\`; one field each.`, () => ({
    ...(node && { node: { type: node, description: 'By the node at the other end.' } }),
    ...(edge && { edge: { type: edge, description: 'By what the edge carries.' } }),
  }));
}

const edgePropertiesSort = (types: TypeRegistry, { name, properties }: EdgePropertyType) =>
  sortBy(types, edgePropertyNames.sort(name), `By what of ${name} to sort; one field each.`, properties);

/** Of what an interface declares, each edge is sorted by what its own type carries. */
const declaredSort = (
  types: TypeRegistry,
  { owner, relation }: RelationPages,
  edges: readonly { readonly type: EdgePropertyType; readonly sort: GraphQLInputObjectType | undefined }[],
): GraphQLInputObjectType =>
  types.input(relationNames.edgeSort(owner, relation), 'By what edges carry to sort.', () =>
    Object.fromEntries(
      edges.flatMap(({ type, sort }) =>
        sort ? [[type.name, { type: sort, description: `Edges with ${type.name}.` }]] : [],
      ),
    ),
  );
