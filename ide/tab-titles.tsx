/**
 * Tabs that are called by their questions: GraphiQL calls them by the names of their operations, and has no way to be told.
 */
import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import type { Example } from './examples.ts';

/** Letters of a question that a tab shows; the rest is in its tooltip. */
const MOST_LETTERS = 36;

export function TabTitles({ examples }: { readonly examples: readonly Example[] }): null {
  const tabs = useGraphiQL((state) => state.tabs);
  useEffect(() => {
    for (const [i, button] of document.querySelectorAll('.graphiql-tab-button').entries()) {
      const example = examples.find((it) => it.query === tabs[i]?.query);
      // React writes the text anew when a tab becomes another question, and only then.
      button.textContent = example ? shorten(example.title) : (tabs[i]?.title ?? '');
      button.setAttribute('title', example?.title ?? tabs[i]?.title ?? '');
    }
  }, [tabs, examples]);
  return null;
}

/** A text cut at a word. */
function shorten(text: string): string {
  if (text.length <= MOST_LETTERS) return text;
  const cut = text.slice(0, MOST_LETTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_LETTERS / 2))}…`;
}
