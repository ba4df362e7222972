import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { readApiKey } from '../../src/server/config.ts';
import { createServer, type PartialConfig } from '../../src/server/create-server.ts';
import { question, smallServedGraph } from './small-served-graph.ts';

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const reader = readApiKey(`reader:${hashOf('secret-of-reader')}`);
const harvester = readApiKey(`harvester:${hashOf('secret-of-harvester')}:2`);

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function asker(config: PartialConfig) {
  const server = await createServer({ graph: smallServedGraph(), config, print: () => {} });
  open.push(server);
  const ask = (headers: Record<string, string> = {}) =>
    server.inject({ method: 'POST', url: '/graphql', headers, payload: { query: question } });
  return { server, ask };
}
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

test('without keys everybody may ask, as often as they like', async () => {
  const { ask } = await asker({});
  const answer = await ask();
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['x-ratelimit-limit']).toBeUndefined();
});

test('with keys only who has one may ask, by either header; probes need none', async () => {
  const { server, ask } = await asker({ apiKeys: [reader, harvester] });
  expect((await ask(bearer('secret-of-reader'))).statusCode).toBe(200);
  expect((await ask({ 'x-api-key': 'secret-of-harvester' })).statusCode).toBe(200);
  const none = await ask();
  expect([none.statusCode, none.headers['www-authenticate']]).toEqual([401, 'Bearer']);
  expect(none.json().errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' });
  for (const wrong of ['secret-of-reade', 'secret-of-reader ', hashOf('secret-of-reader'), 'x'.repeat(10_000)]) {
    expect((await ask({ 'x-api-key': wrong })).statusCode, wrong.slice(0, 20)).toBe(401);
  }
  for (const url of ['/graphql?query={__typename}', '/export/graph.jsonl', '/', '/ide/', '/nowhere']) {
    expect((await server.inject(url)).statusCode, url).toBe(401);
  }
  for (const url of ['/health', '/ready']) expect((await server.inject(url)).statusCode).toBe(200);
});

test('each key is held to its own number of requests a minute', async () => {
  const { ask } = await asker({ apiKeys: [reader, harvester] });
  const statuses = async (key: string): Promise<number[]> => {
    const answers = [await ask(bearer(key)), await ask(bearer(key)), await ask(bearer(key))];
    return answers.map((it) => it.statusCode);
  };
  expect(await statuses('secret-of-harvester')).toEqual([200, 200, 429]);
  expect(await statuses('secret-of-reader')).toEqual([200, 200, 200]);
  const refused = await ask(bearer('secret-of-harvester'));
  expect(refused.json().errors[0]).toMatchObject({
    message: expect.stringMatching(/2 requests a minute.*in \d+ s/),
    extensions: { code: 'RATE_LIMITED' },
  });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});

test('without keys a limit is for each address, and probes do not count', async () => {
  const { server, ask } = await asker({ rateLimit: 1, trustedProxies: ['loopback'] });
  for (let i = 0; i < 5; i++) expect((await server.inject('/ready')).statusCode).toBe(200);
  const from = async (address: string) => (await ask({ 'x-forwarded-for': address })).statusCode;
  expect([await from('203.0.113.1'), await from('203.0.113.1')]).toEqual([200, 429]);
  expect(await from('203.0.113.2')).toBe(200);
  // A home has a whole network of addresses.
  expect([await from('2001:db8::1'), await from('2001:db8::2')]).toEqual([200, 429]);
});

test.each(['reader', 'reader:abc', `reader:${hashOf('x')}:0`, `:${hashOf('x')}`, 'reader:my-secret-key'])(
  '"%s" is no key, and is not repeated in whole',
  (given) => {
    expect(() => readApiKey(given)).toThrow(/--api-key/);
    expect(() => readApiKey(given)).not.toThrow(/my-secret-key/);
  },
);
