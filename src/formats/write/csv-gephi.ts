/**
 * CSV for Gephi's import of spreadsheets: a table of nodes and one of edges, under the headers that it looks for.
 *
 * `Type` is the direction there and `Kind` tells parallel edges apart, so the edge type is `Kind`, and the label. Nothing
 * guards against formulas: the apostrophe would become part of the text. Backslashes are doubled, for Gephi unescapes
 * them beside the doubled quotes of RFC 4180, and gives up at one before a quote.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import { csvPair } from '../csv-pair.ts';
import { type Field, valuesOf } from '../field.ts';
import type { TextFormat } from '../format.ts';
import { keepTexts } from '../keep-texts.ts';
import { gexfList } from '../list-text.ts';

export const csvGephi: TextFormat = csvPair(
  { name: 'csv-gephi', title: 'CSV for Gephi' },
  {
    start: '',
    newline: '\n',
    nodeColumns: (view, cell) => {
      const { nodes } = view.graph;
      const types = nodes.typeNames.map(cell);
      return {
        headers: ['Id', 'Label', 'type'],
        // A table with one of the first two is taken for one of edges.
        taken: ['source', 'target', 'timeset', 'interval'],
        cells: (node) => `${cell(nodes.ids[node]!)},${cell(nodes.nameOf(node))},${types[nodes.types[node]!]}`,
      };
    },
    edgeColumns: ({ graph: { nodes, edges }, ontology }, cell) => {
      const types = edges.columns.typeNames.map((type) => {
        const direction = ontology.edgeTypes.get(type)?.symmetric ? 'Undirected' : 'Directed';
        return `${direction},${cell(type)},${cell(type)}`;
      });
      const end = keepTexts((node) => cell(nodes.ids[node]!));
      return {
        headers: ['Source', 'Target', 'Type', 'Kind', 'Label', 'Id'],
        taken: ['weight', 'timeset', 'interval'],
        cells: (edge) => {
          const ends = `${end(edges.from[edge]!)},${end(edges.to[edge]!)}`;
          return `${ends},${types[edges.type[edge]!]},${cell(edges.id(edge))}`;
        },
      };
    },
    header: ({ name }) => name,
    text: textOf,
    escaped: (text) => text.replaceAll('\\', '\\\\'),
  },
);

function textOf({ kind, list }: Field, value: PropertyValue): string {
  if (list) return gexfList(valuesOf(value));
  // Gephi takes the type of a column from its first rows: where these have whole numbers alone, it refuses all others.
  return kind === 'number' && Number.isSafeInteger(value) ? `${value}.0` : String(value);
}
