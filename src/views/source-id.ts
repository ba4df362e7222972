/**
 * A source as people name it: by the id of its node, by one that was merged into it, or by what edges cite.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { didYouMeanNode } from '../facts/node-id.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';

/**
 * The id under which edges cite a source.
 *
 * Throws `unknown-source` for an id that no edge cites and no node has: a misspelt one must not pass in silence.
 */
export function sourceId({ nodes, edges }: KnowledgeGraph, id: string): string {
  const node = nodes.numberOf(id);
  if (node !== undefined) return nodes.ids[node]!;
  const cited = edges.columns.sourceIds;
  if (cited.includes(id)) return id;
  throw new KnowledgeError(
    'unknown-source',
    `No source has the id "${id}".${didYouMean(id, cited) || didYouMeanNode(id, nodes.named())}`,
  );
}
