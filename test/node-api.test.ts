/**
 * The TypeScript of README.md, docs/node-api.md and docs/graphql.md, compiled and run: what the pages say comes out does.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SourceFile } from '../src/base/source-file.ts';
import { printTypes } from '../src/ontology/print-types.ts';
import { readOntology } from '../src/ontology/read-ontology.ts';
import { blocksOf, filesOf, programOf } from './kit/documented-code.ts';

const ROOT = resolve(import.meta.dirname, '..');
const pages = ['README.md', 'docs/node-api.md', 'docs/graphql.md'];
const folder = mkdtempSync(join(import.meta.dirname, '.documented-'));
const up = relative(folder, ROOT);
const programs = new Map(pages.map((page) => [page, join(folder, `${page.replace(/\W/g, '-')}.ts`)]));

beforeAll(() => {
  for (const [page, program] of programs) {
    const text = readFileSync(join(ROOT, page), 'utf8');
    for (const [path, content] of filesOf(text)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
      if (path.endsWith('.graphql')) writeFileSync(join(folder, dirname(path), 'types.ts'), typesOf(content));
    }
    const imports = { diplograph: `${up}/src/index.ts`, kit: `${up}/test/kit/documented-code.ts` };
    // Paths of files in the examples are those of somebody who has them beside the program.
    const code = programOf(blocksOf(text, 'ts'), imports).replaceAll("schema: 'clubs/", `schema: '${folder}/clubs/`);
    writeFileSync(program, code);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function typesOf(sdl: string): string {
  const { ontology } = readOntology(new SourceFile('schema.graphql', sdl));
  return ontology ? printTypes(ontology) : '';
}

test('every example compiles under strict settings', () => {
  const tsconfig = {
    extends: `${up}/tsconfig.json`,
    compilerOptions: { rootDir: up, isolatedDeclarations: false, declaration: false, noUnusedLocals: false },
    include: [],
    files: [...programs.values()],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const run = (): string => execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8', stdio: 'pipe' });
  try {
    run();
  } catch (error) {
    expect.fail((error as { stdout: string }).stdout);
  }
});

test.each([...programs])(
  '%s gives what it says',
  async (_, program) => {
    await import(pathToFileURL(program).href);
  },
  300_000,
);
