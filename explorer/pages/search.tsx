/**
 * What is called so: for those who press Enter in the search box, and for those without a script.
 */
import { readView, textOf, type View } from '../address.ts';
import { type Ask, ask, schemaOf, type Thing } from '../ask.ts';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { ThingLink } from '../parts/edge-table.tsx';
import { words } from '../words.ts';

export interface Hit {
  readonly node: Thing;
  readonly matched: string;
  readonly how: string;
}

export async function searchFor(asker: Ask, text: string, first: number, view?: View): Promise<readonly Hit[]> {
  const schema = await schemaOf(asker, view);
  const { search } = await ask<{ search: readonly Hit[] }>(
    asker,
    `{ search(text: ${JSON.stringify(text)}, first: ${first}) { node { ${schema.label} } matched how } }`,
  );
  return search;
}

export async function searchPage(asker: Ask, site: Site): Promise<Page> {
  const text = textOf(site.params, 'q') ?? '';
  const hits = text === '' ? [] : await searchFor(asker, text, 25, readView(site.params));
  const page = (
    <Document site={{ ...site, indexable: false }} title={words.search.results(text)}>
      <h1>
        <bdi>{words.search.results(text)}</bdi>
      </h1>
      {hits.length === 0 && <p>{words.search.nothing(text)}</p>}
      <ol class="hits">
        {hits.map(({ node, matched, how }) => (
          <li key={node.id}>
            <ThingLink thing={node} /> <span class="dim">{node.__typename}</span>{' '}
            {how !== 'EXACT' && <span class="dim">{words.search.matched(matched)}</span>}
          </li>
        ))}
      </ol>
    </Document>
  );
  return { page };
}
