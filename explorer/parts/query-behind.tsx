/**
 * "The query behind this": the GraphQL that a page asked, and the same as a program, to copy or to open in the editor.
 */
import type { JSX } from 'preact';
import { words } from '../words.ts';

interface QueryProps {
  readonly query: string;
  /** Whether there is an editor to open it in. */
  readonly editor: boolean;
  /** Its operations, when it has several: the program asks each. */
  readonly operations?: readonly string[];
}

export function QueryBehind({ query, editor, operations }: QueryProps): JSX.Element {
  return (
    <details class="query">
      <summary>{words.graph.query}</summary>
      <pre>{query}</pre>
      <pre>{programOf(query, operations)}</pre>
      {editor && <a href={`/graphql?query=${encodeURIComponent(query)}`}>{words.graph.openInEditor}</a>}
    </details>
  );
}

/** A Node program that prints what the query gives, operation by operation where it has several. */
export function programOf(query: string, operations: readonly string[] = []): string {
  const ask =
    operations.length < 2
      ? `const { data } = await graph.query(${JSON.stringify(query)});
console.log(JSON.stringify(data, null, 2));`
      : `const query = ${JSON.stringify(query)};
for (const operationName of ${JSON.stringify(operations)}) {
  const { data } = await graph.query(query, {}, { operationName });
  console.log(operationName, JSON.stringify(data, null, 2));
}`;
  return `import { openGraph } from 'diplograph';

const graph = await openGraph();
${ask}`;
}
