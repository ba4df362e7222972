/**
 * Cytoscape.js JSON: elements in two lists or in one, as the program and Cytoscape Desktop write it, or a bare list of them.
 */
import type { SourceFile } from '../../base/source-file.ts';
import {
  addThing,
  type ForeignEdge,
  type ForeignNode,
  type ForeignReader,
  Malformed,
  names,
  noLists,
} from '../foreign-graph.ts';
import { attributesOf, idText, isObject, itemsAt, type JsonObject, readJson } from '../json-items.ts';
import { brokenFile } from '../problems.ts';

const FORMAT = 'Cytoscape.js JSON';

export const cytoscape: ForeignReader = {
  name: 'cytoscape',
  title: FORMAT,
  endings: ['cyjs'],
  isLike: (_, value) => (isObject(value) ? value.elements !== undefined : isElement(Array.isArray(value) && value[0])),
  files: 1,
  read: ([file]) => {
    const nodes: ForeignNode[] = [];
    const edges: ForeignEdge[] = [];
    const leftOut = new Map<string, number>();
    for (const { data, isEdge, at } of file ? elementsOf(file) : []) {
      if (!isEdge) {
        addThing(nodes, { id: idOf(data, 'id', at), attributes: attributesOf(data, ['id'], leftOut), at });
        continue;
      }
      addThing(edges, {
        id: idText(data.edgeId, at, FORMAT) ?? idText(data.id, at, FORMAT),
        from: idOf(data, 'source', at),
        to: idOf(data, 'target', at),
        directed: true,
        attributes: attributesOf(data, ['id', 'source', 'target', 'edgeId'], leftOut),
        at,
      });
    }
    const drawing = { node: names('label', 'parent'), edge: names() };
    return { nodes, edges, drawing, listOf: noLists, leftOut };
  },
};

type Place = ForeignNode['at'];

const isElement = (value: unknown): boolean => isObject(value) && isObject(value.data);

function* elementsOf(file: SourceFile): Generator<{ data: JsonObject; isEdge: boolean; at: Place }> {
  const value = readJson(file, FORMAT);
  const elements = isObject(value) ? value.elements : value;
  if (!isObject(elements) && !Array.isArray(elements)) {
    throw new Malformed(brokenFile(file.positionAt(0), FORMAT, 'it has no "elements"'));
  }
  for (const list of Array.isArray(elements) ? [] : ['nodes', 'edges']) {
    for (const { data, at } of dataOf(file, value, ['elements', list])) yield { data, isEdge: list === 'edges', at };
  }
  if (!Array.isArray(elements)) return;
  for (const { data, group, at } of dataOf(file, value, isObject(value) ? ['elements'] : [])) {
    const isEdge = data.source !== undefined || data.target !== undefined;
    yield { data, isEdge: group === undefined ? isEdge : group === 'edges', at };
  }
}

function* dataOf(
  file: SourceFile,
  value: unknown,
  path: readonly string[],
): Generator<{ data: JsonObject; group: unknown; at: Place }> {
  for (const { item, at } of itemsAt(file, value, path, FORMAT)) {
    if (!isObject(item.data)) throw new Malformed(brokenFile(at, FORMAT, 'this element has no "data"'));
    yield { data: item.data, group: item.group, at };
  }
}

function idOf(data: JsonObject, key: string, at: Place): string {
  const id = idText(data[key], at, FORMAT);
  if (id !== undefined) return id;
  throw new Malformed(brokenFile(at, FORMAT, `this element has no "${key}"`));
}
