import fastify from 'fastify';
import { expect, test } from 'vitest';
import { startListening } from '../../src/server/start-listening.ts';

test('the address told is the one that answers', async () => {
  const server = fastify();
  server.get('/', async () => 'here');
  try {
    const address = await startListening(server, 'localhost', 0);
    expect(address).toMatch(/^http:\/\/localhost:\d+$/);
    expect(await (await fetch(address)).text()).toBe('here');
  } finally {
    await server.close();
  }
});

test('a port in use is told with a free way out', async () => {
  const first = fastify();
  const second = fastify();
  try {
    const address = await startListening(first, '127.0.0.1', 0);
    const port = Number(new URL(address).port);
    await expect(startListening(second, '127.0.0.1', port)).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining('--port 0'),
    });
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});

test('an address that is not this machine’s is told', async () => {
  const server = fastify();
  // 192.0.2.1 is kept for documentation: no machine has it.
  await expect(startListening(server, '192.0.2.1', 0)).rejects.toMatchObject({ code: 'unknown-host' });
  await server.close();
});
