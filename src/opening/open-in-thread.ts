/**
 * A folder of facts opened in a thread of its own, while this one goes on with what it does.
 *
 * The thread reads, checks, concludes and freezes; what comes back is the graph as a snapshot in memory that
 * both share. The rest of it is read here in steps of some milliseconds. Memory that reading took ends with the thread.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { Worker } from 'node:worker_threads';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { inTurns } from '../base/once-for.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { cachedGraphInSteps } from './cached-graph.ts';
import { type FolderOptions, folderPlace, openFolder } from './open-folder.ts';
import type { FromThread } from './opening-thread.ts';
import { threadEnded } from './problems.ts';
import type { OpenedGraph } from './read-graph.ts';

/** Node 20 runs no TypeScript, so while the sources are run, and in a bundle, there is no thread to be had. */
const threadFile = new URL('./opening-thread.js', import.meta.url);
const canThread = (): boolean => threadFile.protocol === 'file:' && existsSync(fileURLToPath(threadFile));

export interface ThreadOptions extends FolderOptions {
  /** An ontology that is taken over where the folder has an equal one, with all that was made for it. */
  readonly ontology?: Ontology;
  /** Ends the thread, and what waits for it with an error. */
  readonly signal?: AbortSignal;
}

/** What `openFolder` gives or throws, and `thread-ended` where the thread dies. */
export async function openInThread({ ontology, signal, ...folder }: ThreadOptions): Promise<OpenedGraph> {
  if (!canThread()) return openFolder(folder);
  const { bytes, key } = await snapshotFromThread(folder, signal);
  const opened = await inTurns(cachedGraphInSteps(bytes, key, folderPlace(folder), ontology && sameAs(ontology)));
  if (!opened) throw threadEnded('its answer could not be read');
  return opened;
}

const sameAs =
  (known: Ontology) =>
  (read: Ontology): Ontology =>
    isDeepStrictEqual(read, known) ? known : read;

function snapshotFromThread(folder: FolderOptions, signal?: AbortSignal): Promise<SnapshotMessage> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, { workerData: folder, stdin: false });
    const stop = (): void => void thread.terminate();
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop);
    thread.once('message', (message: FromThread) => {
      if ('bytes' in message) resolve(message);
      else if ('code' in message) reject(new KnowledgeError(message.code, message.message, message.problems));
      else reject(message.error);
    });
    thread.once('error', (error) => reject(threadEnded(error.message)));
    thread.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      // After an answer this says nothing any more.
      reject(threadEnded('it said nothing'));
    });
  });
}

type SnapshotMessage = Extract<FromThread, { bytes: unknown }>;
