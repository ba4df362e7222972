/**
 * Whether a value in a query depends on variables.
 */
import { Kind, type ValueNode } from 'graphql';

export function readsVariables(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(readsVariables);
  return value.kind === Kind.OBJECT && value.fields.some((field) => readsVariables(field.value));
}
