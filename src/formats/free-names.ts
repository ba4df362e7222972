/**
 * Names of fields that do not clash with names a format has for itself.
 */
import type { Field } from './field.ts';

/** A field, and what it is called in a format. */
export interface NamedField {
  readonly field: Field;
  readonly name: string;
}

/**
 * The fields with their own names, but for those that are taken: these get a `_` behind them, or several.
 *
 * Without regard to case, because spreadsheet readers have none.
 * @example
 * freeNames(fields, ['id', 'kind']) // the field kind is called kind_
 */
export function freeNames(fields: readonly Field[], taken: readonly string[]): NamedField[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return fields.map((field) => {
    let { name } = field;
    while (used.has(name.toLowerCase())) name += '_';
    used.add(name.toLowerCase());
    return { field, name };
  });
}

/** What a field is called. */
export function fieldNames(named: readonly NamedField[]): (field: Field) => string {
  const names = new Map(named.map(({ field, name }) => [field, name]));
  return (field) => names.get(field) ?? field.name;
}
