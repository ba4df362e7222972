/**
 * Graphology's own JSON: `MultiGraph.from(JSON.parse(text))` is the graph that `graph.graphology` gives, and can be drawn.
 * Edges of symmetric types are undirected.
 *
 * Sigma and Gephi Lite draw by `label`, `color` and `size`, and by `x` and `y` where there is a layout. A property of
 * such a name gets a `_` behind it.
 */
import type { GraphView } from '../../views/graph-view.ts';
import { edgeFields, nodeFields } from '../fields/fields.ts';
import { printEdges, printNodes, printPlaces } from '../fields/print-elements.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';
import { jsonField, jsonObject, jsonPlace, jsonString, jsonType } from '../text/json-text.ts';

export const graphology: TextFormat = {
  name: 'graphology',
  title: 'Graphology JSON',
  ending: 'json',
  mediaType: 'application/json; charset=utf-8',
  options: ['positions'],
  write: graphologyDocument,
};

function* graphologyDocument(view: GraphView, { positions }: WriteOptions): Generator<string> {
  const place = printPlaces(positions, jsonPlace);
  const node = printNodes(view, {
    fields: nodeFields(view, ['type', 'label', 'color', 'size', 'x', 'y']),
    value: jsonField,
    type: ({ name, colour, size }) => ({ type: jsonType(name), look: `,"color":"${colour}","size":${size}` }),
    text: ({ node, id, name, type: { type, look }, values }) => {
      const attributes = `${type}${values},"label":${jsonString(name)}${look}${place(node)}`;
      return `{"key":${jsonString(id)},"attributes":${jsonObject(attributes)}}`;
    },
  });
  const edge = printEdges(view, {
    fields: edgeFields(view, ['type', 'color']),
    value: jsonField,
    end: jsonString,
    type: ({ name, colour, symmetric }) => ({
      type: jsonType(name),
      look: `,"color":"${colour}"`,
      direction: symmetric ? ',"undirected":true' : '',
    }),
    text: ({ id, from, to, type: { type, look, direction }, values }) => {
      const attributes = jsonObject(type + values + look);
      return `{"key":${jsonString(id)},"source":${from},"target":${to},"attributes":${attributes}${direction}}`;
    },
  });
  yield '{"options":{"type":"mixed","multi":true,"allowSelfLoops":true},"attributes":{},"nodes":[\n';
  yield* nodePieces(view, node, ',\n');
  yield '\n],"edges":[\n';
  yield* edgePieces(view, edge, ',\n');
  yield '\n]}\n';
}
