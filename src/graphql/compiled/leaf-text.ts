/**
 * Leaves as JSON: the usual forms written at once, everything else by the type's own `serialize`.
 */
import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, type GraphQLLeafType, GraphQLString } from 'graphql';
import { NotCompiled } from './frame.ts';

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
