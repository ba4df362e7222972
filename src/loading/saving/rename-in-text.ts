/**
 * Ids in texts and in values, under new names; everything else stays to the letter.
 */

/** New ids by the old ones. */
export type NewNames = ReadonlyMap<string, string>;

/** What may stand in an id, so that one that goes on is another. */
const GOES_ON = /[\p{L}\p{N}:_.~/-]/u;

/** A text in which every id that has a new name has it, and how many they were. */
export function renameInText(text: string, names: NewNames): { readonly text: string; readonly count: number } {
  let count = 0;
  let renamed = text;
  for (const [old, next] of names) {
    const pieces: string[] = [];
    let from = 0;
    for (let at = renamed.indexOf(old); at !== -1; at = renamed.indexOf(old, at + old.length)) {
      if (!standsAlone(renamed, at, old.length)) continue;
      pieces.push(renamed.slice(from, at), next);
      from = at + old.length;
      count++;
    }
    if (from > 0) renamed = pieces.join('') + renamed.slice(from);
  }
  return { text: renamed, count };
}

/** Whether it is no part of a longer id. A full stop, a colon or a slash at its end are of the sentence around it. */
function standsAlone(text: string, at: number, length: number): boolean {
  if (GOES_ON.test(text[at - 1] ?? ' ')) return false;
  const [next = ' ', after = ' '] = text.slice(at + length, at + length + 2);
  return !GOES_ON.test(next) || (/[.:/]/.test(next) && !GOES_ON.test(after));
}

/** A value of plain data with the new names in all of its texts. */
export function renameInValue<T>(value: T, names: NewNames): T {
  if (typeof value === 'string') return renameInText(value, names).text as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((it) => renameInValue(it, names)) as T;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, renameInValue(it, names)])) as T;
}
