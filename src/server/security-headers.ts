/**
 * Headers that keep a page from doing what it was not made for.
 *
 * The editor may run our scripts and talk to this server, nothing else; every other answer is data, which a browser
 * should neither run nor frame.
 */
import type { FastifyInstance } from 'fastify';

/** Monaco writes its colours as style elements, hence 'unsafe-inline' for styles and styles alone. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

const NO_FRAMES = "frame-ancestors 'none'";

const DATA_POLICY = `default-src 'none'; ${NO_FRAMES}`;

/** Headers for all answers; pages at the address `embed` may be framed by `ancestors`, and nothing else by anybody. */
export function addSecurityHeaders(server: FastifyInstance, embed: string, ancestors: readonly string[]): void {
  const { 'x-frame-options': _, ...framed } = headersUnder(`${PAGE_POLICY}; frame-ancestors ${ancestors.join(' ')}`);
  const embedHeaders = { ...framed, 'cross-origin-resource-policy': 'cross-origin' };
  // Not async: it stands in the way of every answer, and waits for nothing.
  server.addHook('onSend', (request, reply, _payload, done) => {
    const type = String(reply.getHeader('content-type') ?? '');
    // A worker is held to the policy of its own script, so scripts carry the page's.
    const isPage = type.startsWith('text/html') || type.includes('javascript');
    const isEmbed = ancestors.length > 0 && request.routeOptions.url === embed && type.startsWith('text/html');
    reply.headers(isEmbed ? embedHeaders : isPage ? pageHeaders : dataHeaders);
    reply.header('x-request-id', request.id);
    done();
  });
}

const headersUnder = (policy: string): Readonly<Record<string, string>> => ({
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});
const pageHeaders = headersUnder(`${PAGE_POLICY}; ${NO_FRAMES}`);
const dataHeaders = headersUnder(DATA_POLICY);
