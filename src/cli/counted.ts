/**
 * A number with its noun: `1 node`, `1,290 edges`.
 */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
