/**
 * Node-link JSON: what D3's force layout draws and networkx's `node_link_graph` reads.
 *
 * `key` is the id of an edge, by which networkx tells parallel ones apart. Newer networkx looks for `edges` where D3 and
 * older ones look for `links`; the option `edgesKey` decides.
 */
import type { GraphView } from '../../views/graph-view.ts';
import { edgeFields, nodeFields } from '../fields/fields.ts';
import { printEdges, printNodes, printPlaces } from '../fields/print-elements.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';
import { jsonField, jsonPlace, jsonString, jsonType } from '../text/json-text.ts';

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
