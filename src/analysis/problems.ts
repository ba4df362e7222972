/**
 * What can go wrong with an analysis, in sentences.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';

export const tooMuchToAnalyse = (given: string, most: string): KnowledgeError =>
  new KnowledgeError(
    'too-much-to-analyse',
    `This view has ${given}; this analysis takes at most ${most}. Narrow the view: by date, by edge types, or around a node.`,
  );

export const unknownField = (type: string, field: string, known: Iterable<string>): KnowledgeError =>
  new KnowledgeError(
    'unknown-field',
    `The type "${type}" has no property or relation "${field}".${didYouMean(field, known)}`,
  );

export const unknownRelation = (type: string, field: string, known: Iterable<string>): KnowledgeError =>
  new KnowledgeError('unknown-field', `The type "${type}" has no relation "${field}".${didYouMean(field, known)}`);
