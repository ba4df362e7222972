/**
 * Facts looked at together: do their ends exist, do they fit the ontology, is every statement sourced and made once.
 *
 * Readers have judged every entry by itself. What needs all facts at once is here, one check a file, so that a folder,
 * a caller's records and an edited graph are held to the same.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { checkAttestedTimes } from './checks/attested-times.ts';
import { checkCitedSources } from './checks/cited-sources.ts';
import { checkConfidence } from './checks/confidence.ts';
import { checkDistinctNames } from './checks/distinct-names.ts';
import { checkEdgeEnds } from './checks/edge-ends.ts';
import type { FactCheck } from './checks/fact-check.ts';
import { checkNamedNodes } from './checks/named-nodes.ts';
import { checkRequiredProperties } from './checks/required-properties.ts';
import { checkUniqueIds } from './checks/unique-ids.ts';
import { FactPlaces } from './fact-places.ts';
import type { Judgement } from './judgements/judgement.ts';
import { ProblemList } from './problem-list.ts';

const checks: readonly FactCheck[] = [
  checkUniqueIds,
  checkEdgeEnds,
  checkNamedNodes,
  checkCitedSources,
  checkRequiredProperties,
  checkAttestedTimes,
  checkConfidence,
  checkDistinctNames,
];

/** Facts to check; what is left out is taken to be none. */
export interface FactsToCheck {
  readonly ontology: Ontology;
  readonly nodes: readonly NodeFact[];
  readonly edges: readonly EdgeFact[];
  readonly claims?: readonly Claim[];
  readonly judgements?: readonly Judgement[];
  /** Where the parts of facts stand; without it a problem points at the fact's own place. */
  readonly places?: FactPlaces;
  /** Collects the problems; a new list without it. */
  readonly problems?: ProblemList;
  /** Ids whose entries were found faulty, and whether whole files are missing: what follows from that is not told. */
  readonly faultyIds?: ReadonlySet<string>;
  readonly incomplete?: boolean;
}

/** Checks facts against the ontology and each other; returns the list that holds the problems. */
export function checkFacts(facts: FactsToCheck): ProblemList {
  const subject = {
    claims: [],
    judgements: [],
    places: new FactPlaces(),
    problems: new ProblemList(),
    faultyIds: new Set<string>(),
    incomplete: false,
    ...facts,
    nodesById: new Map(facts.nodes.map((it) => [it.id, it])),
  };
  for (const check of checks) check(subject);
  return subject.problems;
}
