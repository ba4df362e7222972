/**
 * Ids of edges and of acts, made from what they say.
 *
 * Nobody numbers edges by hand, and yet a citation, a bookmark or a rule's premise must find its edge again after the
 * data were reordered or an end date became known. So an edge's id is a hash of what makes it this edge and no other:
 * its type, its ends, the occasion, the role or kind, and when it began.
 *
 * The hash is the first 64 bits of SHA-256. Among ten million facts a clash is one chance in 370,000, and loading would
 * report it as a duplicate rather than lose a fact.
 */
import { hash } from 'node:crypto';
import type { Properties, PropertyValue } from './fact.ts';

/** What an edge id is made from. */
export interface EdgeIdentity {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** Of these `at`, `role`, `kind` and the start of `when` are identity; the rest may change freely. */
  readonly properties: Properties;
}

/**
 * The id of an edge: `edge:` and 16 hexadecimal digits. The ends of a symmetric type may be given in either order.
 * @example
 * edgeId({ type: 'heads', from: 'official:a', to: 'org:b', properties: { when: '2022-10-01/..' } }, false)
 */
export function edgeId(identity: EdgeIdentity, symmetric: boolean): string {
  return printHash('edge', edgeHash(identity, symmetric));
}

/** The hash in the id of an edge, as the eight characters of its bytes: a million ids are kept as numbers. */
export function edgeHash({ type, from, to, properties }: EdgeIdentity, symmetric: boolean): string {
  const turned = symmetric && to < from;
  const { at, role, kind, when } = properties;
  const ends = turned ? `${to}\0${from}` : `${from}\0${to}`;
  return hash(
    'sha256',
    `${type}\0${ends}\0${textOf(at)}\0${textOf(role)}\0${textOf(kind)}\0${startOf(when)}`,
    'binary',
  );
}

/** Half of a hash as a whole number of 32 bits: its first four bytes, or the next four. */
export function wordOfHash(bytes: string, half: 0 | 1): number {
  const at = 4 * half;
  const [a, b, c, d] = [
    bytes.charCodeAt(at),
    bytes.charCodeAt(at + 1),
    bytes.charCodeAt(at + 2),
    bytes.charCodeAt(at + 3),
  ];
  return (a << 24) | (b << 16) | (c << 8) | d;
}

/** The id that the edges of one act share: `act:` and 16 hexadecimal digits. The order of the ends does not matter. */
export function actId(type: string, from: readonly string[], to: readonly string[], properties: Properties): string {
  const { at, role, kind, when } = properties;
  const qualifiers = [textOf(at), textOf(role), textOf(kind), startOf(when)];
  return stableHash('act', [type, String(from.length), ...from.toSorted(), ...to.toSorted(), ...qualifiers]);
}

const textOf = (value: PropertyValue | undefined): string => (value === undefined ? '' : String(value));

function startOf(when: PropertyValue | undefined): string {
  if (typeof when !== 'string') return '';
  const slash = when.indexOf('/');
  return slash === -1 ? when : when.slice(0, slash);
}

/**
 * `prefix`, a colon and the digits of a list. The parts are joined by U+0000, which no id and no text of a fact may hold,
 * so no two lists are written alike.
 * @example
 * stableHash('edge', ['heads', 'official:a', 'org:b']) // 'edge:' and sixteen digits
 */
export function stableHash(prefix: string, parts: readonly string[]): string {
  return printHash(prefix, hash('sha256', parts.join('\0'), 'binary'));
}

function printHash(prefix: string, bytes: string): string {
  // Digits are put into bytes first: a string grown digit by digit is a tree of strings, and a million ids are kept.
  for (let i = 0; i < 8; i++) {
    const byte = bytes.charCodeAt(i);
    digits[2 * i] = HEX.charCodeAt(byte >> 4);
    digits[2 * i + 1] = HEX.charCodeAt(byte & 15);
  }
  return `${prefix}:${digits.toString('latin1')}`;
}

const HEX = '0123456789abcdef';
const digits = Buffer.alloc(16);

const HASHED_LENGTH = 'edge:0123456789abcdef'.length;

/**
 * Half of an id that is a hash as a number, the first eight digits or the last; -1 for an id that somebody chose. By
 * character codes: a pattern takes ten times as long, and a million ids are read so.
 */
export function hashWord(id: string, half: 0 | 1): number {
  if (id.length !== HASHED_LENGTH || !id.startsWith('edge:')) return -1;
  let word = 0;
  for (let i = 5 + 8 * half, end = i + 8; i < end; i++) {
    const code = id.charCodeAt(i);
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
    if (digit === -1) return -1;
    word = word * 16 + digit;
  }
  return word;
}
