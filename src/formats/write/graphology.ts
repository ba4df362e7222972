/**
 * Graphology's own JSON: `Graph.from(JSON.parse(text))` is the graph that `graph.graphology` gives, and can be drawn.
 *
 * Sigma and Gephi Lite draw by `label`, `color` and `size`, and by `x` and `y` where there is a layout. A property of
 * such a name gets a `_` behind it.
 */
import type { GraphView } from '../../views/graph-view.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgeTexts, nodeTexts } from '../gather-text.ts';
import { edgeMembers, nodeMembers, placeMembers } from '../json-parts.ts';
import { jsonObject, jsonString } from '../json-text.ts';
import { keepTexts } from '../keep-texts.ts';
import { edgeColour, nodeStyle } from '../style.ts';

export const graphology: TextFormat = {
  name: 'graphology',
  title: 'Graphology JSON',
  ending: 'json',
  mediaType: 'application/json; charset=utf-8',
  options: ['positions'],
  write: graphologyDocument,
};

function* graphologyDocument(view: GraphView, { positions }: WriteOptions): Generator<string> {
  const { nodes, edges } = view.graph;
  const ofNode = nodeMembers(view, ['label', 'color', 'size', 'x', 'y']);
  const ofEdge = edgeMembers(view, ['color']);
  const id = keepTexts((node) => jsonString(nodes.ids[node]!));
  const looks = nodes.typeNames.map((type, code) => {
    const { colour, size } = nodeStyle(type, code);
    return `,"color":"${colour}","size":${size}`;
  });
  const colours = edges.columns.typeNames.map((type, code) => `,"color":"${edgeColour(type, code)}"`);
  yield '{"options":{"type":"directed","multi":true,"allowSelfLoops":true},"attributes":{},"nodes":[\n';
  yield* nodeTexts(
    view,
    (node) => {
      const look = `,"label":${jsonString(nodes.nameOf(node))}${looks[nodes.types[node]!]}`;
      return `{"key":${id(node)},"attributes":${jsonObject(ofNode(node) + look + placeMembers(positions, node))}}`;
    },
    ',\n',
  );
  yield '\n],"edges":[\n';
  yield* edgeTexts(
    view,
    (edge) => {
      const ends = `"source":${id(edges.from[edge]!)},"target":${id(edges.to[edge]!)}`;
      const attributes = jsonObject(ofEdge(edge) + colours[edges.type[edge]!]!);
      return `{"key":${jsonString(edges.id(edge))},${ends},"attributes":${attributes}}`;
    },
    ',\n',
  );
  yield '\n]}\n';
}
