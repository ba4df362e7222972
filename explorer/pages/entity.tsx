/**
 * The page of a thing: its names and properties, its relations by type with their sources, its timeline, and where
 * sources disagree about it.
 */
import type { JSX } from 'preact';
import { addressOf, entityAddress, pictureAddress, readView, type View, writeView } from '../address.ts';
import { type Ask, inWords, nameOf, relationName, type Schema, schemaOf, type Thing } from '../ask.ts';
import { type Disagreement, type EntityAnswer, readEntity } from '../entity-data.ts';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { EdgeTable, ThingLink } from '../parts/edge-table.tsx';
import { Properties } from '../parts/properties.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { Timeline } from '../parts/timeline.tsx';
import type { Edge } from '../statements.ts';
import { words } from '../words.ts';
import { NotFound, nearThings } from './not-found.tsx';

/** Rows of one kind of relation that a page shows at once. */
const MOST_ROWS = 25;

export async function entityPage(asker: Ask, site: Site, id: string): Promise<Page> {
  const view = readView(site.params);
  const answer = await readEntity(asker, id, view);
  if (!('entity' in answer)) {
    return {
      status: 404,
      page: <NotFound site={site} id={id} near={await nearThings(asker, id)} />,
    };
  }
  const { entity, timeline, certain } = answer;
  // An old id leads to what it was merged into, and so does its address.
  if (entity.id !== id) return { location: addressOf(entityAddress(entity.id), site.params) };
  const name = nameOf(entity);
  const entries = [...timeline.entries, ...timeline.ongoing, ...timeline.undated];
  const edges = entries.flatMap(({ edge }) =>
    edge && (!view.certain || !certain || certain.has(edge.id)) ? [edge] : [],
  );
  const groups = groupsOf(edges, entity, await schemaOf(asker, view));
  const self = entityAddress(entity.id);
  const page = (
    <Document
      site={site}
      viewed
      title={name}
      description={descriptionOf(answer)}
      data={linkedData(answer)}
      alternates={{
        'application/json': `${self}?as=json`,
        'application/ld+json': `${self}?as=jsonld`,
        'text/turtle': `${self}?as=turtle`,
      }}
    >
      <article>
        <p class="kind">{inWords(entity.__typename)}</p>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p class="actions">
          <a href={pictureAddress([entity.id], view)}>{words.entity.picture}</a>
          <a href={`/path?from=${encodeURIComponent(entity.id)}`}>{words.entity.path}</a>
        </p>
        <Properties fields={answer.fields} sources={answer.sources} />
        <Disagreements disagreements={answer.disagreements} />
        <section>
          <h2>{words.entity.relations}</h2>
          {edges.length === 0 && <p>{words.entity.none}</p>}
          {groups.length > 2 && (
            <ul class="counts">
              {groups.map((group) => (
                <li key={group.key}>
                  <a href={`#${group.key}`}>{group.name}</a> <span class="count">{group.edges.length}</span>
                </li>
              ))}
            </ul>
          )}
          {groups.map((group) => (
            <RelationGroup
              key={group.key}
              group={group}
              of={entity.id}
              view={view}
              certain={certain}
              all={site.params.get('all')}
            />
          ))}
        </section>
        {edges.length > 0 && (
          <section>
            <h2>{words.entity.timeline}</h2>
            <Timeline edges={edges} view={view} of={entity.id} />
          </section>
        )}
        <section class="formats">
          <h2>{words.entity.formats}</h2>
          <p>
            <a href={`${self}?as=json`}>JSON</a> <a href={`${self}?as=jsonld`}>JSON-LD</a>{' '}
            <a href={`${self}?as=turtle`}>Turtle</a>
          </p>
          <QueryBehind query={answer.query} editor={site.credit.editor} />
        </section>
      </article>
    </Document>
  );
  return { page };
}

