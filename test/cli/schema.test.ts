import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { runLine } from './run-line.ts';
import { smallFolder } from './small-folder.ts';

const cwd = smallFolder();

test('schema prints the API as SDL that stands by itself', async () => {
  const { code, stdout } = await runLine(['schema'], { cwd });
  expect(code).toBe(0);
  const schema = buildSchema(stdout);
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain('people');
});

test('schema --subgraph writes a subgraph to a file', async () => {
  const { code, stderr } = await runLine(['schema', '--subgraph', '-o', 'subgraph.graphql'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain('subgraph.graphql has the API of');
  expect(readFileSync(join(cwd, 'subgraph.graphql'), 'utf8')).toMatch(
    /^extend schema @link[\s\S]*@key\(fields: "id"\)/,
  );
});
