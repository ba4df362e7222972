/**
 * Lists of nodes and edges: graphology's form in JSON and in memory, the node-link form of D3, networkx and vis.js, and
 * networkx's lists of neighbours.
 *
 * Graphology has what is said of a thing in `attributes`; node-link JSON has it beside the id. D3 and older networkx call
 * the ends of a link by the places of nodes in their list.
 */
import type { AbstractGraph } from 'graphology-types';
import type { Position } from '../../base/problem.ts';
import type { SourceFile } from '../../base/source-file.ts';
import {
  addThing,
  type ForeignEdge,
  type ForeignGraph,
  type ForeignNode,
  type ForeignReader,
  Malformed,
  names,
  noLists,
} from '../foreign-graph.ts';
import { attributesOf, idText, isObject, itemsAt, type JsonObject, listsAt, readJson } from '../json-items.ts';
import { brokenFile } from '../problems.ts';

export const graphology: ForeignReader = {
  name: 'graphology',
  title: 'Graphology JSON',
  endings: [],
  isLike: (_, value) =>
    isObject(value) && Array.isArray(value.nodes) && isObject(value.nodes[0]) && isKeyed(value.nodes[0]),
  files: 1,
  read: ([file]) =>
    readLists(file, 'Graphology JSON', {
      lists: ['edges'],
      nodeId: 'key',
      directed: (edge) => edge.undirected !== true,
      attributesOfNode: ({ attributes }) => (isObject(attributes) ? attributes : {}),
      attributesOfEdge: ({ attributes }) => (isObject(attributes) ? attributes : {}),
      drawing: { node: names('label', 'color', 'size', 'x', 'y'), edge: names('color') },
    }),
};

const isKeyed = (node: JsonObject): boolean => node.key !== undefined && node.id === undefined;

export const nodeLink: ForeignReader = {
  name: 'node-link',
  title: 'Node-link JSON',
  endings: [],
  isLike: (_, value) => isObject(value) && Array.isArray(value.nodes),
  files: 1,
  read: ([file]) =>
    readLists(file, 'Node-link JSON', {
      lists: ['links', 'edges'],
      nodeId: 'id',
      directed: (edge, whole) => (typeof edge.directed === 'boolean' ? edge.directed : whole.directed !== false),
      attributesOfNode: ({ id: _, ...rest }) => rest,
      attributesOfEdge: ({ key, id, source, target, from, to, directed, ...rest }) => ({
        ...rest,
        // What is not taken for an end, or for what the edge is called, is an attribute like any other.
        ...(key !== undefined && id !== undefined && { id }),
        ...(source !== undefined && from !== undefined && { from }),
        ...(target !== undefined && to !== undefined && { to }),
        ...(typeof directed !== 'boolean' && directed !== undefined && { directed }),
      }),
      drawing: { node: names('x', 'y'), edge: names() },
    }),
};

interface ListForm {
  /** What the list of edges may be called. */
  readonly lists: readonly string[];
  readonly nodeId: string;
  readonly directed: (edge: JsonObject, whole: JsonObject) => boolean;
  readonly attributesOfNode: (item: JsonObject) => JsonObject;
  readonly attributesOfEdge: (item: JsonObject) => JsonObject;
  readonly drawing: ForeignGraph['drawing'];
}

