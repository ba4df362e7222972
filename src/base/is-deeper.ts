/**
 * How deep objects and lists lie in each other, asked before anything goes down into them that might not come up again.
 */

/** Whether there are objects and lists within a value, one in the other, beyond so many levels. */
export const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((it) => isDeeper(it, levels - 1)));
