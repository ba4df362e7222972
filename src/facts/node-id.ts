/**
 * Ids of nodes: what may be one, and what ours look like.
 *
 * A foreign ontology may bring ids of its own (`Q232`, `http://…`), so only what would break addresses, files and
 * command lines is refused. Ours are `type:slug`: stable, readable, never reused.
 */

import { didYouMean, nearest } from '../base/did-you-mean.ts';
import type { Properties } from './fact.ts';

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

/** A node as far as a hint needs it. */
export interface NamedNode {
  readonly id: string;
  readonly properties: Properties;
}

/**
 * For a text that is no id of a node: a sentence that offers the node of that name, else of the nearest id (of the same
 * prefix first), else of the nearest name, with a leading space; empty when nothing is near.
 * @example
 * didYouMeanNode('Kazakhstan', nodes) // ' Did you mean state:kaz (Kazakhstan)?'
 */
export function didYouMeanNode(text: string, nodes: Iterable<NamedNode>): string {
  const ids: string[] = [];
  const byName = new Map<string, NamedNode>();
  for (const node of nodes) {
    ids.push(node.id);
    for (const name of namesOf(node)) if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), node);
  }
  const offer = (node: NamedNode | undefined): string =>
    node ? ` Did you mean ${node.id} (${namesOf(node)[0]})?` : '';
  const prefix = idPrefix(text);
  const alike = prefix === undefined ? [] : ids.filter((it) => it.startsWith(`${prefix}:`));
  return (
    offer(byName.get(text.trim().toLowerCase())) ||
    didYouMean(text, alike) ||
    didYouMean(text, ids) ||
    offer(byName.get(nearest(text, byName.keys()) ?? ''))
  );
}

const namesOf = ({ properties: { name, aliases } }: NamedNode): string[] =>
  [name, ...(Array.isArray(aliases) ? aliases : [])].filter((it): it is string => typeof it === 'string' && it !== '');
