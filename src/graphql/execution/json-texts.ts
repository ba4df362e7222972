/**
 * Pieces of answers as JSON text: leaves, whose usual forms are written at once, and the texts that are remembered of a node's own
 * properties or an edge's, which is the same wherever it appears.
 *
 * A frozen graph never changes, so `{"id":"state:kaz","name":"Kazakhstan"}` is written once for a selection and found
 * again by the number of the node.
 */
import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, type GraphQLLeafType, GraphQLString } from 'graphql';
import type { Allowance, Forgetful } from './allowance.ts';
import { NotCompiled } from './input-readers.ts';

/** A text with none of these needs no escaping: quotes, backslashes, controls, halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes exactly these
const SPECIAL = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON. */
export const textJson = (text: string): string => (SPECIAL.test(text) ? JSON.stringify(text) : `"${text}"`);

/** The JSON of any leaf value that is not null. */
export function leafJson(type: GraphQLLeafType): (value: unknown) => string {
  if (type === GraphQLString || type === GraphQLID) {
    return (value) => (typeof value === 'string' ? textJson(value) : serialized(type, value));
  }
  if (type === GraphQLInt)
    return (value) => ((value as number) === ((value as number) | 0) ? `${value}` : serialized(type, value));
  if (type === GraphQLFloat) {
    return (value) =>
      typeof value === 'number' && Number.isFinite(value) ? JSON.stringify(value) : serialized(type, value);
  }
  if (type === GraphQLBoolean) return (value) => (typeof value === 'boolean' ? `${value}` : serialized(type, value));
  return (value) => serialized(type, value);
}

function serialized(type: GraphQLLeafType, value: unknown): string {
  const leaf = type.serialize(value);
  if (leaf == null) throw new NotCompiled();
  return typeof leaf === 'string' ? textJson(leaf) : JSON.stringify(leaf);
}

/** What an entry takes beside its text, in bytes: its place in a map, and the head of the string. */
const ENTRY_BYTES = 80;

/** The pieces of one selection, by the number of a node or an edge. */
export class TextCache implements Forgetful {
  readonly #allowance: Allowance;
  readonly #texts = new Map<number, string>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  get(key: number): string | undefined {
    return this.#texts.get(key);
  }

  set(key: number, text: string): void {
    this.#allowance.spend(this, 2 * text.length + ENTRY_BYTES);
    this.#texts.set(key, text);
  }

  forget(): void {
    this.#texts.clear();
  }
}
