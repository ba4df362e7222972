/**
 * A shipped question and its answer: as tables with sources, and as a picture where it is about some things.
 */
import { pictureAddress, readView } from '../address.ts';
import { type Answer as AnswerToQuery, type Ask, inWords, readThings, type Thing } from '../ask.ts';
import { Answer, type Known } from '../parts/answer.tsx';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { words } from '../words.ts';
import type { Question } from './home.tsx';

/** Things that a picture of an answer may have: more is no picture. */
const MOST_PICTURED = 120;

export async function questionPage(asker: Ask, site: Site, question: Question): Promise<Page> {
  const operations = question.operations.length === 0 ? [undefined] : question.operations;
  const answers = await Promise.all(operations.map((it) => answerTo(asker, question.query, it)));
  const errors = new Set(answers.flatMap((it) => it.errors ?? []).map((it) => it.message));
  const known = await knownIn(asker, JSON.stringify(answers.map((it) => it.data ?? {})), readView(site.params));
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
      {[...errors].map((it) => (
        <p class="refused" key={it}>
          {it}
        </p>
      ))}
      {answers.map(({ data }, i) => (
        <section key={operations[i] ?? ''}>
          {answers.length > 1 && <h2>{inWords(operations[i] ?? '')}</h2>}
          {Object.entries(data ?? {}).map(([name, value]) => (
            <section key={name}>
              {answers.length > 1 ? <h3>{inWords(name)}</h3> : <h2>{inWords(name)}</h2>}
              <Answer value={value} known={known} />
            </section>
          ))}
        </section>
      ))}
      <QueryBehind query={question.query} editor={site.credit.editor} operations={question.operations} />
    </Document>
  );
  return { page };
}

/** The answer to an operation, with the ids of what it names where they can be asked for: then names are links. */
async function answerTo(asker: Ask, query: string, operation: string | undefined): Promise<AnswerToQuery> {
  const linked = await asker(withIds(query), operation);
  // A field that is called `name` may have no id beside it.
  return linked.errors ? asker(query, operation) : linked;
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
