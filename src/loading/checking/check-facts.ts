/**
 * Facts looked at together: do their ends exist, do they fit the ontology, is every statement sourced and made once.
 *
 * Readers have judged every entry by itself. What needs all facts at once is here, so that a folder, a caller's records
 * and an edited graph are held to the same.
 */
import type { FactSet } from '../entries/fact-set.ts';
import { checkNames, checkUniqueIds } from './identities.ts';
import {
  checkCitedSources,
  checkEdgeEnds,
  checkNamedNodes,
  checkSingleRelations,
  type NodesById,
  suggestEdgeTypes,
} from './references.ts';
import { checkAttestedTimes, checkConfidence, checkRequiredProperties } from './values.ts';

/** A check looks at all facts and adds problems. */
type FactCheck = (set: FactSet, nodes: NodesById) => void;

const checks: readonly FactCheck[] = [
  checkUniqueIds,
  checkEdgeEnds,
  checkSingleRelations,
  checkNamedNodes,
  checkCitedSources,
  checkRequiredProperties,
  checkAttestedTimes,
  checkConfidence,
  checkNames,
];

/** Checks the facts of a set against the ontology and each other; what is wrong is added to its problems. */
export function checkFacts(set: FactSet): void {
  const nodes = new Map(set.nodes.map((it) => [it.id, it]));
  suggestEdgeTypes(set, (id) => nodes.get(id)?.type);
  for (const check of checks) check(set, nodes);
}
