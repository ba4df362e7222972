/**
 * The picture's page at work: the address chooses what is shown, and everything a visitor does is a new address.
 */

import type { JSX } from 'preact';
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nameOf, schemaOf } from '../ask.ts';
import { type Dated, type GraphData, readDated, readGraph, shownOf } from '../graph-data.ts';
import { type GraphState, readState, writeState } from '../graph-state.ts';
import { EdgeTable } from '../parts/edge-table.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { words } from '../words.ts';
import { askServer } from './ask-server.ts';
import { layOut, type Place, type Places } from './lay-out.ts';
import { Picture } from './picture.tsx';
import { Legend, Selection, Switches } from './side-panels.tsx';
import { csvOf, download, pngOf, svgOf } from './take-away.ts';
import { Years } from './years.tsx';

/** Milliseconds between looks whether the data were replaced. */
const LOOK = 20_000;

export function showGraph(root: HTMLElement): void {
  const state = readState(new URLSearchParams(location.search));
  if (state.centres.length === 0) return;
  root.replaceChildren();
  render(<GraphView name={root.dataset.site ?? ''} />, root);
}

function GraphView({ name }: { readonly name: string }): JSX.Element {
  const [state, setState] = useState<GraphState>(() => readState(new URLSearchParams(location.search)));
  const [data, setData] = useState<GraphData>();
  const [dated, setDated] = useState<Dated | undefined>();
  const [places, setPlaces] = useState<Places>(new Map());
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(true);
  const [order, setOrder] = useState<keyof typeof words.table>();
  const news = useServerNews();
  const stage = useRef<HTMLDivElement>(null);

  const [steps, setSteps] = useState({ at: stepOf(history.state), last: stepOf(history.state) });
  const go = (change: Partial<GraphState>): void => {
    const next = { ...state, ...change };
    setState(next);
    const step = stepOf(history.state);
    history.pushState({ step: step + 1 }, '', writeState(next));
    setSteps({ at: step + 1, last: step + 1 });
  };
  useEffect(() => {
    const back = (): void => {
      setState(readState(new URLSearchParams(location.search)));
      setSteps((it) => ({ ...it, at: stepOf(history.state) }));
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key === 'z' && steps.at > 0) history.back();
      if (command && event.key === 'y' && steps.at < steps.last) history.forward();
      if (event.key === 'Escape' && state.selected !== undefined) go({ selected: undefined });
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  });

  // What is asked of the server depends on these alone; switches and the selection choose among what is here.
  const asked = JSON.stringify([
    state.centres,
    state.expanded,
    state.most,
    { ...state.view, on: undefined, certain: false },
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked hangs on `asked` alone, and places follow it.
  useEffect(() => {
    const leaving = new AbortController();
    setBusy(true);
    readGraph(askServer, state)
      .then(async (found) => {
        if (leaving.signal.aborted) return;
        setData(found);
        setTrouble(undefined);
        const next = await layOut([...found.nodes.values()], [...found.edges.values()], places, leaving.signal);
        if (leaving.signal.aborted) return;
        setPlaces(next);
        setBusy(false);
      })
      .catch((error: Error) => {
        setTrouble(error instanceof TypeError ? words.graph.lost : error.message);
        setBusy(false);
      });
    return () => leaving.abort();
  }, [asked, news.version]);
  const date = JSON.stringify([asked, state.view.on]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked hangs on `date` alone.
  useEffect(() => {
    let left = false;
    readDated(askServer, state)
      .then((found) => left || setDated(found))
      .catch((error: Error) => setTrouble(error.message));
    return () => {
      left = true;
    };
  }, [date, news.version]);

  const shown = useMemo(() => (data ? shownOf(data, state, dated) : { nodes: [], edges: [] }), [data, dated, state]);
  const codes = useTypeCodes();
  const codeOf = (type: string): number => codes.get(type) ?? 0;
  const caption = [
    `${
      data
        ? state.centres
            .slice(0, 3)
            .map((id) => nameOf(data.nodes.get(id) ?? { __typename: '', id }))
            .join(', ')
        : ''
    }${state.view.on === undefined ? '' : `, ${words.view.heading.toLowerCase()} ${state.view.on}`}`,
    `${words.credit(name, new Date().toISOString().slice(0, 10))} · ${location.href.slice(0, 160)}`,
  ];
  const picture = (): SVGSVGElement => stage.current!.querySelector('svg.picture')!;

  return (
    <div class="graph-view">
      {news.changed && (
        <p class="banner" role="status">
          {words.graph.changed}{' '}
          <button type="button" onClick={news.load}>
            {words.graph.reload}
          </button>
        </p>
      )}
      {(trouble ?? (news.lost ? words.graph.lost : undefined)) && (
        <p class="banner" role="alert">
          {trouble ?? words.graph.lost}
        </p>
      )}
      <div class="tools">
        <button type="button" disabled={steps.at === 0} onClick={() => history.back()}>
          {words.graph.undo}
        </button>
        <button type="button" disabled={steps.at >= steps.last} onClick={() => history.forward()}>
          {words.graph.redo}
        </button>
        <button type="button" aria-pressed={state.table} onClick={() => go({ table: !state.table })}>
          {state.table ? words.graph.picture : words.graph.table}
        </button>
        <span class="dim" role="status">
          {busy ? words.graph.loading : `${shown.nodes.length} · ${shown.edges.length}`}
        </span>
        <span class="take-away">
          {words.graph.takeAway}:{' '}
          <button type="button" onClick={() => download('statements.csv', csvOf(shown.edges), 'text/csv')}>
            {words.graph.csv}
          </button>
          {!state.table && (
            <>
              <button type="button" onClick={() => download('picture.svg', svgOf(picture(), caption), 'image/svg+xml')}>
                {words.graph.svg}
              </button>
              <button
                type="button"
                onClick={() =>
                  pngOf(svgOf(picture(), caption)).then(
                    (png) => download('picture.png', png, 'image/png'),
                    (error: Error) => setTrouble(error.message),
                  )
                }
              >
                {words.graph.png}
              </button>
            </>
          )}
          {state.centres.length === 1 &&
            ['gexf', 'graphml', 'cytoscape', 'json-ld'].map((format) => (
              <a key={format} href={exportAddress(state, format)} download>
                {format}
              </a>
            ))}
        </span>
      </div>
      {data && (
        <Years edges={[...data.edges.values()]} on={state.view.on} onChange={(on) => go({ view: viewOn(state, on) })} />
      )}
      <div class="panes">
        {data && <Switches data={data} state={state} go={go} codeOf={codeOf} />}
        <div class="stage" ref={stage}>
          {data && shown.edges.length === 0 && !busy && <p class="hint">{words.graph.empty}</p>}
          {data?.capped.map((id) => (
            <p class="hint" key={id}>
              {words.graph.capped(nameOf(data.nodes.get(id) ?? { __typename: '', id }), state.most)}
            </p>
          ))}
          {state.table ? (
            <EdgeTable
              edges={shown.edges}
              view={state.view}
              certain={dated?.certain}
              order={{ by: order, onOrder: setOrder }}
            />
          ) : (
            <Picture
              nodes={shown.nodes}
              edges={shown.edges}
              places={places}
              certain={dated?.certain}
              selected={state.selected}
              centres={state.centres}
              codeOf={codeOf}
              onSelect={(selected) => go({ selected })}
              onMove={(id: string, place: Place) => setPlaces(new Map(places).set(id, place))}
            />
          )}
          <Legend dated={dated !== undefined} />
        </div>
        <Selection state={state} data={data} go={go} />
      </div>
      {data?.queries.map((it) => (
        <QueryBehind key={it} query={it} editor />
      ))}
    </div>
  );
}

/** How many changes of this picture lie behind an entry of the browser's history. */
const stepOf = (entry: unknown): number => (entry as { readonly step?: number } | null)?.step ?? 0;

function viewOn(state: GraphState, on: string | undefined): GraphState['view'] {
  const { on: _, ...view } = state.view;
  return on === undefined ? view : { ...view, on };
}

/** The same selection through the server's exports, which take one centre. */
function exportAddress({ centres, view }: GraphState, format: string): string {
  const params = new URLSearchParams({ around: centres[0]!, depth: '1' });
  if (view.on !== undefined) params.set('as-of', view.on);
  if (view.certain && view.on !== undefined) params.set('certain', '');
  if (view.stated) params.set('stated', '');
  return `/export/graph.${format}?${params}`;
}

/** The place of each type in the ontology: colours of types that the style table does not know hang on it. */
function useTypeCodes(): ReadonlyMap<string, number> {
  const [codes, setCodes] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    void schemaOf(askServer).then((schema) => setCodes(new Map([...schema.types.keys()].map((it, i) => [it, i]))));
  }, []);
  return codes;
}

/** Whether the server answers, and whether it serves other data than when the page was opened. */
function useServerNews(): { lost: boolean; changed: boolean; version: number; load: () => void } {
  const [news, setNews] = useState<{ loadedAt?: string; seen?: string; lost: boolean; version: number }>({
    lost: false,
    version: 0,
  });
  useEffect(() => {
    const look = async (): Promise<void> => {
      try {
        const { loadedAt } = (await (await fetch('/ready')).json()) as { loadedAt?: string };
        setNews((it) => ({
          ...it,
          lost: false,
          ...(loadedAt !== undefined && { seen: loadedAt, loadedAt: it.loadedAt ?? loadedAt }),
          // What could not be had while the server was away is asked for again.
          version: it.lost ? it.version + 1 : it.version,
        }));
      } catch {
        setNews((it) => ({ ...it, lost: true }));
      }
    };
    void look();
    const timer = setInterval(() => void look(), LOOK);
    return () => clearInterval(timer);
  }, []);
  return {
    lost: news.lost,
    changed: news.seen !== news.loadedAt,
    version: news.version,
    load: () =>
      setNews((it) => ({ ...it, ...(it.seen !== undefined && { loadedAt: it.seen }), version: it.version + 1 })),
  };
}
