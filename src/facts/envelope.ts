/**
 * The envelope: what every edge can carry, whatever its type.
 *
 * The names are those of the ontology's edge property types. Some are derived and never written in a dossier; some are
 * taken for granted when nothing is said, so a fact stores only what differs.
 */
import type { EdgeFact, PropertyValue } from './fact.ts';

/** Names of the envelope that are computed, never stated. */
export const derivedNames: ReadonlySet<string> = new Set(['since', 'until', 'status', 'rule', 'premises']);

/** What an edge that says nothing of it is taken to be. */
export const envelopeDefaults: Readonly<Record<string, PropertyValue>> = {
  modality: 'FACT',
  confidence: 1,
  rank: 'NORMAL',
};

/** What an edge says of itself by the name of a stated property, defaults included; undefined when it says nothing. */
export function statedProperty(edge: EdgeFact, name: string): PropertyValue | undefined {
  return edge.properties[name] ?? envelopeDefaults[name];
}
