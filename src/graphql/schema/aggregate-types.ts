/**
 * The `aggregate` of connections: counts, and numbers about the properties of nodes and edges on all pages.
 *
 * As with the library, numbers about nodes count each node once, numbers about edges each edge.
 */
import {
  GraphQLFloat,
  GraphQLInt,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
} from 'graphql';
import { type InterfaceType, mayBe, type NodeType, type Property, type ScalarName } from '../../ontology/ontology.ts';
import { relationNames, typeNames } from '../names.ts';
import { type GraphContext, rowsOf } from '../operation.ts';
import { type AggregateName, aggregateOf } from '../rows/aggregate.ts';
import type { Connection } from './connections.ts';
import type { RelationPages } from './relation-pages.ts';
import { bigIntScalar, clockScalars, dateTimeScalar } from './scalars.ts';
import type { TypeRegistry } from './type-registry.ts';

const descriptions = {
  min: 'The smallest (earliest) value; null when there is none.',
  max: 'The greatest (latest) value; null when there is none.',
  average: 'The mean of the values; null when there is none.',
  sum: 'The sum of the values; 0 when there is none.',
  longest: 'The longest text; null when there is none.',
  shortest: 'The shortest text; null when there is none.',
} as const;

type ShownAggregate = AggregateName & keyof typeof descriptions;
type Aggregate = ReturnType<typeof aggregateOf>;

/** The aggregates of properties of a scalar; scalars that are not here have no aggregates. */
const aggregates: Readonly<Partial<Record<ScalarName, Partial<Record<ShownAggregate, 'Int' | 'Float' | 'own'>>>>> = {
  Int: { min: 'Int', max: 'Int', average: 'Float', sum: 'Int' },
  Float: { min: 'Float', max: 'Float', average: 'Float', sum: 'Float' },
  BigInt: { min: 'own', max: 'own', average: 'own', sum: 'own' },
  DateTime: { min: 'own', max: 'own' },
  LocalDateTime: { min: 'own', max: 'own' },
  LocalTime: { min: 'own', max: 'own' },
  String: { longest: 'own', shortest: 'own' },
};

const scalars = { Int: GraphQLInt, Float: GraphQLFloat } as const;
const ownScalars = {
  BigInt: bigIntScalar,
  DateTime: dateTimeScalar,
  LocalDateTime: clockScalars.LocalDateTime,
  LocalTime: clockScalars.LocalTime,
  String: GraphQLString,
} as const;

function selectionType(types: TypeRegistry, scalar: ScalarName): GraphQLObjectType | undefined {
  const found = aggregates[scalar];
  if (!found) return undefined;
  const own = ownScalars[scalar as keyof typeof ownScalars];
  const fields = Object.entries(found).map(([field, type]) => [
    field,
    {
      type: type === 'own' ? own : scalars[type],
      description: descriptions[field as ShownAggregate],
      resolve: (aggregate: Aggregate) => aggregate(field as ShownAggregate),
    },
  ]);
  const description = `Numbers about ${scalar} values.`;
  return types.object(`${scalar}AggregateSelection`, description, () => Object.fromEntries(fields));
}

/** The aggregate of a root connection. */
export function nodeAggregateType(types: TypeRegistry, type: NodeType | InterfaceType): GraphQLObjectType {
  const node = valuesType(types, typeNames.aggregateNode(type.name), type.properties, 'node');
  return aggregateType(types, {
    name: typeNames.aggregate(type.name),
    description: `Numbers about ${type.plural}.`,
    count: countType(types, 'Count', { nodes: 'The number of nodes.' }),
    node: node && new GraphQLNonNull(node),
    nodeDescription: 'Numbers about their properties.',
  });
}

/** The aggregate of a relation's connection. */
export function edgeAggregateType(
  types: TypeRegistry,
  { owner, relation, target, carried }: RelationPages,
): GraphQLObjectType {
  const properties = carried[0]?.properties ?? new Map();
  const names = relationNames;
  return aggregateType(types, {
    name: names.aggregateSelection(owner, relation),
    description: `Numbers about the edges of \`${relation.field}\`.`,
    count: countType(types, 'CountConnection', {
      nodes: 'The number of distinct nodes at the other ends.',
      edges: 'The number of edges.',
    }),
    node: valuesType(types, names.nodeAggregateSelection(owner, relation), target.properties, 'node'),
    nodeDescription: 'Numbers about the nodes at the other ends, each counted once.',
    edge: valuesType(types, names.edgeAggregateSelection(owner, relation), properties, 'edge'),
  });
}

interface AggregateWords {
  readonly name: string;
  readonly description: string;
  readonly count: GraphQLObjectType;
  /** As the library has it, never null in a root list and nullable at a relation. */
  readonly node: GraphQLOutputType | undefined;
  readonly nodeDescription: string;
  readonly edge?: GraphQLOutputType | undefined;
}

function aggregateType(types: TypeRegistry, words: AggregateWords): GraphQLObjectType {
  const { name, description, count, node, nodeDescription, edge } = words;
  const field = (type: GraphQLOutputType, description: string) => ({
    type,
    description,
    resolve: (connection: Connection) => connection,
  });
  return types.object<Connection>(name, description, () => ({
    count: field(new GraphQLNonNull(count), 'The numbers of rows.'),
    ...(node && { node: field(node, nodeDescription) }),
    ...(edge && { edge: field(edge, 'Numbers about what the edges carry.') }),
  }));
}

const counts = {
  nodes: (connection: Connection): number => connection.distinctNodes().length,
  edges: (connection: Connection): number => connection.totalCount(),
} as const;

function countType(
  types: TypeRegistry,
  name: string,
  descriptions: Partial<Record<keyof typeof counts, string>>,
): GraphQLObjectType {
  // The nodes of a root list are distinct, and counting them collects none.
  const resolvers = 'edges' in descriptions ? counts : { ...counts, nodes: counts.edges };
  const fields = Object.entries(descriptions).map(([field, description]) => [
    field,
    { type: new GraphQLNonNull(GraphQLInt), description, resolve: resolvers[field as keyof typeof counts] },
  ]);
  return types.object(name, 'The numbers of rows.', () => Object.fromEntries(fields));
}

/** A type with a field for each property that has aggregates; undefined when none has. */
function valuesType(
  types: TypeRegistry,
  name: string,
  properties: ReadonlyMap<string, Property>,
  of: 'node' | 'edge',
): GraphQLObjectType | undefined {
  const shown = [...properties.values()].filter((it) => mayBe(it, 'aggregate'));
  const fields = shown.flatMap((property) => {
    const { kind, list } = property;
    const type = list || 'enum' in kind ? undefined : selectionType(types, kind.scalar);
    if (!type) return [];
    const resolve = (connection: Connection, _: unknown, context: GraphContext): Aggregate => {
      const rows = rowsOf(context);
      return of === 'node'
        ? aggregateOf(property, connection.distinctNodes(), (it) => rows.nodeProperty(it, property.name))
        : aggregateOf(property, connection.all().edges, (it) =>
            rows.edgeProperty(it, property.storedAs ?? property.name),
          );
    };
    return [[property.name, { type: new GraphQLNonNull(type), description: `Of \`${property.name}\`.`, resolve }]];
  });
  if (fields.length === 0) return undefined;
  return types.object(name, 'Numbers about properties, over all pages.', () => Object.fromEntries(fields));
}
