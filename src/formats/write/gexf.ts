/**
 * GEXF, for Gephi and what reads its files: typed attributes, the lifetime of each edge, colours, sizes and positions.
 *
 * Edges live from the first to the last day on which they may hold; what is open or unknown has no such end. Nodes have
 * no lifetime: a conference is spoken of before it meets and after. Every edge is directed, also of a symmetric type,
 * because readers refuse a file of both kinds.
 */
import type { PropertyValue, ScalarValue } from '../../facts/fact.ts';
import { isoOfDay } from '../../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER } from '../../facts/validity.ts';
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { TextSanitiser, xmlAttribute } from '../escapes.ts';
import { edgeFields, type Field, field, nodeFields, type ValueKind } from '../fields/fields.ts';
import { edgeLines, printEdges, printNodes, printPlaces } from '../fields/print-elements.ts';
import { remember } from '../fields/print-fields.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';

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

/** What readers call the attributes that they make of GEXF's own. */
const taken = {
  node: ['type', 'label', 'color', 'size', 'shape', 'x', 'y', 'z', 'viz'],
  edge: ['type', 'label', 'color', 'thickness', 'shape', 'kind', 'weight', 'start', 'end', 'viz'],
};

function* gexfDocument(view: GraphView, options: WriteOptions): Generator<string> {
  const { gexfVersion: version = '1.3', static: isStatic = false, sanitiser = new TextSanitiser() } = options;
  const text = (it: string): string => xmlAttribute(it, sanitiser);
  const list = (values: readonly ScalarValue[]): string =>
    version === '1.3' ? gexfList(values) : sanitiser.joinList(values, '|', '¦');
  const value = ({ name }: Field, it: PropertyValue): string =>
    attvalue(name, text(typeof it === 'object' ? list(it) : String(it)));
  const fields = { node: nodeFields(view, taken.node), edge: edgeFields(view, taken.edge) };
  const place = printPlaces(options.positions, (x, y) => `<viz:position x="${x}" y="${y}"/>`);
  const line = edgeLines(view);
  const lifetime = isStatic ? () => '' : lifetimeOf(view);

  const [space, time] = [namespaces[version], isStatic ? 'mode="static"' : 'mode="dynamic" timeformat="date"'];
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield `<gexf xmlns="${space}" xmlns:viz="${space}/viz" version="${version}">\n`;
  yield `<meta><creator>Diplograph</creator></meta>\n<graph defaultedgetype="directed" ${time}>\n`;
  yield attributes('node', fields.node, version);
  yield attributes('edge', fields.edge, version);
  yield `<nodes count="${view.nodeCount}">\n`;
  yield* nodePieces(
    view,
    printNodes(view, {
      fields: fields.node,
      value,
      type: ({ name, colour, size, shape }) => ({
        type: attvalue('type', text(name)),
        look: `${vizColour(colour)}<viz:size value="${size}"/><viz:shape value="${shape}"/>`,
      }),
      text: ({ node, id, name, type: { type, look }, values }) =>
        `<node id="${text(id)}" label="${text(name)}"><attvalues>${type}${values}</attvalues>${look}${place(node)}</node>\n`,
    }),
  );
  yield `</nodes>\n<edges count="${view.edgeCount}">\n`;
  yield* edgePieces(
    view,
    printEdges(view, {
      fields: fields.edge,
      value,
      end: text,
      type: ({ name, colour }) => ({
        label: `label="${text(name)}"${version === '1.3' ? ` kind="${text(name)}"` : ''}`,
        type: `<attvalues>${attvalue('type', text(name))}`,
        look: `</attvalues>${vizColour(colour)}<viz:shape value="`,
      }),
      text: ({ edge, id, from, to, type: { label, type, look }, values }) =>
        `<edge id="${text(id)}" source="${from}" target="${to}" ${label}${lifetime(edge)}>${type}${values}${look}${line(edge)}"/></edge>\n`,
    }),
  );
  yield '</edges>\n</graph>\n</gexf>\n';
}

function attributes(of: 'node' | 'edge', fields: readonly Field[], version: '1.2' | '1.3'): string {
  const all = [field('type'), ...fields].map(({ name, kind, list }) => {
    // Version 1.2 has no lists but of texts.
    const type = list ? `list${version === '1.2' ? 'string' : typeOfKind[kind]}` : typeOfKind[kind];
    return `<attribute id="${name}" title="${name}" type="${type}"/>\n`;
  });
  return `<attributes class="${of}">\n${all.join('')}</attributes>\n`;
}

const attvalue = (name: string, value: string): string => `<attvalue for="${name}" value="${value}"/>`;

/** A list of version 1.3, `["a", "b"]`, with backslashes before quotes and backslashes alone: Gephi reads `\n` as an n. */
export function gexfList(values: readonly ScalarValue[]): string {
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
  return `[${values.map((it) => (typeof it === 'string' ? quoted(it) : String(it))).join(', ')}]`;
}

function vizColour(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

function lifetimeOf({ graph: { edges } }: GraphView): (edge: EdgeNumber) => string {
  const { earliestStart, latestEnd } = edges.validity;
  const start = remember((day) => ` start="${dateOf(day)}"`);
  const end = remember((day) => ` end="${dateOf(day)}"`);
  return (edge) => {
    const [first, last] = [earliestStart[edge]!, latestEnd[edge]!];
    return (first === ALWAYS ? '' : start(first)) + (last === FOREVER ? '' : end(last));
  };
}

/** Dates of XML begin with the year 1; what was before it lives from there. */
const FIRST_DAY = -719_162;
const dateOf = (day: Day): string => isoOfDay(Math.max(day, FIRST_DAY));
