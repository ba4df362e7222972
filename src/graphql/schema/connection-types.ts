/**
 * The object types of connections, of a root list or of a relation: the page, its edges, and what an edge carries.
 *
 * The value behind an edge is a row of the page it stands on; its properties are read by the edge's number.
 */
import {
  GraphQLBoolean,
  type GraphQLFieldConfigMap,
  GraphQLInt,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import type { EdgePropertyType, InterfaceType, NodeType } from '../../ontology/ontology.ts';
import { relationNames, typeNames } from '../names.ts';
import { type GraphContext, rowsOf } from '../operation.ts';
import { nothingCarried } from '../problems.ts';
import { edgeAggregateType, nodeAggregateType } from './aggregate-types.ts';
import type { Connection, PlacedRow } from './connections.ts';
import { propertyType } from './property-inputs.ts';
import type { RelationPages } from './relation-pages.ts';
import { nonNullList, type TypeRegistry } from './type-registry.ts';

/** Gives the output type of a node type or an interface; handed in, since nodes and edges refer to each other. */
export type NodeTypeOf = (types: TypeRegistry, name: string) => GraphQLOutputType;

/** The connection of a root list. */
export function rootConnectionType(
  types: TypeRegistry,
  type: NodeType | InterfaceType,
  nodeTypeOf: NodeTypeOf,
): GraphQLObjectType {
  const { name, plural } = type;
  return connectionType(types, {
    name: typeNames.connection(plural),
    description: `A page of ${plural}.`,
    edges: `The ${plural} of this page.`,
    total: `The number of ${plural} on all pages.`,
    ...(type.root?.aggregate !== false && { aggregate: () => nodeAggregateType(types, type) }),
    edgeType: () =>
      placeType(types, typeNames.edge(name), {
        description: `A place on a page of ${plural}.`,
        cursor: 'The place of the node: pass it as `after` to go on behind it.',
        node: { type: nodeTypeOf(types, name), description: 'The node itself.' },
      }),
  });
}

/** The connection of a relation. */
export function relationConnectionType(
  types: TypeRegistry,
  pages: RelationPages,
  nodeTypeOf: NodeTypeOf,
): GraphQLObjectType {
  const { owner, relation, hasAggregate } = pages;
  const properties = edgeProperties(types, pages);
  return connectionType(types, {
    name: relationNames.connection(owner, relation),
    description: `A page of the edges of \`${relation.field}\`.`,
    edges: 'The edges of this page, parallel ones too.',
    total: 'The number of edges on all pages.',
    ...(hasAggregate && { aggregate: () => edgeAggregateType(types, pages) }),
    certainty: types.own('CertaintyCounts'),
    edgeType: () =>
      placeType(types, relationNames.relationship(owner, relation), {
        description: `An edge of \`${relation.field}\`.`,
        cursor: 'The place of the edge: pass it as `after` to go on behind it.',
        node: { type: nodeTypeOf(types, relation.target), description: 'The node at the other end.' },
        ...(properties && { properties }),
      }),
  });
}

/** The type of what the edges of a relation carry; a union where an interface declares it, as the library has it. */
function edgeProperties(
  types: TypeRegistry,
  { owner, relation, carried, isDeclared }: RelationPages,
): GraphQLObjectType | GraphQLUnionType | undefined {
  const [only] = carried;
  if (!only || !isDeclared) return only && edgePropertiesType(types, only);
  const name = relationNames.edgeProperties(owner, relation);
  return types.once(
    name,
    () =>
      new GraphQLUnionType({
        name,
        description: `What edges of \`${relation.field}\` carry.`,
        types: () => carried.map((it) => edgePropertiesType(types, it)),
        resolveType: ({ carries }: PlacedRow) => carries,
      }),
  );
}

interface ConnectionWords {
  readonly name: string;
  readonly description: string;
  readonly edges: string;
  readonly total: string;
  readonly aggregate?: () => GraphQLObjectType;
  /** Of a relation, the type of how sure its edges are. */
  readonly certainty?: GraphQLObjectType;
  readonly edgeType: () => GraphQLObjectType;
}

function connectionType(types: TypeRegistry, words: ConnectionWords): GraphQLObjectType {
  return types.object<Connection>(words.name, words.description, () => ({
    edges: {
      type: new GraphQLNonNull(nonNullList(words.edgeType())),
      description: words.edges,
      resolve: (connection) => connection.rows(),
    },
    totalCount: {
      type: new GraphQLNonNull(GraphQLInt),
      description: words.total,
      resolve: (connection) => connection.totalCount(),
    },
    pageInfo: {
      type: new GraphQLNonNull(pageInfoType(types)),
      description: 'The place of this page among all.',
    },
    ...(words.aggregate && {
      aggregate: {
        type: new GraphQLNonNull(words.aggregate()),
        description: 'Numbers about all pages together.',
        resolve: (connection: Connection) => connection,
      },
    }),
    ...(words.certainty && {
      certainty: {
        type: words.certainty,
        description: 'How sure the edges of all pages are on the date of `@asOf`; null without it.',
        resolve: (connection: Connection) => connection.certainty(),
      },
    }),
  }));
}

interface PlaceWords {
  readonly description: string;
  readonly cursor: string;
  readonly node: { readonly type: GraphQLOutputType; readonly description: string };
  readonly properties?: GraphQLObjectType | GraphQLUnionType;
}

function placeType(types: TypeRegistry, name: string, words: PlaceWords): GraphQLObjectType {
  const { description, cursor, node, properties } = words;
  return types.object<PlacedRow>(name, description, () => ({
    cursor: { type: new GraphQLNonNull(GraphQLString), description: cursor },
    node: { type: new GraphQLNonNull(node.type), description: node.description },
    ...(properties && {
      properties: {
        type: new GraphQLNonNull(properties),
        description: 'The properties of the edge.',
        resolve: (row: PlacedRow) => {
          // A relation that an interface declares may be of edges with properties and without.
          if (row.carries === undefined) throw nothingCarried();
          return row;
        },
      },
    }),
  }));
}

/** The output type of what edges carry. */
function edgePropertiesType(types: TypeRegistry, type: EdgePropertyType): GraphQLObjectType {
  const fields = (): GraphQLFieldConfigMap<PlacedRow, GraphContext> =>
    Object.fromEntries(
      Array.from(type.properties.values(), (property) => {
        const { name, storedAs = name, list, required, description } = property;
        const missing = property.otherwise ?? (list && required ? [] : undefined);
        const config = {
          type: propertyType(types, property),
          description: description || `The \`${name}\` of the edge.`,
          resolve: ({ edge }: PlacedRow, _: unknown, context: GraphContext) =>
            rowsOf(context).edgeProperty(edge, storedAs) ?? missing,
          // Whoever asks, and whatever the view, it never changes: the compiled form keeps its text by the edge's number.
          extensions: { ownedBy: 'edge' },
        };
        return [name, config];
      }),
    );
  return types.object(type.name, type.description || 'The properties of an edge.', fields);
}

function pageInfoType(types: TypeRegistry): GraphQLObjectType {
  const text = (description: string) => ({ type: GraphQLString, description });
  const flag = (description: string) => ({ type: new GraphQLNonNull(GraphQLBoolean), description });
  return types.object('PageInfo', 'The place of a page among all (Relay).', () => ({
    hasNextPage: flag('Whether more follows this page.'),
    hasPreviousPage: flag('Whether something was skipped.'),
    startCursor: text('The cursor of the first edge here.'),
    endCursor: text('The cursor of the last edge here: pass it as `after` for the next page.'),
  }));
}
