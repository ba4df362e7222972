/**
 * The fields that a selection set asks of one object type, in the order of the answer; fragments are opened, fields
 * of one name are joined, `@skip` and `@include` are decided.
 */
import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

export interface Selected {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of variables that decide what is selected. */
  readonly switches: Readonly<Record<string, unknown>>;
}

/** Fields by their name in the answer. */
export function collectFields(
  selected: Selected,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  for (const set of sets) collect(selected, type, set, fields, seen);
  return fields;
}

function collect(
  selected: Selected,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
  seen: Set<string>,
): void {
  for (const selection of selections) {
    if (!isIncluded(selected, selection.directives ?? [])) continue;
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const known = fields.get(name);
      if (known) known.push(selection);
      else fields.set(name, [selection]);
      continue;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(selected.schema, type, selection.typeCondition)) {
        collect(selected, type, selection.selectionSet, fields, seen);
      }
      continue;
    }
    const name = selection.name.value;
    const fragment = selected.fragments[name];
    if (seen.has(name) || !fragment) continue;
    seen.add(name);
    if (applies(selected.schema, type, fragment.typeCondition)) {
      collect(selected, type, fragment.selectionSet, fields, seen);
    }
  }
}

function isIncluded({ switches }: Selected, directives: readonly DirectiveNode[]): boolean {
  return directives.every(({ name, arguments: given }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = given?.[0]?.value;
    const on = value?.kind === Kind.VARIABLE ? switches[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return (on === true) === (name.value === 'include');
  });
}

function applies(schema: GraphQLSchema, type: GraphQLObjectType, condition: TypeNode | undefined): boolean {
  if (condition?.kind !== Kind.NAMED_TYPE || condition.name.value === type.name) return true;
  const named = schema.getType(condition.name.value);
  return isAbstractType(named) && schema.isSubType(named, type);
}
