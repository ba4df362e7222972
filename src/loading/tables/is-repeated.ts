/**
 * Entries that several rows give alike, and that count once.
 */
import { findEntry, type Located, type LocatedMap } from '../located.ts';

/** Whether an earlier row gave the very same entry. One that differs is read, and found to be a duplicate. */
export function isRepeated(entry: LocatedMap, once: Map<string, string>): boolean {
  const id = findEntry(entry, 'id');
  if (id?.kind !== 'scalar') return false;
  const said = JSON.stringify([...entry.entries].map(([key, { value }]) => [key, textsOf(value)]));
  if (once.get(id.text) === said) return true;
  once.set(id.text, said);
  return false;
}

function textsOf(value: Located): unknown {
  if (value.kind === 'scalar') return value.text;
  return value.kind === 'list'
    ? value.items.map(textsOf)
    : [...value.entries].map(([key, it]) => [key, textsOf(it.value)]);
}
