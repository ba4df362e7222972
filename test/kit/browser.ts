/**
 * A real browser for tests of pages, where the machine has one: `CHROME_PATH`, or Chromium where distributions put it.
 */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const browserPath: string | undefined = [process.env.CHROME_PATH, ...PLACES].find(
  (it) => it !== undefined && existsSync(it),
);

let launched: Promise<Browser> | undefined;

/** One for all tests of a worker; it ends with the pipe to the process. Pages have contexts of their own, and share nothing. */
export const sharedBrowser = (): Promise<Browser> =>
  (launched ??= chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--disable-gpu'] }));

/**
 * A page of a context of its own that may talk to `address` alone. What it asks for elsewhere, its errors and violations
 * of its policy come to stand in `faults`.
 */
export async function openPage(address: string, faults: string[], options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await (await sharedBrowser()).newContext(options)).newPage();
  await page.route('**/*', (route) => {
    const { protocol, host } = new URL(route.request().url());
    if (protocol === 'data:' || protocol === 'blob:' || host === new URL(address).host) return route.continue();
    faults.push(`asked for ${route.request().url()}`);
    return route.abort();
  });
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  return page;
}
