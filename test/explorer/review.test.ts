/**
 * The page on which a person reviews claims, in a browser: the same decisions as by the command line, and nobody else's.
 */
import { EventEmitter } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explorerFolder, patternsFolder, schemaFile } from '../../src/base/shipped-files.ts';
import { openGraph } from '../../src/open-graph.ts';
import { type Reading, textHash } from '../../src/reading/claim.ts';
import { readFolderOfClaims, writeClaims } from '../../src/reading/claims-file.ts';
import { openReviewDesk } from '../../src/reading/review-desk.ts';
import { createReviewServer, type ReviewServer } from '../../src/server/review-server.ts';
import { startListening } from '../../src/server/start-listening.ts';
import { runLine } from '../cli/run-line.ts';
import { browserPath, openPage } from '../kit/browser.ts';
import { seedFolder } from '../kit/seed-folder.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const TEXT = `A <script>alert(1)</script> day\nThe Lima Talks were attended by Kazakhstan and Brazil.\nمحمد ‮evil Kazakhstan was at the Lima Talks.\nKazakhstan took part in the conference.\n`;
const at = (words: string, from = 0): number => TEXT.indexOf(words, from);
const evidence = (words: string, line: number) => ({
  line,
  start: at(words),
  end: at(words) + words.length,
  trigger: [at(words), at(words) + 3] as const,
});
const node = (id: string, type: string, name: string, runnerUp?: string) => ({
  ...{ id, type, name, isNew: id.startsWith('n-'), mentions: [name] },
  link: { method: id.startsWith('n-') ? 'new' : 'exact', score: 1, ...(runnerUp && { runnerUp }) },
});
const claim = (id: string, from: string, to: string, words: string, line: number) => ({
  ...{
    id,
    from,
    to,
    edge: 'participated-in',
    modality: 'FACT' as const,
    confidence: 0.9,
    rule: 'participated-in/verb:attend',
  },
  evidence: evidence(words, line),
});
const READING: Reading = {
  document: { source: 'source:invented', title: '<b>Talks</b>', sha256: textHash(TEXT) },
  nodes: [
    node('n-1', 'Event', 'Lima Talks <img src=x onerror=alert(2)>', 'conference:34ic'),
    node('state:kaz', 'State', 'Kazakhstan'),
    node('state:bra', 'State', 'Brazil'),
    node('initiative:global-ihl', 'Initiative', 'Global IHL Initiative'),
  ],
  claims: [
    claim('c-1', 'state:kaz', 'n-1', 'attended by Kazakhstan and Brazil', 2),
    claim('c-2', 'state:bra', 'n-1', 'attended by Kazakhstan and Brazil', 2),
    claim('c-3', 'state:kaz', 'n-1', 'Kazakhstan was at the Lima Talks', 3),
    {
      ...claim('c-4', 'state:kaz', 'initiative:global-ihl', 'Kazakhstan took part in the conference', 4),
      edge: 'co-launched',
    },
  ],
};

