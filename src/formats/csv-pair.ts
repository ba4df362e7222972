/**
 * A graph as two tables, nodes and edges: what the CSV formats have in common.
 *
 * Each format is a dialect: what its columns are called, what stands in a cell, and which columns come first.
 */
import type { PropertyValue } from '../facts/fact.ts';
import type { GraphView } from '../views/graph-view.ts';
import { edgeFields } from './edge-fields.ts';
import type { Field } from './field.ts';
import type { TextFormat, WriteOptions } from './format.ts';
import { freeNames, type NamedField } from './free-names.ts';
import { edgeTexts, nodeTexts } from './gather-text.ts';
import { nodeFields } from './node-fields.ts';
import { printEdges } from './print-edges.ts';
import { TextSanitiser } from './sanitise-text.ts';

/** The columns that a dialect has by itself: their headers, and their cells with commas between, of a node or an edge. */
export interface OwnColumns {
  readonly headers: readonly string[];
  /** Names that mean something else to the program, so that no field has them. */
  readonly taken?: readonly string[];
  readonly cells: (number: number) => string;
}

export interface CsvDialect {
  /** What stands before the header. */
  readonly start: string;
  readonly newline: string;
  readonly nodeColumns: (view: GraphView, cell: PrintCell) => OwnColumns;
  readonly edgeColumns: (view: GraphView, cell: PrintCell) => OwnColumns;
  /** The header of a field. */
  readonly header: (named: NamedField) => string;
  /** The text of a field, before it is put in quotes; nothing is an empty cell. */
  readonly text: (field: Field, value: PropertyValue, sanitiser: TextSanitiser) => string;
  /** What is to be escaped in a cell besides quotes. */
  readonly escaped?: (text: string) => string;
}

/** A cell for a text of the dialect's own columns. */
export type PrintCell = (text: string) => string;

export type CsvPart = 'nodes' | 'edges';

/** A format of two tables. */
export function csvPair(about: Pick<TextFormat, 'name' | 'title'>, dialect: CsvDialect): TextFormat {
  return {
    ...about,
    ending: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    options: ['part'],
    parts: ['nodes', 'edges'] satisfies readonly CsvPart[],
    write: (view, options) => (options.part === 'edges' ? edgeTable : nodeTable)(view, options, dialect),
  };
}

function* nodeTable(view: GraphView, options: WriteOptions, dialect: CsvDialect): Generator<string> {
  const { sanitiser = new TextSanitiser() } = options;
  const { nodes } = view.graph;
  const cell = cellOf(dialect, sanitiser);
  const own = dialect.nodeColumns(view, cell);
  const named = freeNames(nodeFields(view), takenBy(own));
  yield headerRow(dialect, own, named);
  const print = cellPrinter(dialect, cell, sanitiser);
  yield* nodeTexts(view, (node) => {
    const properties = nodes.properties(node);
    let row = own.cells(node);
    for (const { field } of named) row += print(field, properties[field.name]);
    return row + dialect.newline;
  });
}

function* edgeTable(view: GraphView, options: WriteOptions, dialect: CsvDialect): Generator<string> {
  const { sanitiser = new TextSanitiser() } = options;
  const cell = cellOf(dialect, sanitiser);
  const own = dialect.edgeColumns(view, cell);
  const named = freeNames(edgeFields(view), takenBy(own));
  yield headerRow(dialect, own, named);
  const fields = named.map(({ field }) => field);
  const values = printEdges(view.graph.edges, fields, cellPrinter(dialect, cell, sanitiser));
  yield* edgeTexts(view, (edge) => own.cells(edge) + values(edge) + dialect.newline);
}

function headerRow(dialect: CsvDialect, own: OwnColumns, named: readonly NamedField[]): string {
  const headers = [...own.headers, ...named.map(dialect.header)];
  return dialect.start + headers.join(',') + dialect.newline;
}

const takenBy = ({ headers, taken = [] }: OwnColumns): readonly string[] => [...headers, ...taken];

const cellOf = ({ escaped }: CsvDialect, sanitiser: TextSanitiser): PrintCell =>
  escaped ? (text) => csvCell(escaped(text), sanitiser) : (text) => csvCell(text, sanitiser);

function cellPrinter(
  { text }: CsvDialect,
  cell: PrintCell,
  sanitiser: TextSanitiser,
): (field: Field, value: PropertyValue | undefined) => string {
  return (field, value) => (value === undefined ? ',' : `,${cell(text(field, value, sanitiser))}`);
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
