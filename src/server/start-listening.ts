/**
 * Opens the port, and says in words why it cannot.
 */
import type { FastifyInstance } from 'fastify';
import { portForbidden, portInUse, unknownHost } from './problems.ts';

/**
 * Listens and returns the address people can open, for example `http://localhost:4000`.
 * @throws KnowledgeError `port-in-use`, `port-forbidden` or `unknown-host`.
 */
export async function startListening(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw portInUse(host, port);
    if (code === 'EACCES') throw portForbidden(port);
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') throw unknownHost(host);
    throw error;
  }
  const address = server.server.address();
  const opened = typeof address === 'object' && address ? address.port : port;
  return `http://${openHost(host)}:${opened}`;
}

/** A host to put into a browser: every-network addresses are reached by name, IPv6 goes in brackets. */
function openHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
