/**
 * `schema.graphql` understood: the door to this part.
 */
import { inReadingOrder, isError, type Problem } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import { buildOntology } from './build-ontology.ts';
import { checkOntology, checkSdl } from './check-ontology.ts';
import type { Ontology } from './ontology.ts';
import { readSdl } from './sdl.ts';

/** More problems at once help nobody. */
const LIMIT = 50;

/**
 * The ontology of an SDL in the dialect of the Neo4j GraphQL Library 7, and everything that is wrong with it.
 *
 * There is an ontology exactly when no problem is an error; warnings come beside it. Rules about the whole are judged
 * once the text is in order, so that one slip is told once. At most 50 problems of each kind, in reading order.
 */
export function readOntology(file: SourceFile): {
  readonly ontology: Ontology | undefined;
  readonly problems: Problem[];
} {
  const { sdl, problems } = readSdl(file);
  const inText = sdl ? checkSdl(sdl, LIMIT) : problems;
  if (!sdl || inText.some(isError)) return { ontology: undefined, problems: inReadingOrder(inText) };
  const ontology = buildOntology(sdl);
  const inOntology = checkOntology(ontology, LIMIT);
  return {
    ontology: inOntology.some(isError) ? undefined : ontology,
    problems: inReadingOrder([...inText, ...inOntology]),
  };
}
