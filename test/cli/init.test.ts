/**
 * A graph of one's own, begun as its README says: everything that it tells is run.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLine } from './run-line.ts';

let above = '';
let cwd = '';
beforeAll(async () => {
  above = mkdtempSync(join(tmpdir(), 'diplograph-init-'));
  const { code, stdout } = await runLine(['init', 'mine'], { cwd: above });
  expect([code, stdout.split('\n')]).toEqual([0, expect.arrayContaining([join('mine', 'schema.graphql')])]);
  cwd = join(above, 'mine');
});
afterAll(() => rmSync(above, { recursive: true }));

test('what init writes stands without a remark', async () => {
  const { code, stdout, stderr } = await runLine(['check'], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('and 1 edge by 1 rule');
});

test('its query has rows by table, dossier and rule, and why tells what they rest on', async () => {
  const { stdout } = await runLine(['query', 'queries/participants.graphql'], { cwd });
  const { edges } = JSON.parse(stdout).conferences[0].participantsConnection;
  expect(edges).toMatchObject([
    { node: { name: 'Eastvale' }, properties: { role: 'observer', status: 'STATED' } },
    { node: { name: 'Northmark' }, properties: { rule: 'R1', status: 'INFERRED' } },
  ]);
  const why = await runLine(['why', 'Northmark', 'participated-in', 'First Lakes Conference'], { cwd });
  expect(why.stdout).toContain('Mira Holm represented Northmark at First Lakes Conference.');
});

test('every file that its README names is there, and every command but serve runs', async () => {
  const readme = readFileSync(join(cwd, 'README.md'), 'utf8');
  const named = [...readme.matchAll(/^\| `([^`]+)`/gm)].map((it) => it[1] ?? '');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((it) => !existsSync(join(cwd, it)))).toEqual([]);
  const commands = [...readme.matchAll(/^npx diplograph ([^#\n]+)/gm)].map((it) => it[1]?.trim() ?? '');
  expect(commands.length).toBeGreaterThan(3);
  for (const line of commands.filter((it) => it !== 'serve')) {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((it) => it[1] ?? it[2] ?? '');
    const { code, stderr } = await runLine(words, { cwd });
    expect([line, code, stderr]).toEqual([line, 0, expect.anything()]);
  }
});

test('new writes a dossier that stands and whose node is found', async () => {
  const made = await runLine(['new', 'organisation', 'Court of the Lakes', '--source', 'source:register'], { cwd });
  expect([made.code, made.stdout]).toEqual([0, `${join('graph-data', 'dossiers', 'court-of-the-lakes.yaml')}\n`]);
  const text = readFileSync(join(cwd, made.stdout.trim()), 'utf8');
  expect(text).toContain('id: org:court-of-the-lakes');
  expect(text).toContain('#   - { from: …, edge: member-of, to: org:court-of-the-lakes }');
  expect((await runLine(['check'], { cwd })).code).toBe(0);
  expect((await runLine(['find', 'Court of the Lakes'], { cwd })).stdout).toContain('org:court-of-the-lakes');
  const again = await runLine(['new', 'organisation', 'Court of the Lakes'], { cwd });
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('org:court-of-the-lakes')]);
  const misspelt = await runLine(['new', 'conferenc', 'X'], { cwd });
  expect([misspelt.code, misspelt.stderr]).toEqual([2, expect.stringContaining('Did you mean "Conference"')]);
});

test('init replaces nothing', async () => {
  const again = await runLine(['init'], { cwd });
  expect([again.code, again.stdout]).toEqual([2, '']);
  expect(again.stderr).toContain('README.md');
});
