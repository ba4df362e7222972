import { EventEmitter } from 'node:events';
import { Agent, get } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { createServer } from '../../src/server/create-server.ts';
import { closeOnSignals } from '../../src/server/shutdown.ts';
import { startListening } from '../../src/server/start-listening.ts';
import { slowUntil, smallServedGraph } from './small-served-graph.ts';

interface Running {
  readonly server: FastifyInstance;
  readonly address: string;
  readonly signals: EventEmitter;
  readonly exited: Promise<number>;
  readonly finish: () => void;
}

async function run(graceMs = 5000): Promise<Running> {
  let finish = (): void => {};
  const until = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const server = await createServer({ graph: smallServedGraph(), plugins: [slowUntil(until)], print: () => {} });
  const signals = new EventEmitter();
  const exited = new Promise<number>((exit) => {
    closeOnSignals(server, { signals, exit, print: () => {}, graceMs });
  });
  return { server, address: await startListening(server, 'localhost', 0), signals, exited, finish };
}

function askSlowly(address: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'apollo-require-preflight': '1' };
    get(`${address}/graphql?query=query+Slow%7Bstates%7Bname%7D%7D`, { agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (piece) => {
        text += piece;
      });
      answer.on('end', () => resolve(text));
    }).on('error', reject);
  });
}

/** Waits until the server has a request under way. */
async function untilAsked(server: FastifyInstance): Promise<void> {
  await new Promise<void>((resolve) => server.server.once('request', () => resolve()));
}

test('a signal lets the request under way finish, on a kept connection too, and then exits 0', async () => {
  const { server, address, signals, exited, finish } = await run();
  const agent = new Agent({ keepAlive: true });
  const asked = untilAsked(server);
  const answer = askSlowly(address, agent);
  await asked;
  signals.emit('SIGTERM', 'SIGTERM');
  await expect(fetch(`${address}/health`)).rejects.toThrow();
  finish();
  expect(await answer).toContain('Kazakhstan');
  expect(await exited).toBe(0);
  agent.destroy();
});

test('a second signal ends at once', async () => {
  const { server, address, signals, exited, finish } = await run();
  const agent = new Agent({ keepAlive: true });
  const asked = untilAsked(server);
  const answer = askSlowly(address, agent);
  await asked;
  signals.emit('SIGINT', 'SIGINT');
  signals.emit('SIGINT', 'SIGINT');
  expect(await exited).toBe(130);
  finish();
  await answer;
  agent.destroy();
});

test('a request that does not end is cut after the grace, and the end is as good as any', async () => {
  const { server, address, signals, exited, finish } = await run(50);
  const agent = new Agent();
  const asked = untilAsked(server);
  const answer = askSlowly(address, agent);
  const cut = expect(answer).rejects.toThrow();
  await asked;
  signals.emit('SIGTERM', 'SIGTERM');
  expect(await exited).toBe(0);
  await cut;
  finish();
});
