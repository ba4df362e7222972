/**
 * How two things are connected: the paths as rows, each hop with its sources, and a link to the picture.
 */
import type { JSX } from 'preact';
import { directivesOf, numberOf, pictureAddress, readView, textOf, type View } from '../address.ts';
import { type Ask, ask, nameOf, relationName, type Schema, schemaOf, type Thing } from '../ask.ts';
import { Document, type Page, type Site } from '../parts/document.tsx';
import { Sources, Standing, ThingLink } from '../parts/edge-table.tsx';
import { QueryBehind } from '../parts/query-behind.tsx';
import { type Edge, edgeFragment, whenOf } from '../statements.ts';
import { words } from '../words.ts';

/** Paths that the page shows. */
const MOST_PATHS = 10;

interface Hop {
  readonly from: Thing;
  readonly to: Thing;
  readonly edge: Edge;
  readonly forward: boolean;
  readonly alternatives: readonly { readonly id: string }[];
}
interface Path {
  readonly length: number;
  readonly nodes: readonly Thing[];
  readonly hops: readonly Hop[];
  /** The days on which all of it may have held. */
  readonly held: readonly { readonly since: string | null; readonly until: string | null }[];
}

export async function pathPage(asker: Ask, site: Site): Promise<Page> {
  const { params } = site;
  const view = readView(params);
  const [from, to] = await Promise.all([meantBy(asker, textOf(params, 'from')), meantBy(asker, textOf(params, 'to'))]);
  const hops = Math.trunc(numberOf(params, 'hops', 1, 8) ?? 4);
  const together = params.get('together') === '1';
  const found =
    from && to && from.id !== to.id ? await readPaths(asker, params, { view, from, to, hops, together }) : undefined;
  const paths = found?.paths ?? [];
  const page = (
    <Document site={site} viewed title={from && to ? `${nameOf(from)} – ${nameOf(to)}` : words.nav.path}>
      <h1>{from && to ? `${nameOf(from)} – ${nameOf(to)}` : words.nav.path}</h1>
      <form class="connect">
        <Input name="from" label={words.path.from} value={from ? nameOf(from) : (textOf(params, 'from') ?? '')} />
        <Input name="to" label={words.path.to} value={to ? nameOf(to) : (textOf(params, 'to') ?? '')} />
        <label>
          {words.path.hops} <input name="hops" type="number" min={1} max={8} value={hops} />
        </label>
        <Input name="via" label={words.path.via} value={textOf(params, 'via') ?? ''} />
        <Input name="avoid" label={words.path.avoid} value={textOf(params, 'avoid') ?? ''} />
        <label>
          <input type="checkbox" name="together" value="1" checked={together} /> {words.path.together}
        </label>
        <button type="submit">{words.path.go}</button>
      </form>
      {[
        textOf(params, 'from') && !from && textOf(params, 'from'),
        textOf(params, 'to') && !to && textOf(params, 'to'),
      ].map((text) => text && <p key={text}>{words.search.nothing(text)}</p>)}
      {found && (
        <>
          {paths.length === 0 && <p>{words.path.none}</p>}
          {paths.length > 0 && (
            <p class="actions">
              <a href={pictureAddress([...new Set(paths.flatMap((it) => it.nodes.map((node) => node.id)))], view)}>
                {words.entity.picture}
              </a>
            </p>
          )}
          <ol class="paths">
            {paths.map((path, i) => (
              <li key={i}>
                <h2>
                  {words.path.length(path.length)}
                  {together && <span class="dim">{words.path.held(path.held)}</span>}
                </h2>
                <ol class="hops">
                  {path.hops.map((hop, k) => (
                    <HopRow key={k} hop={hop} view={view} schema={found.schema} />
                  ))}
                </ol>
              </li>
            ))}
          </ol>
          {(found.truncated || paths.length === MOST_PATHS) && <p>{words.path.cut}</p>}
          <QueryBehind query={found.query} editor={site.credit.editor} />
        </>
      )}
    </Document>
  );
  return { page };
}

function Input({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}): JSX.Element {
  return (
    <label>
      {label} <input name={name} value={value} maxLength={200} />
    </label>
  );
}

function HopRow({
  hop,
  view,
  schema,
}: {
  readonly hop: Hop;
  readonly view: View;
  readonly schema: Schema;
}): JSX.Element {
  const { from, to, edge, forward, alternatives } = hop;
  const arrow = forward ? `— ${edge.type} →` : `← ${edge.type} —`;
  const name = relationName(schema, from.__typename, edge.type, forward);
  return (
    <li>
      <ThingLink thing={from} view={view} /> <span title={arrow}>{name ? `— ${name} →` : arrow}</span>{' '}
      <ThingLink thing={to} view={view} />{' '}
      <span class="dim">{[edge.role, whenOf(edge)].filter(Boolean).join(', ')}</span>{' '}
      <Standing edge={edge} view={view} certain={undefined} />
      <Sources edge={edge} view={view} />
      {alternatives.length > 0 && <p class="dim">{words.path.otherEdges(alternatives.length)}</p>}
    </li>
  );
}

interface PathsAsked {
  readonly view: View;
  readonly from: Thing;
  readonly to: Thing;
  readonly hops: number;
  /** Whether all hops of a path have to hold at one time. */
  readonly together: boolean;
}

async function readPaths(asker: Ask, params: URLSearchParams, { view, from, to, hops, together }: PathsAsked) {
  const schema = await schemaOf(asker, view);
  const list = (name: string): string => {
    const words = (textOf(params, name) ?? '').split(',').map((it) => it.trim());
    const said = words.filter((it) => it !== '');
    return said.length === 0 ? '' : `, ${name}: [${said.map((it) => JSON.stringify(it)).join(', ')}]`;
  };
  const query = `query Connection ${directivesOf(view)} {
  paths(from: ${JSON.stringify(from.id)}, to: ${JSON.stringify(to.id)}, maxHops: ${hops}, first: ${MOST_PATHS}${list('via')}${list('avoid')}${together ? ', concurrent: true' : ''}) {
    truncated paths { length held { since until } nodes { ...Thing } hops { from { ...Thing } to { ...Thing } forward edge { ...Edge } alternatives { id } } }
  }
}
${edgeFragment(schema)}`;
  const { paths } = await ask<{ paths: { paths: readonly Path[]; truncated: boolean } }>(asker, query);
  return { ...paths, query, schema };
}

/** The thing that an id or a name means; undefined where nothing is called so. */
export async function meantBy(asker: Ask, text: string | undefined): Promise<Thing | undefined> {
  if (text === undefined) return undefined;
  const schema = await schemaOf(asker);
  const quoted = JSON.stringify(text);
  const found = await ask<{ entity: Thing | null; search: readonly { node: Thing }[] }>(
    asker,
    `{ entity(id: ${quoted}) { ${schema.label} } search(text: ${quoted}, first: 1) { node { ${schema.label} } } }`,
  );
  return found.entity ?? found.search[0]?.node;
}
