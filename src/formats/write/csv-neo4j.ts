/**
 * CSV for `neo4j-admin database import`: nodes and relationships, with types in the headers.
 *
 * Labels are node types and relationship types edge types, as `schema.graphql` has them. The importer knows no empty list:
 * where the Neo4j GraphQL Library wants one, it is to be set afterwards. Texts with line breaks need
 * `--multiline-fields=true`.
 */
import { csvPair } from '../csv-pair.ts';
import { type Field, type ValueKind, valuesOf } from '../field.ts';
import type { TextFormat } from '../format.ts';
import { keepTexts } from '../keep-texts.ts';
import { semicolonList } from '../list-text.ts';

const typeOfKind: Readonly<Record<ValueKind, string>> = {
  text: 'string',
  whole: 'int',
  big: 'long',
  number: 'double',
  truth: 'boolean',
  day: 'date',
  moment: 'datetime',
};

const typeOf = ({ kind, list }: Field): string => `${typeOfKind[kind]}${list ? '[]' : ''}`;

export const csvNeo4j: TextFormat = csvPair(
  { name: 'csv-neo4j', title: 'CSV for Neo4j' },
  {
    start: '',
    newline: '\n',
    nodeColumns: ({ graph: { nodes } }, cell) => {
      const types = nodes.typeNames.map(cell);
      return {
        headers: ['id:ID', ':LABEL'],
        cells: (node) => `${cell(nodes.ids[node]!)},${types[nodes.types[node]!]}`,
      };
    },
    edgeColumns: ({ graph: { nodes, edges } }, cell) => {
      const types = edges.columns.typeNames.map(cell);
      const end = keepTexts((node) => cell(nodes.ids[node]!));
      return {
        headers: [':START_ID', ':END_ID', ':TYPE', 'id:string'],
        cells: (edge) => {
          const ends = `${end(edges.from[edge]!)},${end(edges.to[edge]!)}`;
          return `${ends},${types[edges.type[edge]!]},${cell(edges.id(edge))}`;
        },
      };
    },
    header: ({ field, name }) => `${name}:${typeOf(field)}`,
    text: ({ list }, value, sanitiser) => (list ? semicolonList(valuesOf(value), sanitiser) : String(value)),
  },
);
