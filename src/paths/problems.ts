/**
 * What can go wrong with a question about paths, in sentences.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { Ontology } from '../ontology/ontology.ts';

export function unknownEdgeType(ontology: Ontology, name: string): KnowledgeError {
  const hint = didYouMean(name, ontology.edgeTypes.keys());
  return new KnowledgeError('unknown-edge-type', `The ontology has no edge type "${name}".${hint}`);
}

export const badMaxHops = (given: number, most: number): KnowledgeError =>
  new KnowledgeError('bad-max-hops', `A path may have 1 to ${most} hops, not ${given}. Give maxHops in that range.`);
