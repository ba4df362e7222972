/**
 * What can go wrong with a search, in sentences.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { Ontology } from '../ontology/ontology.ts';

export function unknownType(ontology: Ontology, type: string): KnowledgeError {
  const known = [...ontology.nodeTypes.keys(), ...ontology.interfaces.keys()];
  return new KnowledgeError(
    'unknown-type',
    `The ontology has no type "${type}" to search for.${didYouMean(type, known)}`,
  );
}
