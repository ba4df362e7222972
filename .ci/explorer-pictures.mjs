/**
 * Takes the screenshots of docs/explorer.md and docs/reading.md in a Chromium of the machine:
 * `node .ci/explorer-pictures.mjs`, after a build.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { openGraph } from '../dist/index.js';
import { writeClaims } from '../dist/reading/claims-file.js';
import { openReviewDesk } from '../dist/reading/review-desk.js';
import { createServer, startListening } from '../dist/server/create-server.js';
import { createReviewServer } from '../dist/server/review-server.js';

const graph = await openGraph();
const server = await createServer({ graph, queries: 'queries' });
const address = await startListening(server, 'localhost', 0);
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const pictures = [
  ['explorer-light', '/graph?c=initiative:global-ihl&s=state:kaz', { width: 1280, height: 860 }, 'light'],
  ['explorer-dark', '/entity/state:kaz?on=2024-10-30', { width: 1100, height: 860 }, 'dark'],
  ['explorer-phone', '/graph?c=conference:34ic', { width: 390, height: 800 }, 'light'],
];
for (const [name, path, viewport, colorScheme] of pictures) {
  const page = await (await browser.newContext({ viewport, colorScheme })).newPage();
  await page.goto(address + path);
  await page.waitForLoadState('networkidle');
  if (path.startsWith('/graph')) await page.locator('.tools [role="status"]', { hasText: /^\d+ things/ }).waitFor();
  await page.screenshot({ path: resolve(import.meta.dirname, `../docs/images/${name}.png`) });
}

// An invented article, under review.
const ARTICLE = `The Lima Water Dialogue opens in Geneva
GENEVA, May 6. The Lima Water Dialogue, held in Geneva on 5 May 2023, was attended by Kazakhstan, Brazil and the ICRC.
Kate Forbes, President of the IFRC, spoke at the Lima Water Dialogue. Brazil has offered to host the next dialogue.
Brazil and China attended the Lima Water Dialogue.
`;
const folder = mkdtempSync(join(tmpdir(), 'review-'));
writeClaims(folder, await graph.read(ARTICLE, { source: 'source:example-water', published: '2023-05-06' }));
const desk = openReviewDesk(graph.view, folder);
await desk.giveText('article.txt', new TextEncoder().encode(ARTICLE));
const review = createReviewServer({ desk, accept: async () => [] });
const at = await startListening(review.server, '127.0.0.1', 0);
const page = await (await browser.newContext({ viewport: { width: 1280, height: 760 } })).newPage();
await page.goto(`${at}/#token=${review.token}`);
await page.locator('.queue li', { hasText: /Forbes.*heads/ }).click();
await page.waitForTimeout(300);
await page.screenshot({ path: resolve(import.meta.dirname, '../docs/images/review.png') });
await review.server.close();
rmSync(folder, { recursive: true });
await browser.close();
await server.close();
