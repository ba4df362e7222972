/**
 * A story: saved views with a note each, told as steps above the pages themselves.
 */
import type { JSX } from 'preact';
import { words } from '../words.ts';

export interface Story {
  readonly name: string;
  readonly title: string;
  readonly steps: readonly { readonly address: string; readonly note: string }[];
}

/** Where in a story a page stands. */
export interface StoryStep {
  readonly story: Story;
  /** From 1. */
  readonly step: number;
}

export function StoryBar({ story: { story, step } }: { readonly story: StoryStep }): JSX.Element {
  return (
    <aside class="story" aria-label={story.title}>
      <p class="dim">
        {story.title} · {words.story.step(step, story.steps.length)}
      </p>
      <p>{story.steps[step - 1]?.note}</p>
      <nav aria-label={story.title}>
        {step > 1 && <a href={stepAddress(story, step - 1)}>{words.story.back}</a>}
        {step < story.steps.length && (
          <a class="next" href={stepAddress(story, step + 1)}>
            {words.story.next}
          </a>
        )}
        <a href="/">{words.story.leave}</a>
      </nav>
    </aside>
  );
}

/** The address of a step: its view, and where in the story one is. */
export function stepAddress(story: Story, step: number): string {
  const address = story.steps[step - 1]?.address ?? '/';
  return `${address}${address.includes('?') ? '&' : '?'}story=${story.name}.${step}`;
}

/** The step that an address names as `story=seed.2`. */
export function findStep(stories: readonly Story[], text: string | null): StoryStep | undefined {
  const [, name, number] = /^([a-z-]{1,40})\.(\d{1,2})$/.exec(text ?? '') ?? [];
  const story = stories.find((it) => it.name === name);
  const step = Number(number);
  return story && step >= 1 && step <= story.steps.length ? { story, step } : undefined;
}
