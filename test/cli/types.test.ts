import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { movies } from '../ontology/movies.ts';
import { runLine } from './run-line.ts';
import { smallFolder } from './small-folder.ts';

const cwd = smallFolder();
writeFileSync(join(cwd, 'movies.graphql'), movies);
const golden = readFileSync(join(import.meta.dirname, '../golden/types/movies.ts'), 'utf8');

test('types of an own ontology are printed, or written to a file whole', async () => {
  const printed = await runLine(['types', '--schema', 'movies.graphql'], { cwd });
  expect(printed).toEqual({ code: 0, stdout: golden, stderr: '' });
  writeFileSync(join(cwd, 'types.ts'), 'before');
  const written = await runLine(['types', '--schema', 'movies.graphql', '-o', 'types.ts'], { cwd });
  expect(written).toMatchObject({ code: 0, stdout: '' });
  expect(written.stderr).toMatch(/^types\.ts has the types of .*movies\.graphql\.\n$/);
  expect(readFileSync(join(cwd, 'types.ts'), 'utf8')).toBe(golden);
  expect(readdirSync(cwd).filter((it) => it.includes('tmp'))).toEqual([]);
});

test('an ontology with errors has no types, and a file that is there stays as it was', async () => {
  writeFileSync(join(cwd, 'broken.graphql'), 'type State @node { id: [Int!]! }');
  writeFileSync(join(cwd, 'kept.ts'), 'kept');
  const { code, stdout, stderr } = await runLine(['types', '--schema', 'broken.graphql', '-o', 'kept.ts'], { cwd });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('broken.graphql:1:24  missing-id');
  expect(readFileSync(join(cwd, 'kept.ts'), 'utf8')).toBe('kept');
  expect((await runLine(['types', '--schema', 'none.graphql'], { cwd })).code).toBe(1);
});

test('a file that cannot be written is told in a sentence, as that of an export is', async () => {
  const { code, stderr } = await runLine(['types', '-o', 'no/such/folder/types.ts'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('no/such/folder/types.ts": there is no such folder.');
});
