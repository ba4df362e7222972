/**
 * Ids of nodes: what may be one, and what ours look like.
 *
 * A foreign ontology may bring ids of its own (`Q232`, `http://…`), so only what would break addresses, files and
 * command lines is refused. Ours are `type:slug`: stable, readable, never reused.
 */

const LONGEST = 200;

/** Why a text cannot be an id, as a clause; undefined when it can. */
export function nodeIdFault(id: string): string | undefined {
  if (id === '') return 'it is empty';
  if (id.length > LONGEST) return `it has ${id.length} characters; ${LONGEST} are the most`;
  if (/\s/.test(id)) return 'it has a space in it; write a hyphen';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(id)) return 'it has a control character in it';
  return undefined;
}

/**
 * The part of an id before the first colon, which says what kind of thing it names; undefined without a colon.
 * @example
 * idPrefix('state:kaz') // 'state'
 */
export function idPrefix(id: string): string | undefined {
  const colon = id.indexOf(':');
  return colon > 0 ? id.slice(0, colon) : undefined;
}
