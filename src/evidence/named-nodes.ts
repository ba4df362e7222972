/**
 * Nodes by exactly the name, alias or acronym that a text gives: who the publisher of a source is.
 *
 * It is no search: what is spelt otherwise is somebody else. The index is made at the first question about a graph.
 */
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';

const indexes = new WeakMap<KnowledgeGraph, ReadonlyMap<string, readonly NodeNumber[]>>();

/** Nodes that bear the name, case apart. */
export function nodesNamed(graph: KnowledgeGraph, name: string): readonly NodeNumber[] {
  let index = indexes.get(graph);
  if (!index) indexes.set(graph, (index = indexNames(graph)));
  return index.get(name.toLowerCase()) ?? [];
}

function indexNames({ nodes }: KnowledgeGraph): Map<string, NodeNumber[]> {
  const index = new Map<string, NodeNumber[]>();
  for (let node = 0; node < nodes.count; node++) {
    const { name, aliases, acronym } = nodes.properties(node);
    for (const it of new Set([name, ...(Array.isArray(aliases) ? aliases : []), acronym])) {
      if (typeof it !== 'string') continue;
      const known = index.get(it.toLowerCase());
      if (known) known.push(node);
      else index.set(it.toLowerCase(), [node]);
    }
  }
  return index;
}
