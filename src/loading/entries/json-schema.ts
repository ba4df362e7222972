/**
 * JSON Schemas of the files that people write, made from the ontology: an editor that knows one completes keys and types
 * and marks what is misspelt, while it is typed.
 *
 * They say less than `diplograph check` does, which knows all facts; what they refuse, it refuses as well.
 */
import { groupBy } from '../../base/group-by.ts';
import { coordinateNames, type PointScalar } from '../../facts/points.ts';
import type { NodeType, Ontology, Property } from '../../ontology/ontology.ts';
import { type EntryKeys, edgeProperties, keysOfClaim, keysOfEdge, keysOfNode } from './entry-keys.ts';
import { NESTED } from './read-values.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The files that have a schema, each with where it lies. */
export const schemaKinds = {
  dossiers: 'dossiers/*.yaml',
  mappings: 'tables/*.map.yaml',
  sources: 'sources.yaml',
  judgements: 'judgements.yaml',
  expectations: 'expectations.yaml',
  dataset: 'dataset.yaml',
  rules: 'rules.yaml',
} as const;
export type SchemaKind = keyof typeof schemaKinds;

/** The JSON Schema of the files of a kind. */
export function jsonSchemaOf(kind: SchemaKind, ontology: Ontology): JsonSchema {
  const makers: Readonly<Record<SchemaKind, () => JsonSchema>> = {
    dossiers: () => dossier(ontology),
    mappings: () => mapping(ontology),
    sources: () => listOf(sourceEntry(ontology, false)),
    judgements: () => listOf(judgement),
    expectations: () => listOf(expectation(ontology)),
    dataset: () => map({ name: text, version: text, licence: text, coverage: text }),
    rules: () => map({ rules: listOf(rule) }, ['rules']),
  };
  const $schema = 'http://json-schema.org/draft-07/schema#';
  return { $schema, title: `${schemaKinds[kind]} of a folder of facts`, ...withDefinitions(makers[kind]()) };
}

/** Whether an object is a schema, and not one of schemas by the names of properties, among which may be `type`. */
const isSchema = (value: object): boolean =>
  'type' in value && (typeof value.type === 'string' || Array.isArray(value.type));

/** Shorter parts are as clear where they stand. */
const WORTH_NAMING = 300;

/** The schema with each of its larger parts that stands in several places defined once. */
function withDefinitions(schema: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = JSON.stringify(value);
    const known = counts.get(text) ?? 0;
    if (isSchema(value) && text.length > WORTH_NAMING) counts.set(text, known + 1);
    if (known === 0) for (const it of Object.values(value)) count(it);
  };
  count(schema);
  const definitions: Record<string, unknown> = {};
  const names = new Map<string, string>();
  const named = (value: unknown, isTop = false): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((it) => named(it));
    const text = JSON.stringify(value);
    const inside = (): JsonSchema => Object.fromEntries(Object.entries(value).map(([key, it]) => [key, named(it)]));
    if (isTop || (counts.get(text) ?? 0) < 2) return inside();
    let name = names.get(text);
    if (name === undefined) {
      names.set(text, (name = `part${names.size + 1}`));
      definitions[name] = inside();
    }
    return { $ref: `#/definitions/${name}` };
  };
  return { ...(named(schema, true) as JsonSchema), ...(names.size > 0 && { definitions }) };
}

/** A text; YAML takes `2024` and `004` for numbers, and they are read as they are written. */
const text: JsonSchema = { type: ['string', 'number'] };
const trueOrFalse: JsonSchema = { type: 'boolean' };
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const oneOrMore = (items: JsonSchema): JsonSchema => ({ anyOf: [items, listOf(items)] });
const oneOf = (names: Iterable<string>): JsonSchema => ({ enum: [...names] });

function map(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false };
}

const citation = map({ id: text, locator: text }, ['id']);
const citing: Readonly<Record<string, JsonSchema>> = {
  source: text,
  sources: listOf({ anyOf: [text, citation] }),
  locator: text,
  locators: listOf(text),
};

function pointSchema(scalar: PointScalar): JsonSchema {
  const [x, y, z] = coordinateNames[scalar];
  const numbers = Object.fromEntries([x, y, z].map((it) => [it, { type: 'number' }]));
  return { anyOf: [map(numbers, [x, y]), { type: 'string' }] };
}

const scalars: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  BigInt: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: trueOrFalse,
  Point: pointSchema('Point'),
  CartesianPoint: pointSchema('CartesianPoint'),
};

