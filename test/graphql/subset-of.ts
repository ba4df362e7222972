/**
 * What one schema has that another lacks, as lines of text: the rule is ours ⊆ theirs.
 */
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

interface Member {
  readonly path: string;
  readonly type: string;
}

const kindOf = (type: GraphQLNamedType): string => {
  if (isObjectType(type)) return 'type';
  if (isInterfaceType(type)) return 'interface';
  if (isInputObjectType(type)) return 'input';
  if (isEnumType(type)) return 'enum';
  if (isUnionType(type)) return 'union';
  return isScalarType(type) ? 'scalar' : 'other';
};

function* membersOf(type: GraphQLNamedType): Generator<Member> {
  yield { path: type.name, type: kindOf(type) };
  if (isEnumType(type)) for (const { name } of type.getValues()) yield { path: `${type.name}.${name}`, type: 'value' };
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const it of type.getInterfaces()) yield { path: `${type.name} implements ${it.name}`, type: 'interface' };
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    const path = `${type.name}.${field.name}`;
    yield { path, type: withDefault(field as GraphQLInputField) };
    for (const argument of 'args' in field ? field.args : []) {
      yield { path: `${path}(${argument.name}:)`, type: withDefault(argument) };
    }
  }
}

const withDefault = ({ type, defaultValue }: GraphQLInputField | GraphQLArgument): string =>
  defaultValue === undefined ? String(type) : `${type} = ${JSON.stringify(defaultValue)}`;

/** Every member of a schema: types, fields, arguments, values, with their types. */
export function members(schema: GraphQLSchema): Map<string, string> {
  const all = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    for (const { path, type: itsType } of membersOf(type)) all.set(path, itsType);
  }
  return all;
}

/** Members of `ours` that `theirs` has not, or has with another type. */
export function beyond(ours: GraphQLSchema, theirs: GraphQLSchema): string[] {
  const known = members(theirs);
  return [...members(ours)]
    .filter(([path, type]) => known.get(path) !== type)
    .map(([path, type]) => `${path}: ${type}${known.has(path) ? ` (theirs: ${known.get(path)})` : ''}`);
}
