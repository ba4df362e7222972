/**
 * The scalars of the API beyond GraphQL's own: what is accepted, what is printed.
 *
 * Names and printed forms are those of `@neo4j/graphql`. Input is read more strictly: where the library would guess
 * (`"2024"` as a full date), a clear refusal is better.
 */
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { type ClockScalar, clockReaders } from '../../facts/clock-times.ts';
import { dayOf, isoOfDay, readPartialDate } from '../../facts/partial-date.ts';
import { badBigInt, badText, textExpected } from '../problems.ts';

function textScalar(
  name: string,
  description: string,
  read: (text: string) => string | { refusal: string },
  serialize: (value: unknown) => string,
): GraphQLScalarType {
  const parse = (value: unknown, node?: ValueNode): string => {
    if (typeof value !== 'string') throw textExpected(name, node);
    const result = read(value);
    if (typeof result === 'string') return result;
    throw badText(name, value, result.refusal, node);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

export const dateScalar: GraphQLScalarType = textScalar(
  'Date',
  "A date, represented as a 'yyyy-mm-dd' string.",
  (text) => (dayOf(text) === undefined ? { refusal: 'write it as 2024-10-28, and only days that exist' } : text),
  (value) => {
    const day = dayOf(String(value));
    return day === undefined ? String(value) : isoOfDay(day);
  },
);

const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

export const dateTimeScalar: GraphQLScalarType = textScalar(
  'DateTime',
  'A date and time, represented as an ISO-8601 string.',
  (text) =>
    MOMENT.test(text) && !Number.isNaN(Date.parse(text)) ? text : { refusal: 'write it as 2024-10-28T12:30:00Z' },
  (value) => {
    const moment = Date.parse(String(value));
    return Number.isNaN(moment) ? String(value) : new Date(moment).toISOString();
  },
);

const clockScalar = (scalar: ClockScalar, description: string, example: string): GraphQLScalarType =>
  textScalar(
    scalar,
    description,
    (text) => (clockReaders[scalar](text) === undefined ? { refusal: `write it as ${example}` } : text),
    String,
  );

export const clockScalars: Readonly<Record<ClockScalar, GraphQLScalarType>> = {
  LocalDateTime: clockScalar('LocalDateTime', 'A day and time without a zone.', '2024-10-28T12:30:00'),
  Time: clockScalar('Time', 'A time of day, in UTC where it says no zone.', '12:30:00Z'),
  LocalTime: clockScalar('LocalTime', 'A time of day without a zone.', '12:30:00'),
  Duration: clockScalar('Duration', 'A duration in ISO 8601.', 'P1Y2M3DT4H'),
};

/** A scalar that the ontology declares: what is stored is shown, and compared as it is written. */
export const customScalar = (name: string): GraphQLScalarType =>
  new GraphQLScalarType({ name, description: `${name}, a scalar of the ontology, as text.`, serialize: String });

export const partialDateScalar = (description: string): GraphQLScalarType =>
  textScalar(
    'PartialDate',
    description,
    (text) => {
      const date = readPartialDate(text);
      return 'reason' in date ? { refusal: date.reason } : text;
    },
    String,
  );

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

function readBigInt(text: string): bigint {
  const value = /^[+-]?\d{1,20}$/.test(text) ? BigInt(text) : undefined;
  if (value === undefined || value < LEAST || value > MOST) {
    throw badBigInt(`is a whole number of at most 64 bits, not "${text.slice(0, 40)}"`);
  }
  return value;
}

export const bigIntScalar: GraphQLScalarType = new GraphQLScalarType({
  name: 'BigInt',
  description:
    'A whole number of up to 64 bits, which can be a number or a string if used inline, or a string only if used as a variable. Always returned as a string.',
  serialize: (value) => String(value),
  parseValue(value) {
    if (typeof value === 'string') return readBigInt(value);
    throw badBigInt('is passed as a string in variables, for JSON numbers lose digits');
  },
  parseLiteral(node) {
    if (node.kind === Kind.INT || node.kind === Kind.STRING) return readBigInt(node.value);
    throw badBigInt('is written as a whole number or as a string', node);
  },
});
