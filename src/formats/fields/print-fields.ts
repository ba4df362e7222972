/**
 * The text of the fields of nodes and edges, one behind the other.
 *
 * A million edges have a handful of roles, some thousand days and as many lists of sources. What a format makes of each is
 * remembered, so that an edge costs a few look-ups and no escaping: without it RDF takes 1.4 times as long, and lists of
 * sources in DOT and CSV for Gephi 1.5 times. Memory does not grow with the graph.
 */
import { envelopeDefaults } from '../../facts/envelope.ts';
import type { Properties, PropertyValue } from '../../facts/fact.ts';
import { isoOfDay } from '../../facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../../facts/validity.ts';
import type { EdgeNumber, EdgeTable } from '../../store/edge-table.ts';
import type { NodeNumber, NodeTable } from '../../store/node-table.ts';
import type { Field } from './fields.ts';

/** How a format writes fields. */
export interface FieldForm {
  readonly fields: readonly Field[];
  /** The text of a value; a field for lists gets a list, also of one. */
  readonly value: (field: Field, value: PropertyValue) => string;
  /** The text of a field without a value; nothing unless said. */
  readonly absent?: (field: Field) => string;
}

/** A function that gives the text of all fields of a node. */
export function printNodeFields(nodes: NodeTable, form: FieldForm): (node: NodeNumber) => string {
  const { fields } = form;
  const print = printValue(form);
  return (node) => {
    const properties = nodes.properties(node);
    let text = '';
    for (const field of fields) text += print(field, properties[field.property]);
    return text;
  };
}

/** A function that gives the text of all fields of an edge. What an edge does not state is as in `defaults`. */
export function printEdgeFields(
  edges: EdgeTable,
  form: FieldForm,
  defaults: Properties = envelopeDefaults,
): (edge: EdgeNumber) => string {
  const print = printValue(form);
  const texts = form.fields.map((field) =>
    textOfField(edges, field.property, defaults[field.property], (value) => print(field, value)),
  );
  return joinTexts(texts);
}

function printValue({ value: print, absent = () => '' }: FieldForm): (field: Field, value?: PropertyValue) => string {
  return (field, value) => {
    if (value === undefined) return absent(field);
    return print(field, field.list && typeof value !== 'object' ? [value] : value);
  };
}

/** What a field says of each edge, or the one text that it has for all of them. */
type TextOfEdge = string | ((edge: EdgeNumber) => string);

/** Texts one behind the other; neighbours that all edges share are put together once. */
function joinTexts(texts: readonly TextOfEdge[]): (edge: EdgeNumber) => string {
  const joined: TextOfEdge[] = [];
  for (const text of texts) {
    const before = joined.at(-1);
    if (typeof text === 'string' && typeof before === 'string') joined[joined.length - 1] = before + text;
    else joined.push(text);
  }
  const functions = joined.map((it) => (typeof it === 'string' ? () => it : it));
  return (edge) => {
    let text = '';
    for (let i = 0; i < functions.length; i++) text += functions[i]!(edge);
    return text;
  };
}

function textOfField(
  edges: EdgeTable,
  name: string,
  byDefault: PropertyValue | undefined,
  print: (value: PropertyValue | undefined) => string,
): TextOfEdge {
  const { derivations, validity } = edges;
  const none = print(undefined);
  const textOfDay = (days: Int32Array): TextOfEdge => {
    const known = remember((day) => print(isoOfDay(day)));
    return (edge) => (days[edge] === ALWAYS || days[edge] === FOREVER ? none : known(days[edge]!));
  };
  switch (name) {
    case 'since':
      return textOfDay(validity.earliestStart);
    case 'until':
      return textOfDay(validity.latestEnd);
    case 'status': {
      const [stated, inferred] = [print('STATED'), print('INFERRED')];
      return derivations === undefined ? stated : (edge) => (edges.isInferred(edge) ? inferred : stated);
    }
    case 'rule': {
      const known = new Map([...new Set(derivations?.rules)].map((rule) => [rule, print(rule)]));
      return (edge) => (edges.isInferred(edge) ? known.get(derivations!.rules[derivations!.first[edge]!]!)! : none);
    }
    case 'premises':
      return (edge) => {
        if (!edges.isInferred(edge)) return none;
        const { firstPremise, premise, first } = derivations!;
        const [start, end] = [firstPremise[first[edge]!]!, firstPremise[first[edge]! + 1]!];
        return start === end ? none : print(Array.from(premise.subarray(start, end), (it) => edges.id(it)));
      };
    case 'sources':
      return textOfSources(edges, none, print);
    default: {
      const column = edges.columns.columns.get(name);
      if (!column) return print(byDefault);
      const text = remember((code) => print(code === 0 ? byDefault : column.values[code]), column.values.length);
      return (edge) => text(column.codes[edge]!);
    }
  }
}

function textOfSources(edges: EdgeTable, none: string, print: (sources: readonly string[]) => string): TextOfEdge {
  const { firstSource, source, sourceIds } = edges.columns;
  // Up to three sources are one number below 2^51; with more sources in the graph than this it would not be exact.
  const base = sourceIds.length + 1;
  const most = base < 2 ** 17 ? 3 : 1;
  const known = remember((key) => {
    const sources: string[] = [];
    for (let rest = key; rest > 0; rest = Math.floor(rest / base)) sources.unshift(sourceIds[(rest % base) - 1]!);
    return print(sources);
  });
  return (edge) => {
    const [start, end] = [firstSource[edge]!, firstSource[edge + 1]!];
    if (start === end) return none;
    if (end - start > most) return print(edges.sources(edge));
    let key = 0;
    for (let place = start; place < end; place++) key = key * base + source[place]! + 1;
    return known(key);
  };
}

const SLOTS = 65_536;

/**
 * A function that gives what `make` gives for a whole number, which is asked again only when it was forgotten: each slot
 * keeps the text of the last number that fell into it. `count` is how many numbers there are, where that is known.
 */
export function remember(make: (number: number) => string, count: number = SLOTS): (number: number) => string {
  const slots = Math.min(SLOTS, 2 ** Math.ceil(Math.log2(Math.max(1, count))));
  const numbers = new Float64Array(slots).fill(Number.NaN);
  const texts = new Array<string>(slots).fill('');
  return (number) => {
    const slot = number & (slots - 1);
    if (numbers[slot] === number) return texts[slot]!;
    const text = make(number);
    // A text that was put together is kept as its parts until somebody looks into it; copying it then takes longer.
    text.charCodeAt(0);
    numbers[slot] = number;
    return (texts[slot] = text);
  };
}
