/**
 * The page of one statement: its sentence, its sources, the rule and premises it follows from, rivals, and what would fall.
 */
import { pictureAddress, readView } from '../address.ts';
import { type Ask, ask, nameOf } from '../ask.ts';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { ThingLink } from '../parts/edge-table.tsx';
import { Evidence, readEvidence } from '../parts/evidence.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { signOf } from '../parts/sign.ts';
import { type Edge, sentenceOf, whenOf } from '../statements.ts';
import { words } from '../words.ts';
import { NotFound } from './not-found.tsx';

export async function edgePage(asker: Ask, site: Site, id: string): Promise<Page> {
  const view = readView(site.params);
  const quoted = JSON.stringify(id);
  const known = await ask<{ edge: { from: { id: string } } | null }>(asker, `{ edge(id: ${quoted}) { from { id } } }`);
  if (!known.edge) return { status: 404, page: <NotFound site={site} id={id} near={[]} /> };
  const evidence = await readEvidence(asker, id, known.edge.from.id, view);
  const { edge, query } = evidence;
  const page = (
    <Document site={site} viewed title={sentenceOf(edge)} description={sentenceOf(edge)}>
      <article>
        <p class="kind">
          <span class={`sign sign-${signOf(edge)}`}>{words.signs[signOf(edge)]}</span> {edge.type}
        </p>
        <h1>
          <ThingLink thing={edge.from} view={view} /> <span class="relation">{edge.type}</span>{' '}
          <ThingLink thing={edge.to} view={view} />
        </h1>
        <dl class="properties">
          {qualifiersOf(edge).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        <p class="actions">
          <a href={pictureAddress([edge.from.id, edge.to.id], view)}>{words.entity.picture}</a>
        </p>
        <Evidence evidence={evidence} view={view} />
        <QueryBehind query={query} editor={site.credit.editor} />
      </article>
    </Document>
  );
  return { page };
}

function qualifiersOf(edge: Edge): [string, string][] {
  const told: [string, string | null][] = [
    ['when', whenOf(edge)],
    ['role', edge.role],
    ['occasion', edge.at && nameOf(edge.at)],
    ['said by', edge.saidBy && nameOf(edge.saidBy)],
    ['confidence', String(edge.confidence)],
    ['rank', edge.rank === 'NORMAL' ? null : edge.rank.toLowerCase()],
    ['note', edge.note],
    ...edge.properties.map(({ name, value }): [string, string] => [name, value]),
  ];
  return told.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as [string, string]]));
}
