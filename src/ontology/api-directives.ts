/**
 * The directives that say what the API does with a field or a type: `@filterable`, `@sortable`, `@selectable`, `@coalesce` of
 * fields, `@query` and `@limit` of types. Their defaults are those of the library.
 */

import { type ConstDirectiveNode, type ConstValueNode, type FieldDefinitionNode, Kind } from 'graphql';
import { argumentOf, findDirective } from './directive-nodes.ts';
import type { FieldUse, PageLimit, Property, PropertyDefault, RootFields } from './ontology.ts';
import type { SdlType } from './sdl.ts';

/** What a field's directives take from the API, and what stands in for a missing value. */
export function restrictionsOf(field: FieldDefinitionNode): Pick<Property, 'without' | 'otherwise'> {
  const [filterable, sortable, selectable, coalesce] = ['filterable', 'sortable', 'selectable', 'coalesce'].map((it) =>
    findDirective(field, it),
  );
  const without: FieldUse[] = [];
  if (!flag(filterable, 'byValue', true)) without.push('filter');
  if (filterable && !flag(filterable, 'byAggregate', false)) without.push('filter by aggregate');
  if (!flag(sortable, 'byValue', true)) without.push('sort');
  if (selectable && !flag(selectable, 'onAggregate', false)) without.push('aggregate');
  const otherwise = plainValue(argumentOf(coalesce, 'value'));
  return { ...(without.length > 0 && { without }), ...(otherwise !== undefined && { otherwise }) };
}

/** Whether `@selectable` keeps a field from being read. */
export const isHidden = (field: FieldDefinitionNode): boolean =>
  !flag(findDirective(field, 'selectable'), 'onRead', true);

/** Which root fields a type has, and how long its pages are. */
export function limitsOf(type: Pick<SdlType, 'directives'>): {
  readonly root?: RootFields;
  readonly limit?: PageLimit;
} {
  const [query, limit] = [findDirective(type, 'query'), findDirective(type, 'limit')];
  const list = flag(query, 'read', true);
  const root = { list, pages: flag(query, 'connection', list), aggregate: flag(query, 'aggregate', false) };
  const [usual, most] = ['default', 'max'].map((it) => plainValue(argumentOf(limit, it)));
  return {
    ...(query && { root }),
    ...(limit && {
      limit: { ...(typeof usual === 'number' && { default: usual }), ...(typeof most === 'number' && { max: most }) },
    }),
  };
}

function flag(directive: ConstDirectiveNode | undefined, name: string, otherwise: boolean): boolean {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.BOOLEAN ? value.value : otherwise;
}

function plainValue(value: ConstValueNode | undefined): PropertyDefault | undefined {
  switch (value?.kind) {
    case Kind.INT:
    case Kind.FLOAT:
      return Number(value.value);
    case Kind.STRING:
    case Kind.ENUM:
    case Kind.BOOLEAN:
      return value.value;
    case Kind.LIST:
      return value.values.map(plainValue).filter((it) => it !== undefined && typeof it !== 'object');
    default:
      return undefined;
  }
}
