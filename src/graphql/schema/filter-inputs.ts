/**
 * The `where` inputs: of node types, interfaces and unions, of edge properties, of relations in their two forms.
 *
 * A relation is filtered by its nodes (`coLaunched: { some: … }`) or by its edges
 * (`coLaunchedConnection: { some: { node, edge } }`); both quantify with some, none, all and single. What leads to one
 * node is filtered by that node.
 */
import { GraphQLBoolean, type GraphQLInputFieldConfigMap, type GraphQLInputObjectType, GraphQLString } from 'graphql';
import {
  type EdgePropertyType,
  type InterfaceType,
  mayBe,
  type NodeType,
  type Relation,
  type RelationField,
  typeNamed,
} from '../../ontology/ontology.ts';
import { connectionField, edgePropertyNames, relationNames, typeNames } from '../names.ts';
import {
  aggregationWhere,
  countInput,
  intFilter,
  logicalInput,
  NOT_OF_PROPERTIES,
  propertyFilters,
} from './property-inputs.ts';
import { isUnion, type RelationPages, relationPages } from './relation-pages.ts';
import { nonNullList, type TypeRegistry } from './type-registry.ts';

type Fields = GraphQLInputFieldConfigMap;

/** The filter of a node type, an interface or a union. */
export function whereInput(types: TypeRegistry, type: NodeType | InterfaceType): GraphQLInputObjectType {
  const name = typeNames.where(type.name);
  const about = `Which ${type.plural} to keep.`;
  if (isUnion(type)) {
    return types.input(name, `${about} Nodes of types that are not named are left out.`, () =>
      memberFields(types, type, (member) => whereInput(types, member)),
    );
  }
  const fields = (): Fields => ({
    ...propertyFilters(types, type.properties.values()),
    ...relationFilters(types, type, 'relations' in type ? type.relations : type.declared),
    ...('implementations' in type && type.implementations.length > 0 && implementationFilter(types, type)),
  });
  return logicalInput(types, name, about, fields, NOT_OF_PROPERTIES);
}

/** A field for each member of a union. */
const memberFields = (
  types: TypeRegistry,
  { implementations }: InterfaceType,
  typeOf: (member: NodeType | InterfaceType) => GraphQLInputObjectType,
): Fields =>
  Object.fromEntries(
    implementations.map((it) => [
      it,
      { type: typeOf(typeNamed(types.ontology, it)), description: `Which ${it} to keep; all where it is empty.` },
    ]),
  );

function implementationFilter(types: TypeRegistry, { name, implementations }: InterfaceType): Fields {
  const choices = implementations.map((it) => typeNamed(types.ontology, it));
  const type = types.enum(typeNames.implementation(name), `The types that implement ${name}.`, choices);
  return { typename: { type: nonNullList(type), description: `Only these types of ${name}.` } };
}

function relationFilters(
  types: TypeRegistry,
  owner: NodeType | InterfaceType,
  relations: ReadonlyMap<string, Relation | RelationField>,
): Fields {
  const fields: Fields = {};
  for (const relation of relations.values()) {
    if (!mayBe(relation, 'filter')) continue;
    const pages = relationPages(types.ontology, owner, relation);
    const about = relation.description || ('edgeType' in relation ? `Along \`${relation.edgeType}\`.` : '');
    fields[relation.field] = relation.single
      ? {
          type: whereInput(types, pages.target),
          description: `${about} Filters by the node at the other end; \`null\` finds those without.`,
        }
      : {
          type: relationshipFilters(types, pages.target),
          description: `${about} Filters by the nodes at the other end.`,
        };
    fields[connectionField(relation.field)] = relation.single
      ? { type: connectionWhere(types, pages), description: `${about} Filters by the edge and the node together.` }
      : {
          type: connectionFilters(types, owner, pages),
          description: `${about} Filters by edges and nodes together, or by their number.`,
        };
  }
  return fields;
}

const quantifiers = {
  all: (what: string): string => `There are ${what}, and all of them match.`,
  none: (what: string): string => `None of the ${what} matches.`,
  single: (what: string): string => `Exactly one of the ${what} matches.`,
  some: (what: string): string => `At least one of the ${what} matches.`,
};

function quantified(type: GraphQLInputObjectType, what: string): Fields {
  const entries = Object.entries(quantifiers).map(([name, describe]) => [name, { type, description: describe(what) }]);
  return Object.fromEntries(entries);
}

function relationshipFilters(types: TypeRegistry, target: NodeType | InterfaceType): GraphQLInputObjectType {
  const name = typeNames.relationshipFilters(target.name);
  return types.input(name, `Filters by related ${target.plural}.`, () =>
    quantified(whereInput(types, target), `related ${target.plural}`),
  );
}

