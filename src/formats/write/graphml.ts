/**
 * GraphML, for yEd, igraph, networkx, Cytoscape and most others: keys with types, then nodes and edges with data.
 *
 * Ids in GraphML are name tokens: letters, digits, `.`, `-`, `_` and `:`. Other characters of an id are written as
 * `_x2F_`, their code in hexadecimal. Lists are JSON texts, for GraphML has none.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { jsonText, TextSanitiser, xmlContent, xmlToken } from '../escapes.ts';
import { edgeFields, type Field, field, nodeFields, type ValueKind } from '../fields/fields.ts';
import { printEdges, printNodes, printPlaces } from '../fields/print-elements.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';

export const graphml: TextFormat = {
  name: 'graphml',
  title: 'GraphML',
  ending: 'graphml',
  mediaType: 'application/graphml+xml; charset=utf-8',
  options: ['positions'],
  write: graphmlDocument,
};

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

const typeOfKind: Readonly<Record<ValueKind, string>> = {
  text: 'string',
  whole: 'int',
  big: 'long',
  number: 'double',
  truth: 'boolean',
  day: 'string',
  moment: 'string',
};

/** What the writer adds to the fields, under names that Gephi and others look for. */
const added = {
  edges: [field('type'), field('label'), field('color')],
  nodes: [field('type'), field('label'), field('color'), field('size', 'number')],
  places: [field('x', 'number'), field('y', 'number')],
};

function* graphmlDocument(view: GraphView, options: WriteOptions): Generator<string> {
  const { positions, sanitiser = new TextSanitiser() } = options;
  const content = (value: PropertyValue): string =>
    xmlContent(typeof value === 'object' ? jsonText(value) : String(value), sanitiser);
  const addedToNodes = positions ? [...added.nodes, ...added.places] : added.nodes;
  const fields = {
    nodes: nodeFields(view, addedToNodes.map(nameOf)),
    edges: edgeFields(view, added.edges.map(nameOf)),
  };
  const place = printPlaces(positions, (x, y) => data('n.x', x) + data('n.y', y));
  yield HEAD;
  yield keys('node', 'n', [...addedToNodes, ...fields.nodes]);
  yield keys('edge', 'e', [...added.edges, ...fields.edges]);
  yield '<graph id="G" edgedefault="directed">\n';
  yield* nodePieces(
    view,
    printNodes(view, {
      fields: fields.nodes,
      value: ({ name }, value) => data(`n.${name}`, content(value)),
      type: (it) => ({
        type: data('n.type', content(it.name)),
        look: data('n.color', it.colour) + data('n.size', String(it.size)),
      }),
      text: ({ node, id, name, type: { type, look }, values }) =>
        `<node id="${xmlToken(id)}">${type}${data('n.label', content(name))}${look}${place(node)}${values}</node>\n`,
    }),
  );
  yield* edgePieces(
    view,
    printEdges(view, {
      fields: fields.edges,
      value: ({ name }, value) => data(`e.${name}`, content(value)),
      end: xmlToken,
      type: ({ name, colour }) =>
        data('e.type', content(name)) + data('e.label', content(name)) + data('e.color', colour),
      text: ({ id, from, to, type, values }) =>
        `<edge id="${xmlToken(id)}" source="${from}" target="${to}">${type}${values}</edge>\n`,
    }),
  );
  yield '</graph>\n</graphml>\n';
}

const nameOf = ({ name }: Field): string => name;

const data = (key: string, content: string): string => `<data key="${key}">${content}</data>`;

/** Keys are known by a letter and their name: node and edge keys share one space of ids. */
const keys = (of: 'node' | 'edge', letter: string, fields: readonly Field[]): string =>
  fields
    .map(({ name, kind, list }) => {
      const type = list ? 'string' : typeOfKind[kind];
      return `<key id="${letter}.${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
    })
    .join('');
