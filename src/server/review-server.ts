/**
 * The page on which a person reviews claims, for that person alone: on the loopback, for whoever has the token that the
 * command printed, once. When it was used, the command prints the next, for a tab that was closed is to be opened again.
 *
 * The token stands behind the `#` of the address, which browsers send to nobody. The page trades it for a key, which it holds
 * for as long as its tab is open and sends with each request; another site can neither read nor send it, nor reach the
 * server by a name of its own. The page itself holds nothing to hide.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { explorerFolder } from '../base/shipped-files.ts';
import type { ReviewDesk, Wish } from '../reading/review-desk.ts';
import { isForLoopback } from './guard-requests.ts';
import { pageNotBuilt } from './problems.ts';
import { sendFile } from './send-file.ts';

export interface ReviewServer {
  readonly server: FastifyInstance;
  /** What the first address of the page ends with: `#token=…`. */
  readonly token: string;
}

export interface ReviewServerOptions {
  readonly desk: ReviewDesk;
  /** Writes what was accepted as dossiers; says what was written, in sentences. */
  readonly accept: () => Promise<readonly string[]>;
  /** The page was opened: with this token it is opened once more, and whoever has it open then has it no longer. */
  readonly onOpened?: (nextToken: string) => void;
}

/** An article, as a file. */
const MOST_BYTES = 20_000_000;

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Throws `page-not-built` where the package was built without its pages. */
export function createReviewServer({ desk, accept, onOpened }: ReviewServerOptions): ReviewServer {
  const page = readPage();
  const secret = (): string => randomBytes(32).toString('base64url');
  const first = secret();
  let [token, key] = [first, secret()];
  const server = fastify({ bodyLimit: MOST_BYTES });
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    // A name that leads here from elsewhere is somebody else's page asking.
    if (!isForLoopback(request)) return reply.code(403).send({ error: 'This page is reached as http://127.0.0.1.' });
    const { origin } = request.headers;
    if (origin !== undefined && origin !== `http://${request.headers.host}`) {
      return reply.code(403).send({ error: 'Other sites may not ask here.' });
    }
    if (!request.url.startsWith('/api/') || request.url === '/api/session') return;
    reply.header('cache-control', 'no-store');
    if (!isEqual(String(request.headers.authorization ?? ''), `Bearer ${key}`)) {
      return reply
        .code(401)
        .send({ error: 'This page is not open any more. Open the address that the command printed last.' });
    }
  });
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof KnowledgeError) return reply.code(400).send({ error: error.message, code: error.code });
    const { statusCode = 500, message } = error as { readonly statusCode?: number; readonly message: string };
    return reply.code(statusCode).send({ error: message });
  });

  server.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/explorer/*', (request: FastifyRequest<{ Params: { '*': string } }>, reply) =>
    sendFile(request, reply, join(explorerFolder, 'client'), request.params['*']),
  );
  server.post('/api/session', async (request, reply) => {
    const given = String((request.body as { readonly token?: unknown } | null)?.token ?? '');
    if (!isEqual(given, token)) {
      return reply.code(403).send({
        error: 'This address was used already, or is incomplete. Open the one that the command printed last.',
      });
    }
    [token, key] = [secret(), secret()];
    onOpened?.(token);
    return reply.header('cache-control', 'no-store').send({ key });
  });
  server.get('/api/review', async () => desk.state());
  server.get('/api/find', async (request) =>
    desk.find(String((request.query as { readonly text?: string }).text ?? '')),
  );
  server.post('/api/decide', async (request) => {
    const made = desk.decide(readWish(request.body));
    return { ...desk.state(), ...(made && { about: made.of }) };
  });
  server.post('/api/text', async (request) => {
    const { file = 'article.txt' } = request.query as { readonly file?: string };
    await desk.giveText(file.slice(0, 300), request.body instanceof Uint8Array ? request.body : new Uint8Array());
    return desk.state();
  });
  server.post('/api/accept', async () => ({ written: await accept() }));
  return { server, token: first };
}

/** A wish of those fields alone that decisions have, each of the kind it has. */
function readWish(body: unknown): Wish {
  const said = (body ?? {}) as Readonly<Record<string, unknown>>;
  const textOf = (key: string): string | undefined => (typeof said[key] === 'string' ? said[key] : undefined);
  const [to, reason, by, within] = ['to', 'reason', 'by', 'within'].map(textOf);
  const changes = typeof said.changes === 'object' && said.changes !== null ? Object.entries(said.changes) : undefined;
  return {
    decision: textOf('decision') ?? '',
    of: textOf('of') ?? '',
    ...(to !== undefined && { to }),
    ...(reason !== undefined && reason !== '' && { reason: reason.slice(0, 1000) }),
    ...(by !== undefined && by !== '' && { by: by.slice(0, 200) }),
    ...(within !== undefined && { within }),
    ...(changes && { changes: Object.fromEntries(changes.map(([key, value]) => [key, String(value).slice(0, 500)])) }),
  };
}

/** In a time that says nothing of where two texts differ. */
function isEqual(given: string, expected: string): boolean {
  const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashOf(given), hashOf(expected));
}

function readPage(): string {
  const manifest = join(explorerFolder, 'client/manifest.json');
  if (!existsSync(manifest)) throw pageNotBuilt();
  const built = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { readonly file: string }>;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Review – Diplograph</title>
<link rel="icon" type="image/svg+xml" href="/explorer/icon.svg"><link rel="stylesheet" href="/explorer/${built['style.css']?.file}">
<script type="module" src="/explorer/${built['review/main.tsx']?.file}"></script></head><body><div id="review"></div></body></html>`;
}
