/**
 * "Example questions": a panel of the sidebar that opens any shipped query in a new tab.
 *
 * Tabs alone do not do: the editor remembers a visitor's tabs, so examples that a later version adds would never show.
 */
import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { ReactElement } from 'react';
import type { Example } from './examples.ts';

export function exampleList(examples: readonly Example[]): GraphiQLPlugin {
  return {
    title: 'Example questions',
    icon: QuestionIcon,
    content: () => <ExampleList examples={examples} />,
  };
}

function ExampleList({ examples }: { readonly examples: readonly Example[] }): ReactElement {
  const open = useOpenExample();
  return (
    <section aria-label="Example questions">
      <div className="graphiql-doc-explorer-title">Example questions</div>
      {[...new Set(examples.map((it) => it.subject))].map((subject) => (
        <section key={subject}>
          {subject !== '' && <h3>{subject}</h3>}
          <ul className="example-list">
            {examples
              .filter((it) => it.subject === subject)
              .map((example) => (
                <li key={example.name}>
                  <button type="button" onClick={() => open(example)}>
                    <strong>{example.title}</strong>
                    <span>{example.description}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** Goes to the tab that already holds the example unchanged, or opens a new one. */
function useOpenExample(): (example: Example) => void {
  const { addTab, changeTab } = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const editor = useGraphiQL((state) => state.queryEditor);
  return (example) => {
    const held = tabs.findIndex((tab) => tab.query === example.query);
    if (held !== -1) return changeTab(held);
    addTab();
    // The editor's text is the one truth GraphiQL has of a tab's query; setting it names and stores the tab.
    editor?.setValue(example.query);
  };
}

function QuestionIcon(): ReactElement {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5.5h16v11h-9l-4 3.5v-3.5H4z" strokeLinejoin="round" />
      <path d="M8 9.5h8M8 12.5h5" strokeLinecap="round" />
    </svg>
  );
}
