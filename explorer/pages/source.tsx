/**
 * The page of a source: what it is, what rests on it alone, what others state too, and what was inferred from it.
 */
import { entityAddress, readView, sourceAddress } from '../address.ts';
import { type Ask, ask, inWords, nameOf, schemaOf, type Thing } from '../ask.ts';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { EdgeTable } from '../parts/edge-table.tsx';
import { safeUrl } from '../parts/properties.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { type Edge, edgeFragment } from '../statements.ts';
import { words } from '../words.ts';
import { NotFound, nearThings } from './not-found.tsx';

/** Statements that one page lists of each kind. */
const MOST = 40;

interface SourceAnswer {
  readonly entity: Thing & Readonly<Record<string, unknown>>;
  readonly retract: {
    readonly statementCount: number;
    readonly conclusionCount: number;
    readonly weakenedCount: number;
    readonly statements: readonly Edge[];
    readonly weakened: readonly Edge[];
    readonly conclusions: readonly Edge[];
  };
}

export async function sourcePage(asker: Ask, site: Site, id: string): Promise<Page> {
  const view = readView(site.params);
  const schema = await schemaOf(asker, view);
  const quoted = JSON.stringify(id);
  const kind = await ask<{ entity: Thing | null }>(asker, `{ entity(id: ${quoted}) { __typename id } }`);
  const type = kind.entity && schema.types.get(kind.entity.__typename);
  if (kind.entity && kind.entity.id !== id) return { location: sourceAddress(kind.entity.id) };
  if (!type) return { status: 404, page: <NotFound site={site} id={id} near={await nearThings(asker, id)} /> };
  const query = `{
  entity(id: ${quoted}) { ${schema.label} ... on ${type.name} { ${type.fields.map((it) => it.name).join(' ')} } }
  retract(source: ${quoted}) {
    statementCount weakenedCount conclusionCount
    statements(first: ${MOST}) { ...Edge } weakened(first: ${MOST}) { ...Edge } conclusions(first: ${MOST}) { ...Edge }
  }
}
${edgeFragment(schema)}`;
  const { entity, retract } = await ask<SourceAnswer>(asker, query);
  const url = safeUrl(typeof entity.url === 'string' ? entity.url : undefined);
  const parts = [
    { title: words.source.alone(retract.statementCount), edges: retract.statements, count: retract.statementCount },
    { title: words.source.shared(retract.weakenedCount), edges: retract.weakened, count: retract.weakenedCount },
    {
      title: words.source.follows(retract.conclusionCount),
      edges: retract.conclusions,
      count: retract.conclusionCount,
    },
  ];
  const page = (
    <Document site={site} title={nameOf(entity)}>
      <article>
        <p class="kind">{inWords(entity.__typename)}</p>
        <h1>
          <bdi>{typeof entity.title === 'string' ? entity.title : nameOf(entity)}</bdi>
        </h1>
        <p>
          {[entity.publisher, entity.published].filter((it) => typeof it === 'string').join(', ')}{' '}
          {url && (
            <a href={url} rel="noreferrer noopener">
              {url}
            </a>
          )}
        </p>
        <p class="actions">
          <a href={entityAddress(entity.id)}>{words.graph.open}</a>
        </p>
        <h2>{words.source.rests}</h2>
        {parts.map(({ title, edges, count }) => (
          <section key={title}>
            <h3>{title}</h3>
            {edges.length > 0 && <EdgeTable edges={edges} view={view} />}
            {edges.length < count && <p>{words.entity.more(count - edges.length)}</p>}
          </section>
        ))}
        <QueryBehind query={query} editor={site.credit.editor} />
      </article>
    </Document>
  );
  return { page };
}
