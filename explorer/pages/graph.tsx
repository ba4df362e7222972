/**
 * The picture's page as the server sends it: the relations as a table, which a script turns into a picture; and the same
 * without anything around it, for a frame on another site.
 */
import { type Ask, readThings, schemaOf } from '../ask.ts';
import { queryBehind, readGraph, shownOf, titleOf } from '../graph-data.ts';
import { type GraphState, isStarted, readState, writeState } from '../graph-state.ts';
import { ordered } from '../parts/columns.ts';
import { CreditLine, Document, type Page, type Site, ViewForm } from '../parts/document.tsx';
import { EdgeTable } from '../parts/edge-table.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { words } from '../words.ts';

/** Rows that the server sends; the script asks for the rest. */
const MOST_ROWS = 200;

export async function graphPage(asker: Ask, site: Site): Promise<Page> {
  const state = readState(site.params);
  const bare = site.path === '/embed';
  const frame = { site: { ...site, indexable: false }, title: words.nav.graph, bare, wide: true };
  if (!isStarted(state)) {
    return {
      page: (
        <Document {...frame}>
          <h1>{words.nav.graph}</h1>
          <p>{words.graph.start}</p>
        </Document>
      ),
    };
  }
  const schema = await schemaOf(asker, state.view);
  const data = await readGraph(asker, state);
  const renamed = await withoutOldIds(asker, state, data.nodes);
  if (renamed) return { location: writeState(renamed, site.path) };
  const shown = shownOf(data, state);
  const title = titleOf(state, data);
  const rows = { edges: ordered(shown.edges, state.order).slice(0, MOST_ROWS), view: state.view };
  const page = (
    <Document {...frame} title={title}>
      <h1 class="unseen">{title}</h1>
      <div id="graph" data-site={JSON.stringify({ credit: site.credit, look: site.look })}>
        {!bare && <ViewForm site={site} />}
        <noscript>
          <p>{words.graph.needsScript}</p>
        </noscript>
        {state.form === 'timeline' ? (
          <Timeline {...rows} />
        ) : (
          <EdgeTable {...rows} certain={data.certain} columns={state.columns} order={state.order} />
        )}
        {shown.edges.length > MOST_ROWS && <p>{words.entity.more(shown.edges.length - MOST_ROWS)}</p>}
        {!bare && <QueryBehind query={queryBehind(schema, state, shown)} editor={site.credit.editor} />}
      </div>
      {bare && (
        <p class="credit">
          {title}. <CreditLine credit={site.credit} />.{' '}
          <a href={writeState(state)} target="_blank" rel="noopener">
            {words.graph.openWhole}
          </a>
        </p>
      )}
    </Document>
  );
  return { page };
}

/** The same picture by the ids of today; undefined where it is so already. */
async function withoutOldIds(
  asker: Ask,
  state: GraphState,
  nodes: ReadonlyMap<string, unknown>,
): Promise<GraphState | undefined> {
  const old = [...state.centres, ...state.also].filter((it) => !nodes.has(it));
  if (old.length === 0) return undefined;
  const now = new Map<string, string>();
  for (const id of old) for (const [current] of await readThings(asker, [id])) now.set(id, current);
  const renamed = (ids: readonly string[]): readonly string[] => ids.map((id) => now.get(id) ?? id);
  return now.size === 0 ? undefined : { ...state, centres: renamed(state.centres), also: renamed(state.also) };
}
