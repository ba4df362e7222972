/**
 * A Cypher script: constraints, then nodes and relationships, merged by id, so that running it twice changes nothing.
 *
 * Every statement takes some hundreds of rows of one shape, which a database plans once. Lists that the ontology requires
 * are written when they are empty too, for the Neo4j GraphQL Library answers an error where they are missing. A script
 * has no parameters, so texts are escaped here.
 */
import { groupBy } from '../../base/group-by.ts';
import type { PropertyValue, ScalarValue } from '../../facts/fact.ts';
import type { Property } from '../../ontology/ontology.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { TextSanitiser } from '../escapes.ts';
import { edgeFields, type Field, nodeFields, type ValueKind } from '../fields/fields.ts';
import { printEdges, printNodes } from '../fields/print-elements.ts';
import type { FieldForm } from '../fields/print-fields.ts';
import type { TextFormat, WriteOptions } from '../format.ts';

export const cypher: TextFormat = {
  name: 'cypher',
  title: 'Cypher script',
  ending: 'cypher',
  mediaType: 'application/x-cypher-query; charset=utf-8',
  options: [],
  write: script,
};

function* script(view: GraphView, { sanitiser = new TextSanitiser() }: WriteOptions): Generator<string> {
  yield `// Diplograph: ${view.nodeCount} nodes and ${view.edgeCount} edges.\n`;
  const text = (it: string): string => cypherString(it, sanitiser);
  const types = view.graph.nodes.typeNames.flatMap((type) => {
    const numbers = keptOfType(view, type);
    return numbers.length > 0 ? [{ type, numbers }] : [];
  });
  for (const { type } of types) {
    const [name, label] = [cypherName(`${type}_id`), cypherName(type)];
    yield `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`;
  }
  const fields = nodeFields(view);
  for (const { type, numbers } of types) {
    const { empty, ...form } = membersOf(fields, view.ontology.nodeTypes.get(type)?.properties.values() ?? [], text);
    const row = printNodes(view, {
      ...form,
      type: () => undefined,
      text: ({ id, values }) => `{id: ${text(id)}, properties: {${(empty + values).slice(2)}}}`,
    });
    yield* statements(numbers, row, `MERGE (n:${cypherName(type)} {id: row.id}) SET n += row.properties`);
  }
  yield* edgeStatements(view, text);
}

function* edgeStatements(view: GraphView, text: (text: string) => string): Generator<string> {
  const types = [...view.ontology.edgePropertyTypes.values()];
  const { empty, ...form } = membersOf(
    edgeFields(view),
    types.flatMap(({ properties }) => [...properties.values()]),
    text,
  );
  const row = printEdges(view, {
    ...form,
    end: text,
    type: () => undefined,
    text: ({ id, from, to, values }) =>
      `{from: ${from}, to: ${to}, id: ${text(id)}, properties: {${(empty + values).slice(2)}}}`,
  });
  for (const { from, type, to, edges } of edgeShapes(view)) {
    const ends = `(a:${cypherName(from)} {id: row.from}), (b:${cypherName(to)} {id: row.to})`;
    const merge = `MERGE (a)-[r:${cypherName(type)} {id: row.id}]->(b) SET r += row.properties`;
    yield* statements(edges, row, `MATCH ${ends}\n${merge}`);
  }
}

function keptOfType(view: GraphView, type: string): number[] {
  const { start, end } = view.graph.nodes.span(type);
  return Array.from({ length: end - start }, (_, i) => start + i).filter((node) => view.hasNode(node));
}

interface EdgeShape {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly edges: readonly number[];
}

/** The kept edges by their type and the types of both their ends, in the order of the ontology. */
function edgeShapes(view: GraphView): EdgeShape[] {
  const { nodes, edges } = view.graph;
  const { length } = nodes.typeNames;
  const kept = Array.from({ length: edges.count }, (_, edge) => edge).filter((edge) => view.hasEdge(edge));
  const codeOf = (edge: number): number =>
    (edges.type[edge]! * length + nodes.types[edges.from[edge]!]!) * length + nodes.types[edges.to[edge]!]!;
  return [...groupBy(kept, codeOf)]
    .sort(([a], [b]) => a - b)
    .map(([, of]) => ({
      from: nodes.typeOf(edges.from[of[0]!]!),
      type: edges.typeOf(of[0]!),
      to: nodes.typeOf(edges.to[of[0]!]!),
      edges: of,
    }));
}

/** Rows of a statement: enough to plan seldom, few enough to fit in a transaction. */
const ROWS = 500;

function* statements(numbers: readonly number[], row: (number: number) => string, tail: string): Generator<string> {
  for (let start = 0; start < numbers.length; start += ROWS) {
    const rows = numbers.slice(start, start + ROWS).map(row);
    yield `UNWIND [\n${rows.join(',\n')}\n] AS row\n${tail};\n`;
  }
}

/** How members of a map are written; `empty` are the required lists that nothing in the graph has. */
function membersOf(
  fields: readonly Field[],
  properties: Iterable<Property>,
  text: (text: string) => string,
): FieldForm & { readonly empty: string } {
  const required = new Set([...properties].filter((it) => it.list && it.required).map(({ name }) => name));
  const emptyList = (name: string): string => `, ${cypherName(name)}: []`;
  const never = [...required].filter((name) => !fields.some((it) => it.name === name));
  return {
    fields,
    empty: never.map(emptyList).join(''),
    value: ({ name, kind }, value) => `, ${cypherName(name)}: ${literal(kind, value, text)}`,
    absent: ({ name }) => (required.has(name) ? emptyList(name) : ''),
  };
}

function literal(kind: ValueKind, value: PropertyValue, text: (text: string) => string): string {
  const scalar = (it: ScalarValue): string => {
    if (typeof it === 'string') {
      if (kind === 'day') return `date(${text(it)})`;
      return kind === 'moment' ? `datetime(${text(it)})` : text(it);
    }
    // A whole number would be stored as an integer; one beyond 2^53 is printed with an exponent.
    return kind === 'number' && Number.isSafeInteger(it) ? `${it}.0` : String(it).replace('e+', 'e');
  };
  return typeof value === 'object' ? `[${value.map(scalar).join(', ')}]` : scalar(value);
}

const PLAIN = /^[ -&(-[\]-\uD7FF\uE000-\uFFFD]*$/;
const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function cypherString(text: string, sanitiser: TextSanitiser): string {
  if (PLAIN.test(text)) return `'${text}'`;
  return `'${sanitiser.clean(text).replace(/['\\\n\r\t]/g, (it) => escapes[it] ?? `\\${it}`)}'`;
}

/** A label, a relationship type or a property: between backticks where it is no plain word. */
const cypherName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``);
