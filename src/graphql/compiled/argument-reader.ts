/**
 * The arguments of a field, coerced as graphql-js does, with all that does not depend on variables coerced beforehand.
 *
 * Variables were coerced and checked against their places when they came in; here they are only put in their places.
 */
import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import { NotCompiled, type Variables } from './frame.ts';

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
