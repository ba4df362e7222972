/**
 * Variables and arguments, coerced as graphql-js does: plain variables (texts, whole numbers, booleans) without asking
 * it, and of arguments all that does not depend on variables beforehand.
 *
 * Variables are checked against their places when they come in; arguments only put them there.
 */
import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type TypeNode,
  type ValueNode,
  valueFromAST,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** Thrown where graphql-js must take over: an error to report, a null where none may be. */
export class NotCompiled extends Error {}

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
      if (!isPlain(value)) return getVariableValues(schema, definitions, given, { maxErrors: 1 }).coerced;
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

type Reader = (variables: Variables) => unknown;

export interface ArgumentReader {
  /** Whether the arguments are the same whatever the variables. */
  readonly isConstant: boolean;
  /** Throws `NotCompiled` where graphql-js would report an error. */
  readonly read: (variables: Variables) => Variables;
}

export function argumentReader(declared: readonly GraphQLArgument[], node: FieldNode): ArgumentReader {
  const given = new Map((node.arguments ?? []).map((it) => [it.name.value, it.value]));
  const readers = declared.map((it) => ({ name: it.name, read: placeReader(it, given.get(it.name)) }));
  const isConstant = ![...given.values()].some(readsVariables);
  return {
    isConstant,
    read: (variables) => {
      const values: Record<string, unknown> = {};
      for (const { name, read } of readers) {
        const value = read(variables);
        if (value !== undefined) values[name] = value;
      }
      return values;
    },
  };
}

/** Whether a value in a query depends on variables. */
function readsVariables(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(readsVariables);
  return value.kind === Kind.OBJECT && value.fields.some((field) => readsVariables(field.value));
}

/** Reads an argument or a field of an input object: undefined when it was left out and has no default. */
function placeReader(
  { type, defaultValue }: { readonly type: GraphQLInputType; readonly defaultValue?: unknown },
  node: ValueNode | undefined,
): Reader {
  const otherwise = (): unknown => {
    if (defaultValue === undefined && isNonNullType(type)) throw new NotCompiled();
    return defaultValue;
  };
  if (!node) return otherwise;
  const read = valueReader(type, node);
  if (node.kind !== Kind.VARIABLE) return read;
  const name = node.name.value;
  return (variables) => (name in variables ? read(variables) : otherwise());
}

/** Reads a value that is given. */
function valueReader(type: GraphQLInputType, node: ValueNode): Reader {
  if (isNonNullType(type)) {
    const read = valueReader(type.ofType, node);
    return (variables) => {
      const value = read(variables);
      if (value == null) throw new NotCompiled();
      return value;
    };
  }
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return (variables) => variables[name] ?? null;
  }
  if (!readsVariables(node)) {
    const value = valueFromAST(node, type);
    return () => {
      if (value === undefined) throw new NotCompiled();
      return value;
    };
  }
  if (isListType(type)) {
    const items = (node.kind === Kind.LIST ? node.values : [node]).map((it) => valueReader(type.ofType, it));
    return (variables) => items.map((read) => read(variables));
  }
  return isInputObjectType(type) && node.kind === Kind.OBJECT ? objectReader(type, node) : notCompiled;
}

function objectReader(
  type: { getFields(): Readonly<Record<string, { readonly type: GraphQLInputType; readonly defaultValue?: unknown }>> },
  node: Extract<ValueNode, { kind: Kind.OBJECT }>,
): Reader {
  const given = new Map(node.fields.map((it) => [it.name.value, it.value]));
  const readers = Object.entries(type.getFields())
    .filter(([name, field]) => given.has(name) || field.defaultValue !== undefined || isNonNullType(field.type))
    .map(([name, field]) => ({ name, read: placeReader(field, given.get(name)) }));
  return (variables) => {
    const values: Record<string, unknown> = Object.create(null);
    for (const { name, read } of readers) {
      const value = read(variables);
      if (value !== undefined) values[name] = value;
    }
    return values;
  };
}

function notCompiled(): never {
  throw new NotCompiled();
}
