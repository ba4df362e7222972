/**
 * Files of the package over HTTP. What sends them is loaded with the first: a server that programs talk to never needs it.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { badRange } from './problems.ts';
import { errorBody } from './request-errors.ts';

/** Sends a file below the folder, which no path leads out of, or says that there is none. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  path: string,
): Promise<FastifyReply> {
  const { default: send } = await import('@fastify/send');
  const { type, statusCode, headers, stream } = await send(request.raw, encodeURI(path), {
    root: folder,
    index: false,
    cacheControl: false,
  });
  if (statusCode === 416) {
    reply.code(416).header('content-range', headers['Content-Range']);
    return reply.send(errorBody(badRange, { code: 'BAD_REQUEST' }));
  }
  if (type !== 'file') {
    reply.callNotFound();
    return reply;
  }
  // Names under assets/ hold a hash of the content: what has such a name never changes.
  const lasting = path.startsWith('assets/');
  return reply
    .code(statusCode)
    .headers({ ...headers, 'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache' })
    .send(stream);
}
