/**
 * From the name of an edge type, as people write it, to the code that edges and adjacency runs hold.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';

/** The code of an edge type. Throws `unknown-edge-type`, with the nearest name. */
export function edgeTypeCode({ edges }: KnowledgeGraph, name: string): number {
  const code = edges.typeCode(name);
  if (code !== undefined) return code;
  const near = didYouMean(name, edges.columns.typeNames);
  throw new KnowledgeError('unknown-edge-type', `The ontology has no edge type "${name}".${near}`);
}
