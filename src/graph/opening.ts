/**
 * What a graph was opened with, shared by all its views.
 */
import type { Problem } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';

export interface Opening {
  /** What is worth a look and stopped nothing. */
  readonly warnings: readonly Problem[];
  /** Files that were read, by name: the frames of printed problems come from them. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What the facts say of themselves. */
  readonly about?: DatasetAbout | undefined;
  /** The text of the rules that it was concluded with. */
  readonly rules?: string | undefined;
}
