/**
 * What is said of a cache that cannot be one or cannot be written, and of a thread that died.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { type Problem, warning } from '../base/problem.ts';
import { reasonOfSystem } from '../loading/reading/problems.ts';

export const cacheIsAnotherFile = (file: string): KnowledgeError =>
  new KnowledgeError(
    'cache-is-another-file',
    `"${file}" is no cache of a graph, and is left as it is. Name a file that is not there yet.`,
  );

export const cacheNotWritten = (file: string, error: unknown): Problem =>
  warning(
    'cache-not-written',
    undefined,
    `The cache "${file}" cannot be written: ${reasonOfSystem(error)}. The graph is opened from its texts each time.`,
  );

export const unknownPack = (name: string, known: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'unknown-pack',
    `No pack is called "${name}".${didYouMean(name, known) || (known.length > 0 ? ` There are ${known.join(', ')}.` : ' Packs come with the repository, not with the npm package: give the path of the folder, as in "./packs/un-votes".')}`,
  );

export const threadEnded = (why: string): KnowledgeError =>
  new KnowledgeError(
    'thread-ended',
    `The thread that reads the facts ended early: ${why}. Give it more memory, with NODE_OPTIONS=--max-old-space-size=8192 for one.`,
  );
