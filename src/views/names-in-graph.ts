/**
 * From names, as people write them, to what a graph holds under them.
 */
import { composed } from '../base/composed.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { unknownEdgeType, unknownSource } from './problems.ts';

/** The code that edges and adjacency runs have for an edge type. Throws `unknown-edge-type`, with the nearest name. */
export function edgeTypeCode({ edges, ontology }: KnowledgeGraph, name: string): number {
  const code = edges.typeCode(name);
  if (code === undefined) throw unknownEdgeType(ontology, name);
  return code;
}

/**
 * The id under which edges cite a source; it may be named by that, by the id of its node, or by one merged into it.
 *
 * Throws `unknown-source` for an id that no edge cites and no node has: a misspelt one must not pass in silence.
 */
export function sourceId({ nodes, edges }: KnowledgeGraph, id: string): string {
  const node = nodes.numberOf(id);
  if (node !== undefined) return nodes.ids[node]!;
  const cited = edges.columns.sourceIds;
  const composedId = composed(id);
  if (!cited.includes(composedId)) throw unknownSource(id, cited, nodes.named());
  return composedId;
}
