/**
 * Heavy work done in threads of their own, so that the one that answers everybody stays free.
 *
 * A thread shares the columns of the graph, is started with the first job and ends when there was none for a minute. Jobs wait
 * in one line of bounded length; one that takes too long, or whose client has left, ends with its thread. Where there can be no
 * thread (in a bundle, for a graph that was made in a program, or when none is wanted) jobs are done here, one after the other
 * and whatever came in between first.
 */
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { type SharedSnapshot, sharedSnapshotOf } from '../opening/cached-graph.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { ServerLimits } from './config.ts';
import { doHeavyJob, type HeavyJob, type HeavyResults } from './heavy-job.ts';
import type { FromHeavyThread, HeavyThreadData } from './heavy-thread.ts';
import { heavyThreadEnded, timeIsUp, tooBusy } from './problems.ts';
import type { ServedGraph } from './served-graph.ts';

/** Jobs that wait for those that are done. */
const MOST_WAITING = 32;
/** How long a thread waits for its next job; its memory goes with it. */
const IDLE_MS = 60_000;
/** How long a job may still take whose client has left, before its thread is ended: to start another costs more than that. */
const LEFT_MS = 300;

/** Room for what is new in the heap of a thread: it answers one job at a time, and takes no more memory than it must. */
const YOUNG_MB = 8;

/** Node 20 runs no TypeScript, so while the sources are run, and in a bundle, there is no thread to be had. */
const threadFile = new URL('./heavy-thread.js', import.meta.url);
const canThread: boolean = threadFile.protocol === 'file:' && existsSync(fileURLToPath(threadFile));

export interface HeavyWorkOptions {
  readonly limits: ServerLimits;
  /** How many threads there may be; with 0, jobs are done here. */
  readonly threads: number;
  /** The folder of patterns by which texts are read. */
  readonly patterns?: string | undefined;
}

/** A job that waits or is done, and who wants what comes of it. */
interface Task {
  readonly graph: ServedGraph;
  readonly job: HeavyJob;
  /** Gives the result, or the error, to who asked. */
  readonly settle: (came: { readonly result: unknown } | { readonly error: unknown }) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly graph: KnowledgeGraph;
  /** Whether it has read the graph: before, it is given nothing to do, so that no job's end is that of a thread that begins. */
  isReady: boolean;
  /** What it does; nothing while it waits. */
  task: Task | undefined;
  idle: NodeJS.Timeout | undefined;
}

export class HeavyWork {
  readonly #options: HeavyWorkOptions;
  #waiting: Task[] = [];
  readonly #threads = new Set<Thread>();
  /** What is done in this thread. */
  #here: Task | undefined;

  constructor(options: HeavyWorkOptions) {
    this.#options = options;
  }

  /** Whether work on this graph is done in another thread. */
  isElsewhere({ view }: ServedGraph): boolean {
    return this.#options.threads > 0 && view.key === '' && sharedSnapshotOf(view.graph) !== undefined && canThread;
  }

