/**
 * CSV for spreadsheets: two tables for people, with the names of both ends and lists as one text.
 *
 * A spreadsheet takes what begins with `=`, `+`, `-` or `@` for a formula and runs it; such a text gets an apostrophe
 * before it. The byte order mark tells Excel that the file is UTF-8.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import { csvPair } from '../csv-pair.ts';
import { type Field, type ValueKind, valuesOf } from '../field.ts';
import type { TextFormat } from '../format.ts';
import { keepTexts } from '../keep-texts.ts';

export const csv: TextFormat = csvPair(
  { name: 'csv', title: 'CSV for spreadsheets' },
  {
    start: '\uFEFF',
    newline: '\r\n',
    nodeColumns: ({ graph: { nodes } }, cell) => {
      const types = nodes.typeNames.map(cell);
      return {
        headers: ['id', 'type'],
        cells: (node) => `${cell(guarded(nodes.ids[node]!))},${types[nodes.types[node]!]}`,
      };
    },
    edgeColumns: ({ graph: { nodes, edges } }, cell) => {
      const types = edges.columns.typeNames.map(cell);
      const end = keepTexts((node) => `${cell(guarded(nodes.ids[node]!))},${cell(guarded(nodes.nameOf(node)))}`);
      return {
        headers: ['id', 'from', 'fromName', 'type', 'to', 'toName'],
        cells: (edge) => {
          const statement = `${end(edges.from[edge]!)},${types[edges.type[edge]!]},${end(edges.to[edge]!)}`;
          return `${cell(guarded(edges.id(edge)))},${statement}`;
        },
      };
    },
    header: ({ name }) => name,
    text: guardedText,
  },
);

/** Numbers may begin with a minus; a date before the year 1, left alone, would be computed. */
const UNGUARDED: ReadonlySet<ValueKind> = new Set(['whole', 'big', 'number']);

function guardedText({ kind }: Field, value: PropertyValue): string {
  const text = valuesOf(value).map(String).join('; ');
  return UNGUARDED.has(kind) ? text : guarded(text);
}

const RUN = new Set(['=', '+', '-', '@', '\t', '\r']);

/** A text that no spreadsheet runs. */
const guarded = (text: string): string => (RUN.has(text.charAt(0)) ? `'${text}` : text);
