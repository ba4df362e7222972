/**
 * A Cypher script: constraints, then nodes and relationships, merged by id, so that running it twice changes nothing.
 *
 * Every statement takes some hundreds of rows of one shape, which a database plans once. Lists that the ontology requires
 * are written when they are empty too, for the Neo4j GraphQL Library answers an error where they are missing.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import type { Property } from '../../ontology/ontology.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { cypherName, type PrintLiteral, printLiteral } from '../cypher-text.ts';
import { edgeFields } from '../edge-fields.ts';
import { edgeShapes } from '../edge-shapes.ts';
import type { Field } from '../field.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { inBatches } from '../in-batches.ts';
import { keepTexts } from '../keep-texts.ts';
import { nodeFields } from '../node-fields.ts';
import { printEdges } from '../print-edges.ts';
import { TextSanitiser } from '../sanitise-text.ts';

export const cypher: TextFormat = {
  name: 'cypher',
  title: 'Cypher script',
  ending: 'cypher',
  mediaType: 'application/x-cypher-query; charset=utf-8',
  options: [],
  write: script,
};

/** Rows of a statement: enough to plan seldom, few enough to fit in a transaction. */
const ROWS = 500;

function* script(view: GraphView, { sanitiser = new TextSanitiser() }: WriteOptions): Generator<string> {
  yield `// Diplograph: ${view.nodeCount} nodes and ${view.edgeCount} edges.\n`;
  const print = printLiteral(sanitiser);
  const kept = view.graph.nodes.typeNames.map((type) => [type, keptOfType(view, type)] as const);
  const types = kept.filter(([, numbers]) => numbers.length > 0);
  for (const [type] of types) {
    const [name, label] = [cypherName(`${type}_id`), cypherName(type)];
    yield `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`;
  }
  const fields = nodeFields(view);
  for (const [type, numbers] of types) yield* nodeStatements(view, { type, numbers, fields }, print);
  yield* edgeStatements(view, print);
}

function keptOfType(view: GraphView, type: string): number[] {
  const { start, end } = view.graph.nodes.span(type);
  const numbers: number[] = [];
  for (let node = start; node < end; node++) if (view.hasNode(node)) numbers.push(node);
  return numbers;
}

interface NodesOfType {
  readonly type: string;
  readonly numbers: readonly number[];
  readonly fields: readonly Field[];
}

function* nodeStatements(
  view: GraphView,
  { type, numbers, fields }: NodesOfType,
  print: PrintLiteral,
): Generator<string> {
  const { nodes } = view.graph;
  const declared = view.ontology.nodeTypes.get(type)?.properties;
  const required = requiredLists(declared ? [...declared.values()] : []);
  const empty = emptyLists(required, fields);
  const member = memberPrinter(required, print);
  const row = (node: number): string => {
    const properties = nodes.properties(node);
    let members = empty;
    for (const field of fields) members += member(field, properties[field.name]);
    return `{id: ${print.text(nodes.ids[node]!)}, properties: {${members.slice(2)}}}`;
  };
  const tail = `MERGE (n:${cypherName(type)} {id: row.id}) SET n += row.properties`;
  for (const batch of inBatches(numbers, ROWS)) yield statement(batch, row, tail);
}

function* edgeStatements(view: GraphView, print: PrintLiteral): Generator<string> {
  const { nodes, edges } = view.graph;
  const fields = edgeFields(view);
  const types = [...view.ontology.edgePropertyTypes.values()];
  const required = requiredLists(types.flatMap((type) => [...type.properties.values()]));
  const empty = emptyLists(required, fields);
  const values = printEdges(edges, fields, memberPrinter(required, print));
  const id = keepTexts((node) => print.text(nodes.ids[node]!));
  const row = (edge: number): string => {
    const ends = `from: ${id(edges.from[edge]!)}, to: ${id(edges.to[edge]!)}`;
    return `{${ends}, id: ${print.text(edges.id(edge))}, properties: {${(empty + values(edge)).slice(2)}}}`;
  };
  for (const { from, type, to, edges: ofShape } of edgeShapes(view)) {
    const ends = `(a:${cypherName(from)} {id: row.from}), (b:${cypherName(to)} {id: row.to})`;
    const tail = `MATCH ${ends}\nMERGE (a)-[r:${cypherName(type)} {id: row.id}]->(b) SET r += row.properties`;
    for (const batch of inBatches(ofShape, ROWS)) yield statement(batch, row, tail);
  }
}

function statement(numbers: readonly number[], row: (number: number) => string, tail: string): string {
  let rows = '';
  for (const number of numbers) rows += `,\n${row(number)}`;
  return `UNWIND [${rows.slice(1)}\n] AS row\n${tail};\n`;
}

const requiredLists = (properties: readonly Property[]): ReadonlySet<string> =>
  new Set(properties.filter(({ list, required }) => list && required).map(({ name }) => name));

/** The required lists that nothing in the graph has. */
function emptyLists(required: ReadonlySet<string>, fields: readonly Field[]): string {
  const written = new Set(fields.map(({ name }) => name));
  const never = [...required].filter((name) => !written.has(name));
  return never.map((name) => `, ${cypherName(name)}: []`).join('');
}

function memberPrinter(
  required: ReadonlySet<string>,
  print: PrintLiteral,
): (field: Field, value: PropertyValue | undefined) => string {
  return (field, value) => {
    if (value !== undefined) return `, ${cypherName(field.name)}: ${print.value(field, value)}`;
    return required.has(field.name) ? `, ${cypherName(field.name)}: []` : '';
  };
}
