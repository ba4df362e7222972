/**
 * Takes the screenshots of docs/explorer.md in a Chromium of the machine: `node .ci/explorer-pictures.mjs`, after a build.
 */
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { openGraph } from '../dist/index.js';
import { createServer, startListening } from '../dist/server/create-server.js';

const server = await createServer({ graph: await openGraph(), queries: 'queries' });
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
await browser.close();
await server.close();
