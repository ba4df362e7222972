/**
 * The picture's page at work: the address chooses what is shown, and everything a visitor does is a new address.
 */
import type { JSX } from 'preact';
import { render } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { queryBehind, shownOf, titleOf } from '../graph-data.ts';
import { type GraphState, isStarted, MOST_SEEDS, readState } from '../graph-state.ts';
import { allColumns, type Column, type Order } from '../parts/columns.ts';
import type { Site } from '../parts/document.tsx';
import { EdgeTable } from '../parts/edge-table.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { words } from '../words.ts';
import { pathHere } from './base.ts';
import { Capped, type PanelProps } from './expand.tsx';
import { Picture } from './picture.tsx';
import { Selection } from './selection.tsx';
import { Legend, Switches } from './switches.tsx';
import { captionOf, TakeAway } from './take-away.tsx';
import { useAddress } from './use-address.ts';
import { useGraph } from './use-graph.ts';
import { Years } from './years.tsx';

export function showGraph(root: HTMLElement): void {
  if (!isStarted(readState(new URLSearchParams(location.search)))) return;
  root.replaceChildren();
  const { credit, look } = JSON.parse(root.dataset.site ?? '{}') as Given;
  render(<GraphView credit={credit} look={look} embedded={pathHere() === '/embed'} />, root);
}

/** What the server writes into the page for the picture. */
type Given = Pick<Site, 'credit' | 'look'>;

function GraphView({ credit, look, embedded }: Given & { readonly embedded: boolean }): JSX.Element {
  const { state, go, canUndo, canRedo } = useAddress();
  const { now, always, schema, places, busy, stop, trouble } = useGraph(state);
  const stage = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown depends on these parts of the state alone.
  const shown = useMemo(
    () => (now ? shownOf(now, state) : { nodes: [], edges: [] }),
    [now, state.hidden, state.nodesOff, state.edgesOff, state.centres, state.also],
  );
  const query = useMemo(() => (schema ? queryBehind(schema, state, shown) : undefined), [schema, state, shown]);
  const caption = captionOf(credit, now ? titleOf(state, now) : '', shown.edges);

  const select = (id: string | undefined, beside: boolean): void => {
    const others = state.selected.filter((it) => now?.nodes.has(it) && it !== id);
    const isOff = beside && id !== undefined && state.selected.includes(id);
    const kept = beside && id !== undefined && now?.nodes.has(id) ? others : [];
    go({ selected: id === undefined || isOff ? kept : [...kept, id] });
  };
  const form = (
    <div class="stage" ref={stage}>
      {now && shown.edges.length === 0 && !busy && <p class="hint">{words.graph.empty}</p>}
      {now && !embedded && <Capped data={now} state={state} go={go} />}
      {state.form === 'table' && (
        <>
          {!embedded && <Columns state={state} go={go} />}
          <EdgeTable
            edges={shown.edges}
            view={state.view}
            certain={now?.certain}
            columns={state.columns}
            order={state.order}
            onOrder={(by) => go({ order: nextOrder(state.order, by) })}
          />
        </>
      )}
      {state.form === 'timeline' && <Timeline edges={shown.edges} view={state.view} />}
      {state.form === 'picture' && (
        <Picture
          {...shown}
          places={places}
          certain={now?.certain}
          selected={state.selected}
          centres={state.centres}
          look={look}
          onSelect={select}
          onPin={(id, { x, y }) => go({ pinned: [...state.pinned.filter((it) => it.id !== id), { id, x, y }] })}
        />
      )}
      {state.form === 'picture' && <Legend dated={now?.certain !== undefined} />}
    </div>
  );
  if (embedded) return form;
  // Things are selected in the picture; a table has better use for the room.
  const aside = state.form === 'picture' || state.selected.length > 0;
  return (
    <div class="graph-view">
      {trouble !== undefined && trouble !== words.news.lost && (
        <p class="banner" role="alert">
          {trouble}
        </p>
      )}
      <div class="tools">
        <button type="button" disabled={!canUndo} onClick={() => history.back()}>
          {words.graph.undo}
        </button>
        <button type="button" disabled={!canRedo} onClick={() => history.forward()}>
          {words.graph.redo}
        </button>
        {(['picture', 'table', 'timeline'] as const).map((it) => (
          <button key={it} type="button" aria-pressed={state.form === it} onClick={() => go({ form: it })}>
            {words.graph.forms[it]}
          </button>
        ))}
        {state.form === 'picture' && (
          <button type="button" onClick={() => go({ seed: (state.seed + 1) % (MOST_SEEDS + 1) })}>
            {words.graph.arrange}
          </button>
        )}
        <span class="dim" role="status">
          {busy ? words.graph.loading : words.graph.counts(shown.nodes.length, shown.edges.length)}
        </span>
        {busy && (
          <button type="button" onClick={stop}>
            {words.graph.stop}
          </button>
        )}
        <TakeAway state={state} shown={shown} caption={caption} credit={credit} stage={stage} />
      </div>
      {always && (
        <Years edges={[...always.edges.values()]} on={state.view.on} onChange={(on) => go(dated(state, on))} />
      )}
      <div class={aside ? 'panes' : 'panes without-selection'}>
        {now ? (
          <Switches data={now} scripts={schema?.scripts ?? []} state={state} go={go} look={look} />
        ) : (
          <div class="switches" />
        )}
        {form}
        {aside && <Selection state={state} data={now} go={go} />}
      </div>
      {query && <QueryBehind query={query} editor={credit.editor} />}
    </div>
  );
}

/** Which columns the table has. */
function Columns({ state: { columns }, go }: Pick<PanelProps, 'state' | 'go'>): JSX.Element {
  const toggle = (column: Column): void => {
    const chosen = allColumns.filter((it) => columns.includes(it) !== (it === column));
    if (chosen.length > 0) go({ columns: chosen });
  };
  return (
    <details class="columns">
      <summary>{words.graph.columns}</summary>
      {allColumns.map((it) => (
        <label key={it}>
          <input type="checkbox" checked={columns.includes(it)} onChange={() => toggle(it)} /> {words.table[it]}
        </label>
      ))}
    </details>
  );
}

/** A second click on a column turns its order round, a third leaves it. */
function nextOrder(before: Order | undefined, by: Column): Order | undefined {
  if (before?.by !== by) return { by, down: false };
  return before.down ? undefined : { by, down: true };
}

function dated({ view: { on: _, ...view } }: GraphState, on: string | undefined): Partial<GraphState> {
  return { view: on === undefined ? view : { ...view, on } };
}
