/**
 * The query editor (GraphiQL) and its examples: static files from the package, no network.
 */
import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { readExampleQueries } from './example-queries.ts';
import type { PageHandler } from './graphql-endpoint.ts';

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Diplograph</title>
<p>The query editor is not built. Run <code>npm run build:ide</code>, or POST <code>{ "query": "…" }</code> here.`;

/** Serves the editor under `/ide/`; the returned handler answers with its page at any other address. */
export async function addQueryEditor(
  server: FastifyInstance,
  ideFolder: string,
  queriesFolder: string | undefined,
): Promise<PageHandler> {
  server.get('/ide/examples.json', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return { examples: await readExampleQueries(queriesFolder) };
  });
  if (!existsSync(ideFolder)) return (_request, reply) => reply.type('text/html; charset=utf-8').send(NOT_BUILT);

  await server.register(fastifyStatic, {
    root: ideFolder,
    prefix: '/ide/',
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names under assets/ hold a hash of the content: what has such a name never changes.
      const lasting = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/ide', async (_request, reply) => reply.redirect('/ide/'));
  return (_request, reply) => reply.sendFile('index.html');
}