/** What a property holds. With holes, the cells of a table decide, and any text may stand there. */
function schemaOfValue({ kind, list, description }: Property, withHoles: boolean): JsonSchema {
  const one = 'enum' in kind ? oneOf(kind.enum.values.map((it) => it.name)) : (scalars[kind.scalar] ?? text);
  const filled = withHoles ? { anyOf: [one, text] } : one;
  const whole = list ? (withHoles ? oneOrMore(filled) : listOf(filled)) : filled;
  return description === '' ? whole : { ...whole, description };
}

function propertiesOf(keys: EntryKeys, withHoles: boolean): Record<string, JsonSchema> {
  const schemasOf = (wanted: (name: string) => boolean): Record<string, JsonSchema> => {
    const properties = [...keys.properties.values()].filter(({ name }) => !keys.derived.has(name) && wanted(name));
    return Object.fromEntries(properties.map((it) => [it.name, schemaOfValue(it, withHoles)]));
  };
  const apart = schemasOf((it) => keys.structure.has(it) && !['id', 'sources', 'locators'].includes(it));
  const own = schemasOf((it) => !keys.structure.has(it));
  return Object.keys(apart).length > 0 ? { ...own, [NESTED]: map(apart) } : own;
}

/** What a mapping's entry has beside those of a dossier. */
const templating: Readonly<Record<string, JsonSchema>> = {
  only: { type: 'object', additionalProperties: oneOrMore({ type: ['string', 'number', 'boolean', 'null'] }) },
  once: trueOrFalse,
};

function nodeKeys(type: NodeType, withHoles: boolean): Record<string, JsonSchema> {
  const keys = keysOfNode(type);
  const holes = withHoles ? templating : {};
  const own = { id: text, type: oneOf([type.name]), replaces: oneOrMore(text), claims: listOf(claim(keys, withHoles)) };
  return {
    ...propertiesOf(keys, withHoles),
    ...(keys.structure.has('source') && citingOf(withHoles)),
    ...own,
    ...holes,
  };
}

const citingOf = (withHoles: boolean): Record<string, JsonSchema> =>
  withHoles ? { ...citing, sources: oneOrMore({ anyOf: [text, citation] }), locators: oneOrMore(text) } : { ...citing };

function claim(keys: EntryKeys, withHoles: boolean): JsonSchema {
  const property = oneOf([...keys.properties.keys()].filter((it) => !keys.derived.has(it)));
  const value = withHoles ? {} : { type: ['string', 'number', 'boolean', 'array'] };
  return map({ property, value, ...propertiesOf(keysOfClaim, withHoles), ...citingOf(withHoles) }, [
    'property',
    'value',
  ]);
}

function sourceEntry(ontology: Ontology, withHoles: boolean): JsonSchema {
  const type = ontology.nodeTypes.get('Source');
  return type ? map(nodeKeys(type, withHoles), ['id']) : { type: 'object' };
}

/** What follows, in JSON Schema, where its `if` holds. */
const THEN = 'then';

/** One of several forms, told by the word under a key: an editor then shows the faults of that form alone. */
function byWord(key: string, forms: readonly (readonly [words: readonly string[], form: JsonSchema])[]): JsonSchema {
  const cases = forms.map(([words, form]) => ({
    if: { properties: { [key]: oneOf(words) }, required: [key] },
    [THEN]: form,
  }));
  return {
    type: 'object',
    properties: { [key]: oneOf(forms.flatMap(([words]) => words)) },
    required: [key],
    allOf: cases,
  };
}

function nodeEntry(ontology: Ontology, withHoles: boolean): JsonSchema {
  const forms = [...ontology.nodeTypes.values()].map((type) => {
    const form = map(nodeKeys(type, withHoles), ['id', 'type']);
    const required = [...type.properties.values()].filter((it) => it.required && !it.list && it.name !== 'id');
    const names = required.map((it) => it.name).filter((it) => !keysOfNode(type).derived.has(it));
    // What a node does not say itself, a claim may.
    const isGiven = { anyOf: [{ required: names }, { required: ['claims'] }] };
    return [[type.name], withHoles || names.length === 0 ? form : { ...form, ...isGiven }] as const;
  });
  // Of which type the node is that is extended, another entry says.
  const added = [...ontology.nodeTypes.values()].flatMap((it) => Object.keys(nodeKeys(it, withHoles)));
  const keys = added.filter((it) => it !== 'id' && it !== 'type' && it !== 'replaces');
  const extension = map({ ...Object.fromEntries(keys.map((key) => [key, {}])), extend: text }, ['extend']);
  return { if: { required: ['extend'] }, [THEN]: extension, else: byWord('type', forms) };
}

