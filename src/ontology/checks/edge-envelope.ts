/**
 * What edges carry speaks the envelope: its words mean what they mean everywhere, and leaving some out is worth a warning.
 *
 * A schema of other origin may do without dates and sources; it then answers no question about them.
 */
import type { Problem } from '../../base/problem.ts';
import { type EnvelopeProperty, envelope } from '../envelope.ts';
import type { EdgePropertyType, Property } from '../ontology.ts';
import { bareEdges, edgesWithoutProperties, envelopeKind } from '../problems.ts';
import { propertyType } from '../property-type.ts';
import type { OntologyCheck } from './sdl-check.ts';

export const edgeEnvelope: OntologyCheck = function* ({ edgePropertyTypes, edgeTypes }) {
  for (const type of edgePropertyTypes.values()) yield* judge(type);
  const bare = [...edgeTypes.values()].filter((type) => type.properties === undefined);
  if (bare[0]) {
    const names = bare.map((type) => type.name);
    yield edgesWithoutProperties(bare[0].at, names);
  }
};

function* judge(type: EdgePropertyType): Generator<Problem> {
  const missing: string[] = [];
  for (const [name, expected] of envelope) {
    const property = type.properties.get(name);
    if (!property) missing.push(name);
    else if (!fits(property, expected)) {
      yield envelopeKind(property.at, `${type.name}.${name}`, propertyType(property), described(expected));
    }
  }
  if (missing.length > 0) yield bareEdges(type.at, type.name, missing);
}

function fits(property: Property, { kind, list, optional }: EnvelopeProperty): boolean {
  if (kind === 'anything') return true;
  if (property.list !== list || (optional && property.required)) return false;
  if (typeof kind === 'string') return 'scalar' in property.kind && property.kind.scalar === kind;
  const values = 'enum' in property.kind ? property.kind.enum.values.map((value) => value.name) : [];
  return kind.every((word) => values.includes(word));
}

function described({ kind, list, optional }: EnvelopeProperty): string {
  if (typeof kind !== 'string') return `an enum with ${kind.join(', ')}`;
  return list ? `[${kind}!]` : optional ? `${kind}, not required` : kind;
}
