/**
 * The house law, held: floors, no circles, small files, no inner barrels, every file says what it is for.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');
const EXPLORER = resolve(SOURCE, '../explorer');

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
  search: 5,
  rules: 5,
  evidence: 5,
  analysis: 5,
  formats: 5,
  loading: 6,
  answers: 6,
  importing: 7,
  reading: 7,
  opening: 7,
  graphql: 7,
  graph: 8,
  agents: 8,
  'open-graph.ts': 9,
  neo4j: 9,
  server: 10,
  cli: 11,
  'index.ts': 12,
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('dist/'))
    .sort();
const sourceFiles = filesBelow(SOURCE);
/** As paths from `src/`, so that what holds for source files can be asked of them as well. */
const explorerFiles = filesBelow(EXPLORER).map((file) => relative(SOURCE, join(EXPLORER, file)));
const textOf = (file: string): string => readFileSync(join(SOURCE, file), 'utf8');
const partOf = (file: string): string => file.split('/')[0] ?? file;
const floorOf = (file: string): number => floors[partOf(file)] ?? Number.NaN;

/** Files of this project that `file` imports, as paths below `src/`; `import type` and dynamic imports count. */
function importsOf(file: string): string[] {
  const found = textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
  return [...found].map((match) => relative(SOURCE, resolve(SOURCE, dirname(file), match[1] ?? '')));
}

/** The files for which `breaks` holds; an empty list means that the law is kept. */
const offenders = (breaks: (file: string) => boolean, among: readonly string[] = sourceFiles): string[] =>
  among.filter(breaks);

/** The chains of imports that come back to where they began. */
function circlesAmong(files: readonly string[]): string[][] {
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file) || path.includes(file)) return;
    for (const to of importsOf(file)) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return circles;
}

