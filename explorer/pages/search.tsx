/**
 * What is called so: for those who press Enter in the search box, and for those without a script.
 */
import { readView, textOf, type View } from '../address.ts';
import { type Ask, ask, inWords, nameOf, type Schema, schemaOf, type Thing } from '../ask.ts';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { ThingLink } from '../parts/edge-table.tsx';
import { words } from '../words.ts';

export interface Hit {
  readonly node: Thing;
  readonly matched: string;
  readonly how: string;
  /** When it was, where it has dates of its own. */
  readonly dates: string;
}

export async function searchFor(asker: Ask, text: string, first: number, view?: View): Promise<readonly Hit[]> {
  const schema = await schemaOf(asker, view);
  const dates = [...schema.types.values()].flatMap((it) =>
    it.dates.length === 0 ? [] : [`... on ${it.name} { ${it.dates.join(' ')} }`],
  );
  const { search } = await ask<{ search: readonly Omit<Hit, 'dates'>[] }>(
    asker,
    `{ search(text: ${JSON.stringify(text)}, first: ${first}) { node { ${schema.label} ${dates.join(' ')} } matched how } }`,
  );
  return search.map((hit) => ({ ...hit, dates: datesOf(schema, hit.node) }));
}

/** When a thing was, in a few figures: `2024-10-28`, `1863 –`, `1945 – 1991`. */
function datesOf({ types }: Schema, node: Thing): string {
  const fields = node as unknown as Readonly<Record<string, string | null>>;
  const names = types.get(node.__typename)?.dates ?? [];
  const [first, last] = names.map((name) => fields[name] ?? '');
  return names.length < 2 ? (first ?? '') : first || last ? `${first} – ${last}`.trim() : '';
}

/** What is said of a hit beside its name: its type, when it was, and the other name that was found. */
export function remarkOf({ node, dates, matched }: Hit): string {
  const by = matched === nameOf(node) ? '' : words.search.matched(matched);
  return [inWords(node.__typename), dates, by].filter((it) => it !== '').join(', ');
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
        {hits.map((hit) => (
          <li key={hit.node.id}>
            <ThingLink thing={hit.node} /> <span class="dim">{remarkOf(hit)}</span>
          </li>
        ))}
      </ol>
    </Document>
  );
  return { page };
}
