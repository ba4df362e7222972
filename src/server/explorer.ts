/**
 * The explorer's pages: rendered by the built explorer, which asks this server's GraphQL as anybody does.
 *
 * A page is complete as it is sent; programs get the same thing as JSON, JSON-LD or Turtle by what they accept.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { onceFor } from '../base/once-for.ts';
import { explorerFolder } from '../base/shipped-files.ts';
import { edgeColour, nodeStyle } from '../formats/style.ts';
import type { ServerConfig } from './config.ts';
import { INNER_HEADERS } from './limit-clients.ts';
import { readExampleQueries } from './query-editor.ts';
import { errorBody } from './request-errors.ts';
import { sendFile } from './send-file.ts';
import type { GraphHolder, ServedGraph } from './served-graph.ts';

/** What the built explorer exports; `explorer/server.tsx` has the promises. */
interface Explorer {
  renderPage(
    request: object,
  ): Promise<{ readonly status: number; readonly html: string } | { readonly location: string } | undefined>;
  readEntityData(ask: Ask, id: string, params: URLSearchParams): Promise<{ readonly refused?: string } | undefined>;
}
type Ask = (query: string, operationName?: string) => Promise<unknown>;

export interface ExplorerOptions {
  readonly server: FastifyInstance;
  readonly graph: GraphHolder;
  /** The graph in memory, for the list of all addresses. */
  readonly whole: GraphHolder;
  readonly config: Pick<ServerConfig, 'index' | 'frameAncestors' | 'basePath'>;
  /** A folder of `.graphql` files to offer as questions. */
  readonly queries: string | undefined;
}

/** Forms of a thing by `?as=`, by what a program accepts, and as a format of exports. */
const FORMS = [
  { as: 'jsonld', accepts: 'application/ld+json', format: 'json-ld' },
  { as: 'turtle', accepts: 'text/turtle', format: 'turtle' },
  { as: 'json', accepts: 'application/json', format: undefined },
] as const;

/** The page that other sites may frame, if the operator lets them. */
export const EMBED = '/embed';

/** Most addresses in one sitemap, as sitemaps.org has it. */
const MOST_ADDRESSES = 50_000;

