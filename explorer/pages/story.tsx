/**
 * A story as one page: its steps with their notes, each a link to its view.
 */
import { Document, type Page, type Site } from '../parts/document.tsx';
import { stepAddress } from '../story.ts';
import { words } from '../words.ts';
import { NotFound } from './not-found.tsx';

export function storyPage(site: Site): Page {
  if (!site.story) return { status: 404, page: <NotFound site={site} id={words.story.name} near={[]} /> };
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
