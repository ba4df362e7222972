/**
 * Problems as people read them: `file:line:column  code  sentence`, then the line with the place marked.
 */
import type { Position, Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';

/** Longest piece of a source line shown in a frame; a 5 MB line must not fill the screen. */
const FRAME_WIDTH = 100;

/**
 * One problem as text, with a code frame when its file is among `files`.
 * @example
 * printProblem({ code: 'no-nodes', severity: 'error', message: 'The folder has no nodes.' }) // 'no-nodes  The folder has no nodes.'
 */
export function printProblem(problem: Problem, files: ReadonlyMap<string, SourceFile> = new Map()): string {
  const { at } = problem;
  const kind = problem.severity === 'warning' ? `${problem.code} (warning)` : problem.code;
  if (!at) return `${kind}  ${problem.message}`;
  const head = `${at.file}:${at.line}:${at.column}  ${kind}  ${problem.message}`;
  const file = files.get(at.file);
  return file ? `${head}\n${frame(file, at)}` : head;
}

function frame(file: SourceFile, at: Position): string {
  const line = file.lineText(at.line);
  // A window of the line that holds the place, so that very long lines stay readable.
  const from = at.column > FRAME_WIDTH - 20 ? at.column - 40 : 0;
  const shown = line.slice(from, from + FRAME_WIDTH).replaceAll('\t', ' ');
  const gutter = String(at.line);
  const column = at.column - from;
  const marks = '^'.repeat(Math.max(1, Math.min(at.length ?? 1, shown.length - column + 1)));
  return `  ${gutter} | ${shown}\n  ${' '.repeat(gutter.length)} | ${' '.repeat(column - 1)}${marks}`;
}
