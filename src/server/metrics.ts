/**
 * Metrics for Prometheus, answered on a port of their own so that strangers never see them.
 *
 * Labels take their values from lists that the operator knows: routes, codes of errors, limits, and the operations of the
 * example queries and trusted documents. Whatever else a client makes up is counted as `other`, so nobody can fill memory.
 */
import { createServer as createHttpServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { packageVersion } from '../base/shipped-files.ts';
import { outcomeOf } from './request-outcome.ts';
import { type GraphHolder, summaryOf } from './served-graph.ts';
import { listenOn } from './start-listening.ts';

export interface Metrics {
  readonly registry: Registry;
  /** Measures every request of a server. */
  watch(server: FastifyInstance): void;
  /** Notes a reload that was taken, or refused for what is wrong with the facts. */
  reloaded(outcome: 'taken' | 'refused', seconds: number): void;
}

export interface MetricsOptions {
  readonly graph: GraphHolder;
  /** Names of operations that are told apart. */
  readonly operations: Iterable<string>;
}

/** Seconds: a remembered answer takes a tenth of a millisecond, the longest export minutes. */
const DURATIONS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];
/** Nodes and edges. */
const WORK = [10, 100, 1000, 10_000, 100_000, 1_000_000, 5_000_000];
const RELOADS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

export function makeMetrics({ graph, operations }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const known = new Set(operations);
  const requests = new Counter({
    name: 'diplograph_http_requests_total',
    help: 'Requests that were answered, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'diplograph_http_request_duration_seconds',
    help: 'How long requests took, from the first byte to the last, by route.',
    labelNames: ['route'],
    buckets: DURATIONS,
    registers,
  });
  const operationDurations = new Histogram({
    name: 'diplograph_operation_duration_seconds',
    help: 'How long requests to /graphql took, by operation: those of the example queries and trusted documents, or "other".',
    labelNames: ['operation'],
    buckets: DURATIONS,
    registers,
  });
  const work = new Histogram({
    name: 'diplograph_operation_work',
    help: 'Nodes and edges that operations looked at; what was remembered looked at none.',
    buckets: WORK,
    registers,
  });
  const answers = new Counter({
    name: 'diplograph_answers_total',
    help: 'Operations that were answered, by whether the answer was remembered.',
    labelNames: ['remembered'],
    registers,
  });
  const refusals = new Counter({
    name: 'diplograph_refusals_total',
    help: 'Answers with errors, by the limit that was reached, or else by the code of the first error.',
    labelNames: ['reason'],
    registers,
  });
  const reloads = new Histogram({
    name: 'diplograph_reload_duration_seconds',
    help: 'How long reloads took, by outcome: taken, or refused for what is wrong with the facts.',
    labelNames: ['outcome'],
    buckets: RELOADS,
    registers,
  });
  new Gauge({
    name: 'diplograph_build_info',
    help: 'Always 1; the version is a label.',
    labelNames: ['version'],
    registers,
  }).set({ version: packageVersion() }, 1);
  new Gauge({
    name: 'diplograph_graph_info',
    help: 'Always 1; the name and the version of the graph that is served are labels.',
    labelNames: ['name', 'version'],
    registers,
    collect() {
      const { name = '', version = '' } = graph.current().about ?? {};
      this.reset();
      this.set({ name, version }, 1);
    },
  });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  const summary = () => summaryOf(graph.current());
  gauge('diplograph_graph_nodes', 'Nodes of the graph that is served.', () => summary().nodes);
  gauge('diplograph_graph_edges', 'Edges of the graph that is served.', () => summary().edges);
  gauge(
    'diplograph_graph_loaded_timestamp_seconds',
    'When the graph that is served was read.',
    () => Date.parse(summary().loadedAt) / 1000,
  );
  return {
    registry,
    reloaded: (outcome, seconds) => reloads.observe({ outcome }, seconds),
    watch: (server) => {
      server.addHook('onResponse', async (request, reply) => {
        const { operation, work: looked, remembered, refusal } = outcomeOf(request);
        const seconds = reply.elapsedTime / 1000;
        const route = request.routeOptions.url ?? 'other';
        requests.inc({ route, method: request.method, status: reply.statusCode });
        durations.observe({ route }, seconds);
        if (looked !== undefined) {
          const name = operation === undefined ? 'unnamed' : known.has(operation) ? operation : 'other';
          operationDurations.observe({ operation: name }, seconds);
          work.observe(looked);
          answers.inc({ remembered: String(remembered === true) });
        }
        if (refusal !== undefined) refusals.inc({ reason: refusal });
      });
    },
  };
}

/** Answers `GET /metrics` at a port of its own; closes with `server`. Gives the address. */
export async function serveMetrics(
  server: FastifyInstance,
  { registry }: Metrics,
  host: string,
  port: number,
): Promise<string> {
  const http = createHttpServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', registry.contentType);
    response.end(await registry.metrics());
  });
  server.addHook('onClose', async () => {
    http.close();
    http.closeAllConnections();
  });
  return listenOn(http, host, port);
}
