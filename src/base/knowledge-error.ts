/**
 * What is thrown when the caller made a mistake: a code, and a sentence that ends with the remedy.
 *
 * Faults in data are problems (values); a caller's mistake is thrown. When a folder of facts cannot be opened, its
 * problems travel with the error.
 */
import type { Problem } from './problem.ts';

const KIND: unique symbol = Symbol.for('diplograph.KnowledgeError');

export class KnowledgeError extends Error {
  readonly code: string;
  readonly #problems: readonly Problem[];

  constructor(code: string, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = 'KnowledgeError';
    this.code = code;
    Object.defineProperty(this, KIND, { value: true });
    this.#problems = problems;
  }

  /** No property of its own, so that an error that nobody catches is not printed with them all: its message tells them. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }
}

/** An error is one also when it comes of another copy of this package, which CommonJS and modules may each load. */
Object.defineProperty(KnowledgeError, Symbol.hasInstance, {
  value(this: unknown, it: unknown): boolean {
    // What extends the class is told apart as usual.
    if (this !== KnowledgeError) return Function.prototype[Symbol.hasInstance].call(this, it);
    return typeof it === 'object' && it !== null && KIND in it;
  },
});
