/**
 * The SDLs that tests read: the shipped one, and others of every shape under `sdl/`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isError } from '../../src/base/problem.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';

const folder = fileURLToPath(new URL('./sdl/', import.meta.url));
const shipped = fileURLToPath(new URL('../../schema.graphql', import.meta.url));

/** The text of an SDL: `shipped`, or a file of `sdl/` by its name. */
export const sdlText = (name: string): string =>
  readFileSync(name === 'shipped' ? shipped : `${folder}${name}.graphql`, 'utf8');

/** `shipped` and the names of the files of `sdl/`. */
export const sdlNames: readonly string[] = [
  'shipped',
  ...readdirSync(folder)
    .map((it) => it.replace('.graphql', ''))
    .sort(),
];

/** The ontology of an SDL text, which must be without errors. */
export function ontologyOf(text: string): Ontology {
  const { ontology, problems } = readOntology(new SourceFile('test.graphql', text));
  if (!ontology)
    throw new Error(
      problems
        .filter(isError)
        .map((it) => it.message)
        .join('\n'),
    );
  return ontology;
}