describe('the house law', () => {
  test('there is a house, and every room of it stands on a known floor', () => {
    expect(sourceFiles.length).toBeGreaterThan(100);
    expect(offenders((file) => Number.isNaN(floorOf(file)))).toEqual([]);
    const rooms = new Set(sourceFiles.map(partOf));
    expect(Object.keys(floors).filter((it) => !rooms.has(it))).toEqual([]);
  });

  test('a file imports only its own part and the floors below', () => {
    const upward = sourceFiles.flatMap((file) =>
      importsOf(file)
        .filter((to) => partOf(to) !== partOf(file) && !(floorOf(to) < floorOf(file)))
        .map((to) => `${file} imports ${to}`),
    );
    expect(upward).toEqual([]);
  });

  test('a file has at most 300 lines', () => {
    expect(offenders((it) => partOf(it) !== 'generated' && textOf(it).split('\n').length > 301)).toEqual([]);
  });

  test('a file opens with what it is for', () => {
    expect(offenders((it) => !/^\/\*\*\n \* \S/.test(textOf(it).replace(/^#!.*\n/, '')))).toEqual([]);
  });

  test('index.ts at the top is the only barrel', () => {
    expect(offenders((it) => /(^|\/)index\.ts$/.test(it) && it !== 'index.ts')).toEqual([]);
  });

  test('docs/architecture.md draws every part on its floor', () => {
    const picture = readFileSync(resolve(SOURCE, '../docs/architecture.md'), 'utf8').split('```')[1] ?? '';
    // A line without a number goes on with the floor of the line above.
    const rows = picture
      .split(/\n(?=[ 1]\d)/)
      .map((row) => ({ floor: Number.parseInt(row, 10), words: row.split(/\s+/) }));
    const missing = Object.entries(floors).filter(([part, floor]) => {
      const name = part.endsWith('.ts') ? part : `${part}/`;
      return !rows.some((row) => row.floor === floor && row.words.includes(name));
    });
    expect(missing).toEqual([]);
  });

  test('an exported name has one meaning in the whole house', () => {
    // `generated/` is left out: what an ontology declares are its names. A format has one name, to write it and to read it.
    const formats = ['csv', 'cytoscape', 'gexf', 'graphml', 'graphology', 'jsonLines', 'nodeLink'];
    const files = new Map<string, string[]>();
    for (const file of sourceFiles.filter((it) => partOf(it) !== 'generated')) {
      const declared =
        /^export (?:declare |async |abstract )*(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
      // An overloaded function is declared several times in its file.
      for (const name of new Set([...textOf(file).matchAll(declared)].map((it) => it[1] ?? '')))
        files.set(name, [...(files.get(name) ?? []), file]);
    }
    expect(files.size).toBeGreaterThan(500);
    const isFormat = (name: string, of: readonly string[]): boolean =>
      formats.includes(name) &&
      of.length === 2 &&
      of.some((it) => it.startsWith('formats/write/')) &&
      of.some((it) => it.startsWith('importing/readers/'));
    expect([...files].filter(([name, of]) => of.length > 1 && !isFormat(name, of))).toEqual([]);
  });

  test('a thing has the name that the field has for it, and no private one', () => {
    // The field says modality, statement, sample, path, misspelling, neighbourhood.
    const isPrivate =
      /told|settled|drawn|shaken|poured|unsaid|slips?\b|trail|(?<!al)ways(?:in)?\b|(?<![a-z])ball(?![a-z])/i;
    const words = (name: string): string => name.replace(/(?<=[a-z])[A-Z]/g, (it) => ` ${it}`);
    const files = [...sourceFiles, ...explorerFiles];
    expect(files.filter((file) => isPrivate.test(file.replace(/^.*\//, '')))).toEqual([]);
    const names = files
      .filter((file) => partOf(file) !== 'generated')
      .flatMap((file) => [
        ...textOf(file).matchAll(/^export (?:\w+ )*?(?:function\*?|const|class|interface|type) (\w+)/gm),
      ])
      .map(([, name = '']) => words(name));
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((it) => isPrivate.test(it))).toEqual([]);
    const docs = resolve(SOURCE, '../docs');
    const pages = readdirSync(docs).filter((it) => it.endsWith('.md') && it !== 'ontology.md');
    const prose = pages.flatMap((page) =>
      readFileSync(join(docs, page), 'utf8')
        .split('\n')
        .filter((line) => /\b(?:told (?:once|with|on|as)|how it is told|shaken|poured|unsaid|trail)\b/.test(line))
        .map((line) => `${page}: ${line}`),
    );
    expect(prose).toEqual([]);
  });

  test('no file is named for nothing in particular', () => {
    // A command's file is named for the command, and there is one called "types".
    const free = sourceFiles.filter((file) => !file.startsWith('cli/commands/'));
    expect(free.filter((file) => /(^|\/)(utils?|helpers?|types|common|misc)(\.ts|\/)/.test(file))).toEqual([]);
  });

  test('no circles', () => {
    expect(circlesAmong(sourceFiles)).toEqual([]);
  });
});

describe('the house law in the explorer', () => {
  test('a file has at most 300 lines, and opens with what it is for', () => {
    expect(explorerFiles.length).toBeGreaterThan(20);
    expect(offenders((it) => textOf(it).split('\n').length > 301, explorerFiles)).toEqual([]);
    expect(offenders((it) => !/^\/\*\*\n \* \S/.test(textOf(it)), explorerFiles)).toEqual([]);
  });

  test('no circles, and no page waits for what runs in a browser alone', () => {
    expect(circlesAmong(explorerFiles)).toEqual([]);
    const pages = explorerFiles.filter((it) => !/^\.\.\/explorer\/(client|review)\//.test(it));
    const imported = pages.flatMap((file) => importsOf(file).map((to) => `${file} imports ${to}`));
    expect(imported.filter((it) => it.includes('explorer/client/', it.indexOf('imports')))).toEqual([]);
  });

  test('it takes nothing of the engine: facts come through the API, as they do for everybody', () => {
    expect(explorerFiles.flatMap(importsOf).filter((to) => !to.startsWith('../'))).toEqual([]);
    expect(sourceFiles.flatMap(importsOf).filter((to) => to.startsWith('../explorer'))).toEqual([]);
  });
});
