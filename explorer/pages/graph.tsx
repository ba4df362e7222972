/**
 * The picture's page as the server sends it: the relations as a table, which a script turns into a picture.
 */
import type { JSX } from 'preact';
import { type Ask, schemaOf } from '../ask.ts';
import { readDated, readGraph, shownOf } from '../graph-data.ts';
import { readState } from '../graph-state.ts';
import { Document, type Site } from '../parts/document.tsx';
import { EdgeTable } from '../parts/edge-table.tsx';
import { words } from '../words.ts';

/** Rows that the server sends; the script asks for the rest. */
const MOST_ROWS = 200;

export async function graphPage(asker: Ask, site: Site): Promise<{ status: number; page: JSX.Element }> {
  const state = readState(site.params);
  await schemaOf(asker);
  const started = state.centres.length > 0;
  const data = started ? await readGraph(asker, state) : undefined;
  const dated = started ? await readDated(asker, state) : undefined;
  const shown = data ? shownOf(data, state, dated) : { nodes: [], edges: [] };
  const page = (
    <Document site={{ ...site, indexable: false }} title={words.nav.graph} wide>
      <h1 class="unseen">{words.nav.graph}</h1>
      {!started && <p>{words.graph.start}</p>}
      <div id="graph" data-site={site.name}>
        {started && (
          <noscript>
            <p>{words.graph.needsScript}</p>
          </noscript>
        )}
        {started && <EdgeTable edges={shown.edges.slice(0, MOST_ROWS)} view={state.view} certain={dated?.certain} />}
      </div>
    </Document>
  );
  return { status: 200, page };
}
