/**
 * Points in the API: what is shown of one, what is asked with, and the filters by place and by distance. Names and forms are
 * the library's; distances on the earth are in metres.
 */
import {
  GraphQLFloat,
  type GraphQLInputObjectType,
  GraphQLInt,
  GraphQLNonNull,
  type GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import { type Coordinates, coordinateNames, type PointScalar, readPoint, systemOf } from '../../facts/points.ts';
import { nonNullList, type TypeRegistry } from './type-registry.ts';

const about: Readonly<Record<PointScalar, string>> = {
  Point: 'A place on the earth (WGS 84), in degrees; its height in metres.',
  CartesianPoint: 'A place by x and y, and z where it has one.',
};

const required = new GraphQLNonNull(GraphQLFloat);

/** The type of a point that is shown. What stands behind it is its text. */
export function pointType(types: TypeRegistry, scalar: PointScalar): GraphQLObjectType {
  const at = (text: string): Coordinates => readPoint(scalar, text) ?? [Number.NaN, Number.NaN];
  return types.object<string>(scalar, about[scalar], () => ({
    ...Object.fromEntries(
      coordinateNames[scalar].map((name, i) => [
        name,
        {
          type: i < 2 ? required : GraphQLFloat,
          description: `The ${name}.`,
          resolve: (text: string) => at(text)[i] ?? null,
        },
      ]),
    ),
    crs: {
      type: new GraphQLNonNull(GraphQLString),
      description: 'The name of the coordinate system.',
      resolve: (text) => systemOf(scalar, at(text)).crs,
    },
    srid: {
      type: new GraphQLNonNull(GraphQLInt),
      description: 'The number of the coordinate system.',
      resolve: (text) => systemOf(scalar, at(text)).srid,
    },
  }));
}

const pointInput = (types: TypeRegistry, scalar: PointScalar): GraphQLInputObjectType =>
  types.input(`${scalar}Input`, about[scalar], () =>
    Object.fromEntries(
      coordinateNames[scalar].map((name, i) => [
        name,
        { type: i < 2 ? required : GraphQLFloat, description: `The ${name}.` },
      ]),
    ),
  );

/** The filter of a point, or of a list of them. */
export function pointFilter(types: TypeRegistry, scalar: PointScalar, list: boolean): GraphQLInputObjectType {
  const point = pointInput(types, scalar);
  if (list) {
    return types.input(`${scalar}ListFilters`, `${scalar} list filters.`, () => ({
      eq: { type: nonNullList(point), description: 'Equal to this; `null` finds missing values.' },
      includes: { type: point, description: 'Has this among its elements.' },
    }));
  }
  return types.input(`${scalar}Filters`, `${scalar} filters.`, () => ({
    eq: { type: point, description: 'Equal to this; `null` finds missing values.' },
    in: { type: nonNullList(point), description: 'Equal to one of these.' },
    distance: { type: distanceFilter(types, scalar), description: 'By how far away it is.' },
  }));
}

function distanceFilter(types: TypeRegistry, scalar: PointScalar): GraphQLInputObjectType {
  const name = scalar === 'Point' ? 'PointDistanceFilters' : 'CartesianDistancePointFilters';
  const compared = {
    gt: 'more',
    gte: 'at least',
    lt: 'less',
    lte: 'at most',
    ...(scalar === 'Point' && { eq: 'just' }),
  };
  return types.input(name, 'Filters by distance from a point.', () => ({
    from: { type: new GraphQLNonNull(pointInput(types, scalar)), description: 'From where it is measured.' },
    ...Object.fromEntries(
      Object.entries(compared).map(([operator, word]) => [
        operator,
        {
          type: GraphQLFloat,
          description: `The distance is ${word} than this.`.replace(/(least|most|just) than/, '$1'),
        },
      ]),
    ),
  }));
}
