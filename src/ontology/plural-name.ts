/**
 * The name of a type's list field, as `@neo4j/graphql` 7 makes it: a client must find `unnamedGroups` in both APIs.
 *
 * Its rule: camel case, then the plural of `pluralize`, then the underscores that the name began with. What `@plural`
 * gives is put in camel case too, but not made plural again.
 */
import pluralize from 'pluralize';

/**
 * The list field of a type.
 * @example
 * pluralName('UnnamedGroup') // 'unnamedGroups'
 * pluralName('HTTPServer') // 'httpServers'
 * pluralName('Sheep', 'flock') // 'flock'
 */
export function pluralName(type: string, given?: string): string {
  const [name, plural] = given === undefined ? [type, pluralize(camelCase(type))] : [given, camelCase(given)];
  return leadingUnderscores(name) + plural;
}

/** Words begin at separators, at a capital behind a small letter, and at the last of several capitals before one. */
function camelCase(name: string): string {
  return name
    .trim()
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .replace(/(\p{Lu})(\p{Lu})(?=\p{Ll})/gu, '$1-$2')
    .replace(/^[_.\- ]+/, '')
    .toLowerCase()
    .replace(/[_.\- ]+([\p{Alpha}\p{N}]|$)/gu, (_, letter: string) => letter.toUpperCase())
    .replace(/\d+([\p{Alpha}\p{N}]|$)/gu, (digits) => digits.toUpperCase());
}

function leadingUnderscores(name: string): string {
  return /^(_+)./.exec(name)?.[1] ?? '';
}
