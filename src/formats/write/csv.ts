/**
 * CSV: a graph as two tables, nodes and edges, in three dialects.
 *
 * A dialect says what its own columns are called and what stands in them, what a header of a field looks like and what
 * stands in its cells; the rest is RFC 4180.
 */
import type { PropertyValue, ScalarValue } from '../../facts/fact.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { TextSanitiser } from '../escapes.ts';
import { edgeFields, type Field, nodeFields, type ValueKind, valuesOf } from '../fields/fields.ts';
import {
  type PrintedEdge,
  type PrintedEdgeType,
  type PrintedNode,
  printEdges,
  printNodes,
} from '../fields/print-elements.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';
import { gexfList } from './gexf.ts';

/** A cell for a text. */
type PrintCell = (text: string) => string;

interface Dialect {
  /** What stands before the header. */
  readonly start: string;
  readonly newline: string;
  /** What stands for a text of any kind but numbers, before it is put in quotes. */
  readonly guard: (text: string) => string;
  readonly header: (field: Field) => string;
  /** The text of a field, before it is guarded and put in quotes. */
  readonly text: (field: Field, value: PropertyValue, sanitiser: TextSanitiser) => string;
  /** Whether names and addresses of sources stand beside their ids. */
  readonly citations?: true;
  readonly nodes: OwnColumns<PrintedNode<string>>;
  readonly edges: OwnColumns<PrintedEdge<string>> & {
    /** The cells of an edge type; one of its name unless said. */
    readonly type?: (type: PrintedEdgeType, cell: PrintCell) => string;
    /** Whether the name of a node stands behind its id. */
    readonly endNames?: boolean;
  };
}

/** The columns that a dialect has by itself: their headers, and their cells with commas between. */
interface OwnColumns<Element> {
  readonly headers: readonly string[];
  /** Names that mean something else to the program, so that no field has them. */
  readonly taken?: readonly string[];
  readonly cells: (element: Element, cell: PrintCell) => string;
}

/** Numbers may begin with a minus. */
const NUMBERS: ReadonlySet<ValueKind> = new Set(['whole', 'big', 'number']);
/** What a spreadsheet runs, or takes an apostrophe off. */
const RUN = /^'*[=+\-@\t\r]/;

/**
 * For spreadsheets: two tables for people, with the names of both ends, of sources and their addresses, and lists as one
 * text: `a; b`, with double quotes around an item that has a semicolon. A spreadsheet takes what begins with `=`, `+`, `-`
 * or `@` for a formula and runs it; such a text gets an apostrophe before it, and one that has it already gets another, so
 * that one can be taken off again. The byte order mark tells Excel that the file is UTF-8.
 */
export const csv: TextFormat = csvFormat('csv', 'CSV for spreadsheets', {
  start: '\uFEFF',
  newline: '\r\n',
  guard: (text) => (RUN.test(text) ? `'${text}` : text),
  header: ({ name }) => name,
  text: ({ list }, value) => (list ? valuesOf(value).map(listItem).join('; ') : String(value)),
  citations: true,
  nodes: { headers: ['id', 'type'], cells: ({ id, type }, cell) => `${cell(id)},${type}` },
  edges: {
    headers: ['id', 'from', 'fromName', 'type', 'to', 'toName'],
    cells: ({ id, from, to, type }, cell) => `${cell(id)},${from},${type},${to}`,
    endNames: true,
  },
});

/**
 * For Gephi's import of spreadsheets, under the headers that it looks for. `Type` is the direction there and `Kind` tells
 * parallel edges apart, so the edge type is `Kind`, and the label. Nothing guards against formulas: the apostrophe would
 * become part of the text. Backslashes are doubled, for Gephi unescapes them beside the doubled quotes of RFC 4180, and
 * gives up at one before a quote.
 */
export const csvGephi: TextFormat = csvFormat('csv-gephi', 'CSV for Gephi', {
  start: '',
  newline: '\n',
  guard: (text) => text.replaceAll('\\', '\\\\'),
  header: ({ name }) => name,
  text: ({ kind, list }, value) => {
    if (list) return gexfList(valuesOf(value));
    // Gephi takes the type of a column from its first rows: where these have whole numbers alone, it refuses all others.
    return kind === 'number' && Number.isSafeInteger(value) ? `${value}.0` : String(value);
  },
  nodes: {
    headers: ['Id', 'Label', 'type'],
    // A table with one of the first two is taken for one of edges.
    taken: ['source', 'target', 'timeset', 'interval'],
    cells: ({ id, name, type }, cell) => `${cell(id)},${cell(name)},${type}`,
  },
  edges: {
    headers: ['Source', 'Target', 'Type', 'Kind', 'Label', 'Id'],
    taken: ['weight', 'timeset', 'interval'],
    type: ({ name, symmetric }, cell) => `${symmetric ? 'Undirected' : 'Directed'},${cell(name)},${cell(name)}`,
    cells: ({ id, from, to, type }, cell) => `${from},${to},${type},${cell(id)}`,
  },
});

/** An item that could be taken for several, for the beginning of a list, or for none. */
const UNCLEAR = /; |^["[]|^$/;

const listItem = (value: ScalarValue): string =>
  typeof value === 'string' && UNCLEAR.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);