interface Group {
  /** What the address of the group ends with: `heads`, or `-heads` towards the thing. */
  readonly key: string;
  /** What the relation is called as seen from the thing. */
  readonly name: string;
  /** The edge type, with an arrow for its direction: what queries and connections ask for. */
  readonly type: string;
  readonly edges: readonly Edge[];
}

/** Edges by type and direction, the largest group first. */
function groupsOf(edges: readonly Edge[], { id, __typename }: Thing, schema: Schema): readonly Group[] {
  const groups = new Map<string, Group & { edges: Edge[] }>();
  for (const edge of edges) {
    const outwards = edge.from.id === id;
    const key = `${outwards ? '' : '-'}${edge.type}`;
    const type = outwards ? `${edge.type} →` : `← ${edge.type}`;
    const group = groups.get(key) ?? {
      key,
      name: relationName(schema, __typename, edge.type, outwards) ?? type,
      type,
      edges: [],
    };
    group.edges.push(edge);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.edges.length - a.edges.length || (a.name < b.name ? -1 : 1));
}

interface GroupProps {
  readonly group: Group;
  readonly of: string;
  readonly view: View;
  readonly certain: ReadonlySet<string> | undefined;
  /** The kind of relation that is shown whole. */
  readonly all: string | null;
}

function RelationGroup({ group, of, view, certain, all }: GroupProps): JSX.Element {
  const { key, name, type, edges } = group;
  const shown = all === key ? edges : edges.slice(0, MOST_ROWS);
  const params = writeView(view);
  params.set('all', key);
  return (
    <section id={key}>
      <h3>
        {name} <span class="count">{edges.length}</span> {name !== type && <code class="dim">{type}</code>}
      </h3>
      <EdgeTable edges={shown} view={view} certain={certain} of={of} />
      {shown.length < edges.length && (
        <p>
          {words.entity.more(edges.length - shown.length)}:{' '}
          <a href={`${addressOf(entityAddress(of), params)}#${key}`}>{words.entity.whole}</a>
        </p>
      )}
    </section>
  );
}

function Disagreements({ disagreements }: { readonly disagreements: readonly Disagreement[] }): JSX.Element | null {
  if (disagreements.length === 0) return null;
  return (
    <section>
      <h2>{words.entity.disagreements}</h2>
      {disagreements.map(({ name, to, rivals }, i) => (
        <div key={i}>
          <h3>
            {name} {to && <ThingLink thing={to} />}
          </h3>
          <ul>
            {rivals.map((rival, k) => (
              <li key={k}>
                <bdi>{rival.value}</bdi> <span class="dim">{rival.rank.toLowerCase()}</span> {rival.note}
                {rival.edge && <a href={`/edge/${rival.edge.id}`}> {words.table.sources}</a>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function descriptionOf({ entity }: EntityAnswer): string {
  const text = typeof entity.description === 'string' ? entity.description : '';
  return `${nameOf(entity)} (${entity.__typename}). ${text}`.slice(0, 300);
}

/** What search engines read: the thing by its names and its addresses elsewhere. */
function linkedData({ entity }: EntityAnswer): unknown {
  const identifiers = Array.isArray(entity.identifiers) ? entity.identifiers.map(String) : [];
  const kinds: Readonly<Record<string, string>> = {
    State: 'Country',
    Organisation: 'Organization',
    Official: 'Person',
  };
  return {
    '@context': 'https://schema.org',
    '@type': kinds[entity.__typename] ?? 'Thing',
    identifier: [entity.id, ...identifiers],
    name: nameOf(entity),
    ...(Array.isArray(entity.aliases) && entity.aliases.length > 0 && { alternateName: entity.aliases }),
    ...(typeof entity.description === 'string' && { description: entity.description }),
    sameAs: identifiers
      .filter((it) => it.startsWith('wikidata:'))
      .map((it) => `http://www.wikidata.org/entity/${it.slice('wikidata:'.length)}`),
  };
}