  /**
   * What comes of a job; `client` is who waits for it. Throws `too-busy` when too many wait already, `time-is-up` after
   * `maxMilliseconds`, waiting included, and what the job throws.
   */
  do<Job extends HeavyJob>(graph: ServedGraph, job: Job, client?: ServerResponse): Promise<HeavyResults[Job['kind']]> {
    if (this.#waiting.length >= MOST_WAITING) return Promise.reject(tooBusy());
    const { maxMilliseconds } = this.#options.limits;
    return new Promise((resolve, reject) => {
      const leave = (): void => void setTimeout(() => this.#giveUp(task, tooBusy()), LEFT_MS).unref();
      const expire = (): void => {
        // While the only thread begins nobody is in the way of a job, and it is to have its time; but once, and its client is
        // told of the end before its connection is cut, which is after twice the time.
        if (!isLonger && this.#isBeginning(task)) timer = setTimeout(expire, 0.8 * maxMilliseconds);
        else this.#giveUp(task, timeIsUp(maxMilliseconds));
        isLonger = true;
      };
      let isLonger = false;
      let timer = setTimeout(expire, maxMilliseconds);
      const task: Task = {
        ...{ graph, job },
        settle: (came) => {
          clearTimeout(timer);
          client?.off('close', leave);
          if ('error' in came) reject(came.error);
          else resolve(came.result as HeavyResults[Job['kind']]);
        },
      };
      // A batch waits for as many answers as it has questions.
      client?.setMaxListeners(0).once('close', leave);
      this.#waiting.push(task);
      this.#next();
    });
  }

  /** Ends all threads; what is under way comes to nothing. */
  async close(): Promise<void> {
    const threads = [...this.#threads];
    for (const task of this.#waiting.splice(0)) task.settle({ error: tooBusy() });
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  /** Takes the first of those that wait to where there is room. */
  #next(): void {
    this.#waiting = this.#waiting.filter((task) => !this.#begin(task));
  }

  /** Begins a task; false where it has to wait. */
  #begin(task: Task): boolean {
    if (!this.isElsewhere(task.graph)) return this.#beginHere(task);
    const { graph } = task.graph.view;
    const idle = [...this.#threads].filter((it) => it.isReady && it.task === undefined);
    const thread = idle.find((it) => it.graph === graph);
    if (!thread) {
      const isStarting = [...this.#threads].some((it) => !it.isReady && it.graph === graph);
      const isFull = (): boolean => this.#threads.size >= this.#options.threads;
      // A thread of a graph that is served no more makes room.
      if (isFull() && idle[0]) this.#forget(idle[0]);
      if (!isFull() && !isStarting) this.#start(task.graph);
      return false;
    }
    clearTimeout(thread.idle);
    thread.task = task;
    thread.worker.postMessage(task.job);
    return true;
  }

  #beginHere(task: Task): boolean {
    if (this.#here) return false;
    this.#here = task;
    const { view, about } = task.graph;
    const { limits, patterns } = this.#options;
    const work = async (): Promise<unknown> => doHeavyJob({ view, about, limits, patterns }, task.job);
    const end = (came: Parameters<Task['settle']>[0]): void => {
      this.#here = undefined;
      task.settle(came);
      this.#next();
    };
    // What came in between has its turn first.
    setImmediate(
      () =>
        void work().then(
          (result) => end({ result }),
          (error: unknown) => end({ error }),
        ),
    );
    return true;
  }

  #start({ view, about }: ServedGraph): void {
    const { limits, patterns } = this.#options;
    const { graph } = view;
    const snapshot = sharedSnapshotOf(graph) as SharedSnapshot;
    const workerData: HeavyThreadData = { snapshot, about, patterns, limits };
    const worker = new Worker(threadFile, {
      workerData,
      stdin: false,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const thread: Thread = { worker, graph, isReady: false, task: undefined, idle: undefined };
    this.#threads.add(thread);
    // It holds no process that has nothing else to do.
    worker.unref();
    let why = 'it said nothing';
    worker.on('error', (error) => {
      why = error.message;
    });
    worker.on('exit', () => {
      if (!this.#threads.delete(thread)) return;
      // One that could not even begin is not tried again for those that wait.
      const left = thread.isReady ? [thread.task] : this.#waiting.splice(0);
      for (const task of left) task?.settle({ error: heavyThreadEnded(why) });
      this.#next();
    });
    worker.on('message', (message: FromHeavyThread) => {
      const { task } = thread;
      thread.isReady = true;
      thread.task = undefined;
      thread.idle = setTimeout(() => this.#forget(thread), IDLE_MS).unref();
      if (!('ready' in message)) task?.settle('result' in message ? message : { error: errorOf(message) });
      this.#next();
    });
  }

  /** Whether a task waits for a thread that reads its graph. */
  #isBeginning(task: Task): boolean {
    const { graph } = task.graph.view;
    return this.#waiting.includes(task) && [...this.#threads].some((it) => !it.isReady && it.graph === graph);
  }

  /** Ends a thread. */
  #forget(thread: Thread): void {
    clearTimeout(thread.idle);
    this.#threads.delete(thread);
    void thread.worker.terminate();
  }

  /** Ends a task that nobody waits for any more, with the thread that does it. */
  #giveUp(task: Task, error: KnowledgeError): void {
    const thread = [...this.#threads].find((it) => it.task === task);
    if (thread) this.#forget(thread);
    else if (!this.#waiting.includes(task)) return;
    this.#waiting = this.#waiting.filter((it) => it !== task);
    if (thread) thread.task = undefined;
    task.settle({ error });
    this.#next();
  }
}

function errorOf(message: Exclude<FromHeavyThread, { result: unknown } | { ready: true }>): Error {
  if ('code' in message) return new KnowledgeError(message.code, message.message, message.problems);
  return Object.assign(new Error('A fault in a thread.'), { stack: message.stack });
}
