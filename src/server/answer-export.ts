/**
 * An export over HTTP: what is asked for, in which format, and whether the client has it already. This file and the
 * formats are loaded with the first export: a server that answers questions alone never needs them.
 *
 * The answer is made as it is sent, in slices of some milliseconds between which the server does what else there is to do:
 * a slow reader slows the writer down, one that does not read is cut, and one that goes away ends it. Laying out is the
 * one thing that has to be done before, so its size is limited, and it is heavy work.
 */
import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { packageVersion } from '../base/shipped-files.ts';
import type { GivenTexts } from '../base/text-options.ts';
import type { Format, TextFormat } from '../formats/format.ts';
import { readExport } from '../formats/read-export.ts';
import { getFormat, isText, writeGraph } from '../formats/write-graph.ts';
import type { ServerLimits } from './config.ts';
import type { HeavyWork } from './heavy-work.ts';
import { missingPart, tooMuchToDraw } from './problems.ts';
import { errorBody, limitReached, refuse as refuseKnown } from './request-errors.ts';
import { type ServedGraph, summaryOf } from './served-graph.ts';

export type ExportRequest = FastifyRequest<{
  Params: { format: string };
  Querystring: Record<string, string | string[]>;
}>;

/** Answers with the graph, or with what is wrong with the request. */
export async function answerExport(
  request: ExportRequest,
  reply: FastifyReply,
  graph: ServedGraph,
  limits: ServerLimits,
  heavy: HeavyWork,
): Promise<unknown> {
  const { maxLaidOutEdges, maxMilliseconds } = limits;
  try {
    const format = getFormat(request.params.format);
    const words = request.query;
    if (format.parts && words.part === undefined) throw missingPart(format.name, format.parts);
    reply.headers({ 'cache-control': 'no-cache', vary: 'Accept-Encoding' });
    const tag = entityTag([packageVersion(), summaryOf(graph).loadedAt, format.name, ...pairsOf(words)]);
    reply.header('etag', tag);
    if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
    const isLaidOut = format.mediaType.startsWith('image/') || words.layout !== undefined;
    if (isLaidOut && request.method === 'HEAD') return sendHead(request, reply, format, words);
    const made = isLaidOut
      ? await heavy.do(graph, { kind: 'export', format: format.name, words, mostLaidOut: maxLaidOutEdges }, reply.raw)
      : await write(graph, format as TextFormat, words);
    return sendExport(request, reply, format, words, made, maxMilliseconds);
  } catch (error) {
    return refuse(reply, error, maxLaidOutEdges);
  }
}

async function write({ view }: ServedGraph, format: TextFormat, words: GivenTexts): Promise<Iterable<string>> {
  const { view: selected, options } = await readExport(view, format, words);
  return writeGraph(selected, format, options);
}

const pairsOf = (given: GivenTexts): string[] =>
  Object.entries(given)
    .map(([name, value]) => JSON.stringify([name, value]))
    .sort();

/** Weak, for the same answer may come compressed or not. */
const entityTag = (parts: readonly string[]): string =>
  `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`;

function matches(given: string | undefined, tag: string): boolean {
  const tags = given?.split(',').map((it) => it.trim().replace(/^(?!W\/)/, 'W/')) ?? [];
  return tags.includes(tag) || given?.trim() === '*';
}

function sendHead(request: ExportRequest, reply: FastifyReply, format: Format, words: GivenTexts): FastifyReply {
  // A picture is looked at, anything else is saved.
  const disposition = format.mediaType.startsWith('image/') ? 'inline' : 'attachment';
  const part = format.parts ? `.${words.part}` : '';
  reply
    .type(format.mediaType)
    .header('content-disposition', `${disposition}; filename="graph${part}.${format.ending}"`);
  if (isText(format) && takesGzip(request.headers['accept-encoding'])) reply.header('content-encoding', 'gzip');
  return request.method === 'HEAD' ? reply.send() : reply;
}

/** A picture, or a text in pieces. */
type Made = Uint8Array | string | Iterable<string>;

function sendExport(
  request: ExportRequest,
  reply: FastifyReply,
  format: Format,
  words: GivenTexts,
  made: Made,
  maxMilliseconds: number,
): FastifyReply {
  if (made instanceof Uint8Array) return sendHead(request, reply, format, words).send(Buffer.from(made));
  const pieces = (typeof made === 'string' ? [made] : made)[Symbol.iterator]();
  // What is wrong with an option may be found by the writer: the first piece comes before the status is sent.
  const first = pieces.next();
  sendHead(request, reply, format, words);
  if (request.method === 'HEAD') return reply;
  cutStalled(reply, maxMilliseconds);
  const source = Readable.from(inSlices(first, pieces), { objectMode: false });
  // What goes wrong in one stream of a pipeline ends them all; there is nobody else to tell.
  return reply.send(takesGzip(request.headers['accept-encoding']) ? pipeline(source, createGzip(), () => {}) : source);
}

/** How long the thread is kept before everybody else has a turn. */
const SLICE_MS = 5;

async function* inSlices(first: IteratorResult<string>, pieces: Iterator<string>): AsyncGenerator<Buffer> {
  let since = performance.now();
  for (let piece = first; !piece.done; piece = pieces.next()) {
    yield Buffer.from(piece.value);
    if (performance.now() - since < SLICE_MS) continue;
    await nextTurn();
    since = performance.now();
  }
}

/** Who takes less than this of an export in the time that a request may take does not read it. */
const LEAST_BYTES = 16_384;

/** Cuts the connection of a client that does not read. */
function cutStalled({ raw }: FastifyReply, maxMilliseconds: number): void {
  const { socket } = raw;
  let before = 0;
  const timer = setInterval(() => {
    const held = socket?.writableLength ?? 0;
    const sent = (socket?.bytesWritten ?? 0) - held;
    if (held > 0 && sent - before < LEAST_BYTES) raw.destroy();
    before = sent;
  }, maxMilliseconds);
  timer.unref();
  raw.once('close', () => clearInterval(timer));
}

/** Whether a client takes gzip; `gzip;q=0` says no. */
function takesGzip(header: string | string[] | undefined): boolean {
  const codings = String(header ?? '').split(',');
  return codings.some((it) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$)[\d.]+\s*)?$/i.test(it));
}

function refuse(reply: FastifyReply, error: unknown, maxLaidOutEdges: number): FastifyReply {
  if (!(error instanceof KnowledgeError)) throw error;
  reply.removeHeader('etag');
  if (error.code === 'too-much-to-lay-out') {
    const body = errorBody(tooMuchToDraw(maxLaidOutEdges), limitReached('maxLaidOutEdges', maxLaidOutEdges));
    return reply.code(400).send(body);
  }
  return refuseKnown(reply, error, error.code === 'unknown-format' ? 404 : 400);
}
