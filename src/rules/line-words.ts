/**
 * A line of a rule as words with places, taken one after another.
 *
 * A line that cannot be read throws a LineFault with the problem; whoever reads the file catches it and goes on with
 * the next line, so that a curator sees every fault at once.
 */
import type { Position, Problem } from '../base/problem.ts';
import { lineEndsEarly, wordNotExpected } from './problems.ts';
import type { Word } from './rule.ts';

/** A line of text and the way from an offset in it to its place in the file. */
export interface Line {
  readonly text: string;
  readonly at: Position;
  readonly placeOf: (offset: number, length: number) => Position;
}

/** Why a line cannot be read. Never leaves this part. */
export class LineFault extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A quoted text, or what lies between spaces. */
const WORD = /"[^"]*"|\S+/g;

export class LineWords {
  readonly line: Line;
  readonly #words: readonly Word[];
  #next = 0;

  constructor(line: Line) {
    this.line = line;
    const found = [...line.text.matchAll(WORD)];
    this.#words = found.map(({ 0: text, index }) => ({ text, at: line.placeOf(index, text.length) }));
  }

  peek(ahead = 0): string | undefined {
    return this.#words[this.#next + ahead]?.text;
  }

  /** Takes the next word if it is one of `texts`, and says whether it was. */
  skip(...texts: readonly string[]): boolean {
    const found = texts.includes(this.peek() ?? '');
    if (found) this.#next++;
    return found;
  }

  /** Takes the next word, which must be there and fit. `expected` says in words what belongs here. */
  take(expected: string, fits: (text: string) => boolean = () => true): Word {
    const word = this.#words[this.#next++];
    if (!word) throw new LineFault(lineEndsEarly(this.line.at, this.line.text, expected));
    if (!fits(word.text)) throw new LineFault(wordNotExpected(word, expected));
    return word;
  }

  /** Refuses whatever is left of the line. */
  end(): void {
    const word = this.#words[this.#next];
    if (word) throw new LineFault(wordNotExpected(word, 'the end of the line'));
  }
}
