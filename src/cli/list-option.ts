/**
 * Options that may be given several times, or once with commas.
 *
 * Commander's own lists end only at the next option, so `path --via heads Brazil ICRC` would lose its arguments.
 */
export function readList(text: string, before: readonly string[] = []): string[] {
  const items = text.split(',').map((it) => it.trim());
  return [...before, ...items.filter((it) => it !== '')];
}