function connectionFilters(
  types: TypeRegistry,
  owner: NodeType | InterfaceType,
  pages: RelationPages,
): GraphQLInputObjectType {
  const { relation, target } = pages;
  const name = relationNames.connectionFilters(owner.name, relation);
  return types.input(name, `Filters by the edges of \`${relation.field}\`.`, () => ({
    ...quantified(connectionWhere(types, pages), `edges of \`${relation.field}\``),
    ...(!isUnion(target) &&
      mayBe(pages.relation, 'filter by aggregate') && {
        aggregate: { type: connectionAggregateInput(types, owner, pages), description: 'Filters by their number.' },
      }),
  }));
}

/** The filter of the edges of a relation, by what they carry and by the node at the other end. */
export function connectionWhere(types: TypeRegistry, pages: RelationPages): GraphQLInputObjectType {
  const { owner, relation, target } = pages;
  const about = `Which edges of \`${relation.field}\` to keep`;
  const name = relationNames.connectionWhere(owner, relation);
  if (!isUnion(target)) return edgesWhere(types, name, `${about}.`, pages, target);
  return types.input(name, `${about}. Those to types that are not named are left out.`, () =>
    memberFields(types, target, (member) => {
      const ofMember = relationNames.memberConnectionWhere(owner, relation, member.name);
      return edgesWhere(types, ofMember, `${about}, of those to ${member.name}.`, pages, member);
    }),
  );
}

function edgesWhere(
  types: TypeRegistry,
  name: string,
  description: string,
  pages: RelationPages,
  target: NodeType | InterfaceType,
): GraphQLInputObjectType {
  return logicalInput(types, name, description, () => {
    const edge = edgeWhere(types, pages);
    return {
      node: { type: whereInput(types, target), description: 'The node at the other end.' },
      ...(edge && { edge: { type: edge, description: 'What the edge carries.' } }),
      support: { type: supportWhere(types), description: 'Who says so.' },
    };
  });
}

/** Our own: the library knows of no sources. */
const supportWhere = (types: TypeRegistry): GraphQLInputObjectType =>
  types.input('EdgeSupportWhere', 'Which edges to keep, by their support; of several, all hold.', () => ({
    corroborated: { type: GraphQLBoolean, description: 'Whether independent voices support it (`corroboration`).' },
    sources: { type: intFilter(types), description: 'The number of sources that state it; 0 for a conclusion.' },
    newest: {
      type: GraphQLString,
      description: 'A date at or after which one of them was published, however its date is read.',
    },
  }));

/** By what edges carry; of what an interface declares by the name of what an edge carries. */
function edgeWhere(
  types: TypeRegistry,
  { owner, relation, carried, isDeclared }: RelationPages,
): GraphQLInputObjectType | undefined {
  const [only] = carried;
  if (!only) return undefined;
  if (!isDeclared) return carriedWhere(types, only);
  const about = 'What edges carry, by its type; each edge is held to what is said of its own.';
  return types.input(relationNames.edgeWhere(owner, relation), about, () =>
    Object.fromEntries(
      carried.map((it) => [it.name, { type: carriedWhere(types, it), description: `Edges with ${it.name}.` }]),
    ),
  );
}

const carriedWhere = (types: TypeRegistry, { name, properties }: EdgePropertyType): GraphQLInputObjectType =>
  logicalInput(
    types,
    edgePropertyNames.where(name),
    `Which edges to keep, by their ${name}.`,
    () => propertyFilters(types, properties.values()),
    NOT_OF_PROPERTIES,
  );

function connectionAggregateInput(
  types: TypeRegistry,
  owner: NodeType | InterfaceType,
  { relation, target, carried }: RelationPages,
): GraphQLInputObjectType {
  const name = relationNames.connectionAggregateInput(owner.name, relation);
  // The library has numbers about the edges of what an interface declares in its schema, and fails on them.
  const own = 'relations' in owner ? owner.relations.get(relation.field)?.properties : undefined;
  const properties = carried.find((it) => it.name === own);
  return logicalInput(types, name, `Filters by numbers about \`${relation.field}\`.`, () => {
    const node = aggregationWhere(types, relationNames.nodeAggregationWhere(owner.name, relation), target.properties);
    const edge =
      properties && aggregationWhere(types, edgePropertyNames.aggregationWhere(properties.name), properties.properties);
    return {
      count: { type: countInput(types), description: 'Their number.' },
      ...(node && {
        node: { type: node, description: 'Numbers about the nodes at the other end, each counted once.' },
      }),
      ...(edge && { edge: { type: edge, description: 'Numbers about what the edges carry.' } }),
    };
  });
}
