/**
 * From facts as they were gathered to facts that belong together: judgements obeyed, merged ids followed, nodes made
 * whole, all checked.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import { checkFacts } from './check-facts.ts';
import { extendNodes } from './extend-nodes.ts';
import type { FactSet } from './fact-set.ts';
import { findRedirects, followRedirects } from './follow-redirects.ts';
import { checkJudgements } from './judgements/check-judgements.ts';
import { mergeNodes } from './judgements/merge-nodes.ts';
import { uniteStatements } from './judgements/unite-statements.ts';
import { settleNodes } from './settle-nodes.ts';

/** Facts that may become a graph; empty when there are errors. */
export interface CheckedFacts {
  readonly nodes: readonly NodeFact[];
  readonly edges: readonly EdgeFact[];
  readonly claims: readonly Claim[];
  /** Ids that are no longer used, and the ids of the nodes that took their place. */
  readonly redirects: ReadonlyMap<string, string>;
}

/** Puts the facts of a set together and checks them. */
export function settleFacts(set: FactSet): CheckedFacts {
  if (checkJudgements(set)) mergeNodes(set);
  const redirects = findRedirects(set);
  extendNodes(set, redirects);
  settleNodes(set);
  if (redirects.size > 0) {
    const idsBefore = set.edges.map((it) => it.id);
    followRedirects(set, redirects);
    uniteStatements(set, idsBefore);
  }
  checkFacts(set);
  return { nodes: set.nodes, edges: set.edges, claims: set.claims, redirects };
}
