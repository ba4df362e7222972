/**
 * GraphiQL for this graph: examples in tabs, light or dark as the system says, nothing fetched from elsewhere.
 *
 * A link such as `/graphql?query={…}` opens with that query, so that an answer's question can be sent to a colleague.
 */
import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import 'graphiql/graphiql.css';
import './style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { base } from './base.ts';
import { exampleList } from './example-list.tsx';
import { type Example, fetchExamples } from './examples.ts';
import { PlainLetters } from './plain-letters.tsx';
import { TabTitles } from './tab-titles.tsx';

const WELCOME = '# Ask the graph. Ctrl+Space completes, Ctrl+Enter runs.\n{\n  __typename\n}\n';

start(await fetchExamples());

function start(examples: readonly Example[]): void {
  const page = document.getElementById('ide');
  if (!page) throw new Error('The page has no element with the id "ide".');
  page.removeAttribute('role');

  const link = new URLSearchParams(location.search);
  const asked = link.get('query');
  const variables = link.get('variables');
  const tabs = examples.map(({ query }) => ({ query }));
  if (asked !== null) tabs.unshift({ query: asked });
  createRoot(page).render(
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url: `${base}/graphql` })}
      plugins={[exampleList(examples), HISTORY_PLUGIN]}
      defaultTabs={tabs.length > 0 ? tabs : [{ query: WELCOME }]}
      {...(asked !== null && { initialQuery: asked })}
      {...(variables !== null && { initialVariables: variables })}
      defaultQuery={WELCOME}
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
    >
      <GraphiQL.Logo>Diplograph</GraphiQL.Logo>
      <PlainLetters />
      <TabTitles examples={examples} />
    </GraphiQL>,
  );
}
