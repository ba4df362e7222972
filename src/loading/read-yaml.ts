/**
 * YAML text to values with their places: quickly where it is plain, and by the full parser where it is not.
 */
import type { SourceFile } from '../base/source-file.ts';
import type { Located } from './located.ts';
import type { ProblemList } from './problem-list.ts';
import { readFullYaml } from './read-full-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

/** The value of a YAML file; undefined when it is broken or empty. A broken file is reported and read no further. */
export function readYaml(file: SourceFile, problems: ProblemList): Located | undefined {
  return readPlainYaml(file) ?? readFullYaml(file, problems);
}
