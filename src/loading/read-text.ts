/**
 * Texts and ids of an entry: one value that is a word, not a list, not a map, not nothing.
 */
import { nodeIdFault } from '../facts/node-id.ts';
import type { FactSet } from './fact-set.ts';
import { describe, type Located } from './located.ts';
import { badId, wrongValue } from './problems.ts';

/** The text of a value as it was written, or undefined and a problem. `key` is what the sentence calls it. */
export function readText(located: Located, key: string, set: FactSet): string | undefined {
  if (
    located.kind === 'scalar' &&
    located.value !== null &&
    typeof located.value !== 'boolean' &&
    located.text !== ''
  ) {
    return located.text;
  }
  set.problems.error(wrongValue, located.at, key, `takes a text, not ${describe(located)}`);
  return undefined;
}

/** The id that a value names, or undefined and a problem. */
export function readId(located: Located, key: string, set: FactSet): string | undefined {
  const text = readText(located, key, set);
  const fault = text === undefined ? undefined : nodeIdFault(text);
  if (text === undefined || fault === undefined) return text;
  set.problems.error(badId, located.at, text, fault);
  return undefined;
}
