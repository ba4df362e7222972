/**
 * More of what lies around a thing: how many relations of each kind it has, and a button for each that is not all shown.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { directivesOf, type View } from '../address.ts';
import { ask, nameOf } from '../ask.ts';
import type { GraphData } from '../graph-data.ts';
import { type GraphState, MOST_ASKED, MOST_EXPANDED, MOST_NEIGHBOURS } from '../graph-state.ts';
import { words } from '../words.ts';
import { askServer } from './ask-server.ts';

export interface PanelProps {
  readonly data: GraphData;
  readonly state: GraphState;
  readonly go: (change: Partial<GraphState>) => void;
}

export function Expand({ id, data, state, go }: PanelProps & { readonly id: string }): JSX.Element {
  const kinds = useKinds(id, state.view);
  const shown = new Map(
    countsOf([...data.edges.values()].flatMap((it) => (it.from.id === id || it.to.id === id ? [it.type] : []))),
  );
  const expand = (type: string): void => {
    const before = state.expanded.find((it) => it.id === id && it.type === type);
    const others = state.expanded.filter((it) => it !== before);
    go({ expanded: [...others, { id, type, most: Math.min(MOST_ASKED, (before?.most ?? 0) + MOST_EXPANDED) }] });
  };
  return (
    <ul class="expand">
      {kinds.map(([type, count]) => {
        const left = count - (shown.get(type) ?? 0);
        return (
          <li key={type}>
            <button type="button" disabled={left <= 0} onClick={() => expand(type)}>
              {type} <span class="count">{left > 0 ? words.entity.more(left) : count}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What the picture leaves out around its centres and expansions, and how to see more of it. */
export function Capped({ data, state, go }: PanelProps): JSX.Element | null {
  const ids = [...new Set(data.capped.map((it) => it.id))];
  const some = ids.slice(0, 3);
  return (
    <>
      {data.omitted > 0 && <p class="hint">{words.graph.omitted(data.omitted, data.nodes.size)}</p>}
      {some.map((id) => {
        const node = data.nodes.get(id);
        return (
          node && (
            <details class="hint" key={id}>
              <summary>{words.graph.capped(nameOf(node))}</summary>
              <button type="button" onClick={() => go({ most: Math.min(MOST_ASKED, state.most + MOST_NEIGHBOURS) })}>
                {words.entity.more(MOST_NEIGHBOURS)}
              </button>
              <Expand id={id} data={data} state={state} go={go} />
            </details>
          )
        );
      })}
    </>
  );
}

/** How many relations of each kind a thing has in a view, the most first. */
function useKinds(id: string, view: View): readonly (readonly [string, number])[] {
  const [kinds, setKinds] = useState<readonly (readonly [string, number])[]>([]);
  const directives = directivesOf(view);
  useEffect(() => {
    let left = false;
    const entries = '{ edge { type } }';
    type Entries = readonly { readonly edge: { readonly type: string } | null }[];
    ask<{ timeline: { readonly entries: Entries; readonly ongoing: Entries; readonly undated: Entries } }>(
      askServer,
      `query Kinds ${directives} { timeline(of: ${JSON.stringify(id)}) { entries ${entries} ongoing ${entries} undated ${entries} } }`,
    ).then(
      ({ timeline }) => {
        const found = [...timeline.entries, ...timeline.ongoing, ...timeline.undated];
        if (!left) setKinds(countsOf(found.flatMap(({ edge }) => (edge ? [edge.type] : []))));
      },
      () => left || setKinds([]),
    );
    return () => {
      left = true;
    };
  }, [id, directives]);
  return kinds;
}

/** How often each word comes, the most frequent first. */
export function countsOf(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}
