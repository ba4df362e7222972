/**
 * The language of rules, line by line, made to be read aloud.
 *
 * An edge is `Speaker spoke-at Conference as keynote`, or `… represented State at Conference with acting false`; a
 * condition is `Body is a State or an Organisation`, `Body.kind is MINISTRY`, `Later.ordinal is Earlier.ordinal + 1`
 * or `One is not Other`. Examples use the same words with names of their own instead of variables, and add dates.
 *
 * A line that cannot be read throws a LineFault with the problem; whoever reads the file catches it and goes on with the
 * next line, so that a curator sees every fault at once.
 */
import { composed } from '../base/composed.ts';
import type { Position, Problem } from '../base/problem.ts';
import type { ScalarValue } from '../facts/fact.ts';
import { badWithout, lineEndsEarly, wordNotExpected } from './problems.ts';
import type {
  Comparand,
  EdgePattern,
  ExampleEdge,
  ExampleLine,
  PropertyOfNode,
  PropertyPattern,
  RuleCondition,
  Word,
} from './rule.ts';

/** A line of text and the way from an offset in it to its place in the file. */
export interface RuleLine {
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
const VARIABLE = /^[A-Z]\w*$/;
const PROPERTY = /^[A-Z]\w*\.[a-z]\w*$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

const isVariable = (text: string): boolean => VARIABLE.test(text);
const A_VARIABLE = 'a variable, such as Speaker';

/** A premise or a condition. */
export function readPremise(line: RuleLine): EdgePattern | RuleCondition {
  const words = new LineWords(line);
  if (PROPERTY.test(words.peek() ?? '')) return readPropertyCondition(words);
  return words.peek(1) === 'is' ? readNodeCondition(words) : readPattern(words, true);
}

/** An edge between variables. */
export function readConclusion(line: RuleLine): EdgePattern {
  return readPattern(new LineWords(line), false);
}

function readPattern(words: LineWords, isPremise: boolean): EdgePattern {
  const edge = readEdge(words, A_VARIABLE, isVariable, isPremise);
  words.end();
  return edge;
}

/** A line of an example: a node (`forum is a Conference with ordinal 34 when 2024`) or an edge with its date. */
export function readExampleLine(line: RuleLine): ExampleLine {
  const words = new LineWords(line);
  return words.peek(1) === 'is' ? readExampleNode(words) : readExampleEdge(line);
}

export function readExampleEdge(line: RuleLine): ExampleEdge {
  const words = new LineWords(line);
  const edge = readEdge(words, 'a name', () => true);
  const when = readWhen(words);
  words.end();
  return { kind: 'edge', ...edge, when };
}

function readExampleNode(words: LineWords): ExampleLine {
  const node = words.take('a name');
  words.take('"is"', (text) => text === 'is');
  words.take('"a" or "an"', isArticle);
  const type = words.take('a node type');
  const properties = readProperties(words);
  const when = readWhen(words);
  words.end();
  return { kind: 'node', node, type, properties, when };
}

function readEdge(words: LineWords, end: string, isEnd: (text: string) => boolean, isPremise = false): EdgePattern {
  const from = words.take(end, isEnd);
  const type = words.take('an edge type, such as spoke-at', (text) => /^[A-Za-z_][\w-]*$/.test(text));
  const to = words.take(end, isEnd);
  const occasion = words.skip('at') ? words.take(end, isEnd) : undefined;
  return { from, type, to, occasion, properties: readProperties(words, isPremise), at: words.line.at };
}

function readWhen(words: LineWords): Word | undefined {
  return words.skip('when') ? words.take('a date, such as 2024-10 or 2022/..') : undefined;
}

/** `as keynote`, which is `with role keynote`, `with acting false and count 5`, and in a premise `without role`. */
function readProperties(words: LineWords, isPremise = false): PropertyPattern[] {
  const found: PropertyPattern[] = [];
  for (;;) {
    if (words.skip('without')) {
      if (!isPremise) throw new LineFault(badWithout(words.line.at));
      const name = words.take('the name of a property');
      found.push({ name, value: undefined, valueAt: name.at });
    } else if (words.peek() === 'as' || words.peek() === 'with') {
      const keyword = words.take('"as" or "with"');
      do {
        const name = keyword.text === 'as' ? { text: 'role', at: keyword.at } : words.take('the name of a property');
        const value = words.take('a value');
        found.push({ name, value: scalarOf(value.text), valueAt: value.at });
      } while (keyword.text === 'with' && words.skip('and'));
    } else return found;
  }
}

function scalarOf(text: string): ScalarValue {
  if (text.startsWith('"')) return composed(text.slice(1, -1));
  if (NUMBER.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : composed(text);
}

const isArticle = (text: string): boolean => text === 'a' || text === 'an';

function readNodeCondition(words: LineWords): RuleCondition {
  const { at } = words.line;
  const variable = words.take(A_VARIABLE, isVariable);
  words.take('"is"');
  const negated = words.skip('not');
  if (negated && !isArticle(words.peek() ?? '')) {
    const right = words.take(`"a", "an" or ${A_VARIABLE}`, isVariable);
    words.end();
    return { kind: 'different', left: variable, right, at };
  }
  const types: Word[] = [];
  do {
    words.take('"a" or "an"', isArticle);
    types.push(words.take('a node type'));
  } while (words.skip('or'));
  words.end();
  return { kind: 'type', variable, types, negated, at };
}

function readPropertyCondition(words: LineWords): RuleCondition {
  const left = readPropertyOfNode(words);
  words.take('"is"', (text) => text === 'is');
  const negated = words.skip('not');
  const right = readComparand(words);
  words.end();
  return { kind: 'property', left, right, negated, at: words.line.at };
}

function readComparand(words: LineWords): Comparand {
  if (PROPERTY.test(words.peek() ?? '')) {
    const of = readPropertyOfNode(words);
    const sign = words.skip('+') ? 1 : words.skip('-') ? -1 : 0;
    const plus = sign === 0 ? 0 : sign * Number(words.take('a number', (text) => NUMBER.test(text)).text);
    return { of, plus };
  }
  const values: { value: ScalarValue; at: Word['at'] }[] = [];
  do {
    const value = words.take('a value');
    values.push({ value: scalarOf(value.text), at: value.at });
  } while (words.skip('or'));
  return { values };
}

function readPropertyOfNode(words: LineWords): PropertyOfNode {
  const { text, at } = words.take('a property, such as Post.kind', (it) => PROPERTY.test(it));
  const dot = text.indexOf('.');
  return {
    variable: { text: text.slice(0, dot), at: { ...at, length: dot } },
    property: { text: text.slice(dot + 1), at: { ...at, column: at.column + dot + 1, length: text.length - dot - 1 } },
  };
}

/** The words of a line with their places, taken one after another. */
class LineWords {
  readonly line: RuleLine;
  readonly #words: readonly Word[];
  #next = 0;

  constructor(line: RuleLine) {
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
