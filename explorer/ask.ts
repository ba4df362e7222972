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
/** Of several operations the named one is asked. */
export type Ask = (query: string, operationName?: string) => Promise<Answer>;

/** What an operation gave in place of data: the sentence is the server's, and made to be read. */
export class Refused extends Error {
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/** The data of an operation, as the caller knows them to be. Throws `Refused`. */
export async function ask<Data>(asker: Ask, query: string): Promise<Data & { readonly hints: readonly string[] }> {
  const { data, errors, extensions } = await asker(query);
  if (!data || errors?.length)
    throw new Refused(errors?.[0]?.message ?? 'There is no answer.', errors?.[0]?.extensions?.code);
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
  /** The property with its other names. */
  readonly aliases: string | undefined;
  /** The properties that say when it was: one, or those of its beginning and end. */
  readonly dates: readonly string[];
  /** Its own properties: not relations. */
  readonly fields: readonly Field[];
}

export interface Schema {
  /** The interface that `entity` returns, and the name and other names that all of its types have, if it declares them. */
  readonly entity: string;
  readonly shared: string | undefined;
  readonly sharedAliases: string | undefined;
  readonly types: ReadonlyMap<string, NodeType>;
  /** What edges are called as seen from a thing of a type, by `relationKey`: "headed by" for what the edges call `heads`. */
  readonly relations: ReadonlyMap<string, string>;
  /** The scripts in which things have names, as ISO 15924 has them. */
  readonly scripts: readonly string[];
  /** The selection of a thing's id, type and name; and the same without its names in other scripts. */
  readonly label: string;
  readonly plain: string;
}

const schemas = new WeakMap<Ask, Promise<Omit<Schema, 'label' | 'plain'>>>();

/** What the types of the graph have; things are labelled in the script that the view has for names. */
export async function schemaOf(asker: Ask, { names }: { readonly names?: string } = {}): Promise<Schema> {
  let schema = schemas.get(asker);
  if (!schema) {
    schema = readSchema(asker);
    schemas.set(asker, schema);
    // What failed once may do later.
    schema.catch(() => schemas.delete(asker));
  }
  const known = await schema;
  return { ...known, label: labelSelection(known, names), plain: labelSelection(known, undefined) };
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

async function readSchema(asker: Ask): Promise<Omit<Schema, 'label' | 'plain'>> {
  const root = await ask<{ query: { fields: readonly FieldAnswer[] } }>(
    asker,
    `{ query: __type(name: "Query") { fields { name description args { name } ${REFERENCE} } } }`,
  );
  const entity = innermost(root.query.fields.find((it) => it.name === 'entity')!.type).name!;
  type Type = { readonly name: string; readonly fields: readonly FieldAnswer[] };
  const found = await ask<{ entity: Type & { possibleTypes: readonly Type[] } }>(
    asker,
    `{ entity: __type(name: "${entity}") { fields { name description args { name } ${REFERENCE} } possibleTypes { name fields { name description args { name } ${REFERENCE} } } } }`,
  );
  const { dataset } = await ask<{ dataset: { relationFields: readonly RelationName[] } }>(
    asker,
    '{ dataset { relationFields { nodeType field edgeType direction } } }',
  );
  // GraphQL merges fields of one name only where their kinds agree.
  const dateKinds = new Map<string, string>();
  const types = found.entity.possibleTypes.map(({ name, fields }): NodeType => {
    const own = fields.filter(
      ({ args, type }) => args.length === 0 && ['SCALAR', 'ENUM'].includes(innermost(type).kind),
    );
    const names = own.map((it) => it.name);
    const text = own.find((it) => it.name !== 'id' && innermost(it.type).name === 'String');
    const label = PLAIN_LABELS.find((it) => names.includes(it)) ?? text?.name;
    const kind = own.find((it) => it.name === label)?.type;
    const aliases = ALIASES.find((it) => names.includes(it));
    return {
      name,
      fields: own,
      label,
      labelKind: kind ? printKind(kind) : '',
      aliases,
      dates: datesAmong(own, dateKinds),
    };
  });
  const declared = (names: readonly string[]) =>
    names.find((name) => found.entity.fields.some((it) => it.name === name));
  return {
    entity,
    shared: declared(PLAIN_LABELS),
    sharedAliases: declared(ALIASES),
    types: new Map(types.map((it) => [it.name, it])),
    relations: new Map(dataset.relationFields.map((it) => [relationKey(it), inWords(it.field)])),
    scripts: await readScripts(asker, types),
  };
}

interface RelationName {
  readonly nodeType: string;
  readonly field: string;
  readonly edgeType: string;
  readonly direction: 'OUT' | 'IN' | 'BOTH';
}

const relationKey = ({ nodeType, edgeType, direction }: Omit<RelationName, 'field'>): string =>
  `${nodeType} ${direction} ${edgeType}`;

/** What edges of a type are called as seen from a thing of a type; undefined where the ontology has no word for it. */
export function relationName(
  { relations }: Pick<Schema, 'relations'>,
  nodeType: string,
  edgeType: string,
  outwards: boolean,
): string | undefined {
  const named = (direction: RelationName['direction']) => relations.get(relationKey({ nodeType, edgeType, direction }));
  return named(outwards ? 'OUT' : 'IN') ?? named('BOTH');
}

/** A name of the ontology as words: "headed by" for `headedBy`, "co-launched" for `coLaunched`; acronyms stay. */
export const inWords = (name: string): string =>
  name
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=\d{4})|_/g, ' ')
    .replace(/(?<= )[A-Z](?![A-Z])/g, (letter) => letter.toLowerCase())
    .replace(/^co (?=\w)/i, (prefix) => `${prefix.trimEnd()}-`);

/** Things whose names are looked at for their scripts: those with most relations. */
const MOST_LOOKED_AT = 500;

