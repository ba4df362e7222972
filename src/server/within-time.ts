/**
 * Work that may take only so long.
 *
 * Fastify has such a limit for a whole route, at the price of a signal and a timer for each request; here only work
 * that really waits for something pays it.
 */

/** Thrown when time is up. The code is the one that Fastify's own limit has. */
export class TimeIsUp extends Error {
  readonly code = 'FST_ERR_HANDLER_TIMEOUT';
}

/** What `work` gives, or `TimeIsUp` after so many milliseconds; the work itself is not stopped. */
export async function withinTime<T>(work: () => Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeIsUp()), milliseconds);
  });
  try {
    return await Promise.race([work(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
