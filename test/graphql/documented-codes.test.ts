import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder } from '../../src/base/shipped-files.ts';

const textOf = (file: string): string => readFileSync(join(packageFolder, file), 'utf8');
const made = [...textOf('src/graphql/problems.ts').matchAll(/(?:refusal\(|code: )\s*'([A-Z_]+)'/g)];
const codes = [...new Set(made.map((it) => it[1] ?? ''))];

test('there are refusals', () => expect(codes.length).toBeGreaterThan(8));

test.each(codes)('%s is explained in docs/errors.md', (code) => {
  expect(textOf('docs/errors.md')).toContain(`\n### \`${code}\`\n`);
});
