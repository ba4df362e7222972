/**
 * Mutation testing: each part is changed in thousands of small ways, and its own tests must notice.
 *
 *     npm run test:mutation                 every part, about an hour on two cores
 *     npm run test:mutation -- facts paths  these parts
 *
 * Prints a line a part and every survivor, and fails below the score that CONTRIBUTING promises. A survivor is killed by
 * a test, or listed in `equivalent.json` with the reason why no test can tell it from the original.
 */
import { readFileSync, rmSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

/** What is changed of each part, and the tests that judge it. */
const PARTS = {
  facts: { mutate: 'src/facts/**/*.ts', tests: 'test/facts/*.test.ts' },
  views: { mutate: 'src/views/**/*.ts', tests: 'test/views/*.test.ts' },
  filters: {
    mutate: 'src/filters/**/*.ts',
    tests: 'test/{filters/*,graphql/filter*,graphql/sorting,traversal/walk*}.test.ts',
  },
  paths: { mutate: 'src/paths/**/*.ts', tests: 'test/paths/*.test.ts' },
  traversal: { mutate: 'src/traversal/**/*.ts', tests: 'test/traversal/*.test.ts' },
  evidence: { mutate: 'src/evidence/**/*.ts', tests: 'test/evidence/*.test.ts' },
  rules: { mutate: 'src/rules/**/*.ts', tests: 'test/rules/*.test.ts' },
  graphql: {
    mutate: 'src/graphql/compiled/**/*.ts',
    tests: 'test/graphql/{compiled,answers,answer-cache,pages}.test.ts',
  },
};
const LEAST_PERCENT = 85;
const REPORT = 'reports/mutation.json';

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) {
  process.stderr.write(`No part is called ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.\n`);
  process.exit(2);
}
const equivalent = new Set(JSON.parse(readFileSync(new URL('equivalent.json', import.meta.url), 'utf8')).map(keyOf));

for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) {
  process.env.MUTATION_TESTS = PARTS[part].tests;
  await new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    mutate: [PARTS[part].mutate],
    // Messages are held by golden files; a changed letter in one is no changed behaviour.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignoreStatic: true,
    reporters: ['json'],
    jsonReporter: { fileName: REPORT },
    logLevel: 'warn',
    concurrency: 2,
    // Stryker would rewrite it by TypeScript's API, which version 7 has not.
    tsconfigFile: 'none',
    tempDirName: 'reports/stryker',
  }).runMutationTest();
  judge(part);
}
rmSync('reports', { recursive: true, force: true });

function judge(part) {
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8'));
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: all }]) =>
    all.map((it) => ({ ...it, file, original: cut(source, it.location) })),
  );
  const judged = mutants.filter((it) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(it.status));
  const alive = judged.filter((it) => it.status === 'Survived' || it.status === 'NoCoverage');
  const survivors = alive.filter((it) => !equivalent.has(keyOf(it)));
  const count = judged.length - (alive.length - survivors.length);
  const percent = (100 * (count - survivors.length)) / count;
  for (const { file, location, original, replacement, status } of survivors) {
    print(`  ${file}:${location.start.line}  ${status}  ${oneLine(original)}  →  ${oneLine(replacement)}`);
  }
  print(`${part}: ${percent.toFixed(1)} % of ${count} killed, ${alive.length - survivors.length} equivalent`);
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
