/**
 * `schema.graphql` understood: the door to this part.
 */
import { inReadingOrder, isError, type Problem } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import { buildOntology } from './build-ontology.ts';
import { nameChecks } from './checks/api-names.ts';
import { definitionChecks } from './checks/definitions.ts';
import { knownDirectives } from './checks/directives.ts';
import { edgeEnvelope } from './checks/edge-envelope.ts';
import { fieldChecks } from './checks/fields.ts';
import { relationChecks } from './checks/relations.ts';
import type { Ontology } from './ontology.ts';
import { readSdl } from './sdl.ts';
import { servedPart } from './served-part.ts';

/**
 * Checks of the text, and of the ontology once the text is in order: a misspelt type would otherwise be reported again as a
 * relation without an end. The library checks that an SDL can be served from Neo4j; these, that it means something.
 */
const textChecks = [...definitionChecks, knownDirectives, ...fieldChecks];
const ontologyChecks = [...relationChecks, ...nameChecks, edgeEnvelope];

/** More problems at once help nobody. */
const LIMIT = 50;

/**
 * The ontology of an SDL in the dialect of the Neo4j GraphQL Library 7, and everything that is wrong with it.
 *
 * There is an ontology exactly when no problem is an error; warnings come beside it. Rules about the whole are judged
 * once the text is in order, so that one mistake is reported once. At most 50 problems of each kind, in reading order.
 */
export function readOntology(file: SourceFile): {
  readonly ontology: Ontology | undefined;
  readonly problems: Problem[];
} {
  const { sdl: written, problems: ofText } = readSdl(file);
  const served = written && servedPart(written);
  const sdl = served?.sdl;
  const inText = [...ofText, ...(sdl ? [...check(sdl, textChecks), ...served.problems.slice(0, LIMIT)] : [])];
  if (!sdl || inText.some(isError)) return { ontology: undefined, problems: inReadingOrder(inText) };
  const ontology = buildOntology(sdl);
  const inOntology = check(ontology, ontologyChecks);
  return {
    ontology: inOntology.some(isError) ? undefined : ontology,
    problems: inReadingOrder([...inText, ...inOntology]),
  };
}

/** Checks yield one by one and are left off, so that a text that is wrong throughout costs no more than its first faults. */
function check<T>(it: T, checks: readonly ((it: T) => Iterable<Problem>)[]): Problem[] {
  const found: Problem[] = [];
  for (const problems of checks) {
    for (const problem of problems(it)) {
      if (found.length === LIMIT) return found;
      found.push(problem);
    }
  }
  return found;
}
