/**
 * A shipped question and its answer: as tables with sources, and as a picture where it is about some things.
 */
import type { JSX } from 'preact';
import { pictureAddress, readView } from '../address.ts';
import { type Ask, readThings, type Thing } from '../ask.ts';
import { Answer, type Known } from '../parts/answer.tsx';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { words } from '../words.ts';
import type { Question } from './home.tsx';

/** Things that a picture of an answer may have: more is no picture. */
const MOST_PICTURED = 120;

export async function questionPage(asker: Ask, site: Site, question: Question): Promise<Page> {
  const linked = await asker(withIds(question.query));
  // A field that is called `name` may have no id beside it: then names are no links.
  const { data, errors } = linked.errors ? await asker(question.query) : linked;
  const known = await knownIn(asker, JSON.stringify(data ?? {}), readView(site.params));
  const asked = await knownIn(asker, question.query.replaceAll(/#.*/g, ''), {});
  const pictured = [...new Set([...asked.keys(), ...known.keys()])].filter((it) => !it.startsWith('source:'));
  const page = (
    <Document site={site} title={question.title} description={question.description}>
      <h1>{question.title}</h1>
      <p class="lead">{question.description}</p>
      {pictured.length > 1 && pictured.length <= MOST_PICTURED && (
        <p class="actions">
          <a href={pictureAddress(pictured)}>{words.entity.picture}</a>
        </p>
      )}
      {errors?.map((it) => (
        <p key={it.message}>{it.message}</p>
      ))}
      {Object.entries(data ?? {}).map(
        ([name, value]): JSX.Element => (
          <section key={name}>
            <h2>{name}</h2>
            <Answer value={value} known={known} />
          </section>
        ),
      )}
      <QueryBehind query={question.query} editor={site.credit.editor} />
    </Document>
  );
  return { page };
}

/** The question with the id asked for beside each name, so that names can be links. */
const withIds = (query: string): string =>
  query.replaceAll(/#.*|"(?:[^"\\]|\\.)*"|\bid\s+name\b|\bname\s+id\b|\bname\b(?!\s*[:(])/g, (text) =>
    text === 'name' ? 'id name' : text,
  );

/** The things that a text names by ids in quotes, with what they are called. */
async function knownIn(asker: Ask, text: string, view: { readonly names?: string }): Promise<Known> {
  const kinds = new Map<string, string[]>();
  for (const [, id = '', kind = ''] of text.matchAll(/"(([a-z][a-z-]*):[^"\s/\\]+)"/g)) {
    if (kind !== 'edge') kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
  }
  // What looks like an id may be none (`wikidata:Q232`), and one such fails all that are asked for with it.
  const found = await Promise.all([...kinds.values()].map((ids) => readThings(asker, ids, view)));
  return new Map<string, Thing>(found.flatMap((it) => [...it]));
}
