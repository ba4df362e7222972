import { existsSync, readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { explorerFolder } from '../../src/base/shipped-files.ts';
import { openGraph } from '../../src/open-graph.ts';
import { createServer, holdGraph, type ReplaceableGraph } from '../../src/server/create-server.ts';
import { startListening } from '../../src/server/start-listening.ts';
import { browserPath, openPage } from '../kit/browser.ts';
import { seedFolder } from '../kit/seed-folder.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

describe.skipIf(!existsSync(explorerFolder) || !browserPath)('the explorer in a browser without a network', () => {
  let server: FastifyInstance;
  let graph: ReplaceableGraph;
  let address = '';
  let page: Page;
  let faults: string[] = [];

  beforeAll(async () => {
    const about = { name: 'Seed', version: '1.2', licence: 'CC BY 4.0' };
    graph = holdGraph({ view: (await openGraph({ data: seedFolder() })).view, about });
    server = await createServer({ graph, queries: 'queries', print: () => {} });
    address = await startListening(server, 'localhost', 0);
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    faults = [];
    page = await openPage(address, faults, { viewport: { width: 1280, height: 900 } });
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults, 'errors, violations of the policy, and requests to elsewhere').toEqual([]);
  });

  const open = (path: string): Promise<unknown> => page.goto(address + path);
  /** The picture is drawn once its things stand where they stay. */
  const drawn = (): Promise<void> =>
    page.locator('.tools [role="status"]', { hasText: /^\d+ things, \d+ relations$/ }).waitFor();
  const countOf = (selector: string): Promise<number> => page.locator(selector).count();

  const addToStory = async (): Promise<void> => {
    await page.click('#make-story');
    await page.click('#story-maker button:has-text("Add this view")');
  };

  test('by keyboard alone from a misspelt name to its page', async () => {
    await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('Mariana Spolaric');
    await page.locator('[role="option"]').first().waitFor();
    expect(await page.locator('[role="option"]').first().innerText()).toMatch(/^Mirjana Spoljaric Egger\s+Official/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/entity/official:mirjana-spoljaric-egger');
    expect(await page.locator('h1').innerText()).toBe('Mirjana Spoljaric Egger');
  });

  test('from a page to its picture, a relation, its evidence, the source, and back', async () => {
    await open('/entity/state:kaz');
    await page.click('text=Show as a picture');
    await drawn();
    await page.locator('svg.picture [data-edge]').first().press('Enter');
    await page.locator('.selection .sign').waitFor();
    expect(page.url()).toContain('s=edge');
    // The panel has the evidence itself: what would fall without a source, or the rule and its premises.
    await page.locator('.selection .evidence .dim, .selection .why').first().waitFor();
    await page.locator('.selection a', { hasText: 'Open its page' }).click();
    await page.waitForURL(/\/edge\//);
    await page.locator('a[href^="/source/"]').first().click();
    await page.waitForURL(/\/source\//);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/\/graph\?.*s=edge/);
  });

  test('a thing is expanded by kind, hidden, and brought back by undo', async () => {
    await open('/graph?c=delegation:kaz-34ic&s=conference:34ic');
    await drawn();
    const before = await countOf('svg.picture [data-node]');
    await page.click('.expand button:has-text("spoke-at")');
    await expect.poll(() => countOf('svg.picture [data-node]')).toBeGreaterThan(before);
    expect(page.url()).toContain('x=conference');
    await page.click('.selection button:has-text("Hide")');
    await page.locator('[data-node="conference:34ic"]').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.locator('[data-node="conference:34ic"]').waitFor();
  });

  test('a picture is gone through by keyboard: the focus is seen, Enter selects, the space bar selects one more', async () => {
    await open('/graph?c=delegation:kaz-34ic');
    await drawn();
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement?.dataset.node');
    await page.locator('.switches details summary').focus();
    for (let i = 0; i < 20 && !(await focused()); i++) await page.keyboard.press('Tab');
    const first = await focused();
    expect(await page.evaluate('getComputedStyle(document.activeElement.querySelector("path")).strokeWidth')).toBe(
      '3px',
    );
    await page.keyboard.press('Enter');
    await page.locator('.selection h2').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('Space');
    await page.locator('.selection h2', { hasText: '2 things' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.selection', { hasText: 'Select a thing' }).waitFor();
  });

  test('the year changes picture, table, counts and address together', async () => {
    await open('/graph?c=state:kaz');
    await drawn();
    const all = await countOf('svg.picture [data-edge]');
    const year = (await page.locator('.years input').getAttribute('min')) ?? '';
    await page.locator('.years input').fill(year);
    await expect.poll(() => countOf('svg.picture [data-edge]')).toBeLessThan(all);
    expect(page.url()).toContain(`on=${year}`);
    const text = await page.locator('.tools [role="status"]').innerText();
    await page.click('.tools button:has-text("Table")');
    expect(await countOf('table.edges tbody tr')).toBe(Number(/, (\d+)/.exec(text)?.[1]));
    expect(page.url()).toContain('as=table');
  });

  test('rows are put in order by a column, and undo has something to undo only after a change', async () => {
    await open('/graph?c=initiative:global-ihl');
    await drawn();
    expect(await page.locator('.tools button', { hasText: 'Undo' }).isDisabled()).toBe(true);
    await page.click('.tools button:has-text("Table")');
    expect(await page.locator('.tools button', { hasText: 'Undo' }).isDisabled()).toBe(false);
    await page.click('th button:has-text("When")');
    const dates = await page.locator('td .when').allInnerTexts();
    const years = dates.flatMap((it) => /\d{4}/.exec(it)?.[0] ?? []);
    expect(years.length).toBeGreaterThan(3);
    expect(years).toEqual([...years].sort());
  });

  test('suggestions say when a thing was, and by which other name it was found', async () => {
    await open('/');
    await page.fill('form.search input', '34IC');
    await page.locator('[role="option"]', { hasText: /Conference, 2024-10-28.*, by “34IC”/ }).waitFor();
    await page.fill('form.search input', 'Kazakhstan');
    await page.locator('[role="option"]', { hasText: /^Kazakhstan State$/ }).waitFor();
  });

  test('columns are chosen by keyboard; address, order and files follow', async () => {
    await open('/graph?c=initiative:global-ihl&as=table');
    await drawn();
    await page.locator('.columns summary').press('Enter');
    for (const name of ['Relation', 'Role', 'Sources', 'Confidence']) {
      await page.locator('.columns label', { hasText: name }).locator('input').press('Space');
    }
    const heads = ['From', 'To', 'When', 'Occasion', 'Standing', 'Confidence'];
    expect((await page.locator('th').allInnerTexts()).map((it) => it.trim())).toEqual(heads);
    await page.click('th button:has-text("When")');
    await page.click('th button:has-text("When")');
    expect(new URL(page.url()).searchParams.get('col')).toBe('from,to,when,at,sign,confidence');
    expect(new URL(page.url()).searchParams.get('by')).toBe('-when');
    await page.reload();
    await drawn();
    const whens = (await page.locator('td .when').allInnerTexts()).flatMap((it) => /\d{4}/.exec(it)?.[0] ?? []);
    expect(whens).toEqual([...whens].sort().reverse());
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('.take-away button:has-text("CSV")')]);
    const [head = [], first = []] = parse(readFileSync(await file.path(), 'utf8'), { bom: true }) as string[][];
    expect(head).toEqual(['from', 'to', 'when', 'occasion', 'standing', 'confidence', 'data', 'licence', 'view']);
    expect(first[2]).toBe(await page.locator('td .when').first().innerText());
    await page.context().close();
    page = await openPage(address, faults, { javaScriptEnabled: false });
    await open('/graph?c=initiative:global-ihl&as=table&col=from,confidence&by=-when');
    expect(await page.locator('th').allInnerTexts()).toEqual(['From', 'Confidence']);
  });

  test('kinds are switched off and on, and the address remembers', async () => {
    await open('/graph?c=state:kaz');
    await drawn();
    const box = page.locator('.switches label', { hasText: 'Office' }).first().locator('input');
    await box.uncheck();
    expect(await countOf('svg.picture [aria-label$=", Office"]')).toBe(0);
    await page.reload();
    await drawn();
    expect(await countOf('svg.picture [aria-label$=", Office"]')).toBe(0);
  });

  test('what is taken away can be read elsewhere, with sources and a caption', async () => {
    await open('/graph?c=initiative:global-ihl');
    await drawn();
    const taken = async (button: string): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`.take-away button:has-text("${button}")`),
      ]);
      return readFileSync(await download.path(), button === 'PNG' ? 'latin1' : 'utf8');
    };
    const rows = parse(await taken('CSV'), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.some((row) => row.source !== '' && row.standing !== '')).toBe(true);
    expect(rows[0]).toMatchObject({
      data: expect.stringContaining('Seed 1.2'),
      licence: 'CC BY 4.0',
      view: page.url(),
    });
    const cited = new Set(rows.map((it) => it.source).filter((it) => !it?.startsWith('inferred by')));
    const svg = await taken('SVG');
    expect(svg).toContain('Global Initiative');
    for (const told of [
      'Seed 1.2',
      'CC BY 4.0',
      `${cited.size} sources`,
      new Date().toISOString().slice(0, 10),
      page.url(),
    ]) {
      expect(svg).toContain(told);
    }
    expect((await taken('PNG')).slice(1, 4)).toBe('PNG');
    const gexf = await page.request.get(address + (await page.getByText('gexf').getAttribute('href')));
    const { order, size } = parseGexf(MultiGraph, await gexf.text());
    expect([order, size]).toEqual([
      await countOf('svg.picture [data-node]'),
      Number(/, (\d+) relations/.exec(await page.locator('.tools [role="status"]').innerText())?.[1]),
    ]);
  });

  test('a page without JavaScript tells the same facts', async () => {
    await page.context().close();
    page = await openPage(address, faults, { javaScriptEnabled: false });
    await open('/graph?c=conference:34ic');
    expect(await countOf('table.edges tbody tr')).toBeGreaterThan(10);
    await page.fill('form.search input', 'Kate Forbes');
    await page.click('form.search button');
    await page.click('.hits a');
    expect(await page.locator('h1').innerText()).toBe('Kate Forbes');
  });

  test('axe finds nothing serious on any page, light or dark', async () => {
    await page.context().close();
    page = await openPage(address, faults, { bypassCSP: true });
    await open('/entity/initiative:global-ihl');
    const edge = (await page.locator('a[href^="/edge/"]').first().getAttribute('href')) ?? '';
    for (const path of [
      '/',
      '/entity/official:kate-forbes?on=2024',
      '/path?from=state:kaz&to=org:icrc&hops=2',
      '/graph?c=delegation:kaz-34ic&s=conference:34ic',
      '/graph?c=delegation:kaz-34ic&s=conference:34ic&s=state:kaz&on=2024',
      '/graph?c=initiative:global-ihl&as=timeline',
      '/graph?c=initiative:global-ihl&as=table',
      '/graph',
      '/embed?c=initiative:global-ihl',
      '/source/source:el-kz-34ic',
      '/question/LaunchPartners',
      '/search?q=Kazakhstan',
      '/story?story=seed.1',
      '/entity/none',
      edge,
    ]) {
      await open(path);
      if (path.startsWith('/graph?')) await drawn();
      if (path === '/') await addToStory();
      await page.evaluate(AXE);
      const seriousIn = async (call: string): Promise<string[]> =>
        ((await page.evaluate(call)) as AxeResults).violations
          .filter((it) => it.impact === 'serious' || it.impact === 'critical')
          .map((it) => `${path} ${it.id} ${it.nodes[0]?.html}`);
      expect(await seriousIn('axe.run(document)'), 'light').toEqual([]);
      // What the dark changes are colours.
      const ground = 'getComputedStyle(document.body).backgroundColor';
      const light = await page.evaluate(ground);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await page.evaluate(ground)).not.toBe(light);
      expect(await seriousIn("axe.run(document, { runOnly: ['color-contrast'] })"), 'dark').toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    // A browser reports the page of an unknown thing.
    faults = faults.filter((it) => !it.includes('404'));
  });

  test('on a phone nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    for (const path of [
      '/',
      '/entity/state:kaz',
      '/graph?c=state:kaz&s=conference:34ic',
      '/path?from=state:kaz&to=org:icrc',
      '/question/LaunchPartners',
    ]) {
      await open(path);
      if (path.startsWith('/graph')) await drawn();
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(390);
    }
  });

  test('an empty picture says what to do', async () => {
    await open('/graph?c=state:kaz&on=1850&certain=1');
    await drawn();
    await page.locator('.hint', { hasText: 'Nothing is left' }).waitFor();
  });
});
