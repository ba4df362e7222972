/**
 * GEXF, for Gephi and what reads its files: typed attributes, the lifetime of each edge, colours, sizes and positions.
 *
 * Edges live from the first to the last day on which they may hold; what is open or unknown has no such end. Nodes have
 * no lifetime: a conference is spoken of before it meets and after. Every edge is directed, also of a symmetric type,
 * because readers refuse a file of both kinds.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import { isoOfDay } from '../../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER } from '../../facts/validity.ts';
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { edgeFields } from '../edge-fields.ts';
import { edgeLines } from '../edge-lines.ts';
import type { Field, ValueKind } from '../field.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { fieldNames, freeNames, type NamedField } from '../free-names.ts';
import { edgeTexts, nodeTexts } from '../gather-text.ts';
import { keepTexts } from '../keep-texts.ts';
import { gexfList, pipedList } from '../list-text.ts';
import { nodeFields } from '../node-fields.ts';
import { coordinate, type Positions } from '../positions.ts';
import { printEdges } from '../print-edges.ts';
import { TextSanitiser } from '../sanitise-text.ts';
import { edgeColour, nodeStyle } from '../style.ts';
import { xmlAttribute } from '../xml-text.ts';

export const gexf: TextFormat = {
  name: 'gexf',
  title: 'GEXF',
  ending: 'gexf',
  mediaType: 'application/gexf+xml; charset=utf-8',
  options: ['static', 'gexfVersion', 'positions'],
  write: gexfDocument,
};

const namespaces = { '1.3': 'http://gexf.net/1.3', '1.2': 'http://www.gexf.net/1.2draft' };

const typeOfKind: Readonly<Record<ValueKind, string>> = {
  text: 'string',
  whole: 'integer',
  big: 'long',
  number: 'double',
  truth: 'boolean',
  day: 'string',
  moment: 'string',
};

function* gexfDocument(view: GraphView, options: WriteOptions): Generator<string> {
  const { gexfVersion: version = '1.3', static: isStatic = false, sanitiser = new TextSanitiser() } = options;
  const text = (it: string): string => xmlAttribute(it, sanitiser);
  const list = version === '1.3' ? gexfList : pipedList;
  const value = (it: PropertyValue): string => text(typeof it === 'object' ? list(it, sanitiser) : String(it));
  const fields = { node: freeNames(nodeFields(view), TAKEN.node), edge: freeNames(edgeFields(view), TAKEN.edge) };

  const [space, time] = [namespaces[version], isStatic ? 'mode="static"' : 'mode="dynamic" timeformat="date"'];
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield `<gexf xmlns="${space}" xmlns:viz="${space}/viz" version="${version}">\n`;
  yield `<meta><creator>Diplograph</creator></meta>\n<graph defaultedgetype="directed" ${time}>\n`;
  yield attributes('node', fields.node, version);
  yield attributes('edge', fields.edge, version);
  yield `<nodes count="${view.nodeCount}">\n`;
  yield* nodeElements(view, fields.node, { text, value, positions: options.positions });
  yield `</nodes>\n<edges count="${view.edgeCount}">\n`;
  yield* edgeElements(view, fields.edge, { text, value, withKind: version === '1.3', lifetimes: !isStatic });
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** What readers call the attributes that they make of GEXF's own. */
const TAKEN = {
  node: ['type', 'label', 'color', 'size', 'shape', 'x', 'y', 'z', 'viz'],
  edge: ['type', 'label', 'color', 'thickness', 'shape', 'kind', 'weight', 'start', 'end', 'viz'],
};
const TYPE: Field = { name: 'type', kind: 'text', list: false };

function attributes(of: 'node' | 'edge', fields: readonly NamedField[], version: '1.2' | '1.3'): string {
  const all = [{ field: TYPE, name: 'type' }, ...fields].map(({ field: { kind, list }, name }) => {
    // Version 1.2 has no lists but of texts.
    const type = list ? `list${version === '1.2' ? 'string' : typeOfKind[kind]}` : typeOfKind[kind];
    return `<attribute id="${name}" title="${name}" type="${type}"/>\n`;
  });
  return `<attributes class="${of}">\n${all.join('')}</attributes>\n`;
}