describe.skipIf(!existsSync(explorerFolder))('the page of a review', () => {
  let folder = '';
  let review: ReviewServer;
  let address = '';
  beforeEach(async () => {
    folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeClaims(folder, READING);
    const desk = openReviewDesk((await openGraph({ data: seedFolder() })).view, folder);
    review = createReviewServer({ desk, accept: async () => [`${folder}: 1 edge`] });
    address = await startListening(review.server, '127.0.0.1', 0);
  });
  afterEach(() => review.server.close());
  const decisions = () => readFolderOfClaims(folder).documents[0]!.decisions.map(({ when: _, ...it }) => it);

  describe('is for the one who has the address', () => {
    const host = { host: '127.0.0.1:1' };
    const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
      review.server.inject({ method: 'POST', url, payload, headers: { ...host, ...headers } });
    const session = () => post('/api/session', { token: review.token });

    test('who may open it again by the next address, which takes it from the tab before', async () => {
      const tokens: string[] = [];
      const opened = createReviewServer({
        desk: openReviewDesk((await openGraph({ data: seedFolder() })).view, folder),
        accept: async () => [],
        onOpened: (token) => tokens.push(token),
      });
      const trade = async (token: string): Promise<{ key: string }> =>
        (await opened.server.inject({ method: 'POST', url: '/api/session', payload: { token }, headers: host })).json();
      const read = async (key: string): Promise<number> =>
        (await opened.server.inject({ url: '/api/review', headers: { ...host, authorization: `Bearer ${key}` } }))
          .statusCode;
      const first = await trade(opened.token);
      const second = await trade(tokens[0]!);
      expect(tokens).toHaveLength(2);
      expect(await read(first.key)).toBe(401);
      expect(await read(second.key)).toBe(200);
      expect((await trade(tokens[0]!)).key).toBeUndefined();
      await opened.server.close();
    });

    test('whose token is good for once', async () => {
      expect((await post('/api/session', { token: 'guessed' })).statusCode).toBe(403);
      expect((await post('/api/session', {})).statusCode).toBe(403);
      const { key } = (await session()).json();
      expect((await session()).statusCode).toBe(403);
      const open = await review.server.inject({
        url: '/api/review',
        headers: { ...host, authorization: `Bearer ${key}` },
      });
      expect(open.json().reviews).toHaveLength(1);
      expect(open.headers['cache-control']).toBe('no-store');
    });

    test.each(['/api/review', '/api/find?text=a'])('%s tells others nothing', async (url) => {
      for (const authorization of ['', 'Bearer ', `Bearer ${review.token}`]) {
        expect((await review.server.inject({ url, headers: { ...host, authorization } })).statusCode).toBe(401);
      }
    });

    test('no other site may ask, by whatever name', async () => {
      const { key } = (await session()).json();
      const authorization = `Bearer ${key}`;
      const rebound = await review.server.inject({
        url: '/api/review',
        headers: { host: 'evil.example', authorization },
      });
      expect(rebound.statusCode).toBe(403);
      const across = await post('/api/decide', {}, { authorization, origin: 'http://evil.example' });
      expect(across.statusCode).toBe(403);
      expect((await review.server.inject({ url: '/', headers: { host: 'evil.example' } })).statusCode).toBe(403);
    });

    test('the page runs its own scripts alone, and cannot be framed', async () => {
      const { headers, body } = await review.server.inject({ url: '/', headers: host });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(body).not.toContain(review.token);
      for (const path of ['../server/server.js', '..%2fserver%2fserver.js', '%2e%2e/manifest.json']) {
        const { statusCode } = await review.server.inject({ url: `/explorer/${path}`, headers: host });
        expect(statusCode, path).toBeGreaterThanOrEqual(400);
      }
    });

    test.each([
      [{ within: 'invented', decision: 'burn', of: 'c-1' }],
      [{ within: 'invented', decision: 'accept', of: 'c-none' }],
      [{ within: '../invented', decision: 'accept', of: 'c-1' }],
      [{ within: 'invented', decision: 'edit', of: 'c-1', changes: { from: 'state:bra' } }],
      [{ within: 'invented', decision: 'edit', of: 'c-1', changes: { constructor: 'x' } }],
      [{ within: 'invented', decision: 'edit', of: 'c-1', changes: { when: 'yesterday' } }],
      [{ within: 'invented', decision: 'link', of: 'Event Lima Talks <img src=x onerror=alert(2)>', to: 'state:none' }],
      [{ within: 'invented', decision: 'merge', of: 'c-1', to: 'c-1' }],
      [{ within: 'invented', decision: 'accept', of: 'all' }],
      [{}],
    ])('what cannot be decided is refused and not kept: %j', async (wish) => {
      const { key } = (await session()).json();
      const answer = await post('/api/decide', wish as object, {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().error).toMatch(/[.]$/);
      expect(decisions()).toEqual([]);
    });
  });

  describe.skipIf(!browserPath)('in a browser', () => {
    let page: Page;
    let faults: string[] = [];
    beforeEach(async () => {
      faults = [];
      page = await openPage(address, faults, { viewport: { width: 1280, height: 860 } });
      await page.goto(`${address}/#token=${review.token}`);
      await page.locator('.queue li').first().waitFor();
    });
    afterEach(async () => {
      await page.context().close();
      expect(faults, 'errors, violations of the policy, and requests to elsewhere').toEqual([]);
    });
    const current = () => page.locator('.queue li[aria-current="true"]');
    const giveText = () =>
      page
        .locator('.article input[type="file"]')
        .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) });

    test('decides by keys alone: who is who first, then claims; the file is that of the command line', async () => {
      expect(await current().innerText()).toContain('Who or what is “Lima Talks <img');
      await page.keyboard.press('n');
      await current()
        .locator('.claimed', { hasText: /participated-in|co-launched/ })
        .waitFor();
      await page.fill('header input', 'Ana');
      await page.locator('body').press('Tab');
      await page.locator('.queue li').first().click();
      const kept = async (count: number): Promise<void> => void (await expect.poll(decisions).toHaveLength(count));
      await kept(1);
      const first = await current().locator('.claimed').innerText();
      await page.keyboard.press('a');
      await kept(2);
      await expect.poll(() => current().locator('.claimed').innerText()).not.toBe(first);
      await page.keyboard.press('r');
      await kept(3);
      await page.keyboard.press('u');
      await kept(4);
      expect(decisions().map((it) => it.decision)).toEqual(['link', 'accept', 'reject', 'undo']);
      expect(decisions()[1]).toMatchObject({ by: 'Ana' });
      expect(decisions()[3]!.of).toBe(decisions()[2]!.of);
    });

    test('a group is accepted at once, and what is decided can be seen and undone', async () => {
      await page.keyboard.press('n');
      await page.locator('.claimed', { hasText: 'Brazil' }).click();
      await page.click('button:has-text("Accept all of this group")');
      await page.locator('.queue', { hasText: '1 open, 2 decided' }).waitFor();
      await page.click('text=show what is decided');
      await page.locator('.claimed', { hasText: 'Brazil' }).click();
      await page.click('button:has-text("Decide anew")');
      await page.locator('.queue', { hasText: '2 open, 1 decided' }).waitFor();
    });

    test('a claim is edited, merged with its twin, and its node linked to one of the graph', async () => {
      await page.keyboard.press('n');
      await page.locator('.queue li', { hasText: 'line 2' }).filter({ hasText: 'Kazakhstan' }).click();
      await page.keyboard.press('e');
      await page.selectOption('.change select', 'PLANNED');
      await page.fill('.change input[name="when"]', 'tomorrow');
      await page.keyboard.press('Enter');
      await page.locator('[role="status"]', { hasText: 'EDTF' }).waitFor();
      await page.fill('.change input[name="when"]', '2024-10');
      await page.fill('.change input[name="count"]', '12');
      await page.fill('.change input[name="amount"]', '2 million euros');
      await page.selectOption('.change select[name="at"]', { label: 'Global IHL Initiative (Initiative)' });
      await page.selectOption('.change select[name="saidBy"]', 'state:kaz');
      await page.locator('.change select[name="saidBy"]').press('Enter');
      await current()
        .locator('.claimed', {
          hasText: /planned.*2024-10, 12, 2 million euros, said by Kazakhstan, at Global IHL Initiative/,
        })
        .waitFor();
      await page.keyboard.press('m');
      await page.selectOption('.change select', {
        label: 'This says what “Brazil participated-in Lima Talks <img src=x onerror=alert(2)>” says, line 2',
      });
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('.queue', { hasText: '2 open, 0 decided' }).waitFor();
      await page.keyboard.press('u');
      await page.locator('.queue', { hasText: '3 open, 0 decided' }).waitFor();
      await page.locator('.claimed', { hasText: 'Brazil' }).click();
      await page.keyboard.press('l');
      await page.keyboard.type('34th International');
      await page.locator('[role="option"]', { hasText: 'conference:34ic' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.queue li', { hasText: /Brazil participated-in 34th/ }).waitFor();
      expect(decisions().at(-1)).toMatchObject({ decision: 'link', to: 'conference:34ic' });
      faults = faults.filter((it) => !it.includes('400'));
    });

    test('what the graph says already stands beside a claim', async () => {
      const known = page.locator('.queue li', { hasText: 'line 4' });
      await known.click();
      await known.locator('.known', { hasText: /Already stated by \d sources?: this adds a / }).waitFor();
      expect(await known.locator('.known li').first().innerText()).toMatch(/Global Initiative[\s\S]*–/);
    });

    test('the text is shown with the words of claims, whatever it holds; another text is refused', async () => {
      await page
        .locator('.article input[type="file"]')
        .setInputFiles({ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('Another') });
      await page.locator('[role="status"]', { hasText: 'is not the text' }).waitFor();
      await giveText();
      await page.locator('.article .text', { hasText: '<script>alert(1)</script>' }).waitFor();
      await page.locator('mark', { hasText: 'took part in the conference' }).click();
      expect(await current().innerText()).toContain('line 4');
      expect(await page.locator('mark.chosen').allInnerTexts()).toEqual(['Kaz', 'akhstan took part in the conference']);
      faults = faults.filter((it) => !it.includes('400'));
      expect(readFileSync(join(folder, 'invented.claims.json'), 'utf8')).not.toContain('alert(1)');
    });

    test('a tab goes on after it is loaded again, and the address is of no use to another', async () => {
      expect(page.url()).toBe(`${address}/`);
      await page.reload();
      await page.locator('.queue li').first().waitFor();
      const other = await openPage(address, faults);
      await other.goto(`${address}/#token=${review.token}`);
      await other.locator('[role="alert"]', { hasText: 'used already' }).waitFor();
      await other.goto(`${address}/`);
      await other.locator('[role="alert"]').waitFor();
      await other.context().close();
      faults = faults.filter((it) => !it.includes('403'));
    });

    test.each(['light', 'dark'] as const)(
      'axe finds nothing serious, %s, and a phone shows it whole',
      async (colorScheme) => {
        await page.emulateMedia({ colorScheme });
        await giveText();
        await page.locator('mark').first().waitFor();
        await page.keyboard.press('n');
        await page.locator('.claimed', { hasText: 'Brazil' }).click();
        await page.keyboard.press('l');
        await page.keyboard.type('conf');
        await page.locator('[role="option"]').first().waitFor();
        await page.evaluate(AXE);
        const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults;
        const serious = violations.filter((it) => it.impact === 'serious' || it.impact === 'critical');
        expect(serious.map((it) => `${it.id} ${it.nodes[0]?.html}`)).toEqual([]);
        await page.setViewportSize({ width: 390, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      },
    );
  });
});

test.skipIf(!existsSync(explorerFolder))(
  'the command prints the address of a page that serves the folder',
  async () => {
    const folder = temporaryFolder();
    cpSync(seedFolder(), join(folder, 'graph-data'), { recursive: true });
    cpSync(schemaFile, join(folder, 'schema.graphql'));
    cpSync(patternsFolder, join(folder, 'graph-data/patterns'), { recursive: true });
    writeFileSync(join(folder, 'a.txt'), TEXT);
    writeClaims(join(folder, 'claims'), READING);
    const signals = new EventEmitter();
    const { stdout } = await runLine(['review', 'claims', 'page', '--text', 'a.txt'], { cwd: folder, signals });
    const [, address = '', token = ''] = /^(http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]{43})$/.exec(stdout.trim()) ?? [];
    const ask = async (path: string, body?: object, key = ''): Promise<unknown> =>
      (
        await fetch(`${address}/api/${path}`, {
          ...(body && { method: 'POST', body: JSON.stringify(body) }),
          headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
        })
      ).json();
    const { key } = (await ask('session', { token })) as { key: string };
    expect(JSON.stringify(await ask('review', undefined, key))).toContain('took part in the conference');
    await ask('decide', { name: 'invented', decision: 'accept', of: 'c-1' }, key);
    expect(JSON.stringify(await ask('accept', {}, key))).toContain('1 edge');
    const dossier = readFileSync(join(folder, 'graph-data/dossiers/read/invented.yaml'), 'utf8');
    expect(dossier).toMatch(/locator: "?P2: .*; P3/);
    signals.emit('SIGINT');
  },
);
