/**
 * The first page: what this is, what it holds, and the questions to begin with.
 */
import type { JSX } from 'preact';
import { type Ask, ask, inWords } from '../ask.ts';
import { Document, type Site } from '../parts/document.tsx';
import { type Story, stepAddress } from '../story.ts';
import { words } from '../words.ts';

export interface Question {
  readonly name: string;
  /** The names of its operations, when they have names. */
  readonly operations: readonly string[];
  /** What it is about, to group it with others. */
  readonly subject: string;
  /** The question as one sentence. */
  readonly title: string;
  /** What there is to say about it beside. */
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
        <p>{words.home.holds(dataset.nodes, dataset.edges - dataset.inferred, dataset.inferred, dataset.sources)}</p>
        <ul class="counts">
          {types.map(({ name, description, count }) => (
            <li key={name} title={description}>
              <b>{count.toLocaleString('en')}</b> {inWords(name)}
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
          <div class="questions">
            {[...new Set(questions.map((it) => it.subject))].map((subject) => (
              <section key={subject}>
                {subject !== '' && <h3>{subject}</h3>}
                <ul>
                  {questions
                    .filter((it) => it.subject === subject)
                    .map(({ name, title }) => (
                      <li key={name}>
                        <a href={`/question/${encodeURIComponent(name)}`}>{title}</a>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </div>
        </section>
      )}
      <section>
        <h2>{words.home.covers}</h2>
        <p>
          {dataset.coverage && `${dataset.coverage}. `}
          {dataset.from && dataset.until && words.home.dates(dataset.from, dataset.until)}
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
