/**
 * The article the data began with: each of its 55 statements is in the dossiers, in its paragraph, as what it is.
 *
 * The dossiers are read as plain YAML here, so that a fault of the loader cannot hide one of the data.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = resolve(import.meta.dirname, '../../graph-data');
const ARTICLE = 'source:el-kz-34ic';

interface Entry {
  readonly [key: string]: unknown;
  readonly edge?: string;
  readonly modality?: string;
  readonly saidBy?: string;
  readonly locator?: string;
  readonly sources?: readonly (string | { id: string; locator?: string })[];
  readonly claims?: readonly Entry[];
}
interface Dossier {
  readonly source?: string;
  readonly nodes?: readonly Entry[];
  readonly edges?: readonly Entry[];
}

/** Rows of the table in `seed.md`: number, paragraph, whether it is somebody's words. */
const statements = [...readFileSync(`${FOLDER}/seed.md`, 'utf8').matchAll(/^\| (\d+) \| (\d) \| (.*?) \|/gm)].map(
  ([, number, paragraph, text = '']) => ({
    number: Number(number),
    paragraph: `P${paragraph}`,
    reported: text.endsWith('(*reported*)'),
  }),
);

/** Every place where an entry cites the article with a number: `P5 #41`. */
const mentions = readdirSync(`${FOLDER}/dossiers/seed`).flatMap((file) => {
  const { source, nodes = [], edges = [] } = parse(readFileSync(`${FOLDER}/dossiers/seed/${file}`, 'utf8')) as Dossier;
  const entries = [...nodes, ...nodes.flatMap((node) => node.claims ?? []), ...edges];
  return entries.flatMap((entry) =>
    locatorsInArticle(entry, source).flatMap((locator) => {
      const [, paragraph, numbers = ''] = /^(P\d)((?: #\d+)+)/.exec(locator) ?? [];
      return [...numbers.matchAll(/\d+/g)].map(([number]) => ({ number: Number(number), paragraph, entry }));
    }),
  );
});

function locatorsInArticle(entry: Entry, defaultSource: string | undefined): string[] {
  if (!entry.sources) return defaultSource === ARTICLE && entry.locator ? [entry.locator] : [];
  return entry.sources.flatMap((it) => (typeof it === 'object' && it.id === ARTICLE && it.locator ? [it.locator] : []));
}

test('the article makes 55 statements', () => {
  expect(statements.map((it) => it.number)).toEqual(Array.from({ length: 55 }, (_, i) => i + 1));
});

describe('each statement of the article is expressed, and cites its paragraph', () => {
  test.each(statements)('#$number in $paragraph', ({ number, paragraph }) => {
    const found = mentions.filter((it) => it.number === number);
    expect(found).not.toEqual([]);
    expect(new Set(found.map((it) => it.paragraph))).toEqual(new Set([paragraph]));
  });
});

test('no entry claims to express a statement that the article does not make', () => {
  const known = new Set(statements.map((it) => it.number));
  expect(mentions.filter((it) => !known.has(it.number))).toEqual([]);
});

test('what the article reports is never stated as fact, and what it states is not called reported', () => {
  const reported = new Set(statements.filter((it) => it.reported).map((it) => it.number));
  // What a Statement is about is a fact even where the statement is not.
  const judged = mentions.filter(({ number, entry }) => entry.edge && !(entry.edge === 'about' && number === 48));
  const wrong = judged.filter(({ number, entry }) => (entry.modality === 'REPORTED') !== reported.has(number));
  expect(wrong).toEqual([]);
});

test('the Permanent Representative is the one who said what Kazakhstan did', () => {
  const told = mentions.filter(({ number }) => (number >= 32 && number <= 37) || (number >= 41 && number <= 46));
  expect(new Set(told.map(({ entry }) => entry.saidBy))).toEqual(new Set(['official:yerlan-alimbayev']));
});