function edgeEntry(ontology: Ontology, withHoles: boolean): JsonSchema {
  const ends = { id: text, from: oneOrMore(text), to: oneOrMore(text), extend: { const: true } };
  // Edge types that carry the same properties have one form.
  const carriers = groupBy(ontology.edgeTypes.values(), (it) => it.properties);
  const forms = [...carriers.values()].map((types) => {
    const names = types.map((it) => it.name);
    const own = { ...propertiesOf(keysOfEdge(ontology, names[0] ?? ''), withHoles), ...citingOf(withHoles), ...ends };
    return [names, map({ ...own, edge: {}, ...(withHoles && templating) }, ['from', 'edge', 'to'])] as const;
  });
  if (!withHoles) return byWord('edge', forms);
  // The type of an edge may come from a cell.
  const any = {
    type: 'object',
    properties: { edge: { type: 'string', pattern: '\\{' } },
    required: ['from', 'edge', 'to'],
  };
  return { anyOf: [byWord('edge', forms), any] };
}

/** A heading with nothing below it is a dossier in the making. */
const orNothing = (list: JsonSchema): JsonSchema => ({ anyOf: [list, { type: 'null' }] });

function dossier(ontology: Ontology): JsonSchema {
  return map({
    title: text,
    description: text,
    source: text,
    sources: orNothing(listOf(sourceEntry(ontology, false))),
    nodes: orNothing(listOf(nodeEntry(ontology, false))),
    edges: orNothing(listOf(edgeEntry(ontology, false))),
  });
}

function mapping(ontology: Ontology): JsonSchema {
  const words = { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } };
  const any = { type: 'object', properties: { type: { type: 'string', pattern: '\\{' } }, required: ['type', 'id'] };
  return map({
    title: text,
    description: text,
    source: text,
    separator: { type: 'string', minLength: 1, maxLength: 1 },
    lookups: { type: 'object', additionalProperties: words },
    sources: listOf(sourceEntry(ontology, true)),
    nodes: listOf({ anyOf: [nodeEntry(ontology, true), any] }),
    edges: listOf(edgeEntry(ontology, true)),
  });
}

const severalIds: JsonSchema = { ...listOf(text), minItems: 2 };
const judgement: JsonSchema = {
  ...map({ 'same-as': severalIds, 'different-from': severalIds, reason: text, ...citing }, ['reason']),
  oneOf: [{ required: ['same-as'] }, { required: ['different-from'] }],
  anyOf: [{ required: ['source'] }, { required: ['sources'] }],
};

function expectation(ontology: Ontology): JsonSchema {
  const end = oneOf(['from', 'to']);
  const number = { type: 'number', minimum: 0 };
  const properties = new Set(
    [...ontology.edgeTypes.keys()]
      .flatMap((it) => [...edgeProperties(ontology, it).keys()])
      .concat([...ontology.nodeTypes.values()].flatMap((it) => [...it.properties.keys()])),
  );
  const words = oneOrMore({ type: ['string', 'number', 'boolean', 'null'] });
  return {
    ...map(
      {
        expect: text,
        source: text,
        nodes: oneOf(['*', ...ontology.nodeTypes.keys()]),
        edges: oneOf(['*', ...ontology.edgeTypes.keys()]),
        from: text,
        to: text,
        where: { type: 'object', propertyNames: oneOf(properties), additionalProperties: words },
        on: text,
        distinct: end,
        per: end,
        count: number,
        atLeast: number,
        atMost: number,
        apart: trueOrFalse,
      },
      ['expect'],
    ),
    oneOf: [{ required: ['nodes'] }, { required: ['edges'] }],
  };
}

const lines: JsonSchema = listOf({ type: 'string' });
const example = map({ case: text, given: lines, follows: { anyOf: [{ type: 'string' }, lines] } }, ['case', 'follows']);
const rule = map(
  {
    id: text,
    name: text,
    if: lines,
    [THEN]: { type: 'string' },
    when: { type: 'string', pattern: '^(during|since|within|until) ' },
    weight: { type: 'number', minimum: 0, maximum: 1 },
    because: { type: 'string' },
    examples: listOf(example),
  },
  ['id', 'name', 'if', 'then', 'because', 'examples'],
);
