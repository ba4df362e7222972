/**
 * An export over HTTP: what is asked for, in which format, and whether the client has it already. This file and the
 * formats are loaded with the first export: a server that answers questions alone never needs them.
 *
 * The answer is made as it is sent: a slow reader slows the writer down, and one that goes away ends it. Laying out is
 * the one thing that has to be done before, so its size is limited.
 */
import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { packageVersion } from '../base/shipped-files.ts';
import type { GivenTexts } from '../base/text-options.ts';
import type { Format } from '../formats/format.ts';
import { type Export, readExport } from '../formats/read-export.ts';
import { drawGraph, getFormat, isText, writeGraph } from '../formats/write-graph.ts';
import type { ServerLimits } from './config.ts';
import { tooMuchToDraw } from './problems.ts';
import { errorBody, limitReached } from './request-errors.ts';
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
  { maxLaidOutEdges }: ServerLimits,
): Promise<unknown> {
  const { view } = graph;
  try {
    const format = getFormat(request.params.format);
    reply.headers({ 'cache-control': 'no-cache', vary: 'Accept-Encoding' });
    const tag = entityTag([packageVersion(), summaryOf(graph).loadedAt, format.name, ...pairsOf(request.query)]);
    reply.header('etag', tag);
    if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
    return await sendExport(request, reply, format, await readExport(view, format, request.query, maxLaidOutEdges));
  } catch (error) {
    return refuse(reply, error, maxLaidOutEdges);
  }
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

async function sendExport(
  request: ExportRequest,
  reply: FastifyReply,
  format: Format,
  { view, options }: Export,
): Promise<FastifyReply> {
  // A picture is looked at, anything else is kept.
  const disposition = format.mediaType.startsWith('image/') ? 'inline' : 'attachment';
  const part = format.parts ? `.${options.part ?? format.parts[0]}` : '';
  reply
    .type(format.mediaType)
    .header('content-disposition', `${disposition}; filename="graph${part}.${format.ending}"`);
  if (!isText(format)) return reply.send(Buffer.from(await drawGraph(view, format, options)));
  const packed = takesGzip(request.headers['accept-encoding']);
  if (packed) reply.header('content-encoding', 'gzip');
  if (request.method === 'HEAD') return reply.send();
  return reply.send(streamOf(writeGraph(view, format, options), packed));
}

/** The pieces as a stream; when it is destroyed, nothing more is made. */
function streamOf(pieces: Iterable<string>, packed: boolean): Readable {
  const source = Readable.from(encoded(pieces), { objectMode: false });
  // What goes wrong in one stream of a pipeline ends them all; there is nobody else to tell.
  return packed ? pipeline(source, createGzip(), () => {}) : source;
}

function* encoded(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
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
  const code = error.code.toUpperCase().replaceAll('-', '_');
  return reply.code(error.code === 'unknown-format' ? 404 : 400).send(errorBody(error.message, { code }));
}
