/**
 * Lists of nodes and edges: graphology's form in JSON and in memory, and the node-link form of D3 and networkx.
 *
 * Graphology has what is said of a thing in `attributes`; node-link JSON has it beside the id.
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
import { attributesOf, idText, isObject, itemsAt, type JsonObject, readJson } from '../json-items.ts';
import { brokenFile } from '../problems.ts';

export const graphology: ForeignReader = {
  name: 'graphology',
  title: 'Graphology JSON',
  endings: [],
  isLike: (start) => /"nodes"\s*:\s*\[\s*\{\s*"key"\s*:/.test(start),
  files: 1,
  read: ([file]) =>
    readLists(file, 'Graphology JSON', {
      lists: ['edges'],
      nodeId: 'key',
      directed: (edge) => edge.undirected !== true,
      attributes: ({ attributes }) => (isObject(attributes) ? attributes : {}),
      drawing: { node: names('label', 'color', 'size', 'x', 'y'), edge: names('color') },
    }),
};

export const nodeLink: ForeignReader = {
  name: 'node-link',
  title: 'Node-link JSON',
  endings: [],
  isLike: (start) => /"nodes"\s*:\s*\[/.test(start),
  files: 1,
  read: ([file]) =>
    readLists(file, 'Node-link JSON', {
      lists: ['links', 'edges'],
      nodeId: 'id',
      directed: (_, whole) => whole.directed !== false,
      attributes: ({ id: _, key, source: __, target: ___, ...rest }) => rest,
      drawing: { node: names('x', 'y'), edge: names() },
    }),
};

interface ListForm {
  /** What the list of edges may be called. */
  readonly lists: readonly string[];
  readonly nodeId: string;
  readonly directed: (edge: JsonObject, whole: JsonObject) => boolean;
  readonly attributes: (item: JsonObject) => JsonObject;
  readonly drawing: ForeignGraph['drawing'];
}

function readLists(file: SourceFile | undefined, format: string, form: ListForm): ForeignGraph {
  const nodes: ForeignNode[] = [];
  const edges: ForeignEdge[] = [];
  const whole = file && readJson(file, format);
  if (!file || !isObject(whole) || !Array.isArray(whole.nodes)) {
    throw new Malformed(
      brokenFile({ file: file?.name ?? '', line: 1, column: 1 }, format, 'it has no list of "nodes"'),
    );
  }
  const idOf = (item: JsonObject, key: string, at: ForeignNode['at']): string => {
    const id = idText(item[key], at, format);
    if (id !== undefined) return id;
    throw new Malformed(brokenFile(at, format, `this item has no "${key}"`));
  };
  for (const { item, at } of itemsAt(file, whole, ['nodes'], format)) {
    addThing(nodes, { id: idOf(item, form.nodeId, at), attributes: attributesOf(form.attributes(item)), at });
  }
  const list = form.lists.find((it) => it in whole) ?? 'edges';
  for (const { item, at } of itemsAt(file, whole, [list], format)) {
    addThing(edges, {
      id: idText(item.key, at, format),
      from: idOf(item, 'source', at),
      to: idOf(item, 'target', at),
      directed: form.directed(item, whole),
      attributes: attributesOf(form.attributes(item)),
      at,
    });
  }
  return { nodes, edges, drawing: form.drawing, listOf: noLists };
}

/** A graphology graph, of whatever library or file it came; keys are ids. The place of each is a list and a number in it: `nodes:3:1` is the third node. */
export function foreignOfGraphology(graph: AbstractGraph): ForeignGraph {
  const place = (file: string, i: number): Position => ({ file, line: i + 1, column: 1 });
  const nodes: ForeignNode[] = [];
  graph.forEachNode((id, attributes) => {
    nodes.push({ id, attributes: attributesOf(attributes), at: place('nodes', nodes.length) });
  });
  const edges: ForeignEdge[] = [];
  graph.forEachEdge((id, attributes, from, to, _from, _to, isUndirected) => {
    const at = place('edges', edges.length);
    edges.push({ id, from, to, directed: !isUndirected, attributes: attributesOf(attributes), at });
  });
  return {
    nodes,
    edges,
    drawing: { node: names('color', 'size', 'x', 'y'), edge: names('color') },
    listOf: noLists,
  };
}
