/**
 * The check of the envelope: what every edge may say besides its ends — when, in which role, according to whom, how surely.
 *
 * An edge property type need not have all of it. A property with one of these names and of another kind is kept apart, so that
 * the engine, which fills or reads the envelope, does not take it for that. The kind of `role` and `note` is not fixed.
 */
import type { Problem } from '../../base/problem.ts';
import {
  type EdgePropertyType,
  type Ontology,
  type Property,
  printPropertyType,
  type ScalarName,
} from '../ontology.ts';
import { bareEdges, edgesWithoutProperties, envelopeKind } from '../problems.ts';

interface EnvelopeProperty {
  /** The scalar it must be, the values its enum must have, or whatever the schema likes. */
  readonly kind: ScalarName | readonly string[] | 'anything';
  readonly list: boolean;
  /** True for what many edges rightly lack, so that a schema must not require it. */
  readonly optional: boolean;
}

const one = (kind: EnvelopeProperty['kind']): EnvelopeProperty => ({ kind, list: false, optional: false });
const oneOrNone = (kind: EnvelopeProperty['kind']): EnvelopeProperty => ({ kind, list: false, optional: true });
const many = (kind: EnvelopeProperty['kind']): EnvelopeProperty => ({ kind, list: true, optional: false });

/** The envelope's properties by name, in the order they are shown. */
const envelope: ReadonlyMap<string, EnvelopeProperty> = new Map([
  ['id', one('ID')],
  ['when', one('PartialDate')],
  ['since', oneOrNone('Date')],
  ['until', oneOrNone('Date')],
  ['role', one('anything')],
  ['at', one('ID')],
  ['act', one('ID')],
  ['status', one(['STATED', 'INFERRED'])],
  ['rule', oneOrNone('String')],
  ['premises', many('ID')],
  ['modality', one(['FACT', 'REPORTED', 'PLANNED', 'DENIED'])],
  ['saidBy', one('ID')],
  ['confidence', one('Float')],
  ['rank', one(['PREFERRED', 'NORMAL', 'DEPRECATED'])],
  ['note', one('anything')],
  ['sources', many('ID')],
  ['locators', many('String')],
]);

/** Edges speak the envelope; leaving some of it out is worth a warning, for then no question about it has an answer. */
export function* edgeEnvelope({ edgePropertyTypes, edgeTypes }: Ontology): Generator<Problem> {
  for (const type of edgePropertyTypes.values()) if (!type.joins) yield* judge(type);
  const bare = [...edgeTypes.values()].filter((type) => type.properties === undefined);
  if (bare[0]) {
    const names = bare.map((type) => type.name);
    yield edgesWithoutProperties(bare[0].at, names);
  }
}

function* judge(type: EdgePropertyType): Generator<Problem> {
  const missing: string[] = [];
  for (const [name, expected] of envelope) {
    const property = type.properties.get(name);
    if (!property) missing.push(name);
    else if (!fits(property, expected)) {
      yield envelopeKind(property.at, `${type.name}.${name}`, printPropertyType(property), described(expected));
    }
  }
  if (missing.length > 0) yield bareEdges(type.at, type.name, missing);
}

/** Whether a property of edges is what its name means in the envelope, or has a name that means nothing there. */
export function fitsEnvelope(property: Property): boolean {
  const expected = envelope.get(property.name);
  return expected === undefined || fits(property, expected);
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
