/**
 * The explorer, rendered: an address and a way to ask → a page, complete without a script.
 *
 * It is built into one file that the server loads; it asks GraphQL alone and knows nothing of how that is answered.
 */
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { badTrust, readView } from './address.ts';
import { type Ask, nameOf, Refused, schemaOf } from './ask.ts';
import { readEntity } from './entity-data.ts';
import type { Look } from './look.ts';
import { edgePage } from './pages/edge.tsx';
import { entityPage } from './pages/entity.tsx';
import { graphPage } from './pages/graph.tsx';
import { homePage, type Question } from './pages/home.tsx';
import { NotFound, nearThings } from './pages/not-found.tsx';
import { pathPage } from './pages/path.tsx';
import { questionPage } from './pages/question.tsx';
import { searchPage } from './pages/search.tsx';
import { sourcePage } from './pages/source.tsx';
import { storyPage } from './pages/story.tsx';
import { type Credit, Document, type Page, type Site } from './parts/document.tsx';
import { findStep, type Story } from './story.ts';
import { words } from './words.ts';

export interface PageRequest {
  /** The path, decoded: `/entity/state:kaz`. */
  readonly path: string;
  readonly params: URLSearchParams;
  readonly ask: Ask;
  readonly credit: Credit;
  readonly look: Look;
  /** The path below which the site stands: `/x`, or nothing. */
  readonly base: string;
  readonly script: string;
  readonly style: string;
  /** Whether search engines may index the pages. */
  readonly indexable: boolean;
  readonly questions: readonly Question[];
  readonly stories: readonly Story[];
}

export type PageAnswer =
  | { readonly status: number; readonly html: string }
  /** Where the same thing is found today. */
  | { readonly location: string };

/** The page at an address; undefined where the explorer has none. Never throws for what a visitor writes. */
export async function renderPage(request: PageRequest): Promise<PageAnswer | undefined> {
  const { ask: asker, path, params, questions, stories, base } = request;
  let site: Site = { ...request, scripts: [], story: findStep(stories, params.get('story')) };
  try {
    site = { ...site, scripts: (await schemaOf(asker)).scripts };
    const bad = badTrust(params);
    if (bad !== undefined) throw new Refused(words.view.badTrust(bad));
    const found = await pageAt(asker, site, path, questions, stories);
    if (!found || 'location' in found) return found;
    return { status: found.status ?? 200, html: print(found.page, base) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const [, id] = (error.code === 'UNKNOWN_NODE' && /"([^"]+)"/.exec(error.message)) || [];
    if (id === undefined)
      return { status: 400, html: print(<RefusedPage site={site} message={error.message} />, base) };
    return { status: 404, html: print(<NotFound site={site} id={id} near={await nearThings(asker, id)} />, base) };
  }
}

/** What a program gets that asks for JSON of a thing; undefined where there is none, a sentence where it is refused. */
export async function readEntityData(asker: Ask, id: string, params: URLSearchParams): Promise<object | undefined> {
  const answer = await readEntity(asker, id, readView(params)).catch((error: unknown) => {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  });
  if ('refused' in answer) return answer;
  if (!('entity' in answer)) return undefined;
  const { entity, fields, timeline, disagreements } = answer;
  return {
    id: entity.id,
    type: entity.__typename,
    name: nameOf(entity),
    properties: Object.fromEntries(fields.map(({ field, value }) => [field.name, value])),
    timeline,
    disagreements,
  };
}

async function pageAt(
  asker: Ask,
  site: Site,
  path: string,
  questions: readonly Question[],
  stories: readonly Story[],
): Promise<Page | undefined> {
  const [, room = '', id = ''] = /^\/([a-z]*)(?:\/(.*))?$/s.exec(path) ?? [];
  if (room === '' && id === '') return { page: await homePage(asker, site, questions, stories) };
  if (room === 'entity' && id !== '') return entityPage(asker, site, id.slice(0, 500));
  if (room === 'edge' && id !== '') return edgePage(asker, site, id.slice(0, 500));
  if (room === 'source' && id !== '') return sourcePage(asker, site, id.slice(0, 500));
  if ((room === 'graph' || room === 'embed') && id === '') return graphPage(asker, site);
  if (room === 'path' && id === '') return pathPage(asker, site);
  if (room === 'story' && id === '') return storyPage(site, stories);
  if (room === 'search' && id === '') return searchPage(asker, site);
  if (room === 'question') {
    const question = questions.find((it) => it.name === id);
    return question
      ? questionPage(asker, site, question)
      : { status: 404, page: <NotFound site={site} id={id} near={[]} /> };
  }
  return undefined;
}

function RefusedPage({ site, message }: { readonly site: Site; readonly message: string }): JSX.Element {
  return (
    <Document site={{ ...site, indexable: false }} title={words.error.refused} viewed>
      <h1>{words.error.refused}</h1>
      <p>{message}</p>
    </Document>
  );
}

/** Addresses are written from the root; the base is put before them here. Texts cannot look like one: their quotes are escaped. */
const print = (page: JSX.Element, base: string): string =>
  `<!doctype html>${renderToString(page).replace(/ (href|action|src)="\//g, ` $1="${base}/`)}`;
