/**
 * Ids of edges and of acts, made from what they say.
 *
 * Nobody numbers edges by hand, and yet a citation, a bookmark or a rule's premise must find its edge again after the
 * data were reordered or an end date became known. So an edge's id is a hash of what makes it this edge and no other:
 * its type, its ends, the occasion, the role or kind, and when it began.
 */
import type { Properties, PropertyValue } from './fact.ts';
import { stableHash } from './stable-hash.ts';

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
export function edgeId({ type, from, to, properties }: EdgeIdentity, symmetric: boolean): string {
  const turned = symmetric && to < from;
  const { at, role, kind, when } = properties;
  return stableHash('edge', [
    type,
    turned ? to : from,
    turned ? from : to,
    textOf(at),
    textOf(role),
    textOf(kind),
    startOf(when),
  ]);
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
