/**
 * `dataset.yaml` to what a folder of facts is called, under which licence it may be used, and what it covers.
 */
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { FactSet } from './fact-set.ts';
import { describe, type Located } from './located.ts';
import { notAboutADataset, unknownKey } from './problems.ts';
import { readText } from './read-text.ts';

const keys: readonly string[] = ['name', 'version', 'licence', 'coverage'] satisfies (keyof DatasetAbout)[];

/** What the file says; a value that is no text, and a key that means nothing, are reported and left out. */
export function readAbout(about: Located, set: FactSet): DatasetAbout {
  if (about.kind !== 'map') {
    set.problems.error(notAboutADataset, about.at, describe(about));
    return {};
  }
  const said: Record<string, string> = {};
  for (const [key, { keyAt, value }] of about.entries) {
    if (!keys.includes(key)) {
      set.problems.error(unknownKey, keyAt, key, 'dataset', keys);
      continue;
    }
    const text = readText(value, key, set);
    if (text !== undefined) said[key] = text;
  }
  return said;
}
