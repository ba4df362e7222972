/**
 * A text with a name, and the way from an offset in it to a line and a column.
 *
 * Every reader (SDL, YAML, CSV) keeps offsets; people want `states.csv:14:6`. Line starts are found once, on demand.
 */
import type { Position } from './problem.ts';

export class SourceFile {
  readonly name: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
  }

  /** The place of the character at `offset`; offsets outside the text are clamped to its ends. */
  positionAt(offset: number, length = 1): Position {
    const starts = this.#starts();
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { file: this.name, line: low + 1, column: at - (starts[low] ?? 0) + 1, length };
  }

  /** The offset at which a line begins, counted from 1; the end of the text when there is no such line. */
  offsetOfLine(line: number): number {
    return this.#starts()[line - 1] ?? this.text.length;
  }

  /** The text of a line, counted from 1, without its end; empty when there is no such line. */
  lineText(line: number): string {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    return this.text.slice(start, starts[line] ?? this.text.length).replace(/\r?\n$/, '');
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let i = this.text.indexOf('\n'); i !== -1; i = this.text.indexOf('\n', i + 1)) starts.push(i + 1);
    this.#lineStarts = starts;
    return starts;
  }
}
