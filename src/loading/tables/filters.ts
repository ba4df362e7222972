/**
 * What a template can do to a cell: `{name|slug}`, `{members|split:;}`.
 */
import { foldText } from '../../base/fold-text.ts';

/** Words that a mapping translates, by the name of the list and the word. */
export type Lookups = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface Filter {
  /** What stands behind the colon, in words; undefined when the filter takes nothing. */
  readonly takes?: string;
  /** The new text, several texts, or undefined when the filter has no answer for this text. */
  apply(text: string, argument: string, lookups: Lookups): string | readonly string[] | undefined;
  /** Why there is no answer, behind the text in quotes. */
  readonly failure?: string;
}

/** All filters by name. An empty cell never reaches one, except `or`. */
export const filters: Readonly<Record<string, Filter>> = {
  lower: { apply: (text) => text.toLowerCase() },
  upper: { apply: (text) => text.toUpperCase() },
  slug: {
    apply: (text) => foldText(text).replaceAll(' ', '-') || undefined,
    failure: 'has no letters to make a slug of',
  },
  split: {
    takes: 'a separator, as in {names|split:;}',
    apply: (text, separator) =>
      text
        .split(separator)
        .map((it) => it.trim())
        .filter((it) => it !== ''),
  },
  or: { takes: 'a text for empty cells, as in {end|or:..}', apply: (text) => text },
  lookup: {
    takes: 'a list of "lookups", as in {vote|lookup:votes}',
    apply: (text, name, lookups) => lookups.get(name)?.get(text),
    failure: 'is not in the lookup. Add it there',
  },
};
