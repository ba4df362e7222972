/**
 * The first page: what this is, what it holds, and the questions to begin with.
 */
import type { JSX } from 'preact';
import { type Ask, ask } from '../ask.ts';
import { Document, type Site } from '../parts/document.tsx';
import { type Story, stepAddress } from '../parts/story-bar.tsx';
import { words } from '../words.ts';

export interface Question {
  readonly name: string;
  readonly description: string;
  readonly query: string;
}

interface DatasetAnswer {
  readonly dataset: {
    readonly name: string | null;
    readonly licence: string | null;
    readonly coverage: string | null;
    readonly nodes: number;
    readonly edges: number;
    readonly inferred: number;
    readonly sources: number;
    readonly from: string | null;
    readonly until: string | null;
    readonly nodeTypes: readonly { readonly name: string; readonly description: string; readonly count: number }[];
  };
}

export async function homePage(
  asker: Ask,
  site: Site,
  questions: readonly Question[],
  stories: readonly Story[],
): Promise<JSX.Element> {
  const { dataset } = await ask<DatasetAnswer>(
    asker,
    `{ dataset { name licence coverage nodes edges inferred sources from until nodeTypes { name description count } } }`,
  );
  const types = dataset.nodeTypes.filter((it) => it.count > 0).sort((a, b) => b.count - a.count);
  return (
    <Document site={site} title="" description={words.purpose}>
      <h1>{dataset.name ?? words.product}</h1>
      <p class="lead">{words.purpose}</p>
      <section>
        <h2>{words.home.counts}</h2>
        <p>
          {dataset.nodes.toLocaleString('en')} things, {(dataset.edges - dataset.inferred).toLocaleString('en')} stated
          and {dataset.inferred.toLocaleString('en')} inferred relations, {dataset.sources.toLocaleString('en')}{' '}
          sources.
        </p>
        <ul class="counts">
          {types.map(({ name, description, count }) => (
            <li key={name} title={description}>
              <b>{count.toLocaleString('en')}</b> {name}
            </li>
          ))}
        </ul>
      </section>
      {stories.map((story) => (
        <section key={story.name}>
          <h2>{story.title}</h2>
          <p>
            <a class="next" href={stepAddress(story, 1)}>
              {words.home.story}
            </a>
          </p>
        </section>
      ))}
      {questions.length > 0 && (
        <section>
          <h2>{words.home.questions}</h2>
          <ul class="questions">
            {questions.map(({ name, description }) => (
              <li key={name}>
                <a href={`/question/${encodeURIComponent(name)}`}>{firstSentence(description) || name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{words.home.covers}</h2>
        <p>
          {dataset.coverage ?? ''} {dataset.from && dataset.until && `Dates from ${dataset.from} to ${dataset.until}.`}
        </p>
        {dataset.licence && (
          <p>
            {words.licence}: {dataset.licence}
          </p>
        )}
      </section>
    </Document>
  );
}

/** A question is told by its first sentence; the rest is for its own page. */
export const firstSentence = (text: string): string => /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;
