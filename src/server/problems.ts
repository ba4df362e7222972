/**
 * What the server says when it cannot start or answer: a sentence with the remedy.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';

export const portInUse = (host: string, port: number): KnowledgeError =>
  new KnowledgeError(
    'port-in-use',
    `Port ${port} on ${host} is in use. Choose another with --port ${port + 1 > 65535 ? port - 1 : port + 1}, or --port 0 for any free one.`,
  );

export const portForbidden = (port: number): KnowledgeError =>
  new KnowledgeError(
    'port-forbidden',
    `Port ${port} needs more rights than you have. Choose one above 1023 with --port.`,
  );

export const unknownHost = (host: string): KnowledgeError =>
  new KnowledgeError(
    'unknown-host',
    `This machine has no address "${host}". Use --host localhost for this machine only, or --host 0.0.0.0 for every network.`,
  );

/** `expected` is the end of the sentence, with its full stop and what may follow it. */
export const badSetting = (name: string, value: string, expected: string): KnowledgeError =>
  new KnowledgeError('bad-setting', `${name} is "${value}", but must be ${expected}`);

/** The end of the sentence for a word that is none of the choices. */
export const expectedChoice = (given: string, choices: readonly string[]): string =>
  `one of ${choices.join(', ')}.${didYouMean(given, choices)}`;

export const badConfigFile = (path: string, why: string): KnowledgeError =>
  new KnowledgeError(
    'bad-config-file',
    `The settings cannot be read from "${path}": ${why}. Write a JSON object; \`diplograph schema --for config\` is its schema.`,
  );

export const unknownSetting = (name: string, path: string, known: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'unknown-setting',
    `"${name}" in "${path}" is no setting.${didYouMean(name, known) || ` There are ${known.join(', ')}.`}`,
  );

export const bodyTooLarge = (limit: number): string =>
  `The request is larger than ${limit} bytes. Send a shorter query, or raise the option "maxBodyBytes".`;

export const tooSlow = (limit: number): string =>
  `The request took longer than ${limit} ms. Ask for less, or raise the option "maxMilliseconds".`;

export const tooManyTokens = (limit: number): string =>
  `The query has more than ${limit} tokens. Split it, or raise the option "maxTokens".`;

export const nothingThere = (path: string): string =>
  `There is nothing at "${path}". Questions go to /graphql, exports are at /export/graph.FORMAT; /health and /ready tell how the server is.`;

export const badAddress = (path: string): string =>
  `The address "${path}" cannot be read. Write a percent sign as %25.`;

export const onlyGet =
  'Ask with GET, with the question in the address: /openapi.json describes it. POST is for /graphql and /mcp.';

export const foreignOrigin = 'Pages of other sites may not ask: the Origin is not this server.';

export const batchTooLong = (count: number, most: number): string =>
  `A batch of ${count} messages is too long. Send at most ${most} in one request.`;

export const noSessions = 'Send messages with POST: there are no sessions here.';

export const badRange = 'The range is not in the file.';

export const internalError = (id: string): string =>
  `Internal error. Tell the operator the id ${id}: the log has the rest.`;

const HOW_TO_ASK = 'Send questions with POST as JSON: { "query": "{ … }" }.';

export const methodNotAllowed = (method: string): string => `/graphql does not take ${method}. ${HOW_TO_ASK}`;

export const notJson = (contentType: string): string => `A body of "${contentType}" is not read. ${HOW_TO_ASK}`;

export const documentsUnreadable = (folder: string, why: string): KnowledgeError =>
  new KnowledgeError(
    'documents-unreadable',
    `The queries that alone may be asked cannot be read from "${folder}": ${why}. Name a folder of .graphql files.`,
  );

export const noKey =
  'This server answers clients with a key. Send yours as "Authorization: Bearer KEY" or "X-API-Key: KEY".';

export const wrongKey = 'This key is not known here. Ask the operator for one.';

/** Thrown by what counts requests; the error handler answers with its words. */
export class TooManyRequests extends Error {
  readonly code = 'RATE_LIMITED';
  readonly statusCode = 429;
}

export const tooManyRequests = (max: number, seconds: number): TooManyRequests =>
  new TooManyRequests(`You have had your ${max} requests a minute. Ask again in ${seconds} s.`);

export const notATrustedDocument =
  'This server answers the queries of its operator alone, by their text or as { "documentId": "sha256:…" }.';

export const missingPart = (format: string, parts: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'missing-part',
    `The format "${format}" is ${parts.length} files. Ask for each: ${parts.map((it) => `?part=${it}`).join(', ')}.`,
  );

export const tooBusy = (): KnowledgeError =>
  new KnowledgeError('too-busy', 'Too much heavy work is asked for at once. Ask again in some seconds.');

export const timeIsUp = (limit: number): KnowledgeError => new KnowledgeError('time-is-up', tooSlow(limit));

export const heavyThreadEnded = (why: string): KnowledgeError =>
  new KnowledgeError(
    'heavy-thread-ended',
    `The thread that worked on this ended early: ${why}. Ask again, or for less; an operator can give it more memory with NODE_OPTIONS=--max-old-space-size=8192 for one.`,
  );

export const fromElsewhere =
  'Exports are not for pages of other sites to load. Open the address itself, or ask from a program.';

export const foreignHost = (host: string): string =>
  `This server does not answer for the host "${host}". Ask for it as localhost, or start it with --allow-host ${host}.`;

export const tooMuchToDraw = (limit: number): string =>
  `The selection has more than ${limit} edges, which are too many to lay out here. Narrow it with "around", "via" or "types", or raise the option "maxLaidOutEdges".`;

/** Thrown when a request took too long. The code is the one that Fastify's own limit has. */
export class TimeIsUp extends Error {
  readonly code = 'FST_ERR_HANDLER_TIMEOUT';
}

/** A failure as people read it: the sentence of what was foreseen, the stack of what nobody foresaw. */
export function printFailure(error: unknown): string {
  if (error instanceof KnowledgeError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export const pageNotBuilt = (): KnowledgeError =>
  new KnowledgeError(
    'page-not-built',
    'The page of reviews is not built. In a clone, run: npm run build. The words list, accept and reject do without it.',
  );
