/**
 * Making a story: views are added as one comes by, each with a note, put in order, and passed on as an address or a file.
 *
 * The story being made is kept in this browser alone; no server is told of it.
 */
import type { JSX } from 'preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { addressOf } from '../address.ts';
import { StoryBar } from '../parts/story-bar.tsx';
import { checkStory, findStep, MOST_STEPS, named, type Story, type StoryPart, stepAddress } from '../story.ts';
import { words } from '../words.ts';
import { base, pathHere } from './base.ts';
import { download } from './download.ts';

type Draft = Omit<Story, 'name'>;

const KEPT_AS = 'diplograph-story';
const EMPTY: Draft = { title: '', steps: [] };

export function openStoryMaker(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#story-maker')!;
  render(<StoryMaker />, dialog);
  dialog.showModal();
}

/** The note of the story being made, where the address says that one goes through it. */
export function showOwnStep(): void {
  const step = findStep([{ name: 'mine', ...readDraft() }], new URLSearchParams(location.search).get('story'));
  const main = document.querySelector('main');
  if (!step || !main) return;
  const place = document.createElement('div');
  main.before(place);
  render(<StoryBar story={step} />, place);
}

function readDraft(): Draft {
  try {
    return checkStory(JSON.parse(localStorage.getItem(KEPT_AS) ?? '')) ?? EMPTY;
  } catch {
    return EMPTY;
  }
}

/** The address of the page as a step has it: without the story that one may be in. */
function addressHere(): string {
  const params = new URLSearchParams(location.search);
  params.delete('story');
  return addressOf(pathHere(), params);
}

/** The story in the address of this page, to go on with. */
const storyHere = (): Draft | undefined => findStep([], new URLSearchParams(location.search).get('story'))?.story;

function StoryMaker(): JSX.Element {
  const [draft, setDraft] = useState(readDraft);
  const [told, setTold] = useState('');
  const change = (next: Draft): void => {
    setDraft(next);
    setTold('');
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(next));
    } catch {
      setTold(words.story.notKept);
    }
  };
  const { steps } = draft;
  const setStep = (at: number, step: StoryPart): void => change({ ...draft, steps: steps.with(at, step) });
  const move = (at: number, to: number): void => {
    const moved = steps.toSpliced(at, 1);
    change({ ...draft, steps: moved.toSpliced(to, 0, steps[at]!) });
  };
  const replace = (next: Draft): void => {
    if (steps.length === 0 || confirm(words.story.replaces)) change(next);
  };
  const open = async (file: File | undefined): Promise<void> => {
    const story =
      file &&
      checkStory(
        await file
          .text()
          .then(JSON.parse)
          .catch(() => undefined),
      );
    if (story) replace(story);
    else if (file) setTold(words.story.noStory(file.name));
  };
  const copy = async (): Promise<void> => {
    const story = named(draft);
    if (!story) return setTold(words.story.tooLong);
    await navigator.clipboard.writeText(location.origin + base + stepAddress(story, 1)).then(
      () => setTold(words.story.copied),
      (error: Error) => setTold(error.message),
    );
  };
  const here = storyHere();
  const isReady = steps.length > 0;
  return (
    <>
      <h2>{words.story.make}</h2>
      <label>
        {words.story.title}{' '}
        <input
          value={draft.title}
          maxLength={200}
          onInput={(event) => change({ ...draft, title: event.currentTarget.value })}
        />
      </label>
      <ol class="steps">
        {steps.map(({ address, note }, i) => (
          <li key={`${i} ${address}`}>
            <a href={address}>{address}</a>
            <textarea
              aria-label={words.story.note(i + 1)}
              rows={2}
              maxLength={2000}
              value={note}
              onInput={(event) => setStep(i, { address, note: event.currentTarget.value })}
            />
            <button type="button" disabled={i === 0} aria-label={words.story.up(i + 1)} onClick={() => move(i, i - 1)}>
              ↑
            </button>
            <button
              type="button"
              disabled={i === steps.length - 1}
              aria-label={words.story.down(i + 1)}
              onClick={() => move(i, i + 1)}
            >
              ↓
            </button>
            <button
              type="button"
              aria-label={words.story.remove(i + 1)}
              onClick={() => change({ ...draft, steps: steps.toSpliced(i, 1) })}
            >
              ✕
            </button>
          </li>
        ))}
      </ol>
      <p class="actions">
        <button
          type="button"
          disabled={steps.length >= MOST_STEPS}
          onClick={() => change({ ...draft, steps: [...steps, { address: addressHere(), note: '' }] })}
        >
          {words.story.add}
        </button>
        {here && (
          <button type="button" onClick={() => replace(here)}>
            {words.story.continue}
          </button>
        )}
        {isReady && <a href={stepAddress({ name: 'mine', ...draft }, 1)}>{words.story.show}</a>}
        <button type="button" disabled={!isReady} onClick={copy}>
          {words.story.copy}
        </button>
        <button
          type="button"
          disabled={!isReady}
          onClick={() => download('story.json', JSON.stringify(draft, null, 2), 'application/json')}
        >
          {words.story.save}
        </button>
        <label class="file">
          {words.story.open}{' '}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => open(event.currentTarget.files?.[0])}
          />
        </label>
        <button type="button" disabled={!isReady} onClick={() => replace(EMPTY)}>
          {words.story.clear}
        </button>
      </p>
      <p role="status">{told}</p>
      <form method="dialog">
        <button type="submit">{words.nav.close}</button>
      </form>
    </>
  );
}
