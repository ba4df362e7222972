/**
 * A text with a name, and the way from an offset in it to a line and a column.
 *
 * Every reader (SDL, YAML, CSV) keeps offsets; people want `states.csv:14:6`. Line starts are found once, on demand.
 */
import { lowerBound } from './lower-bound.ts';
import type { Position } from './problem.ts';

export class SourceFile {
  readonly name: string;
  readonly #text: string;
  #lineStarts: number[] | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** The text from the beginning of a line on, in pieces of whole lines. */
  *pieces(line = 1): Generator<string, void, undefined> {
    yield line === 1 ? this.text : this.text.slice(this.offsetOfLine(line));
  }

  /** The place of the character at `offset`; offsets outside the text are clamped to its ends. */
  positionAt(offset: number, length = 1): Position {
    const starts = this.#starts();
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = lowerBound(0, starts.length, (it) => (starts[it] ?? 0) <= at);
    return { file: this.name, line, column: at - (starts[line - 1] ?? 0) + 1, length };
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
