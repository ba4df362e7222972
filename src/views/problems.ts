/**
 * What can go wrong with a view, in sentences.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';

export const graphologyIsReadOnly = (): KnowledgeError =>
  new KnowledgeError(
    'graphology-is-read-only',
    'This graphology graph reads a graph that does not change. Call copy() for one that can be written to, or graph.edit() to change the facts.',
  );
