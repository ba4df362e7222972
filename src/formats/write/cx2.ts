/**
 * CX2, the exchange format of Cytoscape and NDEx: a list of aspects, with declared attributes and visual properties.
 *
 * Nodes and edges have whole numbers for ids there; ours are the attribute `id`.
 */
import type { GraphView } from '../../views/graph-view.ts';
import { edgeFields } from '../edge-fields.ts';
import type { Field, ValueKind } from '../field.ts';
import type { TextFormat, WriteOptions } from '../format.ts';
import { freeNames } from '../free-names.ts';
import { edgeTexts, nodeTexts } from '../gather-text.ts';
import { edgeMembers, nodeMembers, placeMembers } from '../json-parts.ts';
import { jsonString } from '../json-text.ts';
import { nodeFields } from '../node-fields.ts';
import { edgeColour, nodeStyle, type Shape } from '../style.ts';

export const cx2: TextFormat = {
  name: 'cx2',
  title: 'CX2',
  ending: 'cx2',
  mediaType: 'application/json; charset=utf-8',
  options: ['positions'],
  write: cx2Document,
};

/** Attributes that the writer itself gives to nodes and edges alike. */
const TAKEN = ['id'];

function* cx2Document(view: GraphView, { positions }: WriteOptions): Generator<string> {
  const { nodes, edges } = view.graph;
  const ofNode = nodeMembers(view, TAKEN);
  const ofEdge = edgeMembers(view, TAKEN);
  yield '[{"CXVersion":"2.0","hasFragments":false},\n';
  yield `{"metaData":${JSON.stringify(elementCounts(view))}},\n`;
  yield `{"attributeDeclarations":[${JSON.stringify(declarations(view))}]},\n`;
  yield '{"networkAttributes":[{"name":"Diplograph"}]},\n{"nodes":[\n';
  yield* nodeTexts(
    view,
    (node) => {
      const attributes = `{"id":${jsonString(nodes.ids[node]!)}${ofNode(node)}}`;
      return `{"id":${node}${placeMembers(positions, node)},"v":${attributes}}`;
    },
    ',\n',
  );
  yield '\n]},\n{"edges":[\n';
  yield* edgeTexts(
    view,
    (edge) => {
      const attributes = `{"id":${jsonString(edges.id(edge))}${ofEdge(edge)}}`;
      return `{"id":${edge},"s":${edges.from[edge]},"t":${edges.to[edge]},"v":${attributes}}`;
    },
    ',\n',
  );
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

type Declarations = Readonly<Record<string, { readonly d: string }>>;

function declarations(view: GraphView): Readonly<Record<string, Declarations>> {
  const declared = (fields: readonly Field[]): Declarations => {
    const named = freeNames(fields, ['type', ...TAKEN]).map(({ field: { kind, list }, name }) => {
      return [name, { d: list ? `list_of_${typeOfKind[kind]}` : typeOfKind[kind] }] as const;
    });
    return { id: { d: 'string' }, type: { d: 'string' }, ...Object.fromEntries(named) };
  };
  return {
    networkAttributes: { name: { d: 'string' } },
    nodes: declared(nodeFields(view)),
    edges: declared(edgeFields(view)),
  };
}

const shapeNames: Readonly<Record<Shape, string>> = {
  disc: 'ellipse',
  square: 'rectangle',
  triangle: 'triangle',
  diamond: 'diamond',
};

function visualProperties({ graph: { nodes, edges } }: GraphView): object {
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
      EDGE_LINE_STYLE: { type: 'DISCRETE', definition: dashed },
    },
  };
}
