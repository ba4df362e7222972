/**
 * The `aggregate` of connections: counts, and numbers about the properties of nodes and edges on all pages.
 *
 * As with the library, numbers about nodes count each node once, numbers about edges each edge.
 */
import {
  type GraphQLFieldConfigMap,
  GraphQLFloat,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { InterfaceType, NodeType, Property, Relation, ScalarName } from '../ontology/ontology.ts';
import { type Aggregate, aggregateOf } from './aggregate.ts';
import type { EdgeConnection } from './edge-connection.ts';
import { relationNames, typeNames } from './names.ts';
import type { NodeConnection } from './node-connection.ts';
import type { GraphContext } from './operation.ts';
import { bigIntScalar, dateTimeScalar } from './scalars.ts';
import type { TypeRegistry } from './type-registry.ts';
import { targetOf } from './where-inputs.ts';

const descriptions = {
  min: 'The smallest (earliest) value; null when there is none.',
  max: 'The greatest (latest) value; null when there is none.',
  average: 'The mean of the values; null when there is none.',
  sum: 'The sum of the values; 0 when there is none.',
  longest: 'The longest text; null when there is none.',
  shortest: 'The shortest text; null when there is none.',
} as const;

type AggregateName = keyof typeof descriptions;

/** What is told about properties of a scalar; scalars that are not here have no aggregates. */
const aggregates: Readonly<Partial<Record<ScalarName, Partial<Record<AggregateName, 'Int' | 'Float' | 'own'>>>>> = {
  Int: { min: 'Int', max: 'Int', average: 'Float', sum: 'Int' },
  Float: { min: 'Float', max: 'Float', average: 'Float', sum: 'Float' },
  BigInt: { min: 'own', max: 'own', average: 'own', sum: 'own' },
  DateTime: { min: 'own', max: 'own' },
  String: { longest: 'own', shortest: 'own' },
};

const scalars = { Int: GraphQLInt, Float: GraphQLFloat } as const;
const ownScalars = { BigInt: bigIntScalar, DateTime: dateTimeScalar, String: GraphQLString } as const;

function selectionType(types: TypeRegistry, scalar: ScalarName): GraphQLObjectType | undefined {
  const told = aggregates[scalar];
  if (!told) return undefined;
  const name = `${scalar}AggregateSelection`;
  return types.once(name, `aggregates of ${scalar}`, () => {
    const own = ownScalars[scalar as keyof typeof ownScalars];
    const fields = Object.entries(told).map(([field, type]) => [
      field,
      {
        type: type === 'own' ? own : scalars[type],
        description: descriptions[field as AggregateName],
        resolve: (aggregate: Aggregate) => aggregate[field as AggregateName](),
      },
    ]);
    return new GraphQLObjectType({
      name,
      description: `Numbers about ${scalar} values.`,
      fields: Object.fromEntries(fields),
    });
  });
}

type ReadValues<Source> = (source: Source, context: GraphContext, property: Property) => Aggregate;

/** A type with a field for each property that has aggregates; undefined when none has. */
function propertiesAggregate<Source>(
  types: TypeRegistry,
  name: string,
  properties: ReadonlyMap<string, Property>,
  read: ReadValues<Source>,
): GraphQLObjectType | undefined {
  const fields: GraphQLFieldConfigMap<Source, GraphContext> = {};
  for (const property of properties.values()) {
    const { kind, list } = property;
    const type = list || 'enum' in kind ? undefined : selectionType(types, kind.scalar);
    if (!type) continue;
    fields[property.name] = {
      type: new GraphQLNonNull(type),
      description: `Of \`${property.name}\`.`,
      resolve: (source, _, context) => read(source, context, property),
    };
  }
  if (Object.keys(fields).length === 0) return undefined;
  return types.once(
    name,
    `aggregates called ${name}`,
    () => new GraphQLObjectType({ name, description: 'Numbers about properties, over all pages.', fields }),
  );
}

const count = (description: string) => ({ type: new GraphQLNonNull(GraphQLInt), description });

/** The aggregate of a root connection. */
export function nodeAggregateType(types: TypeRegistry, type: NodeType | InterfaceType): GraphQLObjectType {
  const name = typeNames.aggregate(type.name);
  return types.once(name, `the aggregate of ${type.name}`, () => {
    const node = propertiesAggregate(
      types,
      typeNames.aggregateNode(type.name),
      type.properties,
      (source: NodeConnection, { view }, property) =>
        aggregateOf(property, source.all(), (it) => view.graph.nodes.property(it, property.name)),
    );
    return new GraphQLObjectType<NodeConnection, GraphContext>({
      name,
      description: `Numbers about ${type.plural}.`,
      fields: {
        count: {
          type: new GraphQLNonNull(nodeCount(types)),
          description: 'How many there are.',
          resolve: (connection) => ({ nodes: () => connection.totalCount() }),
        },
        ...(node && {
          node: {
            type: new GraphQLNonNull(node),
            description: 'Numbers about their properties.',
            resolve: (connection: NodeConnection) => connection,
          },
        }),
      },
    });
  });
}

function nodeCount(types: TypeRegistry): GraphQLObjectType {
  return types.once(
    'Count',
    'the number of nodes',
    () =>
      new GraphQLObjectType({
        name: 'Count',
        description: 'How many there are.',
        fields: { nodes: count('The number of nodes.') },
      }),
  );
}

/** The aggregate of a relation's connection. */
export function edgeAggregateType(types: TypeRegistry, owner: NodeType, relation: Relation): GraphQLObjectType {
  const name = relationNames.aggregateSelection(owner.name, relation);
  return types.once(name, `the aggregate of ${owner.name}.${relation.field}`, () => {
    const node = propertiesAggregate(
      types,
      relationNames.nodeAggregateSelection(owner.name, relation),
      targetOf(types, relation.target).properties,
      (source: EdgeConnection, { view }, property) =>
        aggregateOf(property, source.distinctNodes(), (it) => view.graph.nodes.property(it, property.name)),
    );
    const edge = propertiesAggregate(
      types,
      relationNames.edgeAggregateSelection(owner.name, relation),
      types.ontology.edgePropertyTypes.get(relation.properties ?? '')?.properties ?? new Map(),
      (source: EdgeConnection, { view }, property) =>
        aggregateOf(property, source.all().edges, (it) => view.graph.edges.property(it, property.name)),
    );
    const about = (type: GraphQLObjectType | undefined, description: string) =>
      type && { type, description, resolve: (connection: EdgeConnection) => connection };
    const nodeField = about(node, 'Numbers about the nodes at the other ends, each counted once.');
    const edgeField = about(edge, 'Numbers about what the edges carry.');
    return new GraphQLObjectType<EdgeConnection, GraphContext>({
      name,
      description: `Numbers about the edges of \`${relation.field}\`.`,
      fields: {
        count: {
          type: new GraphQLNonNull(edgeCount(types)),
          description: 'How many there are.',
          resolve: (connection) => ({
            nodes: () => connection.distinctNodes().length,
            edges: () => connection.totalCount(),
          }),
        },
        ...(nodeField && { node: nodeField }),
        ...(edgeField && { edge: edgeField }),
      },
    });
  });
}

function edgeCount(types: TypeRegistry): GraphQLObjectType {
  return types.once(
    'CountConnection',
    'the number of edges and nodes',
    () =>
      new GraphQLObjectType({
        name: 'CountConnection',
        description: 'How many there are.',
        fields: {
          nodes: count('The number of distinct nodes at the other ends.'),
          edges: count('The number of edges.'),
        },
      }),
  );
}
