/**
 * Facts in, conclusions out: the rules applied to everything that is stated.
 *
 * A pure function of facts and rules. The order of the facts does not matter, and nothing that a rule concludes is ever
 * written back into a file.
 */
import { isError, type Problem } from '../base/problem.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { GrownGraph } from '../store/grown-graph.ts';
import { NodeTable } from '../store/node-table.ts';
import { checkRules } from './check-rules.ts';
import { conclusionFacts, statedStrength } from './conclusion-facts.ts';
import { BudgetReached, Deriver } from './deriver.ts';
import { canSupport, knownFacts, Premises } from './premises.ts';
import { ruleBudgetReached } from './problems.ts';
import type { Rule } from './rule.ts';

export interface StatedFacts {
  readonly nodes: Iterable<NodeFact>;
  readonly edges: Iterable<EdgeFact>;
  /** Old ids of nodes, and those that are meant now. */
  readonly redirects?: ReadonlyMap<string, string>;
}

export interface RuleOptions {
  /**
   * How many conclusions may be derived, each support counted, before the rules are held to have no end. Default 5,000,000,
   * or 20 for each stated edge where that is more.
   */
  readonly budget?: number;
}

export interface RulesApplied {
  /** What follows, in no order that means anything; nothing when there are errors. */
  readonly edges: readonly EdgeFact[];
  readonly problems: readonly Problem[];
}

/**
 * What follows from the facts by the rules, which are checked against the ontology first.
 *
 * Edges that are conclusions already are left out of the facts, so that applying rules twice is applying them once.
 */
export function applyRules(
  ontology: Ontology,
  facts: StatedFacts,
  rules: readonly Rule[],
  options: RuleOptions = {},
): RulesApplied {
  const problems = checkRules(ontology, rules);
  if (problems.some(isError)) return { edges: [], problems };
  const premises = premisesOf(ontology, facts, rules);
  const deriver = new Deriver(ontology, premises, rules, budgetOf(options, premises.firstConcluded));
  try {
    deriver.deriveAll();
  } catch (error) {
    if (!(error instanceof BudgetReached)) throw error;
    return { edges: [], problems: [ruleBudgetReached(error.rule.at, error.rule.id, error.derived, error.budget)] };
  }
  return { edges: conclusionFacts(deriver, (edge) => statedStrength(premises, edge)), problems };
}

const budgetOf = ({ budget }: RuleOptions, stated: number): number => budget ?? Math.max(5_000_000, 20 * stated);

/** The facts that may be premises, or that say what a rule would conclude. */
function premisesOf(ontology: Ontology, facts: StatedFacts, rules: readonly Rule[]): Premises {
  const codes = new Map([...ontology.edgeTypes.keys()].map((name, code) => [name, code]));
  const wanted = new Set(rules.flatMap((it) => [...it.premises, it.conclusion].map((pattern) => pattern.type.text)));
  const nodes = NodeTable.of(ontology, facts.nodes, facts.redirects ?? new Map());
  const edges = new GrownGraph();
  const used: EdgeFact[] = [];
  for (const fact of facts.edges) {
    if (!wanted.has(fact.type) || fact.derivations?.length) continue;
    if (!canSupport(fact.properties.modality, fact.properties.rank)) continue;
    const [from, to, type] = [nodes.numberOf(fact.from), nodes.numberOf(fact.to), codes.get(fact.type)];
    if (from === undefined || to === undefined || type === undefined) continue;
    const { earliestStart, latestEnd } = fact.validity;
    edges.add({ type, from, to, earliestStart, latestEnd });
    edges.show();
    used.push(fact);
  }
  return new Premises(nodes, edges, knownFacts(used));
}
