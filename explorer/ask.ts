/**
 * How the page asks: GraphQL alone, of a server by HTTP or in the process that renders it.
 *
 * It works with any ontology, so which properties a type has, and which of them names a thing, is asked of the schema
 * once and remembered with the way of asking.
 */

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly hints?: readonly string[] };
}
export type Ask = (query: string) => Promise<Answer>;

/** What an operation gave in place of data: the sentence is the server's, and made to be read. */
export class Refused extends Error {}

/** The data of an operation, as the caller knows them to be. Throws `Refused`. */
export async function ask<Data>(asker: Ask, query: string): Promise<Data & { readonly hints: readonly string[] }> {
  const { data, errors, extensions } = await asker(query);
  if (!data || errors?.length) throw new Refused(errors?.[0]?.message ?? 'There is no answer.');
  return { ...(data as Data), hints: extensions?.hints ?? [] };
}

export interface Field {
  readonly name: string;
  readonly description: string;
}

export interface NodeType {
  readonly name: string;
  /** The property that people call it by; undefined where there is none but the id. */
  readonly label: string | undefined;
  /** The GraphQL type of that property. */
  readonly labelKind: string;
  /** Its own properties: not relations. */
  readonly fields: readonly Field[];
}

export interface Schema {
  /** The interface that `entity` returns. */
  readonly entity: string;
  readonly types: ReadonlyMap<string, NodeType>;
  /** The selection of a thing's id, type and name. */
  readonly label: string;
}

const schemas = new WeakMap<Ask, Promise<Schema>>();

export function schemaOf(asker: Ask): Promise<Schema> {
  let schema = schemas.get(asker);
  if (!schema) {
    schema = readSchema(asker);
    schemas.set(asker, schema);
    // What failed once may do later.
    schema.catch(() => schemas.delete(asker));
  }
  return schema;
}

interface TypeReference {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType?: TypeReference | null;
}
interface FieldAnswer extends Field {
  readonly args: readonly unknown[];
  readonly type: TypeReference;
}

const REFERENCE = 'type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }';

async function readSchema(asker: Ask): Promise<Schema> {
  const root = await ask<{ query: { fields: readonly FieldAnswer[] } }>(
    asker,
    `{ query: __type(name: "Query") { fields { name description args { name } ${REFERENCE} } } }`,
  );
  const entity = innermost(root.query.fields.find((it) => it.name === 'entity')!.type).name!;
  const found = await ask<{ entity: { possibleTypes: readonly { name: string; fields: readonly FieldAnswer[] }[] } }>(
    asker,
    `{ entity: __type(name: "${entity}") { possibleTypes { name fields { name description args { name } ${REFERENCE} } } } }`,
  );
  const types = found.entity.possibleTypes.map(({ name, fields }): NodeType => {
    const own = fields.filter(
      ({ args, type }) => args.length === 0 && ['SCALAR', 'ENUM'].includes(innermost(type).kind),
    );
    const names = own.map((it) => it.name);
    const text = own.find((it) => it.name !== 'id' && innermost(it.type).name === 'String');
    const label = PLAIN_LABELS.find((it) => names.includes(it)) ?? text?.name;
    const kind = own.find((it) => it.name === label)?.type;
    return { name, fields: own, label, labelKind: kind ? printKind(kind) : '' };
  });
  return { entity, types: new Map(types.map((it) => [it.name, it])), label: labelSelection(types) };
}

/** Properties that name a thing, the likeliest first. */
const PLAIN_LABELS = ['name', 'title'];

const printKind = ({ kind, name, ofType }: TypeReference): string =>
  ofType ? `${kind} ${printKind(ofType)}` : (name ?? '');

const innermost = (type: TypeReference): TypeReference => (type.ofType ? innermost(type.ofType) : type);

/**
 * GraphQL merges fields of one name only where their kinds agree, and aliases are limited: so only types whose name is of
 * another kind than that of the first get one.
 */
function labelSelection(types: readonly NodeType[]): string {
  const kinds = new Map<string, string>();
  const parts = types.flatMap(({ name, label, labelKind }) => {
    if (label === undefined) return [];
    const plain = PLAIN_LABELS.includes(label) && (kinds.get(label) ?? labelKind) === labelKind;
    if (plain) kinds.set(label, labelKind);
    return [`... on ${name} { ${plain ? label : `label_${name}: ${label}`} }`];
  });
  return `__typename id ${parts.join(' ')}`;
}

/** A thing by id, type and name, as `schema.label` selects it. */
export interface Thing {
  readonly __typename: string;
  readonly id: string;
  readonly name?: unknown;
  readonly title?: unknown;
}

/** What people call it; its id where it has no name. */
export function nameOf(thing: Thing): string {
  const name =
    (thing as unknown as Readonly<Record<string, unknown>>)[`label_${thing.__typename}`] ?? thing.name ?? thing.title;
  return typeof name === 'string' && name !== '' ? name : thing.id;
}
