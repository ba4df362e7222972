/**
 * "The query behind this": the GraphQL that a page asked, and the same as a program, to copy or to open in the editor.
 */
import type { JSX } from 'preact';
import { words } from '../words.ts';

export function QueryBehind({ query, editor }: { readonly query: string; readonly editor: boolean }): JSX.Element {
  return (
    <details class="query">
      <summary>{words.graph.query}</summary>
      <pre>{query}</pre>
      <pre>{programOf(query)}</pre>
      {editor && <a href={`/graphql?query=${encodeURIComponent(query)}`}>{words.graph.openInEditor}</a>}
    </details>
  );
}

/** A Node program that prints what the query gives. */
export const programOf = (query: string): string => `import { openGraph } from 'diplograph';

const graph = await openGraph();
const { data } = await graph.query(${JSON.stringify(query)});
console.log(JSON.stringify(data, null, 2));`;
