/**
 * The JSON Schema of `patterns/EDGE.yaml`, made from the ontology: an editor that knows it completes edge types, node
 * types and keys, and marks what is misspelt while it is typed. `check` knows more; what this refuses, it refuses as well.
 */
import type { Ontology } from '../ontology/ontology.ts';
import { claimModalities } from './lexicon.ts';
import type { PATTERN_KEYS } from './read-patterns.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const texts: Schema = { anyOf: [text, { type: 'array', items: text }] };
const map = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** The schema of patterns for an ontology. */
export function patternSchema(ontology: Ontology): Schema {
  const types: Schema = { enum: [...ontology.nodeTypes.keys(), ...ontology.interfaces.keys()].sort() };
  const edge: Schema = { enum: [...ontology.edgeTypes.keys()].sort() };
  const slot: Schema = {
    ...text,
    description: 'Slots in the order in which they are tried: subject|object, of|by, main',
  };
  const trigger = (kind: 'verb' | 'noun'): Schema => {
    const said = map({ [kind]: texts, from: slot, to: slot, only: texts, standing: { type: 'boolean' } }, [kind]);
    const one = { anyOf: [text, said] };
    return { type: 'array', items: { anyOf: [one, { type: 'array', items: one }] } };
  };
  const claim: Schema = {
    type: 'array',
    minItems: 3,
    maxItems: 4,
    items: [text, edge, text, { enum: claimModalities }],
  };
  const properties: Record<(typeof PATTERN_KEYS)[number], Schema> = {
    edge,
    from: { anyOf: [types, { type: 'array', items: types }] },
    to: { anyOf: [types, { type: 'array', items: types }] },
    verbs: trigger('verb'),
    nouns: trigger('noun'),
    between: texts,
    roles: { type: 'object', additionalProperties: texts },
    unless: texts,
    lasts: { type: 'boolean' },
    dated: { enum: ['edge', 'from', 'to', 'no'] },
    examples: { type: 'array', items: map({ text, claims: { type: 'array', items: claim } }, ['text', 'claims']) },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'patterns/EDGE.yaml of a folder of facts',
    ...map(properties, ['edge']),
    anyOf: [{ required: ['verbs'] }, { required: ['nouns'] }, { required: ['between'] }],
  };
}
