/**
 * What is said of a cache that cannot be one.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';

export const cacheIsAnotherFile = (file: string): KnowledgeError =>
  new KnowledgeError(
    'cache-is-another-file',
    `"${file}" is no cache of a graph, and is left as it is. Name a file that is not there yet.`,
  );

export const cacheNotWritten = (file: string, error: unknown): KnowledgeError =>
  new KnowledgeError(
    'cache-not-written',
    `The cache "${file}" cannot be written: ${(error as Error).message}. Name another file, or open the graph without one.`,
  );
