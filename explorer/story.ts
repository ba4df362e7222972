/**
 * A story: saved views with a note each, told as steps. It ships as a file, or stands whole in the address of each step, so
 * that anybody can make one and pass it on without a server that keeps it.
 */

export interface StoryPart {
  /** Where the view is on this site: `/graph?c=state:kaz`. */
  readonly address: string;
  readonly note: string;
}

export interface Story {
  /** What addresses call it: the name of a shipped story, `mine` for the one being made, or the whole story after a `~`. */
  readonly name: string;
  readonly title: string;
  readonly steps: readonly StoryPart[];
}

/** Where in a story a page stands. */
export interface StoryStep {
  readonly story: Story;
  /** From 1. */
  readonly step: number;
}

export const MOST_STEPS = 40;
const LONGEST_NOTE = 2000;
const LONGEST_TITLE = 200;
const LONGEST_ADDRESS = 4000;
/** Letters of a whole story in an address: servers and proxies take some eight thousand for an address at most. */
const LONGEST_IN_ADDRESS = 6000;

/** The address of a step: its view, and where in the story one is. */
export function stepAddress(story: Story, step: number): string {
  const address = story.steps[step - 1]?.address ?? '/';
  return `${address}${address.includes('?') ? '&' : '?'}story=${story.name}.${step}`;
}

/** The step that an address names as `story=seed.2`, of the shipped stories or of one that stands in the address itself. */
export function findStep(stories: readonly Story[], text: string | null): StoryStep | undefined {
  const [, name = '', number] = /^([a-z-]{1,40}|~[\w-]+)\.(\d{1,2})$/.exec(text ?? '') ?? [];
  const story = name.startsWith('~') ? readStory(name) : stories.find((it) => it.name === name);
  const step = Number(number);
  return story && step >= 1 && step <= story.steps.length ? { story, step } : undefined;
}

/** The story under a name that holds it whole; undefined where it is too long for an address. */
export function named({ title, steps }: Omit<Story, 'name'>): Story | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify([title, ...steps.map((it) => [it.address, it.note])]));
  const name = `~${btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')}`;
  return name.length <= LONGEST_IN_ADDRESS ? { name, title, steps } : undefined;
}

/** Whatever an address holds comes from a stranger: what is no story is none. */
function readStory(name: string): Story | undefined {
  if (name.length > LONGEST_IN_ADDRESS) return undefined;
  try {
    const letters = atob(name.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (it) => it.charCodeAt(0));
    const [title, ...parts] = JSON.parse(new TextDecoder().decode(bytes)) as unknown[];
    const steps = parts.map((it) => ({ address: (it as string[])[0], note: (it as string[])[1] }));
    const story = checkStory({ title, steps });
    return story && { ...story, name };
  } catch {
    return undefined;
  }
}

/** A story as a file has it; undefined where it is none, or leads away from this site. */
export function checkStory(value: unknown): Omit<Story, 'name'> | undefined {
  const { title, steps } = (value ?? {}) as { readonly title?: unknown; readonly steps?: unknown };
  if (typeof title !== 'string' || !Array.isArray(steps) || steps.length === 0 || steps.length > MOST_STEPS) {
    return undefined;
  }
  const sound = steps.every(
    (it): it is StoryPart =>
      typeof it?.note === 'string' &&
      it.note.length <= LONGEST_NOTE &&
      typeof it.address === 'string' &&
      isOwn(it.address),
  );
  if (!sound || title.length > LONGEST_TITLE) return undefined;
  return { title, steps: steps.map(({ address, note }) => ({ address: address.replace(/#.*/s, ''), note })) };
}

/** Whether it is an address of this site: browsers take `//host` and `/\host` for other sites. */
const isOwn = (address: string): boolean => address.length <= LONGEST_ADDRESS && /^\/(?![/\\])[^\s\\]*$/.test(address);
