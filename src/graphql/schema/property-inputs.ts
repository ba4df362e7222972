/**
 * Properties in the schema: the type of their values, and the filters of single properties and of numbers about them,
 * `StringScalarFilters` and its like.
 */
import {
  GraphQLBoolean,
  type GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputObjectType,
  GraphQLInt,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { isPointScalar, type PointScalar } from '../../facts/points.ts';
import { CASELESS, operators, operatorsOf, POSSIBLE, takesCaseless, takesPossible } from '../../filters/operators.ts';
import { mayBe, type Property, type ScalarName } from '../../ontology/ontology.ts';
import { filterName } from '../names.ts';
import { type AggregateName, aggregateFilters } from '../rows/aggregate.ts';
import { pointFilter, pointType } from './point-types.ts';
import { bigIntScalar, clockScalars, customScalar, dateScalar, dateTimeScalar, partialDateScalar } from './scalars.ts';
import { nonNullList, type TypeRegistry } from './type-registry.ts';

type Fields = GraphQLInputFieldConfigMap;

/** `AND`, `OR`, `NOT` and what `fields` adds. */
export function logicalInput(
  types: TypeRegistry,
  name: string,
  description: string,
  fields: () => Fields,
  aboutNot: string = 'This does not hold.',
): GraphQLInputObjectType {
  return types.input(name, description, (self) => ({
    AND: { type: nonNullList(self), description: 'All of these hold.' },
    OR: { type: nonNullList(self), description: 'At least one of these holds.' },
    NOT: { type: self, description: aboutNot },
    ...fields(),
  }));
}

/** Of `NOT` where properties are filtered by. */
export const NOT_OF_PROPERTIES =
  'This does not hold. What lacks the value drops out too: `OR` it with `{ role: { eq: null } }` to keep that.';

export function propertyFilters(types: TypeRegistry, properties: Iterable<Property>): Fields {
  const fields: Fields = {};
  for (const property of properties) {
    if (!mayBe(property, 'filter')) continue;
    fields[property.name] = {
      type: filterInput(types, property),
      description: property.description || `Filters by \`${property.name}\`.`,
    };
  }
  return fields;
}

/** The filter by numbers about properties; undefined when none has any. */
export function aggregationWhere(
  types: TypeRegistry,
  name: string,
  properties: ReadonlyMap<string, Property>,
): GraphQLInputObjectType | undefined {
  const usable = [...properties.values()].filter((it) => mayBe(it, 'filter by aggregate'));
  const fields = usable.flatMap(({ name: field, kind, list }) => {
    const type = list || 'enum' in kind ? undefined : aggregationFilters(types, kind.scalar);
    return type ? [[field, { type, description: `By numbers about \`${field}\`.` }]] : [];
  });
  if (fields.length === 0) return undefined;
  return logicalInput(types, name, 'Filters by numbers about properties.', () => Object.fromEntries(fields));
}

const aggregateDescriptions: Readonly<Partial<Record<AggregateName, string>>> = {
  min: 'The smallest (earliest) value.',
  max: 'The greatest (latest) value.',
  average: 'The mean of the values.',
  sum: 'The sum of the values; 0 when there is none.',
  averageLength: 'The mean length of the texts, in characters.',
  longestLength: 'The length of the longest text, in characters.',
  shortestLength: 'The length of the shortest text, in characters.',
};

function aggregationFilters(types: TypeRegistry, scalar: ScalarName): GraphQLInputObjectType | undefined {
  const filters = aggregateFilters[scalar];
  if (!filters) return undefined;
  const description = `Filters by numbers about ${scalar} values. Missing values are left out; about nothing all but a sum is unknown.`;
  return types.input(`${scalar}ScalarAggregationFilters`, description, () =>
    Object.fromEntries(
      Object.entries(filters).map(([name, compared]) => [
        name,
        {
          type: filterInput(types, { kind: { scalar: compared }, list: false }),
          description: aggregateDescriptions[name as AggregateName],
        },
      ]),
    ),
  );
}

export function countInput(types: TypeRegistry): GraphQLInputObjectType {
  const name = 'ConnectionAggregationCountFilterInput';
  return types.input(name, 'Filters by the number of related nodes and edges.', () => ({
    nodes: { type: intFilter(types), description: 'The number of distinct nodes at the other end.' },
    edges: { type: intFilter(types), description: 'The number of edges.' },
  }));
}

const PARTIAL_DATE =
  'A date as precise as is known, in EDTF: `2024`, `2024-10`, `2024-10-28/2024-10-31`, `2022-10-01/..` (still open), `2022-10-01/` (end unknown), `2024~` (about).';

const scalars: Readonly<Record<Exclude<ScalarName, 'Custom' | PointScalar>, GraphQLScalarType>> = {
  ...clockScalars,
  ID: GraphQLID,
  String: GraphQLString,
  Int: GraphQLInt,
  Float: GraphQLFloat,
  Boolean: GraphQLBoolean,
  BigInt: bigIntScalar,
  Date: dateScalar,
  DateTime: dateTimeScalar,
  PartialDate: partialDateScalar(PARTIAL_DATE),
};

/** The type of one value of a property: a scalar, or the enum that the ontology declares. */
function valueType(types: TypeRegistry, kind: Property['kind']): GraphQLScalarType | GraphQLEnumType {
  if ('scalar' in kind) {
    if (isPointScalar(kind.scalar)) throw new RangeError(`${kind.scalar} is no scalar in GraphQL.`);
    if (kind.scalar !== 'Custom') return scalars[kind.scalar];
    const { declared = kind.scalar } = kind;
    return types.once(declared, () => customScalar(declared));
  }
  const { name, description, values } = kind.enum;
  return types.enum(name, description || `One of: ${values.map((it) => it.name).join(', ')}.`, values);
}

/** The type of a property's value, a list or required where the ontology says so. */
export function propertyType(types: TypeRegistry, { kind, list, required }: Property): GraphQLOutputType {
  const value = 'scalar' in kind && isPointScalar(kind.scalar) ? pointType(types, kind.scalar) : valueType(types, kind);
  const type = list ? nonNullList<GraphQLObjectType | ReturnType<typeof valueType>>(value) : value;
  return required ? new GraphQLNonNull(type) : type;
}

/** The filter input of a property. */
function filterInput(types: TypeRegistry, { kind, list }: Pick<Property, 'kind' | 'list'>): GraphQLInputObjectType {
  if ('scalar' in kind && isPointScalar(kind.scalar)) return pointFilter(types, kind.scalar, list);
  const value = valueType(types, kind);
  const fields = (): Fields => {
    const entries = operatorsOf({ kind, list }).map((operator) => {
      const { takes, description } = operators[operator];
      // A list is equal to a list; every other operator on it looks for one element.
      const takesMany = takes === 'many' || (list && operator === 'eq');
      return [operator, { type: takesMany ? nonNullList(value) : value, description }];
    });
    return Object.fromEntries(entries);
  };
  const name = filterName(kind, list);
  const caseless = (): GraphQLInputObjectType => types.input(`CaseInsensitive${name}`, CASELESS_HELP, fields);
  return types.input(name, `${value.name}${list ? ' list' : ''} filters.`, () => ({
    ...fields(),
    ...(takesCaseless({ kind, list }) && { [CASELESS]: { type: caseless(), description: CASELESS_HELP } }),
    ...(takesPossible({ kind, list }) && { [POSSIBLE]: { type: GraphQLBoolean, description: POSSIBLE_HELP } }),
  }));
}

const CASELESS_HELP = 'The same operators, to which capitals and small letters are one.';

const POSSIBLE_HELP =
  'True: comparisons keep what a vague date leaves possible; else only what it makes certain. Of what lasts, `lt` is over before the period begins, `lte` by its end, `gt` begins after its end, `gte` no earlier than its beginning.';

/** The filter of counts. */
export const intFilter = (types: TypeRegistry): GraphQLInputObjectType =>
  filterInput(types, { kind: { scalar: 'Int' }, list: false });
