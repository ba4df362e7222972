import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runLine } from './run-line.ts';
import { clubs, smallFolder } from './small-folder.ts';

test('--cache keeps the graph where it says, and answers from there while the facts stay', async () => {
  const cwd = smallFolder();
  const file = join(cwd, 'kept.graph');
  const stats = async (...options: string[]): Promise<string> => {
    const { code, stdout } = await runLine(['stats', '--json', ...options], { cwd });
    expect(code).toBe(0);
    return stdout;
  };
  const asked = await stats();
  expect(readdirSync(cwd)).not.toContain('kept.graph');
  expect(await stats('--cache', 'kept.graph')).toBe(asked);
  const { ino } = statSync(file);
  expect(await stats('--cache', 'kept.graph')).toBe(asked);
  expect(statSync(file).ino).toBe(ino);

  const dossier = join(cwd, 'graph-data', 'dossiers', 'clubs.yaml');
  expect(existsSync(dossier)).toBe(true);
  writeFileSync(dossier, clubs.replace('name: Ada', 'name: Eve'));
  const { stdout } = await runLine(['find', 'Eve', '--cache', 'kept.graph'], { cwd });
  expect(stdout).toContain('Eve');
  expect(statSync(file).ino).not.toBe(ino);
});

test('--cache never takes the place of a file that is something else', async () => {
  const cwd = smallFolder();
  const before = readFileSync(join(cwd, 'schema.graphql'), 'utf8');
  const { code, stderr } = await runLine(['stats', '--cache', 'schema.graphql'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('schema.graphql" is no cache of a graph');
  expect(readFileSync(join(cwd, 'schema.graphql'), 'utf8')).toBe(before);
});