/** Serves the explorer; false where it is not built. */
export function addExplorer(options: ExplorerOptions): boolean {
  const { server, whole, config } = options;
  const siteOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}${config.basePath}`;
  const manifest = join(explorerFolder, 'client/manifest.json');
  if (!existsSync(manifest)) return false;
  const render = renderer(options, manifest);
  for (const address of ['/', '/graph', EMBED, '/path', '/search', '/story']) server.get(address, render);
  for (const room of ['entity', 'edge', 'source', 'question']) server.get(`/${room}/*`, render);
  server.get('/explorer/*', (request: FastifyRequest<{ Params: { '*': string } }>, reply) =>
    sendFile(request, reply, join(explorerFolder, 'client'), request.params['*']),
  );
  server.get('/robots.txt', async (request, reply) =>
    reply
      .type('text/plain')
      .send(config.index ? `Sitemap: ${siteOf(request)}/sitemap.xml\n` : 'User-agent: *\nDisallow: /\n'),
  );
  server.get('/sitemap.xml', async (request, reply) =>
    config.index
      ? reply.type('application/xml').send(printSitemap(whole.current(), siteOf(request)))
      : reply.callNotFound(),
  );
  return true;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

function renderer({ server, graph, config, queries }: ExplorerOptions, manifest: string): Handler {
  const built = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { readonly file: string }>;
  // Loaded with the first page: a server that programs talk to never renders one.
  const load = async () => ({
    explorer: (await import(pathToFileURL(join(explorerFolder, 'server/server.js')).href)) as Explorer,
    site: {
      base: config.basePath,
      script: `/explorer/${built['client/main.ts']?.file}`,
      style: `/explorer/${built['style.css']?.file}`,
      indexable: config.index,
      questions: await readExampleQueries(queries),
      stories: await readStories(),
    },
  });
  let loaded: ReturnType<typeof load> | undefined;
  const askOf = asksOf(server, config.basePath);

  return async (request, reply) => {
    const { explorer, site } = await (loaded ??= load());
    const { pathname, searchParams: params } = new URL(request.url, 'http://localhost');
    const path = decode(pathname);
    if (path === undefined) return reply.callNotFound();
    const served = graph.current();
    const ask = askOf(served);
    reply.header('vary', 'Accept');
    const id = /^\/entity\/(.+)$/s.exec(path)?.[1];
    const form = id === undefined ? undefined : formOf(request, params);
    if (id !== undefined && form?.format) {
      return reply.redirect(`/export/graph.${form.format}?${new URLSearchParams({ around: id, depth: '1' })}`);
    }
    if (id !== undefined && form) {
      const data = await explorer.readEntityData(ask, id, params);
      if (data === undefined) return reply.callNotFound();
      const refused = 'refused' in data ? data.refused : undefined;
      return refused === undefined ? data : reply.code(400).send(errorBody(refused, { code: 'BAD_USER_INPUT' }));
    }
    const { name = 'Diplograph', version, licence } = served.about ?? {};
    const credit = { name, version, licence, editor: true, embeddable: config.frameAncestors.length > 0 };
    const page = await explorer.renderPage({ ...site, path, params, ask, credit, look: lookOf(served) });
    if (page === undefined) return reply.callNotFound();
    if ('location' in page) return reply.redirect(page.location, 301);
    return reply.code(page.status).type('text/html; charset=utf-8').send(page.html);
  };
}

/** What the types of a graph look like, as everywhere else: the explorer has no list of types of its own. */
const lookOf = onceFor(({ view: { ontology } }: ServedGraph) => ({
  nodes: Object.fromEntries([...ontology.nodeTypes.keys()].map((type, code) => [type, nodeStyle(type, code)])),
  edges: Object.fromEntries([...ontology.edgeTypes.keys()].map((type, code) => [type, edgeColour(type, code)])),
}));

/** Ways of asking, one for each graph: the explorer remembers what a schema is by the way in which it asked. */
function asksOf(server: FastifyInstance, base: string): (served: ServedGraph) => Ask {
  const ask: Ask = async (query, operationName) => {
    const { payload } = await server.inject({
      method: 'POST',
      url: `${base}/graphql`,
      headers: { ...INNER_HEADERS, 'content-type': 'application/json', accept: 'application/json' },
      payload: JSON.stringify({ query, operationName }),
    });
    return JSON.parse(payload);
  };
  return onceFor((_) => (query, operationName) => ask(query, operationName));
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The form in which a program wants a thing; undefined for a page. */
function formOf({ headers }: FastifyRequest, params: URLSearchParams): (typeof FORMS)[number] | undefined {
  const asked = params.get('as');
  if (asked !== null) return FORMS.find((it) => it.as === asked);
  const accept = headers.accept ?? '';
  return accept.includes('text/html') ? undefined : FORMS.find((it) => accept.includes(it.accepts));
}

async function readStories(): Promise<readonly unknown[]> {
  const folder = join(explorerFolder, 'client/stories');
  const files = (await readdir(folder)).filter((it) => it.endsWith('.json')).sort();
  return Promise.all(files.map(async (it) => JSON.parse(await readFile(join(folder, it), 'utf8'))));
}

/** The addresses of all things, up to what a sitemap may hold. */
function printSitemap({ view }: ServedGraph, site: string): string {
  const addresses: string[] = [];
  const { ids } = view.graph.nodes;
  for (let node = 0; node < ids.length && addresses.length < MOST_ADDRESSES; node++) {
    if (view.hasNode(node as Parameters<typeof view.hasNode>[0]))
      addresses.push(`${site}/entity/${encodeURIComponent(ids[node] ?? '')}`);
  }
  const rows = addresses.map((it) => `<url><loc>${it.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`;
}
