/**
 * An edge put together from what is said of it; its id and its validity follow.
 *
 * Dossiers, tables, plain records and rules all make their edges here, so an edge has one id wherever it comes from.
 */
import type { Position } from '../base/problem.ts';
import { edgeId } from './edge-id.ts';
import type { EdgeFact, Properties, PropertyValue } from './fact.ts';
import { readPartialDate } from './partial-date.ts';
import { attestedIn, undated, type Validity } from './validity.ts';

export interface EdgeStatement {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly sources: readonly string[];
  readonly properties: Properties;
  /** Whether the edge type is symmetric. */
  readonly symmetric: boolean;
  /** An id given by hand; without one it is derived. */
  readonly id?: string | undefined;
  readonly at?: Position | undefined;
}

/** The edge of a statement. Dates that cannot be read, or that contradict each other, count as none; checks report them. */
export function makeEdge({ type, from, to, sources, properties, symmetric, id, at }: EdgeStatement): EdgeFact {
  const ownId = id ?? edgeId({ type, from, to, properties }, symmetric);
  const validity = statedValidity(properties);
  // Two literals and not a spread: a million edges are made here.
  return at
    ? { id: ownId, type, from, to, validity, sources, properties, at }
    : { id: ownId, type, from, to, validity, sources, properties };
}

/** When an edge holds by what it says of itself: its `when`, narrowed by the time at which it is `attested`. */
export function statedValidity({ when, attested }: Properties): Validity {
  const validity = validityOf(when) ?? undated;
  const attestation = attested === undefined ? undefined : validityOf(attested);
  return (attestation && attestedIn(validity, attestation)) ?? validity;
}

function validityOf(text: PropertyValue | undefined): Validity | undefined {
  const date = typeof text === 'string' ? readPartialDate(text) : undefined;
  return date && 'validity' in date ? date.validity : undefined;
}