const attvalue = (name: string, value: string): string => `<attvalue for="${name}" value="${value}"/>`;

interface NodeTexts {
  readonly text: (text: string) => string;
  readonly value: (value: PropertyValue) => string;
  readonly positions: Positions | undefined;
}

function nodeElements(view: GraphView, fields: readonly NamedField[], texts: NodeTexts): Iterable<string> {
  const { nodes } = view.graph;
  const { text, value, positions } = texts;
  const types = nodes.typeNames.map((type) => attvalue('type', text(type)));
  const looks = nodes.typeNames.map((type, code) => {
    const { colour, size, shape } = nodeStyle(type, code);
    return `${vizColour(colour)}<viz:size value="${size}"/><viz:shape value="${shape}"/>`;
  });
  return nodeTexts(view, (node) => {
    const properties = nodes.properties(node);
    let values = types[nodes.types[node]!]!;
    for (const { field, name } of fields) {
      const it = properties[field.name];
      if (it !== undefined) values += attvalue(name, value(field.list && typeof it !== 'object' ? [it] : it));
    }
    const place = positions ? vizPosition(positions, node) : '';
    const head = `<node id="${text(nodes.ids[node]!)}" label="${text(nodes.nameOf(node))}">`;
    return `${head}<attvalues>${values}</attvalues>${looks[nodes.types[node]!]}${place}</node>\n`;
  });
}

function vizColour(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

function vizPosition({ x, y }: Positions, node: number): string {
  if (Number.isNaN(x[node]!)) return '';
  return `<viz:position x="${coordinate(x[node]!)}" y="${coordinate(y[node]!)}"/>`;
}

interface EdgeTexts {
  readonly text: (text: string) => string;
  readonly value: (value: PropertyValue) => string;
  readonly withKind: boolean;
  readonly lifetimes: boolean;
}

function edgeElements(view: GraphView, fields: readonly NamedField[], texts: EdgeTexts): Iterable<string> {
  const { nodes, edges } = view.graph;
  const { text, value, withKind, lifetimes } = texts;
  const nameOf = fieldNames(fields);
  const values = printEdges(
    edges,
    fields.map(({ field }) => field),
    (field, it) => (it === undefined ? '' : attvalue(nameOf(field), value(it))),
  );
  const heads = edges.columns.typeNames.map((type) => {
    const name = text(type);
    return withKind ? `label="${name}" kind="${name}"` : `label="${name}"`;
  });
  const types = edges.columns.typeNames.map((type) => `<attvalues>${attvalue('type', text(type))}`);
  const colours = edges.columns.typeNames.map((type, code) => vizColour(edgeColour(type, code)));
  const line = edgeLines(view);
  const id = keepTexts((node) => text(nodes.ids[node]!));
  const lifetime = lifetimes ? lifetimeOf(view) : () => '';
  return edgeTexts(view, (edge) => {
    const type = edges.type[edge]!;
    const ends = `source="${id(edges.from[edge]!)}" target="${id(edges.to[edge]!)}"`;
    const look = `${colours[type]}<viz:shape value="${line(edge)}"/>`;
    return `<edge id="${text(edges.id(edge))}" ${ends} ${heads[type]}${lifetime(edge)}>${types[type]}${values(edge)}</attvalues>${look}</edge>\n`;
  });
}

function lifetimeOf({ graph: { edges } }: GraphView): (edge: EdgeNumber) => string {
  const { earliestStart, latestEnd } = edges.validity;
  const start = keepTexts((day) => ` start="${dateOf(day)}"`);
  const end = keepTexts((day) => ` end="${dateOf(day)}"`);
  return (edge) => {
    const [first, last] = [earliestStart[edge]!, latestEnd[edge]!];
    return (first === ALWAYS ? '' : start(first)) + (last === FOREVER ? '' : end(last));
  };
}

/** Dates of XML begin with the year 1; what was before it lives from there. */
const FIRST_DAY = -719_162;
const dateOf = (day: Day): string => isoOfDay(Math.max(day, FIRST_DAY));
