import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkStory, findStep, named, stepAddress } from '../../explorer/story.ts';
import { explorerFolder } from '../../src/base/shipped-files.ts';
import { openGraph } from '../../src/open-graph.ts';
import { createServer, startListening } from '../../src/server/create-server.ts';
import { browserPath, openPage } from '../kit/browser.ts';
import { seedFolder } from '../kit/seed-folder.ts';

const STORY = {
  title: 'Who met – <b>„Қазақстан”</b>',
  steps: [
    { address: '/graph?c=state:kaz&on=2024', note: 'First\nnote' },
    { address: '/entity/state:kaz', note: '<script>alert(1)</script>' },
  ],
};
const paramOf = (address: string): string => new URL(address, 'http://x').searchParams.get('story') ?? '';

describe('a story in an address', () => {
  test('is read as it was written, whatever letters it holds', () => {
    const story = named(STORY)!;
    expect(stepAddress(story, 1)).toMatch(/^\/graph\?c=state:kaz&on=2024&story=~[\w-]+\.1$/);
    expect(findStep([], paramOf(stepAddress(story, 2)))).toEqual({ story, step: 2 });
  });

  test('that is too long for one is written to none', () => {
    expect(named({ ...STORY, steps: [{ address: '/', note: 'x'.repeat(6000) }] })).toBeUndefined();
  });

  test.each(['~', '~AAAA.1', '~bm9uc2Vuc2U.1', `~${'A'.repeat(9000)}.1`, 'seed.1', '~W10.0', 'mine.1', '..1'])(
    'of a stranger that is none is none: %.20s',
    (text) => expect(findStep([], text)).toBeUndefined(),
  );

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a b', ''])(
    'never leads away from the site: %s',
    (address) => {
      const away = { title: 'x', steps: [{ address, note: '' }] };
      expect(checkStory(away)).toBeUndefined();
      expect(findStep([], `${named(away)!.name}.1`)).toBeUndefined();
    },
  );
});

describe.skipIf(!existsSync(explorerFolder))('the pages of a story', () => {
  let server: FastifyInstance;
  let address = '';
  beforeAll(async () => {
    server = await createServer({
      graph: await openGraph({ data: seedFolder() }),
      queries: 'queries',
      print: () => {},
    });
    address = await startListening(server, 'localhost', 0);
  });
  afterAll(() => server.close());
  const get = (url: string) => server.inject({ url, headers: { accept: 'text/html' } });

  test('show the step of a story that stands in the address, without a script, and lead on', async () => {
    const { body } = await get(stepAddress(named(STORY)!, 1));
    expect(body).toContain('Step 1 of 2');
    expect(body).toContain('Who met – &lt;b>');
    const [, next = ''] = /class="next" href="([^"]+)"/.exec(body) ?? [];
    expect((await get(next.replaceAll('&amp;', '&'))).body).toContain('&lt;script>alert(1)');
  });

  test('list its steps on one page, which search engines do not keep', async () => {
    const { body } = await get(`/story?story=${named(STORY)!.name}.1`);
    expect(body).toContain('First\nnote');
    expect(body).toContain('name="robots" content="noindex"');
    expect((await get('/story?story=seed.1')).body).not.toContain('noindex');
    expect((await get('/story?story=~AAAA.1')).statusCode).toBe(404);
  });

  test('are found at the address without a story', async () => {
    const { statusCode, body } = await get('/story');
    expect(statusCode).toBe(200);
    expect(body).toContain('href="/story?story=seed.1"');
    expect(body).not.toContain('Nothing has the id');
  });

  describe.skipIf(!browserPath)('in a browser', () => {
    let page: Page;
    let faults: string[] = [];
    beforeEach(async () => {
      faults = [];
      page = await openPage(address, faults, { permissions: ['clipboard-read', 'clipboard-write'] });
    });
    afterEach(async () => {
      await page.context().close();
      expect(faults).toEqual([]);
    });
    const add = async (path: string, note: string): Promise<void> => {
      await page.goto(address + path);
      await page.click('#make-story');
      await page.click('#story-maker button:has-text("Add this view")');
      await page.locator('#story-maker textarea').last().fill(note);
    };
    const titleBox = '#story-maker label:has-text("Title") input';

    test('one is made of views as one comes by, gone through, and copied as an address', async () => {
      await add('/entity/state:kaz?on=2024', 'A state');
      await page.fill(titleBox, 'Mine');
      await add('/graph?c=conference:34ic', 'A conference');
      await page.click('#story-maker a:has-text("Go through it")');
      await page.locator('aside.story', { hasText: 'A state' }).waitFor();
      await page.click('aside.story a.next');
      await page.locator('aside.story', { hasText: 'Step 2 of 2' }).waitFor();
      await page.click('#make-story');
      await page.click('#story-maker button[aria-label="Move step 2 up"]');
      await page.click('#story-maker button:has-text("Copy its address")');
      await page.locator('#story-maker [role="status"]', { hasText: 'Copied' }).waitFor();
      const copied = await page.evaluate('navigator.clipboard.readText()');
      const step = findStep([], paramOf(String(copied)));
      expect(step?.story).toMatchObject({
        title: 'Mine',
        steps: [
          { address: '/graph?c=conference:34ic', note: 'A conference' },
          { address: '/entity/state:kaz?on=2024', note: 'A state' },
        ],
      });
      // Whoever opens it needs nothing of this browser.
      const other = await openPage(address, faults, { javaScriptEnabled: false });
      await other.goto(String(copied));
      expect(await other.locator('aside.story').innerText()).toContain('A conference');
      await other.context().close();
    });

    test('one is saved as a file and opened from one; what is no story is told', async () => {
      await add('/entity/state:kaz', 'A state');
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.click('#story-maker button:has-text("Save as a file")'),
      ]);
      const file = await saved.path();
      expect(checkStory(JSON.parse(readFileSync(file, 'utf8')))?.steps).toHaveLength(1);
      page.on('dialog', (it) => it.accept());
      await page.click('#story-maker button:has-text("Clear")');
      await expect.poll(() => page.locator('#story-maker li').count()).toBe(0);
      const input = page.locator('#story-maker input[type="file"]');
      await input.setInputFiles({
        name: 'no.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{"steps":[1]}'),
      });
      await page.locator('#story-maker [role="status"]', { hasText: 'no.json is no story' }).waitFor();
      await input.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: readFileSync(file) });
      await page.locator('#story-maker a', { hasText: '/entity/state:kaz' }).waitFor();
    });

    test('a shipped one is gone on with', async () => {
      await page.goto(`${address}/`);
      await page.click('a.next');
      await page.click('aside.story a:has-text("All steps")');
      await page.locator('ol.steps > li').nth(5).waitFor();
    });
  });
});
