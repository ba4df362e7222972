/**
 * The query editor (GraphiQL) and its examples: static files from the package, no network.
 *
 * The examples are the `.graphql` files of a folder. The editor's tabs, the documentation and the tests all read these
 * files, so that no example can be out of date alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { operationNames } from '../graphql/operation-names.ts';
import type { PageHandler } from './graphql-endpoint.ts';
import { sendFile } from './send-file.ts';

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Diplograph</title>
<p>The query editor is not built. Run <code>npm run build:ide</code>, or POST <code>{ "query": "…" }</code> here.`;

/** Serves the editor under `/ide/` of `base`; the returned handler answers with its page at any other address. */
export function addQueryEditor(
  server: FastifyInstance,
  ideFolder: string,
  queriesFolder: string | undefined,
  base: string,
): PageHandler {
  server.get('/ide/examples.json', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return { examples: await readExampleQueries(queriesFolder) };
  });
  if (!existsSync(ideFolder)) return (_request, reply) => reply.type('text/html; charset=utf-8').send(NOT_BUILT);

  server.get('/ide', async (_request, reply) => reply.redirect('/ide/'));
  server.get('/ide/*', (request: FastifyRequest<{ Params: { '*': string } }>, reply) =>
    sendFile(request, reply, ideFolder, request.params['*'] || 'index.html'),
  );
  // The page names its files from where it is, which elsewhere is written out.
  const page = readFileSync(join(ideFolder, 'index.html'), 'utf8').replaceAll('="./', `="${base}/ide/`);
  return (_request, reply) => reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
}

export interface ExampleQuery {
  /** The name of its first operation; the file's name when it has none. */
  readonly name: string;
  /** The names of its operations. */
  readonly operations: readonly string[];
  /** What it is about, to group it with others: the line `# Subject: …` at its head; empty without one. */
  readonly subject: string;
  /** The question: the first sentence of the comment at its head; its name without one. */
  readonly title: string;
  /** The rest of that comment, as one text. */
  readonly description: string;
  readonly query: string;
}

/** The examples in `folder`; none when there is no such folder. */
export async function readExampleQueries(folder: string | undefined): Promise<readonly ExampleQuery[]> {
  if (folder === undefined) return [];
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(files.map(async (file) => readExample(file, await readFile(join(folder, file), 'utf8'))));
}

function readExample(file: string, query: string): ExampleQuery {
  const head = /^(?:[ \t]*#.*(?:\r?\n|$))+/.exec(query)?.[0] ?? '';
  const lines = head.split(/\r?\n/).map((line) => line.replace(/^[ \t]*#[ \t]?/, '').trim());
  const subject = lines.find((it) => SUBJECT.test(it))?.replace(SUBJECT, '') ?? '';
  const text = lines.filter((it) => it !== '' && !SUBJECT.test(it)).join(' ');
  const title = /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;
  const operations = operationNames(query);
  const name = operations[0] ?? file.replace(/\.graphql$/, '');
  return { name, operations, subject, title: title || name, description: text.slice(title.length).trim(), query };
}

const SUBJECT = /^subject:\s*/i;
