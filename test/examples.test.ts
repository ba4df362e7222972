/**
 * The programs of examples/, run as they stand.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';

const EXAMPLES = resolve(import.meta.dirname, '../examples');
const folder = mkdtempSync(join(tmpdir(), 'diplograph-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let runs = 0;

/** What the program prints when it is given these words. */
async function run(program: string, ...words: string[]): Promise<string> {
  const printed: string[] = [];
  const before = process.argv;
  const log = vi.spyOn(console, 'log').mockImplementation((text) => void printed.push(text));
  const error = vi.spyOn(console, 'error').mockImplementation((text) => void printed.push(text));
  process.argv = ['node', program, ...words];
  try {
    await import(`${pathToFileURL(join(EXAMPLES, `${program}.ts`)).href}?run=${++runs}`);
  } finally {
    process.argv = before;
    log.mockRestore();
    error.mockRestore();
  }
  return printed.join('\n');
}

test('who-represents-whom tells who acted for a state, when and on what basis', async () => {
  const printed = await run('who-represents-whom', 'state:kaz');
  expect(printed).toMatch(/^Kazakhstan: \d+ known acts of representation\n/);
  expect(printed).toMatch(
    /^2024-10-28\/2024-10-31 {2}Yerlan Alimbayev.*, 34th International Conference.* \[follows by R\d+\]$/m,
  );
});

test('coalition-overlap tells who is in both', async () => {
  const printed = await run('coalition-overlap');
  expect(printed).toMatch(/^In both: \d+ of \d+$/m);
  expect(printed).toMatch(/^ {2}LATIN_AMERICAN_AND_CARIBBEAN: .*Brazil/m);
});

test('export-ego-network writes a file that other programs read, by its ending', async () => {
  const gexf = join(folder, 'near.gexf');
  expect(await run('export-ego-network', 'initiative:global-ihl', '1', gexf)).toMatch(
    /: \d+ nodes and \d+ edges within 1 of Global/,
  );
  expect(readFileSync(gexf, 'utf8')).toMatch(/<node id="state:kaz" label="Kazakhstan"/);
  const graphml = join(folder, 'near.graphml');
  await run('export-ego-network', 'initiative:global-ihl', '1', graphml);
  expect(readFileSync(graphml, 'utf8')).toContain('<graphml');
});

test('check-claim tells sources, support and rivals, by names however spelt', async () => {
  const printed = await run('check-claim', 'Kazakstan', 'co-launched', 'Global Initiative');
  expect(printed).toContain('says El.kz: ');
  expect(printed).toMatch(/support: INDEPENDENT/);
  expect(printed).toMatch(/^Sources disagree: /m);
});

test('graph-from-csv walks a table', async () => {
  expect(await run('graph-from-csv', join(EXAMPLES, 'data/memberships.csv'))).toBe(
    [
      '6 nodes and 4 edges',
      'Chess Club in 2011: Bob Baker',
      'Rowing Club in 2011: Ada Byron, Cleo Dunn',
      'Clubmates of Ada: Bob Baker, Cleo Dunn',
    ].join('\n'),
  );
});

test('serve-a-view answers over HTTP from the view alone', async () => {
  const printed = await run('serve-a-view', '0', '2024-10-30');
  expect(printed).toMatch(/^What is stated of 2024-10-30: http:\/\/localhost:\d+\/graphql$/m);
  expect(printed).toMatch(/^\d+ edges, 0 of them inferred; asked 1 time$/m);
});

test('every example has a test and a line in the README', () => {
  const programs = readdirSync(EXAMPLES).filter((it) => it.endsWith('.ts'));
  const page = readFileSync(join(EXAMPLES, 'README.md'), 'utf8');
  const tests = readFileSync(import.meta.filename, 'utf8');
  for (const program of programs) {
    expect(page).toContain(`| \`${program}`);
    expect(tests).toContain(`run('${program.replace('.ts', '')}'`);
  }
});
