/**
 * Fields: what nodes or edges of a view carry beside ids and ends, in a fixed order and each with one kind of value.
 *
 * Formats with a header — GEXF, GraphML, CSV, CX2 — need to know them before the first node; the others write them in
 * the same order, so that the same view is the same bytes in whatever order its facts were read.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import type { Property } from '../ontology/ontology.ts';

/** `whole` fits in 32 bits, `big` in 64; `day` and `moment` are ISO texts. */
export type ValueKind = 'text' | 'whole' | 'big' | 'number' | 'truth' | 'day' | 'moment';

export interface Field {
  readonly name: string;
  readonly kind: ValueKind;
  readonly list: boolean;
}

const kindOfScalar: Readonly<Record<string, ValueKind>> = {
  Int: 'whole',
  BigInt: 'big',
  Float: 'number',
  Boolean: 'truth',
  Date: 'day',
  DateTime: 'moment',
};

/** The field of a property that the ontology declares. */
export function fieldOf({ name, kind, list }: Property): Field {
  return { name, kind: ('scalar' in kind && kindOfScalar[kind.scalar]) || 'text', list };
}

/** The field of a property that no ontology declares, from one of its values. */
export function guessField(name: string, value: PropertyValue): Field {
  const list = typeof value === 'object';
  const sample = list ? value[0] : value;
  return { name, kind: sample === undefined ? 'text' : kindOfValue(sample), list };
}

function kindOfValue(value: ScalarValue): ValueKind {
  if (typeof value === 'boolean') return 'truth';
  if (typeof value === 'bigint') return 'big';
  return typeof value === 'number' ? 'number' : 'text';
}

/** One field for two properties of one name: their kind where they agree, else what can hold both. */
function uniteFields(a: Field, b: Field): Field {
  const list = a.list || b.list;
  if (a.kind === b.kind) return list === a.list ? a : { ...a, list };
  const numbers = [a.kind, b.kind].every((it) => it === 'whole' || it === 'number');
  return { name: a.name, kind: numbers ? 'number' : 'text', list };
}

/** Fields by name, in the order in which they were first added. */
export function collectFields(fields: Iterable<Field>): Map<string, Field> {
  const united = new Map<string, Field>();
  for (const field of fields) {
    const known = united.get(field.name);
    united.set(field.name, known ? uniteFields(known, field) : field);
  }
  return united;
}

/** The values of a field as a list: of one, where it holds no list. */
export const valuesOf = (value: PropertyValue): readonly ScalarValue[] => (typeof value === 'object' ? value : [value]);
