/**
 * The filters of single properties: `StringScalarFilters`, `DateListFilters`, one for each kind in the ontology.
 */
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { operators, operatorsOf } from '../filters/operators.ts';
import type { Property, ScalarName } from '../ontology/ontology.ts';
import { filterName } from './names.ts';
import { bigIntScalar, dateScalar, dateTimeScalar, partialDateScalar } from './scalars.ts';
import type { TypeRegistry } from './type-registry.ts';

const PARTIAL_DATE =
  'A date as precise as is known, in EDTF: `2024`, `2024-10`, `2024-10-28/2024-10-31`, `2022-10-01/..` (still open), `2022-10-01/` (end unknown), `2024~` (about).';

const scalars: Readonly<Record<ScalarName, GraphQLScalarType>> = {
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
export function valueType(types: TypeRegistry, kind: Property['kind']): GraphQLScalarType | GraphQLEnumType {
  if ('scalar' in kind) return scalars[kind.scalar];
  const { name, description, values } = kind.enum;
  return types.once(name, `the enum ${name}`, () => {
    const entries = values.map((it) => [it.name, { description: it.description || `${it.name}.` }]);
    return new GraphQLEnumType({
      name,
      description: description || `One of: ${values.map((it) => it.name).join(', ')}.`,
      values: Object.fromEntries(entries),
    });
  });
}

/** The filter input of a property. */
export function filterInput(types: TypeRegistry, property: Property): GraphQLInputObjectType {
  const { kind, list } = property;
  const name = filterName(kind, list);
  return types.once(name, `filters of ${name}`, () => {
    const value = valueType(types, kind);
    const many = new GraphQLList(new GraphQLNonNull(value));
    const fields = operatorsOf(property).map((operator) => {
      const { takes, description } = operators[operator];
      // A list is equal to a list; every other operator on it looks for one element.
      const takesMany = takes === 'many' || (list && operator === 'eq');
      return [operator, { type: takesMany ? many : value, description }];
    });
    return new GraphQLInputObjectType({
      name,
      description: `${value.name}${list ? ' list' : ''} filters.`,
      fields: Object.fromEntries(fields),
    });
  });
}

/** The filter of counts. */
export function intFilter(types: TypeRegistry): GraphQLInputObjectType {
  const at = { file: '', line: 1, column: 1 };
  return filterInput(types, {
    name: 'count',
    kind: { scalar: 'Int' },
    list: false,
    required: true,
    description: '',
    at,
  });
}
