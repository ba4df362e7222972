/**
 * What can go wrong with an analysis, in sentences.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { Ontology } from '../ontology/ontology.ts';

export const tooMuchToAnalyse = (given: string, most: string): KnowledgeError =>
  new KnowledgeError(
    'too-much-to-analyse',
    `This view has ${given}; this analysis takes at most ${most}. Narrow the view: by date, by edge types, or around a node.`,
  );

export function unknownType(ontology: Ontology, type: string): KnowledgeError {
  const known = [...ontology.nodeTypes.keys(), ...ontology.interfaces.keys()];
  return new KnowledgeError('unknown-type', `The ontology has no type "${type}".${didYouMean(type, known)}`);
}

export const unknownField = (type: string, field: string, known: Iterable<string>): KnowledgeError =>
  new KnowledgeError(
    'unknown-field',
    `The type "${type}" has no property or relation "${field}".${didYouMean(field, known)}`,
  );

export const unknownRelation = (type: string, field: string, known: Iterable<string>): KnowledgeError =>
  new KnowledgeError('unknown-field', `The type "${type}" has no relation "${field}".${didYouMean(field, known)}`);
