/**
 * Cytoscape.js JSON: elements for `cytoscape({ ...file })`, with a style sheet; Cytoscape Desktop reads it as `.cyjs`.
 *
 * Nodes and edges share one space of ids there, and an edge with the id of a node is dropped in silence: such an edge
 * gets a name of its own, and its id stays in `edgeId`.
 */
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { jsonField, jsonObject, jsonPlace, jsonString, jsonType } from '../escapes.ts';
import { edgeFields, nodeFields } from '../fields/fields.ts';
import { printEdges, printNodes, printPlaces } from '../fields/print-elements.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';
import { edgeColour, nodeStyle, shapeNames } from '../style.ts';

export const cytoscape: TextFormat = {
  name: 'cytoscape',
  title: 'Cytoscape.js JSON',
  ending: 'cyjs',
  mediaType: 'application/json; charset=utf-8',
  options: ['positions'],
  write: cytoscapeDocument,
};

function* cytoscapeDocument(view: GraphView, { positions }: WriteOptions): Generator<string> {
  const downwards = positions && { x: positions.x, y: positions.y.map((y) => -y) };
  const place = printPlaces(downwards, (x, y) => `,"position":${jsonObject(jsonPlace(x, y))}`);
  const node = printNodes(view, {
    // A node with a `parent` would lie inside another; `source` and `target` make an edge of whatever has them.
    fields: nodeFields(view, ['type', 'id', 'label', 'parent', 'source', 'target']),
    value: jsonField,
    type: ({ name }) => jsonType(name),
    text: ({ node, id, name, type, values }) =>
      `{"data":{"id":${jsonString(id)},"label":${jsonString(name)}${type}${values}}${place(node)}}`,
  });
  const idMembers = edgeIdMembers(view);
  const edge = printEdges(view, {
    fields: edgeFields(view, ['type', 'id', 'source', 'target', 'edgeId']),
    value: jsonField,
    end: jsonString,
    type: ({ name }) => jsonType(name),
    text: ({ edge, from, to, type, values }) =>
      `{"data":{${idMembers(edge)},"source":${from},"target":${to}${type}${values}}}`,
  });
  yield '{"elements":{"nodes":[\n';
  yield* nodePieces(view, node, ',\n');
  yield '\n],"edges":[\n';
  yield* edgePieces(view, edge, ',\n');
  // Unless it is told to keep to the positions, Cytoscape.js lays all nodes out in a grid.
  const layout = positions ? '"layout":{"name":"preset"},' : '';
  yield `\n]},${layout}"style":[\n${styleSheet(view).join(',\n')}\n]}\n`;
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

/** Long names are wrapped, and none is drawn that is too small to read. */
const LABEL = { 'text-wrap': 'wrap', 'text-max-width': '80px', 'min-zoomed-font-size': 7 };
const LINE = { 'curve-style': 'bezier', 'target-arrow-shape': 'triangle' };

/** Rules for the types that the graph has, and for what is inferred or not told as fact. */
function styleSheet({ graph: { nodes, edges }, ontology }: GraphView): string[] {
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
      const arrow = ontology.edgeTypes.get(type)?.symmetric ? { 'target-arrow-shape': 'none' } : {};
      return rule(byType('edge', type), { 'line-color': colour, 'target-arrow-color': colour, ...arrow });
    }),
    rule('edge[modality != "FACT"]', { 'line-style': 'dotted' }),
    rule('edge[status = "INFERRED"]', { 'line-style': 'dashed' }),
  ];
}
