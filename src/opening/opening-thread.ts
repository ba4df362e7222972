/**
 * The thread of `openInThread`: opens a folder and hands the graph over as a snapshot, or says what is wrong.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { Problem } from '../base/problem.ts';
import { writeCachedGraph } from './cached-graph.ts';
import { type FolderOptions, folderPlace, openFolder } from './open-folder.ts';

export type FromThread =
  | { readonly key: string; readonly bytes: Uint8Array }
  | { readonly code: string; readonly message: string; readonly problems: readonly Problem[] }
  | { readonly error: unknown };

const KEY = 'from a thread';

async function open(folder: FolderOptions): Promise<void> {
  try {
    const bytes = writeCachedGraph(KEY, folderPlace(folder), await openFolder(folder));
    answer({ key: KEY, bytes });
  } catch (error) {
    if (error instanceof KnowledgeError) {
      const { code, message, problems } = error;
      answer({ code, message, problems });
    } else answer({ error });
  }
}

const answer = (message: FromThread): void => parentPort?.postMessage(message);

await open(workerData as FolderOptions);
