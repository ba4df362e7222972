/**
 * A thread of Vitest that stays from one mutant to the next.
 *
 * Stryker has Vitest run once for each mutant, and Vitest ends its threads after each run: the libraries and all of the
 * sources would be loaded again each time, which takes longer than most tests. They stay here, and which mutant is active
 * is a variable. What the tests and their kit hold is made anew for each run, and with it whatever the sources remember
 * by graph or by ontology. Where they remember by text, MUTATION_RELOADS has them loaded anew as well. A mutant that never
 * ends takes the whole process with it, and the next begins with a fresh one.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vitest/config';
import { type PoolOptions, type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

const NAME = 'kept-thread';
const root = join(import.meta.dirname, '../..');
/** These know nothing of the sources, and the folders that they make may stay. */
const LASTING = /kit\/(seed|temporary)-folder\.ts$/;
const madeAnew: string[] = ['test', process.env.MUTATION_RELOADS ?? '']
  .filter((it) => it !== '')
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((it) => join(root, folder, it)),
  )
  .filter((it) => it.endsWith('.ts') && !LASTING.test(it));

type Listener = (message: unknown) => void;

let thread: ThreadsPoolWorker | undefined;

/** What Vitest takes for a new thread, each time. */
class KeptThread implements PoolWorker {
  readonly name: string = NAME;
  readonly #options: PoolOptions;
  readonly #listeners: [event: string, listener: Listener][] = [];
  #isNew = false;
  #config: unknown;
  #runs = 0;
  #stopped = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    if (thread) return;
    this.#isNew = true;
    const started = (thread = new ThreadsPoolWorker(this.#options));
    await started.start();
    started.on('exit', () => {
      if (thread === started) thread = undefined;
    });
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    thread?.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    thread?.off(event, listener);
  }

  send(message: WorkerRequest): void {
    if (message.type === 'stop') {
      this.#stopped = true;
      this.#answer('stopped');
    } else if (message.type === 'start' && !this.#isNew) {
      this.#config = message.context.config;
      this.#answer('started');
    } else if (message.type === 'run' && !this.#isNew) {
      // The thread still has the settings it began with; among these is which tests are to be run.
      const { context } = message;
      const invalidates = this.#runs++ === 0 ? madeAnew : [];
      thread?.send({ ...message, context: { ...context, invalidates, config: this.#config } as typeof context });
    } else thread?.send(message);
  }

  /** What is asked to stop stays; what is stopped unasked has lost its way. */
  async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners.splice(0)) thread?.off(event, listener);
    if (this.#stopped) return;
    await thread?.stop();
    thread = undefined;
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  #answer(type: 'started' | 'stopped'): void {
    const listeners = this.#listeners.filter(([event]) => event === 'message');
    setImmediate(() => {
      for (const [, listener] of listeners) listener({ __vitest_worker_response__: true, type });
    });
  }
}

/** Stryker asks for threads by name, so the name is changed behind it. */
export const keepThread: Plugin = {
  name: NAME,
  configureVitest({ project: { config } }) {
    config.pool = NAME;
    config.poolRunner = { name: NAME, createPoolWorker: (options) => new KeptThread(options) };
  },
};
