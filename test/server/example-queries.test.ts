import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readExampleQueries } from '../../src/server/query-editor.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-examples-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('examples come in the order of their files, with subject, question and description from the comment at the head', async () => {
  const query =
    '# Subject: The ICRC\r\n# Who headed the ICRC,\r\n#   and until when? As far\r\n# as is known.\r\n\nquery Heads @asOf(date: "2022-09") {\n  # not this\n  name\n}\n';
  writeFileSync(join(folder, '2-heads.graphql'), query);
  writeFileSync(join(folder, '1-name.graphql'), '{ name }');
  writeFileSync(join(folder, 'README.md'), 'query No { name }');
  expect(await readExampleQueries(folder)).toEqual([
    { name: '1-name', operations: [], subject: '', title: '1-name', description: '', query: '{ name }' },
    {
      name: 'Heads',
      operations: ['Heads'],
      subject: 'The ICRC',
      title: 'Who headed the ICRC, and until when?',
      description: 'As far as is known.',
      query,
    },
  ]);
});

test('a folder that is not there has no examples', async () => {
  expect(await readExampleQueries(join(folder, 'none'))).toEqual([]);
  expect(await readExampleQueries(undefined)).toEqual([]);
});
