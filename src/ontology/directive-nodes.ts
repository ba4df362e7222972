/**
 * What directives give, and types at the heart of others, in an SDL as it was parsed.
 */
import { type ConstDirectiveNode, type ConstValueNode, Kind, type NamedTypeNode, type TypeNode } from 'graphql';

/** The directive `@name` of a type or field, when it has it. */
export const findDirective = (
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode | undefined => node.directives?.find((it) => it.name.value === name);

/** What a directive gives to an argument. */
export const argumentOf = (directive: ConstDirectiveNode | undefined, name: string): ConstValueNode | undefined =>
  directive?.arguments?.find((it) => it.name.value === name)?.value;

/** A text or an enum value. */
export const stringIn = (value: ConstValueNode | undefined): string | undefined =>
  value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;

/** The text or enum value that a directive gives to an argument. */
export const findArgument = (directive: ConstDirectiveNode | undefined, name: string): string | undefined =>
  stringIn(argumentOf(directive, name));

/** The texts that a directive gives to an argument that takes a list, or one. */
export function findArguments(directive: ConstDirectiveNode | undefined, name: string): string[] {
  const value = argumentOf(directive, name);
  const values = value?.kind === Kind.LIST ? value.values : value ? [value] : [];
  return values.flatMap((it) => (it.kind === Kind.STRING ? it.value : []));
}

/** The name at the heart of a type reference: `State` of `[State!]!`. */
export const innerName = (type: TypeNode): NamedTypeNode =>
  type.kind === Kind.NAMED_TYPE ? type : innerName(type.type);
