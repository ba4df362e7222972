/**
 * Variables coerced as graphql-js does; plain ones (texts, whole numbers, booleans) without asking it.
 */
import { type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode, type TypeNode } from 'graphql';
import type { Variables } from './frame.ts';

/** The coerced variables; undefined when graphql-js would report an error. */
export type VariableReader = (given: Variables) => Variables | undefined;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';

/** Values that coercion leaves as they are, by scalar. */
const plain: Readonly<Record<string, Check>> = {
  ID: isText,
  String: isText,
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => (value as number) === ((value as number) | 0),
};

export function variableReader(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
): VariableReader {
  const definitions = variableDefinitions ?? [];
  if (definitions.length === 0) return () => NONE;
  const checks = definitions.map(({ variable, type }) => ({ name: variable.name.value, isPlain: checkOf(type) }));
  return (given) => {
    const coerced: Record<string, unknown> = {};
    for (const { name, isPlain } of checks) {
      const value = given[name];
      if (!isPlain(value)) return getVariableValues(schema, definitions, given).coerced;
      coerced[name] = value;
    }
    return coerced;
  };
}

const NONE: Variables = Object.freeze({});
const never: Check = () => false;

function checkOf(type: TypeNode): Check {
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return (inner.kind === Kind.NAMED_TYPE && plain[inner.name.value]) || never;
}
