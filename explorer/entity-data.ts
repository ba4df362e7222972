/**
 * What is known of a thing: its properties, its relations in the order of their dates, and where sources disagree about it.
 */
import { directivesOf, type View } from './address.ts';
import { type Ask, ask, type Field, type NodeType, readThings, schemaOf, type Thing } from './ask.ts';
import { type Edge, edgeFragment } from './statements.ts';

export interface Entry {
  readonly when: string | null;
  readonly since: string | null;
  readonly edge: Edge | null;
  readonly property: string | null;
}

export interface Rival {
  readonly value: string;
  readonly rank: string;
  readonly note: string | null;
  readonly sources: readonly { readonly id: string }[];
  readonly edge: { readonly id: string } | null;
}

export interface Disagreement {
  readonly name: string;
  readonly to: Thing | null;
  readonly rivals: readonly Rival[];
}

/** The properties of a thing that have a value, and what the sources among them are called. */
export interface EntityFields {
  readonly fields: readonly { readonly field: Field; readonly value: unknown }[];
  readonly sources: ReadonlyMap<string, Thing>;
}

/** What is known of a thing: what its page shows, and what programs get that ask for JSON. */
export interface EntityAnswer extends EntityFields {
  readonly entity: Thing & Readonly<Record<string, unknown>>;
  readonly timeline: {
    readonly entries: readonly Entry[];
    readonly ongoing: readonly Entry[];
    readonly undated: readonly Entry[];
  };
  readonly disagreements: readonly Disagreement[];
  /** The edges that are certain on the date of the view; undefined where no date is chosen. */
  readonly certain: ReadonlySet<string> | undefined;
  readonly query: string;
}

/** Everything about a thing in a view; undefined, with remarks on near names, where there is none of that id. */
export async function readEntity(
  asker: Ask,
  id: string,
  view: View,
): Promise<EntityAnswer | { readonly hints: readonly string[] }> {
  const schema = await schemaOf(asker, view);
  const quoted = JSON.stringify(id);
  const kind = await ask<{ entity: Thing | null }>(asker, `{ entity(id: ${quoted}) { __typename id } }`);
  const type = kind.entity && schema.types.get(kind.entity.__typename);
  if (!type) return { hints: kind.hints };
  const names = type.fields.map((it) => it.name).join(' ');
  const query = `query Entity ${directivesOf(view)} {
  entity(id: ${quoted}) { ${schema.label} ... on ${type.name} { ${names} } }
  timeline(of: ${quoted}) { entries { ...Entry } ongoing { ...Entry } undated { ...Entry } }
  disagreements(of: ${quoted}, first: 20) { name to { ...Thing } rivals { value rank note sources { id } edge { id } } }
}
fragment Entry on TimelineEntry { when since property edge { ...Edge voices { name } } }
${edgeFragment(schema)}`;
  const answer = await ask<Omit<EntityAnswer, 'certain' | keyof EntityFields | 'query'>>(asker, query);
  const [known, certain] = await Promise.all([fieldsOf(asker, type, answer.entity), certainEdges(asker, answer, view)]);
  return { ...answer, ...known, certain, query };
}

/** The properties of a thing alone. */
export async function readFields(asker: Ask, { id, __typename }: Thing, view: View): Promise<EntityFields> {
  const schema = await schemaOf(asker, view);
  const type = schema.types.get(__typename)!;
  const fields = type.fields.map((it) => it.name).join(' ');
  const { entity } = await ask<Pick<EntityAnswer, 'entity'>>(
    asker,
    `{ entity(id: ${JSON.stringify(id)}) { ... on ${type.name} { ${fields} } } }`,
  );
  return fieldsOf(asker, type, entity);
}

async function fieldsOf(asker: Ask, type: NodeType, entity: EntityAnswer['entity']): Promise<EntityFields> {
  const present = type.fields.filter(({ name }) => name !== type.label && name !== 'id' && hasValue(entity[name]));
  // What the thing is comes before who says so.
  const shown = [...present.filter((it) => !isCitation(it)), ...present.filter(isCitation)];
  const { sources } = entity;
  return {
    fields: shown.map((field) => ({ field, value: entity[field.name] })),
    sources: await readThings(asker, Array.isArray(sources) ? sources : []),
  };
}

const isCitation = ({ name }: Field): boolean => name === 'sources' || name === 'locators';

const hasValue = (value: unknown): boolean =>
  value != null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The edges of a thing that are certain on the date of the view: all, where no others were asked for. */
async function certainEdges(
  asker: Ask,
  { entity, timeline }: Pick<EntityAnswer, 'entity' | 'timeline'>,
  view: View,
): Promise<ReadonlySet<string> | undefined> {
  if (view.on === undefined) return undefined;
  const idsOf = ({ entries, ongoing, undated }: Record<string, readonly { edge: { id: string } | null }[]>) =>
    new Set([entries, ongoing, undated].flatMap((it) => it ?? []).flatMap(({ edge }) => (edge ? [edge.id] : [])));
  if (view.certain) return idsOf({ ...timeline });
  const certain = await ask<{ timeline: Record<string, readonly { edge: { id: string } | null }[]> }>(
    asker,
    `query Certain ${directivesOf(view, true)} {
  timeline(of: ${JSON.stringify(entity.id)}) { entries { edge { id } } ongoing { edge { id } } undated { edge { id } } }
}`,
  );
  return idsOf(certain.timeline);
}