const neo4jTypes: Readonly<Record<ValueKind, string>> = {
  text: 'string',
  whole: 'int',
  big: 'long',
  number: 'double',
  truth: 'boolean',
  day: 'date',
  moment: 'datetime',
};

/**
 * For `neo4j-admin database import`, with types in the headers. Labels are node types and relationship types edge types,
 * as `schema.graphql` has them. The importer knows no empty list: where the Neo4j GraphQL Library wants one, it is to be
 * set afterwards. Texts with line breaks need `--multiline-fields=true`.
 */
export const csvNeo4j: TextFormat = csvFormat('csv-neo4j', 'CSV for Neo4j', {
  start: '',
  newline: '\n',
  guard: (text) => text,
  header: ({ name, kind, list }) => `${name}:${neo4jTypes[kind]}${list ? '[]' : ''}`,
  text: ({ list }, value, sanitiser) => (list ? sanitiser.joinList(valuesOf(value), ';', ',') : String(value)),
  nodes: { headers: ['id:ID', ':LABEL'], cells: ({ id, type }, cell) => `${cell(id)},${type}` },
  edges: {
    headers: [':START_ID', ':END_ID', ':TYPE', 'id:string'],
    cells: ({ id, from, to, type }, cell) => `${from},${to},${type},${cell(id)}`,
  },
});

function csvFormat(name: string, title: string, dialect: Dialect): TextFormat {
  return {
    name,
    title,
    ending: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    options: ['part'],
    parts: ['nodes', 'edges'],
    write: (view, options) => table(view, options, dialect),
  };
}

function* table(view: GraphView, options: WriteOptions, dialect: Dialect): Generator<string> {
  const { part, sanitiser = new TextSanitiser() } = options;
  const { nodes, edges, guard, newline } = dialect;
  const cell: PrintCell = (text) => csvCell(guard(text), sanitiser);
  const value = (field: Field, it: PropertyValue): string => {
    const about = aboutSources[field.name];
    const text = dialect.text(field, about ? valuesOf(it).map((id) => about(view, String(id))) : it, sanitiser);
    return `,${NUMBERS.has(field.kind) ? csvCell(text, sanitiser) : cell(text)}`;
  };
  const columns = { value, absent: () => ',' };
  const header = ({ headers }: OwnColumns<never>, fields: readonly Field[]): string =>
    dialect.start + [...headers, ...fields.map(dialect.header)].join(',') + newline;
  const taken = (own: OwnColumns<never>): string[] => [...own.headers, ...(own.taken ?? [])];
  if (part === 'edges') {
    const fields = withCitations(edgeFields(view, taken(edges)), dialect);
    const nameCell = edges.endNames ? (node: number) => `,${cell(view.graph.nodes.nameOf(node))}` : () => '';
    yield header(edges, fields);
    const row = printEdges(view, {
      ...columns,
      fields,
      end: (id, node) => cell(id) + nameCell(node),
      type: (type) => edges.type?.(type, cell) ?? cell(type.name),
      text: (edge) => edges.cells(edge, cell) + edge.values + newline,
    });
    yield* edgePieces(view, row);
  } else {
    const fields = withCitations(nodeFields(view, taken(nodes)), dialect);
    yield header(nodes, fields);
    const row = printNodes(view, {
      ...columns,
      fields,
      type: ({ name }) => cell(name),
      text: (node) => nodes.cells(node, cell) + node.values + newline,
    });
    yield* nodePieces(view, row);
  }
}

/** What else is told of sources, in columns of these names behind all others. */
const aboutSources: Readonly<Record<string, (view: GraphView, source: string) => string>> = {
  sourceNames: (view, source) => textOfSource(view, source, 'name'),
  sourceUrls: (view, source) => textOfSource(view, source, 'url'),
};

/** Empty where the graph has no such node, or does not say it. */
function textOfSource({ graph: { nodes } }: GraphView, source: string, property: string): string {
  const node = nodes.numberOf(source);
  return node === undefined ? '' : String(nodes.properties(node)[property] ?? '');
}

function withCitations(fields: readonly Field[], { citations }: Dialect): readonly Field[] {
  const names = new Set(fields.map(({ name }) => name));
  const sources = citations && fields.find((it) => it.property === 'sources' && it.list);
  if (!sources) return fields;
  return [...fields, ...Object.keys(aboutSources).flatMap((name) => (names.has(name) ? [] : { ...sources, name }))];
}

/** Texts that stand in a cell as they are. Readers take blanks off the ends of others, unless they are in quotes. */
const PLAIN = /^[!#-+\--\uD7FF\uE000-\uFFFD](?:[ !#-+\--\uD7FF\uE000-\uFFFD]*[!#-+\--\uD7FF\uE000-\uFFFD])?$/;
const UNQUOTED = /^(?! )[^",\r\n]+(?<! )$/;

/** A cell as RFC 4180 has it; an empty text stands in quotes, so that it is told from no text. */
function csvCell(text: string, sanitiser: TextSanitiser): string {
  if (PLAIN.test(text)) return text;
  const clean = sanitiser.clean(text);
  return UNQUOTED.test(clean) ? clean : `"${clean.replaceAll('"', '""')}"`;
}
