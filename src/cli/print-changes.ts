/**
 * What was added and changed, for people: some lines of each kind, with the number of the rest.
 */

/** So many of each kind are shown one by one; with --json all are. */
const SHOWN = 20;
/** Longest value shown. */
const LONGEST = 60;

/** A heading with a line or several for each thing; empty when there is nothing. */
export function block<T>(heading: string, all: readonly T[], words: (it: T) => string): string {
  if (all.length === 0) return '';
  const shown = all.slice(0, SHOWN).map((it) => `  ${words(it).replaceAll('\n', '\n  ')}`);
  const more = all.length > SHOWN ? [`  … and ${(all.length - SHOWN).toLocaleString('en-US')} more`] : [];
  return [heading, ...shown, ...more].join('\n');
}

/** Blocks with a blank line between; empty ones are left out. */
export const joinBlocks = (blocks: readonly string[]): string => blocks.filter((it) => it !== '').join('\n\n');

/** Names with commas between, some of them. */
export function some(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${(names.length - SHOWN).toLocaleString('en-US')} more` : '';
  return `${names.slice(0, SHOWN).map(short).join(', ')}${more}`;
}

/** `  name: "before" → "after"`, a line for each property that differs. */
export function printChanges(before: object, after: object): string {
  const [was, is] = [before, after] as Readonly<Record<string, unknown>>[];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const different = names.filter((name) => text(was?.[name]) !== text(is?.[name]));
  return different.map((name) => `  ${name}: ${short(was?.[name])} → ${short(is?.[name])}`).join('\n');
}

const text = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : JSON.stringify(value, (_key, it: unknown) => (typeof it === 'bigint' ? String(it) : it));

/** A value, cut where it is too long for a line. */
export function short(value: unknown): string {
  const whole = typeof value === 'string' ? value : text(value);
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1)}…`;
}
