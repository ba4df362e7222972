/**
 * The log as JSON, an entry a line: Pino, which Fastify brings with it. It is loaded where it is wanted.
 */
import { createRequire } from 'node:module';
import type { Writable } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';

/** Writes `{"level":"info","time":"2026-01-31T12:00:00.000Z","id":…,"msg":…}`; an error is its type, message and stack. */
export function jsonLog(stream: Writable): FastifyBaseLogger {
  const { pino } = createRequire(import.meta.url)('pino') as typeof import('pino');
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    stream,
  );
}
