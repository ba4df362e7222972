/**
 * CX2, the exchange format of Cytoscape and NDEx: a list of aspects, with declared attributes and visual properties.
 *
 * Nodes and edges have whole numbers for ids there; ours are the attribute `id`.
 */
import type { GraphView } from '../../views/graph-view.ts';
import { jsonField, jsonPlace, jsonString, jsonType } from '../escapes.ts';
import { edgeFields, type Field, nodeFields, type ValueKind } from '../fields/fields.ts';
import { printEdges, printNodes, printPlaces } from '../fields/print-elements.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';
import { edgeColour, nodeStyle, shapeNames } from '../style.ts';

export const cx2: TextFormat = {
  name: 'cx2',
  title: 'CX2',
  ending: 'cx2',
  mediaType: 'application/json; charset=utf-8',
  options: ['positions'],
  write: cx2Document,
};

/** Attributes that the writer itself gives to nodes and edges alike. */
const TAKEN = ['type', 'id'];

function* cx2Document(view: GraphView, { positions }: WriteOptions): Generator<string> {
  const fields = { nodes: nodeFields(view, TAKEN), edges: edgeFields(view, TAKEN) };
  const place = printPlaces(positions, jsonPlace);
  const node = printNodes(view, {
    fields: fields.nodes,
    value: jsonField,
    type: ({ name }) => jsonType(name),
    text: ({ node, id, type, values }) => `{"id":${node}${place(node)},"v":{"id":${jsonString(id)}${type}${values}}}`,
  });
  const edge = printEdges(view, {
    fields: fields.edges,
    value: jsonField,
    end: (_, node) => String(node),
    type: ({ name }) => jsonType(name),
    text: ({ edge, id, from, to, type, values }) =>
      `{"id":${edge},"s":${from},"t":${to},"v":{"id":${jsonString(id)}${type}${values}}}`,
  });
  yield '[{"CXVersion":"2.0","hasFragments":false},\n';
  yield `{"metaData":${JSON.stringify(elementCounts(view))}},\n`;
  yield `{"attributeDeclarations":[${JSON.stringify(declarations(fields))}]},\n`;
  yield '{"networkAttributes":[{"name":"Diplograph"}]},\n{"nodes":[\n';
  yield* nodePieces(view, node, ',\n');
  yield '\n]},\n{"edges":[\n';
  yield* edgePieces(view, edge, ',\n');
  yield `\n]},\n{"visualProperties":[${JSON.stringify(visualProperties(view))}]},\n`;
  yield '{"status":[{"success":true}]}]\n';
}

function elementCounts({ nodeCount, edgeCount }: GraphView): readonly { name: string; elementCount: number }[] {
  const counts = { attributeDeclarations: 1, networkAttributes: 1, nodes: nodeCount, edges: edgeCount };
  return Object.entries({ ...counts, visualProperties: 1 }).map(([name, elementCount]) => ({ name, elementCount }));
}

/** Whole numbers of any size are texts in JSON, so they are declared as such. */
const typeOfKind: Readonly<Record<ValueKind, string>> = {
  text: 'string',
  whole: 'integer',
  big: 'string',
  number: 'double',
  truth: 'boolean',
  day: 'string',
  moment: 'string',
};

function declarations({ nodes, edges }: Readonly<Record<'nodes' | 'edges', readonly Field[]>>): object {
  const declared = (fields: readonly Field[]): object => {
    const own = fields.map(({ name, kind, list }) => [name, { d: `${list ? 'list_of_' : ''}${typeOfKind[kind]}` }]);
    return { id: { d: 'string' }, type: { d: 'string' }, ...Object.fromEntries(own) };
  };
  return { networkAttributes: { name: { d: 'string' } }, nodes: declared(nodes), edges: declared(edges) };
}

function visualProperties({ graph: { nodes, edges }, ontology }: GraphView): object {
  const { typeNames } = edges.columns;
  const styles = nodes.typeNames.map(nodeStyle);
  const byType = (names: readonly string[], look: (code: number) => string | number): object => ({
    type: 'DISCRETE',
    definition: { attribute: 'type', map: names.map((v, code) => ({ v, vp: look(code) })) },
  });
  const byAttribute = (attribute: string): object => ({ type: 'PASSTHROUGH', definition: { attribute } });
  const colour = byType(typeNames, (code) => edgeColour(typeNames[code]!, code));
  const dashed = { attribute: 'status', map: [{ v: 'INFERRED', vp: 'dashed' }] };
  return {
    default: {
      network: { NETWORK_BACKGROUND_COLOR: '#FFFFFF' },
      node: { NODE_LABEL_FONT_SIZE: 12 },
      edge: { EDGE_TARGET_ARROW_SHAPE: 'triangle', EDGE_LINE_STYLE: 'solid', EDGE_WIDTH: 1 },
    },
    nodeMapping: {
      NODE_LABEL: byAttribute('name'),
      NODE_BACKGROUND_COLOR: byType(nodes.typeNames, (code) => styles[code]!.colour),
      NODE_SHAPE: byType(nodes.typeNames, (code) => shapeNames[styles[code]!.shape]),
      NODE_WIDTH: byType(nodes.typeNames, (code) => styles[code]!.size * 2),
      NODE_HEIGHT: byType(nodes.typeNames, (code) => styles[code]!.size * 2),
    },
    edgeMapping: {
      EDGE_LABEL: byAttribute('type'),
      EDGE_LINE_COLOR: colour,
      EDGE_TARGET_ARROW_COLOR: colour,
      EDGE_TARGET_ARROW_SHAPE: byType(typeNames, (code) =>
        ontology.edgeTypes.get(typeNames[code]!)?.symmetric ? 'none' : 'triangle',
      ),
      EDGE_LINE_STYLE: { type: 'DISCRETE', definition: dashed },
    },
  };
}