async function readScripts(asker: Ask, types: readonly NodeType[]): Promise<readonly string[]> {
  const parts = types.flatMap(({ name, aliases }) => (aliases ? [`... on ${name} { ${aliases} }`] : []));
  if (parts.length === 0) return [];
  const { ranking } = await ask<{ ranking: readonly { node: object }[] }>(
    asker,
    `{ ranking(first: ${MOST_LOOKED_AT}) { node { __typename ${parts.join(' ')} } } }`,
  );
  const text = JSON.stringify(ranking);
  return SCRIPTS.filter((it) => scriptPattern(it).test(text));
}

/** Scripts that names of the world are written in, by how many read them. */
const SCRIPTS = 'Hani Cyrl Arab Deva Beng Kana Hang Grek Hebr Thai Geor Armn Ethi Taml Khmr Mymr Sinh Laoo Tibt'.split(
  ' ',
);

/** The script in which a name is written; the Latin one where it is in none that the page tells apart. */
export const scriptOf = (name: string): string => SCRIPTS.find((it) => scriptPattern(it).test(name)) ?? 'Latn';

/** Whether a property holds other names of a thing. */
export const isAliases = (field: string): boolean => ALIASES.includes(field);

const scriptPattern = (script: string): RegExp => new RegExp(`\\p{Script=${script}}`, 'u');

/** Pairs that bound a thing's time, and single dates of it, where none stands alone as its `when`. */
const SPANS = [
  ['born', 'died'],
  ['founded', 'dissolved'],
  ['start', 'end'],
  ['since', 'until'],
];

/** Of the properties that are dates: the one or two that say when the thing was. */
function datesAmong(fields: readonly FieldAnswer[], kinds: Map<string, string>): readonly string[] {
  const dates = fields.flatMap(({ name, type }) => {
    const kind = printKind(type);
    if (!/Date/.test(kind) || (kinds.get(name) ?? kind) !== kind) return [];
    kinds.set(name, kind);
    return [name];
  });
  if (dates.includes('when')) return ['when'];
  const span = SPANS.find(([first = '']) => dates.includes(first))?.filter((it) => dates.includes(it));
  return span ?? dates.slice(0, 1);
}

/** Properties that name a thing, the likeliest first. */
const PLAIN_LABELS = ['name', 'title'];
/** Properties with other names of a thing. */
const ALIASES = ['aliases', 'alternateNames', 'altLabels'];

const printKind = ({ kind, name, ofType }: TypeReference): string =>
  ofType ? `${kind} ${printKind(ofType)}` : (name ?? '');

const innermost = (type: TypeReference): TypeReference => (type.ofType ? innermost(type.ofType) : type);

/**
 * GraphQL merges fields of one name only where their kinds agree, and aliases are limited: so only types whose name is of
 * another kind than that of the first get one.
 */
function labelSelection(
  { types, shared, sharedAliases }: Pick<Schema, 'types' | 'shared' | 'sharedAliases'>,
  script: string | undefined,
): string {
  const kinds = new Map<string, string>();
  const parts = [...types.values()].flatMap(({ name, label, labelKind, aliases }) => {
    const others = script === undefined || aliases === undefined || aliases === sharedAliases ? '' : ` ${aliases}`;
    if (label === undefined || label === shared) return others === '' ? [] : [`... on ${name} {${others} }`];
    const plain = PLAIN_LABELS.includes(label) && (kinds.get(label) ?? labelKind) === labelKind;
    if (plain) kinds.set(label, labelKind);
    return [`... on ${name} { ${plain ? label : `label_${name}: ${label}`}${others} }`];
  });
  // An alias says in the answer itself which script was asked for, so that a name needs nothing but its thing.
  const asked = script === undefined ? [] : [`${SCRIPT_ASKED}${script}: __typename`, sharedAliases ?? ''];
  return ['__typename', 'id', ...(shared === undefined ? [] : [shared]), ...asked, ...parts].join(' ');
}

const SCRIPT_ASKED = 'namesIn';

/** A thing by id, type and name, as `schema.label` selects it. */
export interface Thing {
  readonly __typename: string;
  readonly id: string;
  readonly name?: unknown;
  readonly title?: unknown;
}

/** What people call it, in the script that was asked for if there is such a name; its id where it has no name. */
export function nameOf(thing: Thing): string {
  const fields = thing as unknown as Readonly<Record<string, unknown>>;
  const label = fields[`label_${thing.__typename}`] ?? thing.name ?? thing.title;
  const name = typeof label === 'string' && label !== '' ? label : thing.id;
  const script = Object.keys(fields).find((it) => it.startsWith(SCRIPT_ASKED));
  if (script === undefined) return name;
  const pattern = scriptPattern(script.slice(SCRIPT_ASKED.length));
  const others = ALIASES.flatMap((it) => (fields[it] as readonly string[] | undefined) ?? []);
  return [name, ...others].find((it) => pattern.test(it)) ?? name;
}

/** Things by their ids; none at all where one of the ids is none. */
export async function readThings(
  asker: Ask,
  ids: readonly string[],
  view?: { readonly names?: string },
): Promise<ReadonlyMap<string, Thing>> {
  if (ids.length === 0) return new Map<string, Thing>();
  const { label } = await schemaOf(asker, view);
  const found = await ask<{ neighbourhood: { readonly nodes: readonly Thing[] } }>(
    asker,
    `{ neighbourhood(of: ${JSON.stringify([...new Set(ids)].slice(0, MOST_THINGS))}, depth: 0) { nodes { ${label} } } }`,
  ).catch(() => undefined);
  return new Map((found?.neighbourhood.nodes ?? []).map((it) => [it.id, it]));
}

/** Things that are read at once. */
const MOST_THINGS = 500;
