/**
 * Which edges and nodes cite a source: the way back from sources, made at the first question.
 */
import { addTo } from '../base/group-by.ts';
import { onceFor } from '../base/once-for.ts';
import type { EdgeNumber, EdgeTable } from './edge-table.ts';
import type { NodeNumber, NodeTable } from './node-table.ts';

/** Edges in the order of the sources that they cite: those of source `code` are edge[first[code]] … edge[first[code + 1] - 1]. */
const edgesBySource = onceFor(({ columns, count }: EdgeTable) => {
  const { firstSource, source, sourceIds } = columns;
  const first = new Uint32Array(sourceIds.length + 1);
  for (let place = 0; place < source.length; place++) first[source[place]! + 1]!++;
  for (let code = 0; code < sourceIds.length; code++) first[code + 1]! += first[code]!;
  const next = first.slice();
  const edge = new Uint32Array(source.length);
  for (let it = 0; it < count; it++) {
    for (let place = firstSource[it]!; place < firstSource[it + 1]!; place++) edge[next[source[place]!]!++] = it;
  }
  return { first, edge, codes: new Map(sourceIds.map((id, code) => [id, code])) };
});

/** The edges that cite any of the sources, each once, in the order of numbers. */
export function edgesCiting(edges: EdgeTable, sources: ReadonlySet<string>): EdgeNumber[] {
  if (sources.size === 0) return [];
  const { first, edge, codes } = edgesBySource(edges);
  const found = new Set<EdgeNumber>();
  for (const id of sources) {
    const code = codes.get(id);
    if (code !== undefined) for (const it of edge.subarray(first[code], first[code + 1])) found.add(it);
  }
  return [...found].sort((a, b) => a - b);
}

const nodesBySource = onceFor((nodes: NodeTable) => {
  const citing = new Map<string, NodeNumber[]>();
  for (let node = 0; node < nodes.count; node++) for (const id of sourcesOf(nodes, node)) addTo(citing, id, node);
  return citing;
});

/** What a node cites, where nodes do. */
export function sourcesOf(nodes: NodeTable, node: NodeNumber): readonly string[] {
  const cited = nodes.property(node, 'sources');
  return Array.isArray(cited) ? cited.map(String) : [];
}

/** The nodes that cite one of the sources or several and nothing else, in the order of numbers. */
export function nodesCitingOnly(nodes: NodeTable, sources: ReadonlySet<string>): NodeNumber[] {
  if (sources.size === 0) return [];
  const citing = nodesBySource(nodes);
  const found = new Set([...sources].flatMap((id) => citing.get(id) ?? []));
  const others = (node: NodeNumber): boolean => sourcesOf(nodes, node).some((id) => !sources.has(id));
  return [...found].filter((node) => !others(node)).sort((a, b) => a - b);
}
