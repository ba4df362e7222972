import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ideFolder } from '../../src/base/shipped-files.ts';
import { createServer } from '../../src/server/create-server.ts';
import { startListening } from '../../src/server/start-listening.ts';
import { browserPath, openPage } from '../kit/browser.ts';
import { smallServedGraph } from './small-served-graph.ts';

const built = existsSync(ideFolder);

let queries = '';
let server: FastifyInstance;
let address = '';

beforeAll(async () => {
  queries = await mkdtemp(join(tmpdir(), 'diplograph-queries-'));
  await writeFile(join(queries, '1-first.graphql'), '# What is its name?\nquery First { states { name } }\n');
  await writeFile(
    join(queries, '2-second.graphql'),
    '# How many are there?\nquery Second { statesConnection { totalCount } }\n',
  );
  const graph = smallServedGraph({ name: 'Қазақстан, Côte d’Ivoire' });
  server = await createServer({ graph, queries, print: () => {} });
  address = await startListening(server, 'localhost', 0);
});

afterAll(async () => {
  await server.close();
  await rm(queries, { recursive: true });
});

describe.skipIf(!built)('the page', () => {
  test('is what a browser gets at /graphql, and programs get answers', async () => {
    const page = await server.inject({
      url: '/graphql',
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    const answer = await server.inject({ url: '/graphql', headers: { accept: '*/*' } });
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });

  test('names files that are kept for ever, because their names hold their content', async () => {
    expect((await server.inject('/ide')).headers.location).toBe('/ide/');
    const { body } = await server.inject('/ide/');
    const asset = /src="\.(\/assets\/[^"]+)"/.exec(body)?.[1] ?? '';
    const { statusCode, headers } = await server.inject(`/ide${asset}`);
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('gives no file from outside its folder', async () => {
    for (const url of ['/ide/../../package.json', '/ide/%2e%2e/%2e%2e/package.json', '/ide/..%2f..%2fpackage.json']) {
      expect((await server.inject(url)).statusCode, url).toBeGreaterThanOrEqual(400);
    }
  });

  test('is not sent again to a browser that has it', async () => {
    const { headers } = await server.inject('/ide/');
    const again = await server.inject({ url: '/ide/', headers: { 'if-none-match': headers.etag as string } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  test('says in JSON when a file is not there', async () => {
    for (const url of ['/ide/assets/none.js', '/ide/assets', '/ide/%00']) {
      const { statusCode, headers } = await server.inject(url);
      expect({ url, statusCode, type: headers['content-type'] }).toEqual({
        url,
        statusCode: 404,
        type: 'application/json; charset=utf-8',
      });
    }
  });

  test('says in the same shape that an address or a range is wrong', async () => {
    const bad = await server.inject('/ide/%zz');
    expect(bad.statusCode).toBe(400);
    expect(bad.json().errors[0]).toMatchObject({
      message: expect.stringContaining('%25'),
      extensions: { code: 'BAD_REQUEST' },
    });
    const range = await server.inject({ url: '/ide/index.html', headers: { range: 'bytes=99999999-' } });
    expect(range.statusCode).toBe(416);
    expect(range.json().errors[0].extensions).toEqual({ code: 'BAD_REQUEST' });
  });

  test('is not there when the editor is switched off', async () => {
    const bare = await createServer({ graph: smallServedGraph(), config: { ide: false }, print: () => {} });
    const headers = { accept: 'text/html' };
    expect((await bare.inject({ url: '/graphql', headers })).headers['content-type']).toMatch(/^application\/json/);
    expect((await bare.inject('/ide/')).statusCode).toBe(404);
    await bare.close();
  });
});

test('examples come from the folder of queries', async () => {
  const { examples } = (await server.inject('/ide/examples.json')).json();
  expect(examples).toEqual([
    {
      name: 'First',
      operations: ['First'],
      subject: '',
      title: 'What is its name?',
      description: '',
      query: '# What is its name?\nquery First { states { name } }\n',
    },
    {
      name: 'Second',
      operations: ['Second'],
      subject: '',
      title: 'How many are there?',
      description: '',
      query: '# How many are there?\nquery Second { statesConnection { totalCount } }\n',
    },
  ]);
});

describe.skipIf(!built || !browserPath)('in a browser without a network', () => {
  let page: Page;
  let faults: string[] = [];

  beforeEach(async () => {
    faults = [];
    page = await openPage(address, faults);
    await page.goto(`${address}/graphql`);
    await page.waitForSelector('.graphiql-query-editor .view-lines');
  });

  afterEach(async () => {
    await page.context().close();
    expect(faults, 'fetched from elsewhere, or against the policy of the page').toEqual([]);
  });

  const run = async (expected: string): Promise<void> => {
    await page.click('.graphiql-execute-button');
    await page.locator('.graphiql-response .view-lines').filter({ hasText: expected }).waitFor();
  };

  test('the examples are tabs that are called by their questions, and the first answers on a click', async () => {
    const titles = ['What is its name?', 'How many are there?'];
    expect(await page.locator('.graphiql-tab-button').allInnerTexts()).toEqual(titles);
    await run('Қазақстан, Côte d’Ivoire');
  });

  test('below a base path it asks there, and all its files come from there', async () => {
    await page.context().close();
    const below = await createServer({
      graph: smallServedGraph({ name: 'Below' }),
      config: { basePath: '/x' },
      queries,
      print: () => {},
    });
    const at = await startListening(below, 'localhost', 0);
    for (const path of ['/graphql', '/ide/']) {
      page = await openPage(at, faults);
      await page.goto(at + path);
      await page.waitForSelector('.graphiql-query-editor .view-lines');
      expect(await page.locator('.graphiql-tab-button').count()).toBe(2);
      await run('Below');
      if (path === '/graphql') await page.context().close();
    }
    await below.close();
  });

  test('an example whose tab was closed opens again from the list', async () => {
    await page.click('.graphiql-tab-button:has-text("How many")');
    await page.click('.graphiql-tab:has-text("How many") .graphiql-tab-close');
    await page.click('button[aria-label*="Example questions"]');
    await page.click('.example-list button:has-text("How many")');
    await page.waitForSelector('.graphiql-tab-active:has-text("How many")');
    await run('"totalCount": 1');
  });
});
