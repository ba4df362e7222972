/**
 * Lists of nodes and edges in JSON: node-link, which D3's force layout draws and networkx's `node_link_graph` reads, and
 * graphology's own form.
 *
 * `key` is the id of an edge, by which networkx tells parallel ones apart. Newer networkx looks for `edges` where D3 and
 * older ones look for `links`; the option `edgesKey` decides. Sigma and Gephi Lite draw by `label`, `color` and `size`, and
 * by `x` and `y` where there is a layout. A property of such a name gets a `_` behind it.
 */
import type { GraphView } from '../../views/graph-view.ts';
import { jsonField, jsonObject, jsonPlace, jsonString, jsonType } from '../escapes.ts';
import { edgeFields, nodeFields } from '../fields/fields.ts';
import { printEdges, printNodes, printPlaces } from '../fields/print-elements.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';

export const nodeLink: TextFormat = {
  name: 'node-link',
  title: 'Node-link JSON',
  ending: 'json',
  mediaType: 'application/json; charset=utf-8',
  options: ['edgesKey', 'positions'],
  write: nodeLinkDocument,
};

function* nodeLinkDocument(view: GraphView, { edgesKey = 'links', positions }: WriteOptions): Generator<string> {
  const place = printPlaces(positions, jsonPlace);
  const node = printNodes(view, {
    fields: nodeFields(view, ['type', 'id', 'x', 'y']),
    value: jsonField,
    type: ({ name }) => jsonType(name),
    text: ({ node, id, type, values }) => `{"id":${jsonString(id)}${type}${values}${place(node)}}`,
  });
  const edge = printEdges(view, {
    fields: edgeFields(view, ['type', 'source', 'target', 'key']),
    value: jsonField,
    end: jsonString,
    type: ({ name }) => jsonType(name),
    text: ({ id, from, to, type, values }) =>
      `{"source":${from},"target":${to},"key":${jsonString(id)}${type}${values}}`,
  });
  yield '{"directed":true,"multigraph":true,"graph":{},"nodes":[\n';
  yield* nodePieces(view, node, ',\n');
  yield `\n],"${edgesKey}":[\n`;
  yield* edgePieces(view, edge, ',\n');
  yield '\n]}\n';
}

/**
 * `MultiGraph.from(JSON.parse(text))` is the graph that `graph.graphology` gives, and can be drawn. Edges of symmetric types
 * are undirected.
 */
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
