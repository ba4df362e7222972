/**
 * What a visitor gets at the address of nothing: what was asked for, and near names.
 */
import type { JSX } from 'preact';
import { type Ask, ask, inWords, schemaOf, type Thing } from '../ask.ts';
import { Document, type Site } from '../parts/document.tsx';
import { ThingLink } from '../parts/edge-table.tsx';
import { words } from '../words.ts';

/** Things whose names are near to what an id says. */
export async function nearThings(asker: Ask, id: string): Promise<readonly Thing[]> {
  const schema = await schemaOf(asker);
  const text = JSON.stringify(id.replace(/^[a-z-]+:/, '').replaceAll('-', ' '));
  const found = await ask<{ search: readonly { node: Thing }[] }>(
    asker,
    `{ search(text: ${text}, first: 5) { node { ${schema.label} } } }`,
  );
  return found.search.map((it) => it.node);
}

interface NotFoundProps {
  readonly site: Site;
  readonly id: string;
  readonly near: readonly Thing[];
}

export function NotFound({ site, id, near }: NotFoundProps): JSX.Element {
  return (
    <Document site={{ ...site, indexable: false }} title={words.error.notFound}>
      <h1>{words.error.notFound}</h1>
      <p>
        <bdi>{words.error.unknown(id.slice(0, 200))}</bdi>
      </p>
      {near.length > 0 && (
        <>
          <p>{words.error.near}</p>
          <ul>
            {near.map((it) => (
              <li key={it.id}>
                <ThingLink thing={it} /> <span class="dim">{inWords(it.__typename)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Document>
  );
}
