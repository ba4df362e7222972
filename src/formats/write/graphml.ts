/**
 * GraphML, for yEd, igraph, networkx, Cytoscape and most others: keys with types, then nodes and edges with data.
 *
 * Ids in GraphML are name tokens: letters, digits, `.`, `-`, `_` and `:`. Other characters of an id are written as
 * `_x2F_`, their code in hexadecimal; `graphmlId` and `idOfGraphml` are each other's inverse. Lists are JSON texts,
 * for GraphML has none.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { edgeFields } from '../edge-fields.ts';
import type { Field, ValueKind } from '../field.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { fieldNames, freeNames, type NamedField } from '../free-names.ts';
import { edgeTexts, nodeTexts } from '../gather-text.ts';
import { graphmlId } from '../graphml-id.ts';
import { jsonText } from '../json-text.ts';
import { keepTexts } from '../keep-texts.ts';
import { nodeFields } from '../node-fields.ts';
import { coordinate, type Positions } from '../positions.ts';
import { printEdges } from '../print-edges.ts';
import { TextSanitiser } from '../sanitise-text.ts';
import { edgeColour, nodeStyle } from '../style.ts';
import { xmlContent } from '../xml-text.ts';

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
const text = (name: string): Field => ({ name, kind: 'text', list: false });
const number = (name: string): Field => ({ name, kind: 'number', list: false });
const ofNodes: readonly Field[] = [text('type'), text('label'), text('color'), number('size')];
const ofPlaces: readonly Field[] = [number('x'), number('y')];
const ofEdges: readonly Field[] = [text('type'), text('label'), text('color')];

function* graphmlDocument(view: GraphView, options: WriteOptions): Generator<string> {
  const { positions, sanitiser = new TextSanitiser() } = options;
  const content = (value: PropertyValue): string =>
    xmlContent(typeof value === 'object' ? jsonText(value) : String(value), sanitiser);
  const added = positions ? [...ofNodes, ...ofPlaces] : ofNodes;
  const nodes = freeNames(
    nodeFields(view),
    added.map(({ name }) => name),
  );
  const edges = freeNames(
    edgeFields(view),
    ofEdges.map(({ name }) => name),
  );
  yield HEAD;
  yield keys('node', 'n', [...added.map(itself), ...nodes]);
  yield keys('edge', 'e', [...ofEdges.map(itself), ...edges]);
  yield '<graph id="G" edgedefault="directed">\n';
  yield* nodeElements(view, nodes, content, positions);
  yield* edgeElements(view, edges, content);
  yield '</graph>\n</graphml>\n';
}

const itself = (field: Field): NamedField => ({ field, name: field.name });

/** Keys are known by a letter and their name: node and edge keys share one space of ids. */
function keys(of: 'node' | 'edge', letter: string, fields: readonly NamedField[]): string {
  return fields
    .map(({ field: { kind, list }, name }) => {
      const type = list ? 'string' : typeOfKind[kind];
      return `<key id="${letter}.${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
    })
    .join('');
}

const data = (key: string, content: string): string => `<data key="${key}">${content}</data>`;
type Content = (value: PropertyValue) => string;

function nodeElements(
  view: GraphView,
  fields: readonly NamedField[],
  content: Content,
  positions: Positions | undefined,
): Iterable<string> {
  const { nodes } = view.graph;
  const types = nodes.typeNames.map((type) => data('n.type', content(type)));
  const looks = nodes.typeNames.map((type, code) => {
    const { colour, size } = nodeStyle(type, code);
    return data('n.color', colour) + data('n.size', String(size));
  });
  return nodeTexts(view, (node) => {
    const type = nodes.types[node]!;
    const properties = nodes.properties(node);
    let values = `${types[type]}${data('n.label', content(nodes.nameOf(node)))}${looks[type]}`;
    if (positions) values += place(positions, node);
    for (const { field, name } of fields) {
      const value = properties[field.name];
      if (value !== undefined) values += data(`n.${name}`, content(listed(field, value)));
    }
    return `<node id="${graphmlId(nodes.ids[node]!)}">${values}</node>\n`;
  });
}

function place({ x, y }: Positions, node: number): string {
  if (Number.isNaN(x[node]!)) return '';
  return data('n.x', coordinate(x[node]!)) + data('n.y', coordinate(y[node]!));
}

function edgeElements(view: GraphView, fields: readonly NamedField[], content: Content): Iterable<string> {
  const { nodes, edges } = view.graph;
  const nameOf = fieldNames(fields);
  const print = (field: Field, value: PropertyValue | undefined): string =>
    value === undefined ? '' : data(`e.${nameOf(field)}`, content(listed(field, value)));
  const values = printEdges(
    edges,
    fields.map(({ field }) => field),
    print,
  );
  const types = edges.columns.typeNames.map((type, code) => {
    const name = content(type);
    return data('e.type', name) + data('e.label', name) + data('e.color', edgeColour(type, code));
  });
  const id = keepTexts((node) => graphmlId(nodes.ids[node]!));
  return edgeTexts(view, (edge) => {
    const ends = `source="${id(edges.from[edge]!)}" target="${id(edges.to[edge]!)}"`;
    return `<edge id="${graphmlId(edges.id(edge))}" ${ends}>${types[edges.type[edge]!]}${values(edge)}</edge>\n`;
  });
}

const listed = ({ list }: Field, value: PropertyValue): PropertyValue =>
  list && typeof value !== 'object' ? [value] : value;
