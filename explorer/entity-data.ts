/**
 * What is known of a thing: its properties, its relations in the order of their dates, and where sources disagree about it.
 */
import { directivesOf, type View } from './address.ts';
import { type Ask, ask, type Field, schemaOf, type Thing } from './ask.ts';
import { type Edge, edgeFragment } from './statements.ts';

export interface Entry {
  readonly when: string | null;
  readonly since: string | null;
  readonly edge: Edge | null;
  readonly other: Thing | null;
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

/** What is known of a thing: what its page shows, and what programs get that ask for JSON. */
export interface EntityAnswer {
  readonly entity: Thing & Readonly<Record<string, unknown>>;
  readonly fields: readonly { readonly field: Field; readonly value: unknown }[];
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
  const schema = await schemaOf(asker);
  const quoted = JSON.stringify(id);
  const kind = await ask<{ entity: Thing | null }>(asker, `{ entity(id: ${quoted}) { __typename id } }`);
  const type = kind.entity && schema.types.get(kind.entity.__typename);
  if (!type) return { hints: kind.hints };
  const fields = type.fields.map((it) => it.name).join(' ');
  const query = `query Entity ${directivesOf({ ...view, certain: false })} {
  entity(id: ${quoted}) { ${schema.label} ... on ${type.name} { ${fields} } }
  timeline(of: ${quoted}) { entries { ...Entry } ongoing { ...Entry } undated { ...Entry } }
  disagreements(of: ${quoted}) { name to { ...Thing } rivals { value rank note sources { id } edge { id } } }
}
fragment Entry on TimelineEntry { when since property other { ...Thing } edge { ...Edge } }
${edgeFragment(schema)}`;
  const answer = await ask<Omit<EntityAnswer, 'certain' | 'fields' | 'query'>>(asker, query);
  const { entity } = answer;
  const shown = type.fields.filter(({ name }) => name !== type.label && name !== 'id' && isTold(entity[name]));
  return {
    ...answer,
    fields: shown.map((field) => ({ field, value: entity[field.name] })),
    certain: await certainEdges(asker, id, view),
    query,
  };
}

const isTold = (value: unknown): boolean =>
  value != null && value !== '' && !(Array.isArray(value) && value.length === 0);

async function certainEdges(asker: Ask, id: string, view: View): Promise<ReadonlySet<string> | undefined> {
  if (view.on === undefined) return undefined;
  const { timeline } = await ask<{ timeline: Record<string, readonly { edge: { id: string } | null }[]> }>(
    asker,
    `query Certain ${directivesOf(view, true)} {
  timeline(of: ${JSON.stringify(id)}) { entries { edge { id } } ongoing { edge { id } } undated { edge { id } } }
}`,
  );
  const entries = Object.values(timeline).filter(Array.isArray).flat();
  return new Set(entries.flatMap(({ edge }) => (edge ? [edge.id] : [])));
}