function readLists(file: SourceFile | undefined, format: string, form: ListForm): ForeignGraph {
  const nodes: ForeignNode[] = [];
  const edges: ForeignEdge[] = [];
  const leftOut = new Map<string, number>();
  const whole = file && readJson(file, format);
  if (!file || !isObject(whole) || !Array.isArray(whole.nodes)) {
    throw new Malformed(
      brokenFile({ file: file?.name ?? '', line: 1, column: 1 }, format, 'it has no list of "nodes"'),
    );
  }
  const fail = (at: Position, reason: string): never => {
    throw new Malformed(brokenFile(at, format, reason));
  };
  const { nodeId } = form;
  // Where no node has an id, each is known by its place.
  const isNumbered = whole.nodes.length > 0 && whole.nodes.every((it) => isObject(it) && it[nodeId] === undefined);
  const byPlace = nodeId === 'id' && isNumbered;
  for (const { item, at } of itemsAt(file, whole, ['nodes'], format)) {
    const id = byPlace ? String(nodes.length) : idText(item[nodeId], at, format);
    const attributes = attributesOf(form.attributesOfNode(item), [], leftOut);
    addThing(nodes, { id: id ?? fail(at, `this item has no "${nodeId}"`), attributes, at });
  }
  const addEdge = (item: JsonObject, from: unknown, to: unknown, at: Position): void => {
    const end = (value: unknown, name: string): string =>
      idText(isObject(value) ? value[nodeId] : value, at, format) ?? fail(at, `this item has no "${name}"`);
    addThing(edges, {
      id: idText(item.key ?? item.id, at, format),
      from: end(from, 'source'),
      to: end(to, 'target'),
      directed: form.directed(item, whole),
      attributes: attributesOf(form.attributesOfEdge(item), [], leftOut),
      at,
    });
  };
  for (const list of form.lists) {
    for (const { item, at } of itemsAt(file, whole, [list], format)) {
      addEdge(item, item.source ?? item.from, item.target ?? item.to, at);
    }
  }
  for (const { item, from, to, at } of neighboursIn(file, whole, format)) addEdge(item, nodes[from]?.id, to, at);
  return { nodes, edges: byIds(edges, nodes), drawing: form.drawing, listOf: noLists, leftOut };
}

/** networkx's `adjacency`: a list for each node, of those that it leads to. An undirected edge stands in both lists. */
function* neighboursIn(
  file: SourceFile,
  whole: JsonObject,
  format: string,
): Generator<{ readonly item: JsonObject; readonly from: number; readonly to: unknown; readonly at: Position }> {
  const seen = new Set<string>();
  const nodes = whole.nodes as readonly JsonObject[];
  for (const [from, { list, at }] of listsAt(file, whole, 'adjacency', format).entries()) {
    for (const { id: to, ...item } of list) {
      const [id, other, key] = [nodes[from]?.id, to, item.key].map(String);
      if (whole.directed === false && other !== id && seen.has(`${other}\n${id}\n${key}`)) continue;
      seen.add(`${id}\n${other}\n${key}`);
      yield { item, from, to, at };
    }
  }
}

/** The edges between nodes by their ids: where no end is the id of a node, all are places in the list of nodes. */
function byIds(edges: ForeignEdge[], nodes: readonly ForeignNode[]): ForeignEdge[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const isPlace = (end: string): boolean => /^\d{1,9}$/.test(end) && Number(end) < nodes.length;
  if (edges.some(({ from, to }) => ids.has(from) || ids.has(to) || !isPlace(from) || !isPlace(to))) return edges;
  const idAt = (end: string): string => nodes[Number(end)]?.id ?? end;
  return edges.map((edge) => ({ ...edge, from: idAt(edge.from), to: idAt(edge.to) }));
}

/**
 * A graphology graph, of whatever library or file it came; keys are ids. The place of each is a list and a number in it:
 * `nodes:3:1` is the third node.
 */
export function foreignOfGraphology(graph: AbstractGraph): ForeignGraph {
  const place = (file: string, i: number): Position => ({ file, line: i + 1, column: 1 });
  const nodes: ForeignNode[] = [];
  const edges: ForeignEdge[] = [];
  const leftOut = new Map<string, number>();
  graph.forEachNode((id, attributes) => {
    nodes.push({ id, attributes: attributesOf(attributes, [], leftOut), at: place('nodes', nodes.length) });
  });
  graph.forEachEdge((id, attributes, from, to, _from, _to, isUndirected) => {
    const at = place('edges', edges.length);
    edges.push({ id, from, to, directed: !isUndirected, attributes: attributesOf(attributes, [], leftOut), at });
  });
  return {
    nodes,
    edges,
    drawing: { node: names('color', 'size', 'x', 'y'), edge: names('color') },
    listOf: noLists,
    leftOut,
  };
}
