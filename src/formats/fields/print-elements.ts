/**
 * Nodes and edges as text: a format says what it makes of ids, types and fields, and how these stand together.
 */
import { envelopeDefaults } from '../../facts/envelope.ts';
import type { EdgeNumber } from '../../store/edge-table.ts';
import type { NodeNumber } from '../../store/node-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { Positions } from '../format.ts';
import { edgeColour, edgeLine, type Line, type NodeStyle, nodeStyle } from '../style.ts';
import { type FieldForm, printEdgeFields, printNodeFields, remember } from './print-fields.ts';

export interface PrintedNodeType extends NodeStyle {
  readonly name: string;
}

/** How a format writes nodes. `type` is made once for each type, and is what `text` gets with each node of it. */
export interface NodeForm<Type> extends FieldForm {
  readonly type: (type: PrintedNodeType) => Type;
  readonly text: (node: PrintedNode<Type>) => string;
}

export interface PrintedNode<Type> {
  readonly node: NodeNumber;
  readonly id: string;
  readonly name: string;
  readonly type: Type;
  /** The text of its fields. */
  readonly values: string;
}

export interface PrintedEdgeType {
  readonly name: string;
  readonly colour: string;
  readonly symmetric: boolean;
}

/** How a format writes edges. */
export interface EdgeForm<Type> extends FieldForm {
  /** What stands for the node at an end. */
  readonly end: (id: string, node: NodeNumber) => string;
  readonly type: (type: PrintedEdgeType) => Type;
  readonly text: (edge: PrintedEdge<Type>) => string;
}

export interface PrintedEdge<Type> {
  readonly edge: EdgeNumber;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: Type;
  readonly values: string;
}

/** A function that gives the text of a node. */
export function printNodes<Type>({ graph: { nodes } }: GraphView, form: NodeForm<Type>): (node: NodeNumber) => string {
  const types = nodes.typeNames.map((name, code) => form.type({ ...nodeStyle(name, code), name }));
  const values = printNodeFields(nodes, form);
  return (node) =>
    form.text({
      node,
      id: nodes.ids[node]!,
      name: nodes.nameOf(node),
      type: types[nodes.types[node]!]!,
      values: values(node),
    });
}

/** A function that gives the text of an edge. */
export function printEdges<Type>(view: GraphView, form: EdgeForm<Type>): (edge: EdgeNumber) => string {
  const { nodes, edges } = view.graph;
  const types = edges.columns.typeNames.map((name, code) =>
    form.type({
      name,
      colour: edgeColour(name, code),
      symmetric: view.ontology.edgeTypes.get(name)?.symmetric === true,
    }),
  );
  const end = remember((node) => form.end(nodes.ids[node]!, node), nodes.count);
  const values = printEdgeFields(edges, form);
  return (edge) =>
    form.text({
      edge,
      id: edges.id(edge),
      from: end(edges.from[edge]!),
      to: end(edges.to[edge]!),
      type: types[edges.type[edge]!]!,
      values: values(edge),
    });
}

/** How each edge of a view is drawn: by whether a rule inferred it and by its modality. */
export function edgeLines({ graph: { edges } }: GraphView): (edge: EdgeNumber) => Line {
  const modality = edges.columns.columns.get('modality');
  const inferred = edgeLine(true, undefined);
  const stated = (modality?.values ?? [undefined]).map((value) => edgeLine(false, value ?? envelopeDefaults.modality));
  return (edge) => (edges.isInferred(edge) ? inferred : stated[modality ? modality.codes[edge]! : 0]!);
}

/** A function that gives what `print` makes of where a node lies; nothing where it was not laid out. */
export function printPlaces(
  positions: Positions | undefined,
  print: (x: string, y: string) => string,
): (node: NodeNumber) => string {
  if (!positions) return () => '';
  const { x, y } = positions;
  const short = (value: number): string => String(Math.round(value * 100) / 100);
  return (node) => (Number.isNaN(x[node]!) ? '' : print(short(x[node]!), short(y[node]!)));
}
