/**
 * What a check of facts sees, and what it is: a function that adds problems.
 */
import type { Claim } from '../../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../../facts/fact.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import type { FactPlaces } from '../fact-places.ts';
import type { Judgement } from '../judgements/judgement.ts';
import type { ProblemList } from '../problem-list.ts';

export interface CheckSubject {
  readonly ontology: Ontology;
  readonly nodes: readonly NodeFact[];
  readonly edges: readonly EdgeFact[];
  readonly claims: readonly Claim[];
  readonly nodesById: ReadonlyMap<string, NodeFact>;
  readonly places: FactPlaces;
  readonly problems: ProblemList;
  /** Ids of nodes and edges whose entries had problems of their own, so that what follows from these is not told. */
  readonly faultyIds: ReadonlySet<string>;
  /** Who is who, as somebody decided. */
  readonly judgements: readonly Judgement[];
  /** True when some file was not read to its end: an id that is missing may be in it. */
  readonly incomplete: boolean;
}

export type FactCheck = (subject: CheckSubject) => void;

/** Whether to blame a fact for naming an id that no node has. */
export function isMissing({ nodesById, faultyIds, incomplete }: CheckSubject, id: string): boolean {
  return !nodesById.has(id) && !incomplete && !faultyIds.has(id);
}

/** An edge as a sentence names it. */
export function edgeInWords(edge: EdgeFact): string {
  return `"${edge.from} ${edge.type} ${edge.to}"`;
}
