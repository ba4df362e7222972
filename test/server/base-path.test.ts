import { existsSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explorerFolder, ideFolder } from '../../src/base/shipped-files.ts';
import { openGraph } from '../../src/open-graph.ts';
import { readConfig } from '../../src/server/config.ts';
import { createServer } from '../../src/server/create-server.ts';
import { seedFolder } from '../kit/seed-folder.ts';

const HTML = { accept: 'text/html,*/*;q=0.8' };

describe('a server below /x', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    const graph = await openGraph({ data: seedFolder() });
    const config = readConfig({ basePath: '/x/', mcp: true });
    server = await createServer({ graph, config, queries: 'queries', print: () => {} });
  });
  afterAll(() => server.close());
  const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

  test.skipIf(!existsSync(explorerFolder) || !existsSync(ideFolder))(
    'every link and file of its pages is below it, and there',
    { timeout: 120_000 },
    async () => {
      const pages = [
        '/x',
        '/x/graph?c=org:icrc',
        '/x/path?from=org:icrc&to=state:kaz',
        '/x/search?q=Kazakhstan',
        '/x/entity/org:icrc',
        '/x/entity/official:yerlan-alimbayev',
        '/x/source/source:el-kz-34ic',
        '/x/question/LaunchPartners',
        '/x/story?story=seed.1',
        '/x/entity/state:nowhere',
        '/x/graphql',
        '/x/ide/',
      ];
      const found = new Map<string, string>();
      for (const page of pages) {
        const { body, headers } = await get(page, HTML);
        expect(headers['content-type'], page).toContain('text/html');
        for (const [, address = ''] of body.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
          if (/^(?:https?:|#)/.test(address)) continue;
          const from = new URL(address.replaceAll('&amp;', '&'), `http://localhost${page}`);
          found.set(from.pathname + from.search, page);
        }
      }
      expect(found.size).toBeGreaterThan(100);
      const wrong: string[] = [];
      for (const [address, page] of found) {
        const { statusCode, headers } = await get(address, HTML);
        const { location } = headers;
        const isThere = statusCode === 200 || (location !== undefined && (await get(location)).statusCode === 200);
        if (!/^\/x(?:[/?]|$)/.test(location ?? address) || !isThere) wrong.push(`${address} of ${page}: ${statusCode}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('programs are answered below it, and led nowhere else', async () => {
    const ask = { method: 'POST', headers: { 'content-type': 'application/json' } } as const;
    const answer = await server.inject({ ...ask, url: '/x/graphql', payload: { query: '{ __typename }' } });
    expect(answer.json().data).toEqual({ __typename: 'Query' });
    const listed = await server.inject({
      ...ask,
      url: '/x/mcp',
      headers: { ...ask.headers, accept: 'application/json, text/event-stream' },
      payload: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
    });
    expect(listed.statusCode).toBe(200);
    for (const address of ['/x/health', '/x/ready', '/x/export/graph.gexf', '/x/ide/examples.json', '/x/llms.txt']) {
      expect((await get(address)).statusCode, address).toBe(200);
    }
    expect((await get('/x/api')).headers.location).toBe('/x/openapi.json');
    const { servers, paths } = (await get('/x/openapi.json')).json();
    expect(servers).toEqual([{ url: '/x' }]);
    expect((await get(`/x${Object.keys(paths)[0]}`)).statusCode).not.toBe(404);
    const told = [...(await get('/x/llms.txt')).body.matchAll(/\]\((\/[^)]*)\)/g)].map(([, it]) => it);
    expect(told.length).toBeGreaterThan(5);
    for (const address of told) expect(address).toMatch(/^\/x\//);
    expect((await get('/x/robots.txt')).body).toContain('http://localhost:80/x/sitemap.xml');
    for (const [, address] of (await get('/x/sitemap.xml')).body.matchAll(/<loc>([^<]*)/g)) {
      expect(address).toMatch(/^http:\/\/localhost:80\/x\/entity\//);
    }
    const turtle = await get('/x/entity/org:icrc', { accept: 'text/turtle' });
    expect(turtle.headers.location).toMatch(/^\/x\/export\/graph\.turtle\?/);
  });

  test('nothing is outside it', async () => {
    for (const url of ['/', '/health', '/graphql', '/xx', '/xhealth', '/x/x/health']) {
      expect((await get(url)).statusCode, url).toBe(404);
    }
  });
});

test('a base path is a path, and the root is none', () => {
  for (const [given, read] of [
    ['/', ''],
    ['/a', '/a'],
    ['/a/b.c/', '/a/b.c'],
  ] as const) {
    expect(readConfig({ basePath: given }).basePath).toBe(read);
  }
  for (const given of ['a', '//a', '/a//b', '/..', '/a/./b', '/a?b', 'https://example.org/a', '/a"b']) {
    expect(() => readConfig({ basePath: given }), given).toThrow(/--base-path/);
  }
});
