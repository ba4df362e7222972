/**
 * Cytoscape.js JSON: elements for `cytoscape({ ...file })`, with a style sheet; Cytoscape Desktop reads it as `.cyjs`.
 *
 * Nodes and edges share one space of ids there, and an edge with the id of a node is dropped in silence: such an edge
 * gets a name of its own, and its id stays in `edgeId`.
 */
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgeTexts, nodeTexts } from '../gather-text.ts';
import { edgeMembers, nodeMembers, placeMembers } from '../json-parts.ts';
import { jsonObject, jsonString } from '../json-text.ts';
import { keepTexts } from '../keep-texts.ts';
import type { Positions } from '../positions.ts';
import { edgeColour, nodeStyle, type Shape } from '../style.ts';

export const cytoscape: TextFormat = {
  name: 'cytoscape',
  title: 'Cytoscape.js JSON',
  ending: 'cyjs',
  mediaType: 'application/json; charset=utf-8',
  options: ['positions'],
  write: cytoscapeDocument,
};

function* cytoscapeDocument(view: GraphView, { positions }: WriteOptions): Generator<string> {
  const { nodes, edges } = view.graph;
  // A node with a `parent` would lie inside another; `source` and `target` make an edge of whatever has them.
  const ofNode = nodeMembers(view, ['id', 'label', 'parent', 'source', 'target']);
  const ofEdge = edgeMembers(view, ['id', 'source', 'target', 'edgeId']);
  const id = keepTexts((node) => jsonString(nodes.ids[node]!));
  const downwards = positions && { x: positions.x, y: positions.y.map((y) => -y) };
  yield '{"elements":{"nodes":[\n';
  yield* nodeTexts(
    view,
    (node) => {
      const data = `"id":${id(node)},"label":${jsonString(nodes.nameOf(node))}${ofNode(node)}`;
      return `{"data":{${data}}${position(downwards, node)}}`;
    },
    ',\n',
  );
  yield '\n],"edges":[\n';
  const idMembers = edgeIdMembers(view);
  yield* edgeTexts(
    view,
    (edge) => {
      const ends = `"source":${id(edges.from[edge]!)},"target":${id(edges.to[edge]!)}`;
      return `{"data":{${idMembers(edge)},${ends}${ofEdge(edge)}}}`;
    },
    ',\n',
  );
  // Unless it is told to keep to the positions, Cytoscape.js lays all nodes out in a grid.
  const layout = positions ? '"layout":{"name":"preset"},' : '';
  yield `\n]},${layout}"style":[\n${styleSheet(view).join(',\n')}\n]}\n`;
}

function position(downwards: Positions | undefined, node: number): string {
  const place = placeMembers(downwards, node);
  return place === '' ? '' : `,"position":${jsonObject(place)}`;
}

/** `"id":…` of an edge, which no node has. */
function edgeIdMembers({ graph: { nodes, edges } }: GraphView): (edge: EdgeNumber) => string {
  const clashing = new Set(nodes.ids.filter((id) => edges.numberOf(id) !== undefined));
  const isTaken = (id: string): boolean => nodes.numberOf(id) !== undefined || edges.numberOf(id) !== undefined;
  return (edge) => {
    const id = edges.id(edge);
    if (!clashing.has(id)) return `"id":${jsonString(id)}`;
    let free = `edge:${id}`;
    while (isTaken(free)) free = `edge:${free}`;
    return `"id":${jsonString(free)},"edgeId":${jsonString(id)}`;
  };
}

const shapeNames: Readonly<Record<Shape, string>> = {
  disc: 'ellipse',
  square: 'rectangle',
  triangle: 'triangle',
  diamond: 'diamond',
};

/** Long names are wrapped, and none is drawn that is too small to read. */
const LABEL = { 'text-wrap': 'wrap', 'text-max-width': '80px', 'min-zoomed-font-size': 7 };
const LINE = { 'curve-style': 'bezier', 'target-arrow-shape': 'triangle' };

/** Rules for the types that the graph has, and for what is inferred or not told as fact. */
function styleSheet({ graph: { nodes, edges } }: GraphView): string[] {
  const rule = (selector: string, style: Readonly<Record<string, string | number>>): string =>
    JSON.stringify({ selector, style });
  const byType = (of: 'node' | 'edge', type: string): string => `${of}[type = ${JSON.stringify(type)}]`;
  return [
    rule('node', { label: 'data(label)', ...LABEL, 'font-size': 8 }),
    rule('edge', { label: 'data(type)', ...LABEL, 'font-size': 5, width: 1, 'arrow-scale': 0.5, ...LINE }),
    ...nodes.typeNames.map((type, code) => {
      const { colour, size, shape } = nodeStyle(type, code);
      const look = { 'background-color': colour, width: size * 2, height: size * 2, shape: shapeNames[shape] };
      return rule(byType('node', type), look);
    }),
    ...edges.columns.typeNames.map((type, code) => {
      const colour = edgeColour(type, code);
      return rule(byType('edge', type), { 'line-color': colour, 'target-arrow-color': colour });
    }),
    rule('edge[modality != "FACT"]', { 'line-style': 'dotted' }),
    rule('edge[status = "INFERRED"]', { 'line-style': 'dashed' }),
  ];
}
