/**
 * Mutation testing: each part is changed in thousands of small ways, and its own tests must notice.
 *
 *     npm run test:mutation                   every part, some hours on two cores
 *     npm run test:mutation -- facts filters  these parts
 *     npm run test:mutation -- rules/strength one file of a part, for an hour that is not enough for all of it
 *
 * Prints a line a part and every survivor, and fails below the score that CONTRIBUTING promises. A survivor is killed by
 * a test, or listed in `equivalent.json` with the reason why no test can tell it from the original. Results are kept in
 * `reports/mutation`, so that the next run tries what has changed since; without that folder everything is tried.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Stryker } from '@stryker-mutator/core';

/** What is changed of each part, and the tests that judge it: its own, and those of parts above that ask it much. */
const PARTS = {
  facts: { mutate: 'src/facts', tests: ['facts/*'], reloads: 'src' },
  filters: { mutate: 'src/filters', tests: ['filters/*'] },
  views: { mutate: 'src/views', tests: ['views/*'] },
  traversal: { mutate: 'src/traversal', tests: ['traversal/*'] },
  rules: { mutate: 'src/rules', tests: ['rules/*'] },
  evidence: { mutate: 'src/evidence', tests: ['evidence/*', 'answers/disagreements', 'answers/why'] },
  answers: {
    mutate: 'src/answers',
    tests: ['answers/!(one-answer)', 'graphql/own-fields', 'graphql/evidence-fields'],
  },
  graphql: { mutate: 'src/graphql/{execution,rows}', tests: ['graphql/*'] },
};
const LEAST_PERCENT = 85;
const KEPT = 'reports/mutation';

const asked = process.argv.slice(2);
const unknown = asked.map((it) => it.split('/')[0]).filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) {
  process.stderr.write(`No part is called ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.\n`);
  process.exit(2);
}
const equivalent = new Set(JSON.parse(readFileSync(new URL('equivalent.json', import.meta.url), 'utf8')).map(keyOf));

for (const it of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const [part, ...file] = it.split('/');
  const files = file.length > 0 ? `${file.join('/')}.ts` : '**/*.ts';
  const { mutate, tests, reloads = '' } = PARTS[part];
  process.env.MUTATION_RELOADS = reloads;
  process.env.MUTATION_TESTS = tests.map((it) => `test/${it}.test.ts`).join(' ');
  const report = `${KEPT}/${part}.report.json`;
  await new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    mutate: [`${mutate}/${files}`, '!**/problems.ts'],
    // Sentences are held by golden files; a changed letter in one is no changed behaviour.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `${KEPT}/${part}.json`,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    logLevel: 'warn',
    concurrency: Number(process.env.MUTATION_CONCURRENCY ?? availableParallelism()),
    // A mutant that is slow because the machine is busy must not count as one that never ends.
    timeoutMS: 30_000,
    timeoutFactor: 5,
    dryRunTimeoutMinutes: 60,
    // Stryker would rewrite it by TypeScript's API, which version 7 has not.
    tsconfigFile: 'none',
    ignorePatterns: ['dist', 'reports', 'bench'],
    tempDirName: `${KEPT}/${part}.sandbox`,
    cleanTempDir: 'always',
  }).runMutationTest();
  judge(it, report, files);
}

/** `wanted` are the files that were tried: the report has what is known of others too. */
function judge(part, report, wanted) {
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const tried = Object.entries(files).filter(([file]) => wanted.startsWith('**') || file.endsWith(`/${wanted}`));
  const mutants = tried.flatMap(([file, { source, mutants: all }]) =>
    all.map((it) => ({ ...it, file, original: cut(source, it.location) })),
  );
  const having = (...statuses) => mutants.filter((it) => statuses.includes(it.status));
  const [killed, timedOut, alive] = [having('Killed'), having('Timeout'), having('Survived', 'NoCoverage')];
  const survivors = alive.filter((it) => !equivalent.has(keyOf(it)));
  const count = killed.length + timedOut.length + survivors.length;
  const percent = (100 * (count - survivors.length)) / count;
  for (const { file, location, original, replacement, status } of survivors) {
    print(`  ${file}:${location.start.line}  ${status}  ${oneLine(original)}  →  ${oneLine(replacement)}`);
  }
  print(
    `${part}: ${percent.toFixed(1)} % of ${count}: ${killed.length} killed, ${timedOut.length} timed out, ` +
      `${survivors.length} survived; besides ${alive.length - survivors.length} equivalent, ` +
      `${having('Ignored').filter((it) => it.statusReason?.startsWith('Static')).length} static`,
  );
  if (percent < LEAST_PERCENT) process.exitCode = 1;
}

/** What a mutant is known by in `equivalent.json`: lines move, its text does not. */
function keyOf({ file, original, replacement }) {
  return `${file}\n${original}\n${replacement}`;
}

function cut(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

function oneLine(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 90)}…` : line;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
