/**
 * A server below a path: behind a proxy that gives `/x/…` on as it is, all routes stand below `/x`.
 *
 * Routes are written from the root, and so is every address in here: the path is taken off a request before it is routed, and put
 * before what leaves the server, which is redirects here and links where a page is printed.
 */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Where no route is: what is asked outside the base is not found, whatever its name. */
const NOWHERE = '/outside-the-base-path';

/** The address of a request as routes have it. */
export const withoutBase =
  (base: string) =>
  ({ url = '/' }: IncomingMessage): string => {
    if (!url.startsWith(base)) return NOWHERE;
    const rest = url.slice(base.length);
    if (rest === '' || rest.startsWith('?')) return `/${rest}`;
    return rest.startsWith('/') ? rest : NOWHERE;
  };

const bases = new WeakMap<FastifyInstance, string>();

/** The path below which a server stands; nothing for the root. */
export const basePathOf = (server: FastifyInstance): string => bases.get(server) ?? '';

/** Redirects lead below the base too, and so does the address that is told once the server listens. */
export function redirectBelow(server: FastifyInstance, base: string): void {
  bases.set(server, base);
  server.addHook('onSend', (_request, reply, _payload, done) => {
    const to = reply.getHeader('location');
    if (typeof to === 'string' && to.startsWith('/')) reply.header('location', base + to);
    done();
  });
}
