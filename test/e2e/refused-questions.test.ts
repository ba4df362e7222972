/**
 * Every file in test/golden/problems/queries is a question that cannot be answered as it stands, beside what a client
 * is told over HTTP; and whatever was asked, the server goes on.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { expectGolden, goldenPath } from '../kit/golden.ts';
import { type HttpAnswer, serveSeed } from './served.ts';

const seed = serveSeed();
const files = readdirSync(goldenPath('problems/queries')).filter((file) => file.endsWith('.graphql'));

test.each(files)('what is said of %s', async (file) => {
  const answer = await seed.ask(readFileSync(goldenPath('problems/queries', file), 'utf8'));
  expectGolden(goldenPath('problems/queries', file.replace('.graphql', '.txt')), told(answer));
});

afterAll(async () => {
  expect((await seed.ask('{ __typename }')).body.data).toEqual({ __typename: 'Query' });
});

/** The status, then errors with their codes and places, the data if there are any, and hints. */
function told({ status, body }: HttpAnswer): string {
  const places = (it: ErrorTold): string =>
    (it.locations ?? []).map(({ line, column }) => `:${line}:${column}`).join('');
  const errors = (body.errors ?? []) as readonly ErrorTold[];
  const hints = (body.extensions?.hints ?? []) as readonly string[];
  return [
    `HTTP ${status}`,
    ...errors.map((it) => `query${places(it)}  ${it.extensions.code}  ${it.message}`),
    ...(body.data === undefined ? [] : [`data  ${JSON.stringify(body.data)}`]),
    ...hints.map((it) => `hint  ${it}`),
    '',
  ].join('\n');
}

interface ErrorTold {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: Readonly<Record<string, unknown>>;
}
