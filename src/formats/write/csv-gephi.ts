/**
 * CSV for Gephi's import of spreadsheets: a table of nodes and one of edges, under the headers that it looks for.
 *
 * `Type` is the direction there and `Kind` tells parallel edges apart, so the edge type is `Kind`, and the label. Nothing
 * guards against formulas: the apostrophe would become part of the text.
 */
import { csvPair } from '../csv-pair.ts';
import { valuesOf } from '../field.ts';
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
        cells: (node) =>
          `${cell(nodes.ids[node]!)},${cell(view.graph.nodes.nameOf(node))},${types[nodes.types[node]!]}`,
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
        cells: (edge) => {
          const ends = `${end(edges.from[edge]!)},${end(edges.to[edge]!)}`;
          return `${ends},${types[edges.type[edge]!]},${cell(edges.id(edge))}`;
        },
      };
    },
    header: ({ name }) => name,
    text: ({ list }, value) => (list ? gexfList(valuesOf(value)) : String(value)),
  },
);
