import { afterEach, expect, test } from 'vitest';
import { createServer } from '../../src/server/create-server.ts';
import { makeMetrics, serveMetrics } from '../../src/server/metrics.ts';
import { holdGraph } from '../../src/server/served-graph.ts';
import { question, smallServedGraph } from './small-served-graph.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function measured() {
  const graph = holdGraph(smallServedGraph());
  const metrics = makeMetrics({ graph, operations: ['Known'] });
  const server = await createServer({ graph, metrics, config: { limits: { maxDepth: 2 } }, print: () => {} });
  open.push(server);
  const ask = (query: string) => server.inject({ method: 'POST', url: '/graphql', payload: { query } });
  /** The value of a metric with these labels, as Prometheus reads it. */
  const value = async (metric: string): Promise<number | undefined> => {
    const line = (await metrics.registry.metrics()).split('\n').find((it) => it.startsWith(`${metric} `));
    return line === undefined ? undefined : Number(line.slice(metric.length + 1));
  };
  return { graph, metrics, server, ask, value };
}

test('requests, operations, work, remembered answers and refusals are counted', async () => {
  const { ask, server, value } = await measured();
  for (let i = 0; i < 3; i++) await ask('query Known { states(where: { name: { contains: "a" } }) { name } }');
  await ask('{ statesConnection { edges { node { name } } } }');
  await server.inject('/nowhere');
  expect(await value('diplograph_http_requests_total{route="/graphql",method="POST",status="200"}')).toBe(3);
  expect(await value('diplograph_http_requests_total{route="other",method="GET",status="404"}')).toBe(1);
  expect(await value('diplograph_http_request_duration_seconds_count{route="/graphql"}')).toBe(4);
  expect(await value('diplograph_operation_duration_seconds_count{operation="Known"}')).toBe(3);
  expect(await value('diplograph_answers_total{remembered="true"}')).toBe(2);
  expect(await value('diplograph_operation_work_sum')).toBe(1);
  expect(await value('diplograph_refusals_total{reason="maxDepth"}')).toBe(1);
  expect(await value('diplograph_refusals_total{reason="NOT_FOUND"}')).toBe(1);
});

test('names that strangers make up add no series', async () => {
  const { ask, server, metrics, value } = await measured();
  const series = async (): Promise<number> =>
    (await metrics.registry.metrics()).split('\n').filter((it) => it.startsWith('diplograph_')).length;
  await ask(`query Made0 ${question}`);
  await server.inject('/made-0');
  const before = await series();
  for (let i = 1; i < 50; i++) {
    await ask(`query Made${i} ${question}`);
    await server.inject(`/made-${i}`);
  }
  expect(await series()).toBe(before);
  expect(await value('diplograph_operation_duration_seconds_count{operation="other"}')).toBe(50);
});

test('the graph that is served, reloads and the process are told', async () => {
  const { graph, metrics, value } = await measured();
  graph.replace({ ...smallServedGraph(), about: { name: 'A new one', version: '2' } });
  metrics.reloaded('taken', 2);
  metrics.reloaded('refused', 1);
  expect(await value('diplograph_graph_nodes')).toBe(1);
  expect(await value('diplograph_graph_info{name="A new one",version="2"}')).toBe(1);
  expect(await value('diplograph_graph_edges')).toBe(0);
  expect(await value('diplograph_graph_loaded_timestamp_seconds')).toBeGreaterThan(1.7e9);
  expect(await value('diplograph_reload_duration_seconds_sum{outcome="taken"}')).toBe(2);
  expect(await value('diplograph_reload_duration_seconds_count{outcome="refused"}')).toBe(1);
  expect(await value('nodejs_eventloop_lag_p99_seconds')).toBeDefined();
  expect(await value('process_resident_memory_bytes')).toBeGreaterThan(1e7);
});

test('metrics are answered at a port of their own, which closes with the server, and nowhere else', async () => {
  const { server, metrics } = await measured();
  const address = await serveMetrics(server, metrics, '127.0.0.1', 0);
  await server.ready();
  const answer = await fetch(`${address}/metrics`);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(await answer.text()).toContain('# TYPE diplograph_http_requests_total counter');
  expect((await fetch(`${address}/graphql`)).status).toBe(404);
  expect((await server.inject('/metrics')).statusCode).toBe(404);
  await server.close();
  await expect(fetch(`${address}/metrics`)).rejects.toThrow();
});
