/**
 * The text of an edge's fields, put together from texts that were printed before.
 *
 * A million edges have a handful of roles, some thousand days and as many lists of sources; what a format makes of each
 * is made once and kept, so that an edge costs a few look-ups and no escaping. What is seldom repeated is not kept:
 * memory does not grow with the graph.
 */
import { envelopeDefaults } from '../facts/envelope.ts';
import type { Properties, PropertyValue } from '../facts/fact.ts';
import { isoOfDay } from '../facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../facts/validity.ts';
import type { DictionaryColumn } from '../store/dictionary-column.ts';
import type { EdgeNumber, EdgeTable } from '../store/edge-table.ts';
import { constantText, type EdgeText, flat, joinTexts } from './coded-text.ts';
import type { Field } from './field.ts';
import { keepTexts } from './keep-texts.ts';

/** What a format writes of a field; `undefined` when the edge has no such property. */
export type PrintField = (field: Field, value: PropertyValue | undefined) => string;

/** Columns with more distinct values than this are printed edge by edge. */
const MOST_KEPT = 16_384;

/**
 * A function that gives the texts of all fields of an edge, one behind the other. What an edge says nothing of is as
 * in `unsaid`.
 */
export function printEdges(
  edges: EdgeTable,
  fields: readonly Field[],
  print: PrintField,
  unsaid: Properties = envelopeDefaults,
): (edge: EdgeNumber) => string {
  return joinTexts(
    fields.map((field) => textOfField(edges, field, unsaid[field.name], (value) => print(field, value))),
  );
}

type PrintValue = (value: PropertyValue | undefined) => string;

function textOfField(
  edges: EdgeTable,
  { name }: Field,
  unsaid: PropertyValue | undefined,
  print: PrintValue,
): EdgeText {
  switch (name) {
    case 'since':
      return textOfDay(edges.validity.earliestStart, print);
    case 'until':
      return textOfDay(edges.validity.latestEnd, print);
    case 'status':
      return textOfStatus(edges, print);
    case 'rule':
      return textOfRule(edges, print);
    case 'premises':
      return textOfPremises(edges, print);
    case 'sources':
      return textOfSources(edges, print);
    default:
      return textOfColumn(edges.columns.columns.get(name), unsaid, print);
  }
}

function textOfStatus(edges: EdgeTable, print: PrintValue): EdgeText {
  if (!edges.derivations) return constantText(print('STATED'));
  return {
    size: 2,
    code: (edge) => Number(edges.isInferred(edge)),
    text: (code) => print(code === 0 ? 'STATED' : 'INFERRED'),
  };
}

/** The rule of the first derivation. */
function textOfRule({ derivations }: EdgeTable, print: PrintValue): EdgeText {
  const none = print(undefined);
  if (!derivations) return constantText(none);
  const { first, rules } = derivations;
  const kept = new Map([...new Set(rules)].map((rule) => [rule, print(rule)]));
  return (edge) => (first[edge] === first[edge + 1] ? none : (kept.get(rules[first[edge]!]!) ?? none));
}

/** The premises of the first derivation; a rule may have none. */
function textOfPremises(edges: EdgeTable, print: PrintValue): EdgeText {
  const none = print(undefined);
  const { derivations } = edges;
  if (!derivations) return constantText(none);
  const { first, firstPremise, premise } = derivations;
  return (edge) => {
    const derivation = first[edge]!;
    const [start, end] = [firstPremise[derivation]!, firstPremise[derivation + 1]!];
    if (derivation === first[edge + 1] || start === end) return none;
    const ids: string[] = [];
    for (let place = start; place < end; place++) ids.push(edges.id(premise[place]!));
    return print(ids);
  };
}

function textOfColumn(
  column: DictionaryColumn | undefined,
  unsaid: PropertyValue | undefined,
  print: PrintValue,
): EdgeText {
  if (!column) return constantText(print(unsaid));
  const { codes, values } = column;
  const text = (code: number): string => print(code === 0 ? unsaid : values[code]);
  if (values.length <= MOST_KEPT) return { size: values.length, code: (edge) => codes[edge]!, text };
  const none = text(0);
  return (edge) => (codes[edge] === 0 ? none : text(codes[edge]!));
}

function textOfDay(days: Int32Array, print: PrintValue): EdgeText {
  const none = print(undefined);
  const textOf = keepTexts((day) => print(isoOfDay(day)));
  return (edge) => {
    const day = days[edge]!;
    return day === ALWAYS || day === FOREVER ? none : textOf(day);
  };
}

function textOfSources(edges: EdgeTable, print: PrintValue): EdgeText {
  const { firstSource, source, sourceIds } = edges.columns;
  const none = print(undefined);
  // Lists of up to three sources are known by a number; with more sources than this it would no longer be exact.
  const base = sourceIds.length + 1;
  const most = base < 2 ** 17 ? 3 : 1;
  let kept = new Map<number, string>();
  return (edge) => {
    const [start, end] = [firstSource[edge]!, firstSource[edge + 1]!];
    if (start === end) return none;
    if (end - start > most) return print(edges.sources(edge));
    let key = 0;
    for (let place = start; place < end; place++) key = key * base + source[place]! + 1;
    let text = kept.get(key);
    if (text === undefined) {
      if (kept.size >= MOST_KEPT) kept = new Map();
      kept.set(key, (text = flat(print(edges.sources(edge)))));
    }
    return text;
  };
}
