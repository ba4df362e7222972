/**
 * Node-link JSON: what D3's force layout draws and networkx's `node_link_graph` reads.
 *
 * `key` is the id of an edge, by which networkx tells parallel ones apart. Newer networkx looks for `edges` where D3 and
 * older ones look for `links`; the option `edgesKey` decides.
 */
import type { GraphView } from '../../views/graph-view.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgeTexts, nodeTexts } from '../gather-text.ts';
import { edgeMembers, nodeMembers, placeMembers } from '../json-parts.ts';
import { jsonString } from '../json-text.ts';
import { keepTexts } from '../keep-texts.ts';

export const nodeLink: TextFormat = {
  name: 'node-link',
  title: 'Node-link JSON',
  ending: 'json',
  mediaType: 'application/json; charset=utf-8',
  options: ['edgesKey', 'positions'],
  write: nodeLinkDocument,
};

function* nodeLinkDocument(view: GraphView, { edgesKey = 'links', positions }: WriteOptions): Generator<string> {
  const { nodes, edges } = view.graph;
  const ofNode = nodeMembers(view, ['id', 'x', 'y']);
  const ofEdge = edgeMembers(view, ['source', 'target', 'key']);
  const id = keepTexts((node) => jsonString(nodes.ids[node]!));
  yield '{"directed":true,"multigraph":true,"graph":{},"nodes":[\n';
  yield* nodeTexts(view, (node) => `{"id":${id(node)}${ofNode(node)}${placeMembers(positions, node)}}`, ',\n');
  yield `\n],"${edgesKey}":[\n`;
  yield* edgeTexts(
    view,
    (edge) => {
      const ends = `"source":${id(edges.from[edge]!)},"target":${id(edges.to[edge]!)}`;
      return `{${ends},"key":${jsonString(edges.id(edge))}${ofEdge(edge)}}`;
    },
    ',\n',
  );
  yield '\n]}\n';
}
