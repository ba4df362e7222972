/**
 * Opens the port, and says in words why it cannot.
 */
import { once } from 'node:events';
import type { Server } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { basePathOf } from './base-path.ts';
import { portForbidden, portInUse, unknownHost } from './problems.ts';

/**
 * Listens and returns the address people can open, for example `http://localhost:4000`.
 * @throws KnowledgeError `port-in-use`, `port-forbidden` or `unknown-host`.
 */
export async function startListening(server: FastifyInstance, host: string, port: number): Promise<string> {
  return `${await opened(server.server, host, port, server.listen({ host, port }))}${basePathOf(server)}`;
}

/** The same for a plain server of Node. */
export async function listenOn(server: Server, host: string, port: number): Promise<string> {
  const listening = once(server, 'listening');
  server.listen({ host, port });
  return opened(server, host, port, listening);
}

async function opened(server: Server, host: string, port: number, listening: Promise<unknown>): Promise<string> {
  try {
    await listening;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw portInUse(host, port);
    if (code === 'EACCES') throw portForbidden(port);
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') throw unknownHost(host);
    throw error;
  }
  const address = server.address();
  const free = typeof address === 'object' && address ? address.port : port;
  return `http://${openHost(host)}:${free}`;
}

/** A host to put into a browser: every-network addresses are reached by name, IPv6 goes in brackets. */
function openHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
