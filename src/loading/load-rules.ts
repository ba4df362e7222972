/**
 * The rules of a folder of facts: `rules.yaml`, where there is one, read and checked against the ontology.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isError, type Problem } from '../base/problem.ts';
import { SourceFile } from '../base/source-file.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { checkRules } from '../rules/check-rules.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Rule } from '../rules/rule.ts';
import { readTextFile } from './reading/read-text-file.ts';

export interface LoadedRules {
  /** None where there are errors: conclusions by half of the rules would be no conclusions. */
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
  /** The file they stand in; undefined where there is none. */
  readonly file: SourceFile | undefined;
}

/** The rules of the folder `data`. Their examples are not run: that is for `check`. */
export function loadRules(ontology: Ontology, data: string): LoadedRules {
  const path = join(data, 'rules.yaml');
  if (!existsSync(path)) return { rules: [], problems: [], file: undefined };
  const file = readTextFile(path);
  if (!(file instanceof SourceFile)) return { rules: [], problems: [file], file: undefined };
  return { ...rulesOfText(ontology, file), file };
}

/** The rules of a text, checked. */
export function rulesOfText(ontology: Ontology, file: SourceFile): Omit<LoadedRules, 'file'> {
  const read = readRules(file);
  const problems = [...read.problems, ...checkRules(ontology, read.rules)];
  return { rules: problems.some(isError) ? [] : read.rules, problems };
}
