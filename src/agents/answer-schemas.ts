/**
 * JSON Schemas of answers, made from `query.graphql`: the types there are the answers of Node and the command line, field
 * for field, so what they say of each field is said once.
 */

import { Kind, type TypeNode } from 'graphql';
import { edgeAnswerFields } from '../answers/edge-answer.ts';
import { ownDefinitions } from '../graphql/own-fields/own-schema.ts';
import type { JsonSchema } from '../loading/entries/json-schema.ts';

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  String: { type: 'string' },
  ID: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
};

/** What stands for any node. */
const NODE: JsonSchema = {
  type: 'object',
  description: 'A node.',
  properties: {
    id: { type: 'string', description: 'The id of the node: take it for further questions.' },
    type: { type: 'string', description: 'The node type.' },
    name: { type: 'string', description: 'The name of the node; its id where it has none.' },
  },
  required: ['id', 'type', 'name'],
  additionalProperties: false,
};

const CERTAINTY: JsonSchema = {
  type: 'string',
  enum: ['CERTAIN', 'POSSIBLE'],
  description: 'Whether it certainly holds on the date asked about, or is only not excluded; absent without a date.',
};

/** The types of answers by name, as `$defs` of a schema have them. */
let definitions: Readonly<Record<string, JsonSchema>> | undefined;

/** A reference to the schema of a type of `query.graphql`. */
export const answerOf = (type: string): JsonSchema => ({ $ref: `#/$defs/${type}` });
export const listOfAnswers = (type: string): JsonSchema => ({ type: 'array', items: answerOf(type) });

/** A schema with the definitions that it refers to, directly or not, and no others. */
export function withDefinitions(schema: JsonSchema): JsonSchema {
  const all = allDefinitions();
  const needed = new Map<string, JsonSchema>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const name = '$ref' in value ? String(value.$ref).slice('#/$defs/'.length) : undefined;
    const definition = name === undefined ? undefined : all[name];
    if (name !== undefined && definition && !needed.has(name)) {
      needed.set(name, definition);
      collect(definition);
    }
    Object.values(value).forEach(collect);
  };
  collect(schema);
  return needed.size === 0 ? schema : { ...schema, $defs: Object.fromEntries([...needed].sort()) };
}

function allDefinitions(): Readonly<Record<string, JsonSchema>> {
  return (definitions ??= { Entity: NODE, ...Object.fromEntries(ownDefinitions().flatMap(schemaOf)) });
}

function schemaOf(definition: ReturnType<typeof ownDefinitions>[number]): [string, JsonSchema][] {
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
    const words = (definition.values ?? []).map((it) => it.name.value);
    return [[definition.name.value, { type: 'string', enum: words, ...described(definition) }]];
  }
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  const name = definition.name.value;
  const isEdge = name === 'GraphEdge';
  // Fields that lead on from an edge are for GraphQL: `evidence` answers them.
  const fields = (definition.fields ?? []).filter((it) => !isEdge || Object.hasOwn(edgeAnswerFields, it.name.value));
  const schema: JsonSchema = {
    type: 'object',
    ...described(definition),
    properties: {
      ...Object.fromEntries(fields.map((it) => [it.name.value, { ...typeSchema(it.type), ...described(it) }])),
      ...(isEdge && { certainty: CERTAINTY }),
    },
    required: fields.filter((it) => it.type.kind === Kind.NON_NULL_TYPE).map((it) => it.name.value),
    additionalProperties: false,
  };
  return [[name, schema]];
}

function typeSchema(type: TypeNode): JsonSchema {
  if (type.kind === Kind.NON_NULL_TYPE) return typeSchema(type.type);
  if (type.kind === Kind.LIST_TYPE) return { type: 'array', items: typeSchema(type.type) };
  return SCALARS[type.name.value] ?? answerOf(type.name.value);
}

const described = (it: { readonly description?: { readonly value: string } | undefined }): JsonSchema =>
  it.description ? { description: it.description.value } : {};
