/**
 * What a tool takes: one table, read as the JSON Schema that clients see and as the check that each call goes through.
 */

import {
  dateText,
  type Kind,
  listOf,
  oneOf,
  readOptions,
  text,
  trueOrFalse,
  wholeNumber,
} from '../base/checked-options.ts';
import type { JsonSchema } from '../loading/entries/json-schema.ts';
import { badParameter, missingParameter } from './problems.ts';

/** `Always` says whether a tool finds a value in every call: what must be given, and what has a default. */
export interface Parameter<T, Always extends boolean = boolean> extends Kind<T> {
  readonly schema: JsonSchema;
  readonly required: boolean;
  readonly always: Always;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

type Present<Table> = {
  [Name in keyof Table]: Table[Name] extends Parameter<unknown, true> ? Name : never;
}[keyof Table];
type Values<Table> = { readonly [Name in keyof Table]: Table[Name] extends Parameter<infer T> ? T : never };

/** What a tool of these parameters is asked with. */
export type InputOf<Table> = Pick<Values<Table>, Present<Table>> & Partial<Omit<Values<Table>, Present<Table>>>;

const parameter =
  <T>(kind: Kind<T>, schema: JsonSchema) =>
  (description: string, more: JsonSchema = {}): Parameter<T, false> => ({
    ...kind,
    schema: { ...schema, description, ...more },
    required: false,
    always: false,
  });
type MakeParameter<T> = (description: string, more?: JsonSchema) => Parameter<T, false>;

/** Longest text that is taken as a name, an id or words to search for. */
const LONGEST_TEXT = 500;

const shortText: Kind<string> = {
  words: `a text of at most ${LONGEST_TEXT} characters`,
  read: (value) => (typeof value === 'string' && value.length <= LONGEST_TEXT ? value : undefined),
};

export const textParameter: MakeParameter<string> = parameter(shortText, {
  type: 'string',
  maxLength: LONGEST_TEXT,
});
/** A text whose length is judged where it is read. */
export const longTextParameter: MakeParameter<string> = parameter(text, {
  type: 'string',
});
export const textsParameter: MakeParameter<readonly string[]> = parameter(listOf(shortText), {
  type: 'array',
  items: { type: 'string', maxLength: LONGEST_TEXT },
});
export const dateParameter: MakeParameter<string> = parameter(dateText, {
  type: 'string',
});
export const flagParameter: MakeParameter<boolean> = parameter(trueOrFalse, {
  type: 'boolean',
});

export const numberParameter = (
  description: string,
  least: number,
  most: number,
  otherwise: number,
): Parameter<number, true> => ({
  ...parameter(wholeNumber(least, most), { type: 'integer', minimum: least, maximum: most })(description, {
    default: otherwise,
  }),
  always: true,
});

export const wordParameter = <Word extends string>(
  description: string,
  words: readonly Word[],
  more: JsonSchema = {},
): Parameter<Word, false> => parameter(oneOf(...words), { type: 'string', enum: words })(description, more);

/** An object whose fields are judged where they are read, such as the variables of a query. */
export const objectParameter = (description: string): Parameter<Readonly<Record<string, unknown>>, false> =>
  parameter<Readonly<Record<string, unknown>>>(
    {
      words: 'an object',
      read: (value) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? (value as Readonly<Record<string, unknown>>)
          : undefined,
    },
    { type: 'object' },
  )(description);

/** A list of objects, each of these fields; what they say is judged where it is read. */
export const objectsParameter = (
  description: string,
  properties: JsonSchema,
  required: readonly string[],
): Parameter<readonly object[], false> =>
  parameter<readonly object[]>(
    {
      words: 'a list of objects',
      read: (value) =>
        Array.isArray(value) && value.every((it) => typeof it === 'object' && it !== null) ? value : undefined,
    },
    { type: 'array', items: { type: 'object', properties, required, additionalProperties: false } },
  )(description);

export const needed = <T>(it: Parameter<T>): Parameter<T, true> => ({ ...it, required: true, always: true });

/** The JSON Schema of an input. */
export function inputSchema(parameters: Parameters): JsonSchema & { readonly type: 'object' } {
  const named = Object.entries(parameters);
  const names = named.filter(([, it]) => it.required).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(named.map(([name, it]) => [name, it.schema])),
    ...(names.length > 0 && { required: names }),
    additionalProperties: false,
  };
}

/**
 * The input of a call, with defaults filled in. Throws `unknown-option` with the nearest name, `bad-option` with what a
 * parameter takes, `missing-parameter`.
 */
export function readToolInput(
  tool: string,
  parameters: Parameters,
  given: object | undefined,
): Record<string, unknown> {
  const read = readOptions<Record<string, unknown>>(tool, given as Record<string, unknown> | undefined, parameters);
  for (const [name, { required, schema }] of Object.entries(parameters)) {
    if (read[name] !== undefined) continue;
    if (required) throw missingParameter(tool, name, String(schema.description));
    if (schema.default !== undefined) read[name] = schema.default;
  }
  return read;
}

/**
 * The parameters of an address as the input of a call: each text read by the type that the table gives it; a list is a
 * parameter given several times. What the table does not know stays as it is, to be refused by name.
 */
export function inputOfAddress(tool: string, parameters: Parameters, given: URLSearchParams): Record<string, unknown> {
  const entries = [...new Set(given.keys())].map((name): [string, unknown] => {
    const all = given.getAll(name);
    const schema = Object.hasOwn(parameters, name) ? parameters[name]?.schema : undefined;
    const isOfTexts = (schema?.items as JsonSchema | undefined)?.type === 'string';
    if (isOfTexts) return [name, all];
    if (all.length > 1) throw badParameter(tool, name, 'is given more than once');
    return [name, readText(tool, name, all[0] ?? '', schema?.type)];
  });
  // Not by assignment, which would take a parameter called __proto__ for something else.
  return Object.fromEntries(entries);
}

function readText(tool: string, name: string, value: string, type: unknown): unknown {
  if (type === 'integer') return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (type === 'boolean') return value === '' || value === 'true' ? true : value === 'false' ? false : value;
  if (type !== 'object') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badParameter(tool, name, 'is no JSON object, such as {"id": "x"}');
  }
}
