/**
 * A story as one page: its steps with their notes, each a link to its view. Without one, which stories there are.
 */
import type { JSX } from 'preact';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { type Story, stepAddress } from '../story.ts';
import { words } from '../words.ts';
import { NotFound } from './not-found.tsx';

/** The story that the address names; all shipped ones where it names none. */
export function storyPage(site: Site, stories: readonly Story[]): Page {
  if (!site.params.has('story')) return { page: <Stories site={site} stories={stories} /> };
  if (!site.story) return { status: 404, page: <NotFound site={site} id={site.params.get('story') ?? ''} near={[]} /> };
  const { story } = site.story;
  // What strangers write into an address is not for search engines.
  const shown = { ...site, story: undefined, indexable: site.indexable && !story.name.startsWith('~') };
  const page = (
    <Document site={shown} title={story.title}>
      <h1>
        <bdi>{story.title}</bdi>
      </h1>
      <ol class="steps">
        {story.steps.map(({ note }, i) => (
          <li key={i}>
            <a href={stepAddress(story, i + 1)}>{words.story.step(i + 1, story.steps.length)}</a>
            <p>
              <bdi>{note}</bdi>
            </p>
          </li>
        ))}
      </ol>
    </Document>
  );
  return { page };
}

function Stories({ site, stories }: { readonly site: Site; readonly stories: readonly Story[] }): JSX.Element {
  return (
    <Document site={site} title={words.story.stories}>
      <h1>{words.story.stories}</h1>
      <ul>
        {stories.map((it) => (
          <li key={it.name}>
            <a href={`/story?story=${it.name}.1`}>{it.title}</a>
          </li>
        ))}
      </ul>
      <p>{words.story.howToMake}</p>
    </Document>
  );
}
