/**
 * A graceful end: on SIGINT or SIGTERM the server stops accepting, answers what it has begun, and the process exits 0;
 * clients that are not done after a while are cut.
 *
 * A second signal is impatience and ends at once, so that a stuck client cannot keep a terminal.
 */
import type { EventEmitter } from 'node:events';
import type { FastifyInstance } from 'fastify';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** How long a request may still take before its connection is cut. */
const GRACE_MS = 10_000;

export interface ShutdownOptions {
  /** Where signals arrive; the process. */
  readonly signals: Pick<EventEmitter, 'on'>;
  readonly exit: (code: number) => void;
  readonly print: (text: string) => void;
  /** What else is to be closed first, such as a watcher. */
  readonly before?: () => void;
  readonly graceMs?: number;
}

/** Ends each connection with the answer under way once the server closes; kept alive, it would hold the process. */
export function endConnectionsOnClose(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  // Not async, for it stands in the way of every answer.
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
}

export function closeOnSignals(server: FastifyInstance, options: ShutdownOptions): void {
  const { signals, exit, print, before, graceMs = GRACE_MS } = options;
  let closing = false;

  const onSignal = (signal: string): void => {
    if (closing) {
      exit(130);
      return;
    }
    closing = true;
    print(`${signal}: finishing what has begun. Once more to stop at once.`);
    before?.();
    const timer = setTimeout(() => {
      print(`Requests were still under way after ${graceMs} ms and were cut.`);
      server.server.closeAllConnections();
      exit(0);
    }, graceMs);
    server.close().then(
      () => {
        clearTimeout(timer);
        exit(0);
      },
      (error: unknown) => {
        print(`The server did not close cleanly: ${String(error)}`);
        exit(1);
      },
    );
  };

  for (const signal of SIGNALS) signals.on(signal, onSignal);
}
