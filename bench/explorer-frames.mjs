/**
 * How fast pictures of the explorer are: `node bench/explorer-frames.mjs`, after a build, with a Chromium on the machine.
 *
 * Prints for pictures of 5 to 2,000 things, and for one of 19,000 relations, when each is first drawn, and what half and nine
 * tenths of the frames take while it is moved and zoomed: without a GPU, so a visitor sees no worse.
 */
import { chromium } from 'playwright-core';
import { openGraph } from '../dist/index.js';
import { createServer, startListening } from '../dist/server/create-server.js';

const debates = [56, 57, 58, 59, 60, 61, 62, 63, 64, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79];
const pictures = [
  '/graph?c=topic:human-rights&n=4',
  '/graph?c=state:kaz&n=50',
  '/graph?c=topic:human-rights&n=300',
  '/graph?c=org:unga&c=topic:human-rights&c=topic:disarmament&c=state:kaz&c=state:rus&n=1000',
  `/graph?c=org:unga&c=topic:human-rights&n=1000${debates.map((it) => `&c=conference:unga-general-debate-${it}`).join('')}`,
];
const server = await createServer({ graph: await openGraph(), print: () => {} });
const address = await startListening(server, 'localhost', 0);
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const path of pictures) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage();
  const start = performance.now();
  await page.goto(address + path);
  const status = page.locator('.tools [role="status"]', { hasText: /^\d+ things/ });
  await status.waitFor({ timeout: 120_000 });
  const first = Math.round(performance.now() - start);
  const { x, y } = await page.locator('svg.picture').boundingBox();
  const moved = await framesOf(page, async () => {
    await page.mouse.move(x + 5, y + 5);
    await page.mouse.down();
    for (let i = 1; i <= 20; i++) await page.mouse.move(x + 5 + 6 * i, y + 5 + 4 * i);
    await page.mouse.up();
  });
  const zoomed = await framesOf(page, async () => {
    for (let i = 0; i < 8; i++) await page.mouse.wheel(0, -40);
    await page.waitForTimeout(300);
  });
  console.log(`${await status.innerText()}: first after ${first} ms; moved ${moved}; zoomed ${zoomed}`);
  await page.context().close();
}
await browser.close();
await server.close();

/** What half and nine tenths of the frames take while something is done. */
async function framesOf(page, act) {
  await page.evaluate(() => {
    let last = performance.now();
    window.frames_ = [];
    const frame = () => {
      window.frames_.push(performance.now() - last);
      last = performance.now();
      window.frame_ = requestAnimationFrame(frame);
    };
    window.frame_ = requestAnimationFrame(frame);
  });
  await act();
  const frames = await page.evaluate(() => {
    cancelAnimationFrame(window.frame_);
    return window.frames_.sort((a, b) => a - b);
  });
  return `${Math.round(frames[frames.length >> 1])} / ${Math.round(frames[Math.floor(frames.length * 0.9)])} ms`;
}
