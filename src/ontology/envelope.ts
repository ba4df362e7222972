/**
 * The envelope: what every edge may say besides its ends — when, in which role, according to whom, how surely.
 *
 * An edge property type need not have all of it, but a property with one of these names means this and nothing else:
 * the engine fills or reads it. `role` and `note` are plain text for people, so their kind is not fixed.
 */
import type { ScalarName } from './ontology.ts';

export interface EnvelopeProperty {
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
export const envelope: ReadonlyMap<string, EnvelopeProperty> = new Map([
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
