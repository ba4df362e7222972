/**
 * Where in a story a page stands: the note of the step above the page itself, and the way on.
 */
import type { JSX } from 'preact';
import { type StoryStep, stepAddress } from '../story.ts';
import { words } from '../words.ts';

export function StoryBar({ story: { story, step } }: { readonly story: StoryStep }): JSX.Element {
  return (
    <aside class="story" aria-label={story.title}>
      <p class="dim">
        <bdi>{story.title}</bdi> · {words.story.step(step, story.steps.length)}
      </p>
      <p>
        <bdi>{story.steps[step - 1]?.note}</bdi>
      </p>
      <nav aria-label={story.title}>
        {step > 1 && <a href={stepAddress(story, step - 1)}>{words.story.back}</a>}
        {step < story.steps.length && (
          <a class="next" href={stepAddress(story, step + 1)}>
            {words.story.next}
          </a>
        )}
        {story.name !== 'mine' && <a href={`/story?story=${story.name}.${step}`}>{words.story.all}</a>}
        <a href="/">{words.story.leave}</a>
      </nav>
    </aside>
  );
}
