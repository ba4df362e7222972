/**
 * The thread that does heavy work: it has the graph from the snapshot that it shares with the thread that answers.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { allAtOnce } from '../base/once-for.ts';
import type { Problem } from '../base/problem.ts';
import type { QueryLimits } from '../graphql/limits/query-limits.ts';
import { cachedGraphInSteps, type SharedSnapshot } from '../opening/cached-graph.ts';
import { doHeavyJob, type HeavyJob, type HeavyPlace } from './heavy-job.ts';

/** What a thread begins with. */
export interface HeavyThreadData extends Pick<HeavyPlace, 'about' | 'patterns'> {
  readonly snapshot: SharedSnapshot;
  readonly limits: QueryLimits;
}

/** What it says when it has read the graph, and of each job. */
export type FromHeavyThread =
  | { readonly ready: true }
  | { readonly result: unknown }
  | { readonly code: string; readonly message: string; readonly problems: readonly Problem[] }
  | { readonly stack: string };

const { snapshot, ...given } = workerData as HeavyThreadData;
const opened = allAtOnce(cachedGraphInSteps(snapshot.bytes, snapshot.key, snapshot.place));
if (!opened) throw new TypeError('The snapshot of the graph cannot be read.');
const place: HeavyPlace = { ...given, view: opened.view };

async function answer(job: HeavyJob): Promise<FromHeavyThread> {
  try {
    return { result: await doHeavyJob(place, job) };
  } catch (error) {
    if (!(error instanceof KnowledgeError)) return { stack: error instanceof Error ? `${error.stack}` : String(error) };
    const { code, message, problems } = error;
    return { code, message, problems };
  }
}

parentPort?.postMessage({ ready: true } satisfies FromHeavyThread);
parentPort?.on('message', async (job: HeavyJob) => parentPort?.postMessage(await answer(job)));
