/**
 * A server as it is in production, on a port of its own: what tests ask, they ask over HTTP.
 */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { openGraph } from '../../src/open-graph.ts';
import {
  createServer,
  holdGraph,
  type PartialConfig,
  type ReplaceableGraph,
  startListening,
} from '../../src/server/create-server.ts';
import { seedFolder } from '../kit/seed-folder.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
}

export interface Served {
  /** POSTs a question; `more` is what else the body holds, such as variables. */
  ask(query: string, more?: Readonly<Record<string, unknown>>): Promise<HttpAnswer>;
  /** GETs a path. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  readonly graph: ReplaceableGraph;
}

/** Serves the seed alone while the tests of a file run. */
export function serveSeed(config: PartialConfig = {}): Served {
  let server: FastifyInstance | undefined;
  let address = '';
  let graph: ReplaceableGraph | undefined;

  beforeAll(async () => {
    graph = holdGraph(await openGraph({ data: seedFolder() }));
    server = await createServer({ graph, config, print: () => {} });
    address = await startListening(server, 'localhost', 0);
  });
  afterAll(() => server?.close());

  return {
    ask: async (query, more = {}) => {
      const answer = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, ...more }),
      });
      return { status: answer.status, body: (await answer.json()) as HttpAnswer['body'] };
    },
    get: (path, headers = {}) => fetch(`${address}${path}`, { headers }),
    get graph(): ReplaceableGraph {
      if (!graph) throw new Error('The graph is there once the tests run.');
      return graph;
    },
  };
}
