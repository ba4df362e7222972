import { existsSync } from 'node:fs';
import { createServer as createPlainServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { explorerFolder } from '../../src/base/shipped-files.ts';
import { openGraph } from '../../src/open-graph.ts';
import { createServer, holdGraph, type ServedGraph, startListening } from '../../src/server/create-server.ts';
import { browserPath, openPage, sharedBrowser } from '../kit/browser.ts';
import { seedFolder } from '../kit/seed-folder.ts';
import { hostileGraph, hubGraph, moviesGraph } from './small-graphs.ts';

describe.skipIf(!existsSync(explorerFolder) || !browserPath)('pictures of any graph, whatever happens', () => {
  let seed: ServedGraph;
  let page: Page;
  let faults: string[] = [];
  const servers: FastifyInstance[] = [];

  beforeAll(async () => {
    seed = await openGraph({ data: seedFolder() });
  });
  beforeEach(() => {
    faults = [];
  });
  afterEach(async () => {
    await page.context().close();
    await Promise.all(servers.splice(0).map((it) => it.close()));
    expect(faults, 'errors, violations of the policy, and requests to elsewhere').toEqual([]);
  });

  const serve = async (
    graph: Parameters<typeof createServer>[0]['graph'],
    port = 0,
    ancestors: string[] = [],
    basePath = '',
  ) => {
    const server = await createServer({ graph, config: { frameAncestors: ancestors, basePath }, print: () => {} });
    servers.push(server);
    return startListening(server, 'localhost', port);
  };
  const open = async (address: string, path: string): Promise<void> => {
    page = await openPage(address, faults, { viewport: { width: 1280, height: 900 } });
    await page.goto(address + path);
    await drawn();
  };
  const drawn = (): Promise<void> => page.locator('.tools [role="status"]', { hasText: /^\d+ things/ }).waitFor();
  const countOf = (selector: string): Promise<number> => page.locator(selector).count();
  const isInside = (): Promise<boolean> =>
    page.evaluate(`(() => {
      const boxOf = (it) => it.getBoundingClientRect();
      const stage = boxOf(document.querySelector('svg.picture'));
      const texts = [...document.querySelectorAll('svg.picture text')].map(boxOf);
      return texts.length > 0 && texts.every((it) => it.left >= stage.left && it.right <= stage.right);
    })()`);

  test('a thing with a thousand neighbours shows some, says how many more of each kind, and shows more when asked', async () => {
    await open(await serve(await hubGraph(1000)), '/graph?c=film:hub');
    expect(await countOf('svg.picture [data-node]')).toBe(60);
    await page.click('summary:has-text("Not all that lies around")');
    await page.locator('.hint button', { hasText: 'acted-in 941 more' }).click();
    await expect.poll(() => countOf('svg.picture [data-node]')).toBe(120);
    await page.locator('.hint button', { hasText: 'acted-in 881 more' }).click();
    await expect.poll(() => countOf('svg.picture [data-node]')).toBe(240);
    expect(page.url()).toContain('x=film:hub~acted-in~240');
  });

  test('below a base path a picture is drawn, and its links, frames and exports are below it', async () => {
    const address = await serve(seed, 0, ['self'], '/x');
    expect(address).toMatch(/\/x$/);
    await open(address, '/graph?c=org:icrc');
    expect(await countOf('svg.picture [data-node]')).toBeGreaterThan(3);
    await page.locator('[data-node="org:icrc"]').press('Enter');
    const leads = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href^="/"], form[action^="/"]')].map((it) => it.getAttribute('href') ?? it.getAttribute('action'))`,
    );
    expect(leads).toContainEqual(expect.stringMatching(/^\/x\/entity\/org:icrc/));
    expect(leads).toContainEqual(expect.stringMatching(/^\/x\/export\/graph\.gexf/));
    for (const it of leads) expect(it).toMatch(/^\/x\/(?!x\/)/);
    expect(await page.locator('.embed-code pre').textContent()).toContain(`src="${address}/embed?c=org:icrc&`);
    await page.locator('form.search input').pressSequentially('Kazakhst');
    await page.locator('[role="option"]').first().click();
    await page.waitForURL(`${address}/entity/**`);
  });

  test('names of any length and script have room, do what names do, and none is cut off', async () => {
    const address = await serve(await hostileGraph());
    await open(address, '/graph?c=source:evil');
    expect(await isInside()).toBe(true);
    const shown = (await page.locator('svg.picture text').allTextContents()).join('\n');
    for (const name of ['محمد', '哈萨克斯坦', `${'Ω'.repeat(59)}…`]) expect(shown).toContain(name);
    await page.locator('[data-node="person:long"]').press('Enter');
    await page.locator('.selection h2', { hasText: 'Ω'.repeat(5000) }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1280);
  });

  test('in a crowd, names hide neither each other nor the edge of the stage', async () => {
    await open(await serve(await hubGraph(1000)), '/graph?c=film:hub&n=1000&s=person:p1&s=person:p2&s=person:p3');
    expect(await isInside()).toBe(true);
    const overlaps = await page.evaluate(`(() => {
      const boxes = [...document.querySelectorAll('svg.picture text')].map((it) => it.getBoundingClientRect());
      const hides = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom;
      return [boxes.length, boxes.filter((a, i) => boxes.some((b, k) => k > i && hides(a, b))).length];
    })()`);
    expect(overlaps).toEqual([expect.any(Number), 0]);
    expect((overlaps as number[])[0]).toBeGreaterThan(20);
  });

  test('a large picture is few elements, moving it draws nothing anew but names, and its lines are chosen by a click', async () => {
    await open(await serve(await hubGraph(1000)), '/graph?c=film:hub&n=1000');
    expect(await countOf('svg.picture path')).toBeLessThan(1000 + 10);
    await page.evaluate(`(() => {
      window.redrawn = new Set();
      new MutationObserver((all) => all.forEach(({ target }) => redrawn.add(target.closest('.halo') ? 'names' : target.nodeName)))
        .observe(document.querySelector('svg.picture'), { subtree: true, childList: true, attributes: true });
    })()`);
    const { x, y, width } = (await page.locator('svg.picture').boundingBox())!;
    await page.mouse.move(x + 8, y + 8);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 30, { steps: 5 });
    await page.mouse.up();
    expect(((await page.evaluate('[...redrawn]')) as string[]).sort()).toEqual(['names', 'svg']);
    await page.keyboard.press('0');
    const hub = (await page.locator('[data-node="film:hub"]').boundingBox())!;
    await page.mouse.click(hub.x + hub.width / 2 + width / 40, hub.y + hub.height / 2 + 1);
    await expect.poll(() => page.url()).toContain('s=edge:');
    await page.locator('.selection .relation', { hasText: 'acted-in' }).waitFor();
  });

  test('nothing moves by itself, least of all where a visitor wants no motion', async () => {
    const address = await serve(seed);
    page = await openPage(address, faults, { reducedMotion: 'reduce' });
    await page.goto(`${address}/graph?c=state:kaz`);
    await drawn();
    await page.locator('[data-node="state:kaz"]').press('Enter');
    await page.locator('.selection h2').waitFor();
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    const moving =
      "[...document.querySelectorAll('*')].filter((it) => parseFloat(getComputedStyle(it).transitionDuration) > 0)";
    expect(await page.evaluate(`${moving}.length`)).toBe(0);
  });

  test('a picture of one thing is a picture', async () => {
    await open(await serve(await moviesGraph()), '/graph?a=film:metropolis');
    expect(await countOf('svg.picture [data-node]')).toBe(1);
    expect(await page.locator('svg.picture text').allTextContents()).toEqual(['Metropolis']);
    await page.locator('[data-node]').click();
    await page.locator('.expand button', { hasText: 'acted-in 1 more' }).click();
    await page.locator('[data-node="person:helm"]').waitFor();
  });

  test('another ontology is drawn, expanded and asked about like ours', async () => {
    await open(await serve(await moviesGraph()), '/graph?c=film:metropolis');
    await page.locator('[data-node="person:helm"]').click();
    await page.locator('.selection h2', { hasText: 'Brigitte Helm' }).waitFor();
    expect(await page.locator('.switches').innerText()).toMatch(/Person\s*2[\s\S]*Film\s*1[\s\S]*acted-in\s*1/);
    await page.click('.tools button:has-text("Timeline")');
    await page.click('.tools button:has-text("Table")');
    expect(await page.locator('table.edges').innerText()).toContain('Maria');
  });

  test('nothing needs WebGL', async () => {
    const address = await serve(seed);
    page = await openPage(address, faults);
    await page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null');
    await page.goto(`${address}/graph?c=state:kaz`);
    await drawn();
    expect(await countOf('svg.picture [data-node]')).toBeGreaterThan(10);
  });

  test('several things are selected, connected, and shown alone', async () => {
    await open(await serve(seed), '/graph?a=state:kaz&a=official:mirjana-spoljaric-egger');
    expect(await countOf('svg.picture [data-edge]')).toBe(0);
    await page.locator('[data-node="state:kaz"]').click();
    await page.locator('[data-node="official:mirjana-spoljaric-egger"]').click({ modifiers: ['Shift'] });
    await page.locator('.selection h2', { hasText: '2 things' }).waitFor();
    await page.click('text=What connects these');
    await expect.poll(() => countOf('svg.picture [data-edge]')).toBeGreaterThan(1);
    await page.click('text=Only these');
    await expect.poll(() => countOf('svg.picture [data-node]')).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => countOf('svg.picture [data-node]')).toBeGreaterThan(2);
  });

  test('a source is left out in the picture, and taken back', async () => {
    await open(await serve(seed), '/graph?c=initiative:global-ihl');
    const all = await countOf('svg.picture [data-edge]');
    await page.click('.switches summary');
    await page.locator('.switches details input').first().click();
    await expect.poll(() => countOf('svg.picture [data-edge]')).toBeLessThan(all);
    expect(page.url()).toContain('without=source');
    await page.locator('.switches details input').first().click();
    await expect.poll(() => countOf('svg.picture [data-edge]')).toBe(all);
  });

  test('a thing that was dragged stays there, also for whoever opens the address', async () => {
    await open(await serve(seed), '/graph?c=delegation:kaz-34ic');
    const node = page.locator('[data-node="state:kaz"]');
    const placeOf = async (): Promise<string> => (await node.getAttribute('transform')) ?? '';
    const before = await placeOf();
    const { x, y } = (await node.boundingBox())!;
    await page.mouse.move(x + 8, y + 8);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 90, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.url()).toContain('p=state:kaz~');
    const [, px, py] = /p=state:kaz~([-.\d]+)~([-.\d]+)/.exec(page.url()) ?? [];
    await page.reload();
    await drawn();
    expect(await placeOf()).toBe(`translate(${px} ${py})`);
    await page.goBack();
    await expect.poll(placeOf).not.toBe(`translate(${px} ${py})`);
    expect(before).not.toBe(`translate(${px} ${py})`);
  });

  test('a picture is arranged anew, what was put by hand stays, and back brings the first arrangement', async () => {
    await open(await serve(seed), '/graph?c=delegation:kaz-34ic&p=state:kaz~40~-30');
    const placeOf = async (id: string): Promise<string | null> =>
      page.locator(`[data-node="${id}"]`).getAttribute('transform');
    const before = await placeOf('conference:34ic');
    await page.click('text=Arrange anew');
    await expect.poll(() => placeOf('conference:34ic')).not.toBe(before);
    expect(page.url()).toContain('l=1');
    expect(await placeOf('state:kaz')).toBe('translate(40 -30)');
    const second = await placeOf('conference:34ic');
    await page.reload();
    await drawn();
    expect(await placeOf('conference:34ic')).toBe(second);
    await page.goBack();
    await expect.poll(() => placeOf('conference:34ic')).toBe(before);
  });

  test('names are shown in another script, and the address remembers', async () => {
    await open(await serve(seed), '/graph?c=state:kaz');
    await page.selectOption('.switches select[name="names"]', 'Cyrl');
    await page.locator('svg.picture text', { hasText: /^Казахстан$/ }).waitFor();
    expect(page.url()).toContain('names=Cyrl');
    await page.goto(page.url().replace('/graph?c=', '/entity/').replace('&', '?'));
    expect(await page.locator('h1').innerText()).toBe('Казахстан');
  });

  test('a server that stops is told, and what was asked comes when it is back', async () => {
    const address = await serve(seed);
    await open(address, '/graph?c=delegation:kaz-34ic&s=conference:34ic');
    await page.locator('.expand button', { hasText: 'spoke-at' }).waitFor();
    const before = await countOf('svg.picture [data-node]');
    await servers.pop()?.close();
    await page.click('.expand button:has-text("spoke-at")');
    await page.locator('#news', { hasText: 'does not answer' }).waitFor();
    expect(await countOf('svg.picture [data-node]')).toBe(before);
    await serve(seed, Number(new URL(address).port));
    await page.locator('#news', { hasText: 'does not answer' }).waitFor({ state: 'detached' });
    await expect.poll(() => countOf('svg.picture [data-node]')).toBeGreaterThan(before);
    // A browser reports each request that nobody answered.
    faults = faults.filter((it) => !it.includes('ERR_CONNECTION_REFUSED'));
  });

  test('other data behind an open page are told, and loaded into the same view', async () => {
    const graph = holdGraph(seed);
    const address = await serve(graph);
    page = await openPage(address, faults);
    const ready = page.waitForResponse('**/ready');
    await page.goto(`${address}/graph?c=delegation:kaz-34ic&s=conference:34ic`);
    await drawn();
    await ready;
    expect(await countOf('#news')).toBe(0);
    const draft = await openGraph({ data: seedFolder() });
    graph.replace({ view: draft.view, about: { name: 'The next edition' } });
    // The page looks every twenty seconds, and whenever something failed.
    await page.evaluate("document.dispatchEvent(new Event('server-lost'))");
    await page.locator('#news', { hasText: 'have changed' }).waitFor();
    await Promise.all([page.waitForEvent('load'), page.click('#news button')]);
    await drawn();
    expect(page.url()).toBe(`${address}/graph?c=delegation:kaz-34ic&s=conference:34ic`);
    expect(await page.title()).toContain('The next edition');
    expect(await page.locator('[data-node="conference:34ic"]').getAttribute('aria-pressed')).toBe('true');
    expect(await countOf('#news')).toBe(0);
  });

  describe('in a frame of another site', () => {
    let site: Server;
    let framing = '';
    let framed = '';
    beforeAll(async () => {
      site = createPlainServer((_, response) =>
        response.setHeader('content-type', 'text/html').end(`<iframe src="${framed}" width=700 height=500></iframe>`),
      );
      await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
      framing = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    });
    afterAll(() => site.close());

    test('a view is drawn with its credit where the operator lets that site, and not elsewhere', async () => {
      page = await (await sharedBrowser()).newPage();
      framed = `${await serve(seed, 0, [framing])}/embed?c=initiative:global-ihl&as=picture`;
      await page.goto(framing);
      const view = page.frameLocator('iframe');
      await view.locator('svg.picture [data-node]').first().waitFor();
      expect(await view.locator('.credit').innerText()).toContain('Global Initiative');
      framed = framed.replace('/embed?', '/graph?');
      await page.goto(framing);
      await page.waitForTimeout(300);
      expect(await view.locator('svg.picture').count()).toBe(0);
      framed = `${await serve(seed, 0, ['https://example.org'])}/embed?c=initiative:global-ihl`;
      await page.goto(framing);
      await page.waitForTimeout(300);
      expect(await view.locator('svg.picture').count()).toBe(0);
    });
  });
});
