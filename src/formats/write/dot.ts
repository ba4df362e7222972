/**
 * DOT, for Graphviz: a directed graph with labels, colours and lines, and all attributes for `gvpr` and other readers.
 *
 * Graphviz draws by some attribute names; a property of such a name gets a `_` behind it.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { edgeFields } from '../edge-fields.ts';
import { edgeLines } from '../edge-lines.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { fieldNames, freeNames } from '../free-names.ts';
import { edgeTexts, nodeTexts } from '../gather-text.ts';
import { jsonText } from '../json-text.ts';
import { keepTexts } from '../keep-texts.ts';
import { nodeFields } from '../node-fields.ts';
import { coordinate, type Positions } from '../positions.ts';
import { printEdges } from '../print-edges.ts';
import { TextSanitiser } from '../sanitise-text.ts';
import { edgeColour, nodeStyle, type Shape } from '../style.ts';

export const dot: TextFormat = {
  name: 'dot',
  title: 'DOT',
  ending: 'dot',
  mediaType: 'text/vnd.graphviz; charset=utf-8',
  options: ['positions'],
  write: dotDocument,
};

/** What Graphviz reads of nodes and edges, and `name`, by which it tells the id. */
const TAKEN = (
  'type arrowhead arrowsize arrowtail class color colorscheme comment constraint decorate dir distortion fillcolor ' +
  'fixedsize fontcolor fontname fontsize group headclip headhref headlabel headport headtarget headtooltip ' +
  'height href id image imagepos imagescale key label labelangle labeldistance labelfloat labelfontcolor ' +
  'labelfontname labelfontsize labelhref labeljust labelloc labeltarget labeltooltip layer len lhead ltail ' +
  'margin minlen name nojustify ordering orientation ordinal penwidth peripheries pin pos radius rank rects regular root ' +
  'samehead sametail samplepoints shape shapefile showboxes sides size skew sortv style tailclip tailhref ' +
  'taillabel tailport tailtarget tailtooltip target tooltip vertices weight width xlabel z'
).split(' ');

const shapeNames: Readonly<Record<Shape, string>> = {
  disc: 'ellipse',
  square: 'box',
  triangle: 'triangle',
  diamond: 'diamond',
};

function* dotDocument(
  view: GraphView,
  { positions, sanitiser = new TextSanitiser() }: WriteOptions,
): Generator<string> {
  const quoted = (text: string): string => dotString(text, sanitiser);
  yield 'digraph "Diplograph" {\n';
  yield 'graph [charset="UTF-8", overlap="false", splines="true"];\n';
  yield 'node [style="filled", fontname="sans-serif", fontcolor="white"];\nedge [fontname="sans-serif", fontsize="9"];\n';
  yield* nodeStatements(view, quoted, positions);
  yield* edgeStatements(view, quoted);
  yield '}\n';
}

type Quoted = (text: string) => string;

function nodeStatements(view: GraphView, quoted: Quoted, positions: Positions | undefined): Iterable<string> {
  const { nodes } = view.graph;
  const fields = freeNames(nodeFields(view), TAKEN);
  const looks = nodes.typeNames.map((type, code) => {
    const { colour, shape } = nodeStyle(type, code);
    return `type=${quoted(type)}, shape="${shapeNames[shape]}", fillcolor="${colour}", color="${colour}"`;
  });
  return nodeTexts(view, (node) => {
    const properties = nodes.properties(node);
    let attributes = `label=${label(nodes.nameOf(node), quoted)}, ${looks[nodes.types[node]!]}`;
    if (positions && !Number.isNaN(positions.x[node]!)) attributes += place(positions, node);
    for (const { field, name } of fields) {
      const value = properties[field.name];
      if (value !== undefined) attributes += `, ${name}=${quoted(textOf(value))}`;
    }
    return `${quoted(nodes.ids[node]!)} [${attributes}];\n`;
  });
}

const place = ({ x, y }: Positions, node: number): string => `, pos="${coordinate(x[node]!)},${coordinate(y[node]!)}"`;

function edgeStatements(view: GraphView, quoted: Quoted): Iterable<string> {
  const { nodes, edges } = view.graph;
  const named = freeNames(edgeFields(view), TAKEN);
  const nameOf = fieldNames(named);
  const values = printEdges(
    edges,
    named.map(({ field }) => field),
    (field, value) => (value === undefined ? '' : `, ${nameOf(field)}=${quoted(textOf(value))}`),
  );
  const heads = edges.columns.typeNames.map((type, code) => {
    const ends = view.ontology.edgeTypes.get(type)?.symmetric ? ', dir="none"' : '';
    const colour = edgeColour(type, code);
    return `label=${label(type, quoted)}, type=${quoted(type)}, color="${colour}", fontcolor="${colour}"${ends}`;
  });
  const line = lineAttributes(view);
  const id = keepTexts((node) => quoted(nodes.ids[node]!));
  return edgeTexts(view, (edge) => {
    const ends = `${id(edges.from[edge]!)} -> ${id(edges.to[edge]!)}`;
    const head = `id=${quoted(edges.id(edge))}, ${heads[edges.type[edge]!]}${line(edge)}`;
    return `${ends} [${head}${values(edge)}];\n`;
  });
}

function lineAttributes(view: GraphView): (edge: EdgeNumber) => string {
  const lineOf = edgeLines(view);
  const texts = { solid: '', dashed: ', style="dashed"', dotted: ', style="dotted"' };
  return (edge) => texts[lineOf(edge)];
}

const textOf = (value: PropertyValue): string => (typeof value === 'object' ? jsonText(value) : String(value));

const PLAIN = /^[ !#-[\]-\uD7FF\uE000-\uFFFD]*$/;

/** A text in quotes. A backslash escapes a quote there, and one at the end would escape the closing one. */
function dotString(text: string, sanitiser: TextSanitiser): string {
  return PLAIN.test(text)
    ? `"${text}"`
    : `"${sanitiser.clean(text).replace(/["\\]/g, '\\$&').replace(/\r\n?/g, '\n')}"`;
}

/** A text that is drawn: backslashes would be escapes in it, and `&amp;` an entity. */
const label = (text: string, quoted: Quoted): string => quoted(text.replace(/&/g, '&amp;'));
