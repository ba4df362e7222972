/**
 * The house law, held: floors, no circles, small files, no inner barrels, every file says what it is for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');

/** The floor of each part. A part imports itself and lower floors; parts on one floor do not know each other. */
const floors: Readonly<Record<string, number>> = {
  base: 0,
  generated: 0,
  ontology: 1,
  facts: 2,
  store: 3,
  filters: 4,
  views: 4,
  traversal: 5,
  paths: 5,
  search: 5,
  rules: 5,
  evidence: 5,
  analysis: 5,
  formats: 5,
  loading: 6,
  importing: 7,
  opening: 7,
  graphql: 7,
  graph: 8,
  'open-graph.ts': 9,
  server: 10,
  cli: 11,
  'index.ts': 12,
};

const sourceFiles = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();
const textOf = (file: string): string => readFileSync(join(SOURCE, file), 'utf8');
const partOf = (file: string): string => file.split('/')[0] ?? file;
const floorOf = (file: string): number => floors[partOf(file)] ?? Number.NaN;

/** Files of this project that `file` imports, as paths below `src/`; `import type` and dynamic imports count. */
function importsOf(file: string): string[] {
  const found = textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
  return [...found].map((match) => relative(SOURCE, resolve(SOURCE, dirname(file), match[1] ?? '')));
}

describe('the house law', () => {
  test.each(sourceFiles)('%s stands on a known floor', (file) => {
    expect(floorOf(file), `give "${partOf(file)}" a floor in test/house.test.ts`).not.toBeNaN();
  });

  test.each(sourceFiles)('%s imports only its own part and the floors below', (file) => {
    const upward = importsOf(file).filter((to) => partOf(to) !== partOf(file) && !(floorOf(to) < floorOf(file)));
    expect(upward).toEqual([]);
  });

  test.each(sourceFiles.filter((file) => partOf(file) !== 'generated'))('%s has at most 300 lines', (file) => {
    expect(textOf(file).split('\n').length - 1).toBeLessThanOrEqual(300);
  });

  test.each(sourceFiles)('%s opens with what it is for', (file) => {
    expect(textOf(file).replace(/^#!.*\n/, '')).toMatch(/^\/\*\*\n \* \S/);
  });

  test('index.ts at the top is the only barrel', () => {
    expect(sourceFiles.filter((file) => /(^|\/)index\.ts$/.test(file) && file !== 'index.ts')).toEqual([]);
  });

  test.each(Object.entries(floors))('docs/architecture.md draws %s on floor %i', (part, floor) => {
    const picture = readFileSync(resolve(SOURCE, '../docs/architecture.md'), 'utf8').split('```')[1] ?? '';
    const name = part.endsWith('.ts') ? part : `${part}/`;
    // A line without a number goes on with the floor of the line above.
    const row = picture.split(/\n(?=[ 1]\d)/).find((it) => Number.parseInt(it, 10) === floor);
    expect(row?.split(/\s+/)).toContain(name);
  });

  test('no file is named for nothing in particular', () => {
    // A command's file is named for the command, and there is one called "types".
    const free = sourceFiles.filter((file) => !file.startsWith('cli/commands/'));
    expect(free.filter((file) => /(^|\/)(utils?|helpers?|types|common|misc)(\.ts|\/)/.test(file))).toEqual([]);
  });

  test('no circles', () => {
    const done = new Set<string>();
    const circles: string[][] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file]);
      if (done.has(file) || trail.includes(file)) return;
      for (const to of importsOf(file)) visit(to, [...trail, file]);
      done.add(file);
    };
    for (const file of sourceFiles) visit(file, []);
    expect(circles).toEqual([]);
  });
});
