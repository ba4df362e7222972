/**
 * DOT, for Graphviz: a directed graph with labels, colours and lines, and all attributes for `gvpr` and other readers.
 *
 * Graphviz draws by some attribute names; a property of such a name gets a `_` behind it.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { jsonText, TextSanitiser } from '../escapes.ts';
import { edgeFields, type Field, nodeFields } from '../fields/fields.ts';
import { edgeLines, printEdges, printNodes, printPlaces } from '../fields/print-elements.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';
import { type Shape, shapeNames } from '../style.ts';

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

const nameOfShape = (shape: Shape): string => (shape === 'square' ? 'box' : shapeNames[shape]);
const styles = { solid: '', dashed: ', style="dashed"', dotted: ', style="dotted"' };

function* dotDocument(
  view: GraphView,
  { positions, sanitiser = new TextSanitiser() }: WriteOptions,
): Generator<string> {
  const quoted = (text: string): string => dotString(text, sanitiser);
  /** A text that is drawn: backslashes would be escapes in it, and `&amp;` an entity. */
  const label = (text: string): string => quoted(text.replace(/&/g, '&amp;'));
  const value = ({ name }: Field, it: PropertyValue): string =>
    `, ${name}=${quoted(typeof it === 'object' ? jsonText(it) : String(it))}`;
  const place = printPlaces(positions, (x, y) => `, pos="${x},${y}"`);
  const line = edgeLines(view);
  yield 'digraph "Diplograph" {\n';
  yield 'graph [charset="UTF-8", overlap="false", splines="true"];\n';
  yield 'node [style="filled", fontname="sans-serif", fontcolor="white"];\nedge [fontname="sans-serif", fontsize="9"];\n';
  yield* nodePieces(
    view,
    printNodes(view, {
      fields: nodeFields(view, TAKEN),
      value,
      type: ({ name, colour, shape }) =>
        `type=${quoted(name)}, shape="${nameOfShape(shape)}", fillcolor="${colour}", color="${colour}"`,
      text: ({ node, id, name, type, values }) =>
        `${quoted(id)} [label=${label(name)}, ${type}${place(node)}${values}];\n`,
    }),
  );
  yield* edgePieces(
    view,
    printEdges(view, {
      fields: edgeFields(view, TAKEN),
      value,
      end: quoted,
      type: ({ name, colour, symmetric }) => {
        const ends = symmetric ? ', dir="none"' : '';
        return `label=${label(name)}, type=${quoted(name)}, color="${colour}", fontcolor="${colour}"${ends}`;
      },
      text: ({ edge, id, from, to, type, values }) =>
        `${from} -> ${to} [id=${quoted(id)}, ${type}${styles[line(edge)]}${values}];\n`,
    }),
  );
  yield '}\n';
}

const PLAIN = /^[ !#-[\]-\uD7FF\uE000-\uFFFD]*$/;

/** A text in quotes. A backslash escapes a quote there, and one at the end would escape the closing one. */
function dotString(text: string, sanitiser: TextSanitiser): string {
  return PLAIN.test(text)
    ? `"${text}"`
    : `"${sanitiser.clean(text).replace(/["\\]/g, '\\$&').replace(/\r\n?/g, '\n')}"`;
}
