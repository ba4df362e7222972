/**
 * The linter: every rule that an ontology must keep, in two lists.
 *
 * The library checks that an SDL can be served from Neo4j; these check that it means something: both ends of an edge
 * type agree, interfaces are plain, names are free. A new rule is one file in `checks/` and one line here.
 */
import type { Problem } from '../base/problem.ts';
import { bothEnds } from './checks/both-ends.ts';
import { edgeEnvelope } from './checks/edge-envelope.ts';
import { implementedInterfaces } from './checks/implemented-interfaces.ts';
import { knownDefinitions } from './checks/known-definitions.ts';
import { knownDirectives } from './checks/known-directives.ts';
import { knownTypes } from './checks/known-types.ts';
import { nameClashes } from './checks/name-clashes.ts';
import { plainInterfaces } from './checks/plain-interfaces.ts';
import { pluralNames } from './checks/plural-names.ts';
import { propertyForms } from './checks/property-forms.ts';
import { relationForms } from './checks/relation-forms.ts';
import { requiredId } from './checks/required-id.ts';
import { reservedNames } from './checks/reserved-names.ts';
import { sameEdgeProperties } from './checks/same-edge-properties.ts';
import type { OntologyCheck, SdlCheck } from './checks/sdl-check.ts';
import { symmetricEnds } from './checks/symmetric-ends.ts';
import { twinRelations } from './checks/twin-relations.ts';
import { typeRoles } from './checks/type-roles.ts';
import { uniqueNames } from './checks/unique-names.ts';
import type { Ontology } from './ontology.ts';
import type { Sdl } from './sdl.ts';

const sdlChecks: readonly SdlCheck[] = [
  knownDefinitions,
  uniqueNames,
  reservedNames,
  knownDirectives,
  knownTypes,
  typeRoles,
  requiredId,
  propertyForms,
  relationForms,
  plainInterfaces,
  implementedInterfaces,
];

const ontologyChecks: readonly OntologyCheck[] = [
  symmetricEnds,
  bothEnds,
  twinRelations,
  sameEdgeProperties,
  pluralNames,
  nameClashes,
  edgeEnvelope,
];

/** What is wrong with the text; where nothing is, `buildOntology` can trust it. At most `limit` problems. */
export const checkSdl = (sdl: Sdl, limit: number): Problem[] => atMost(limit, sdlChecks, sdl);

/** What is wrong with the ontology that a text in order describes. At most `limit` problems. */
export const checkOntology = (ontology: Ontology, limit: number): Problem[] => atMost(limit, ontologyChecks, ontology);

/** Checks yield one by one and are left off, so that a text that is wrong throughout costs no more than its first faults. */
function atMost<T>(limit: number, checks: readonly ((it: T) => Iterable<Problem>)[], it: T): Problem[] {
  const found: Problem[] = [];
  for (const check of checks) {
    for (const problem of check(it)) {
      if (found.length === limit) return found;
      found.push(problem);
    }
  }
  return found;
}
