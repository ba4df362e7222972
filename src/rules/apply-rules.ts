/**
 * Facts in, conclusions out: the rules applied to everything that is stated.
 *
 * The order of the facts does not matter, and nothing that a rule concludes is ever written back into a file. Facts that are
 * in columns are taken over: their bounds are narrowed there.
 */
import { isError, type Problem } from '../base/problem.ts';
import type { EdgeFact } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { EdgeFacts } from '../store/edge-facts.ts';
import { freezeGraph, type GraphFacts, type KnowledgeGraph, nodeTableOf } from '../store/knowledge-graph.ts';
import { boundStatements } from './bound-statements.ts';
import { checkRules } from './check-rules.ts';
import { conclusionFacts, statedStrength } from './conclusion-facts.ts';
import { BudgetReached, Deriver } from './deriver.ts';
import { premisesOf } from './premises.ts';
import { ruleBudgetReached } from './problems.ts';
import { isBounding, type Rule, rememberRules } from './rule.ts';

/** Stated edges and their nodes. */
export type StatedFacts = Pick<GraphFacts, 'nodes' | 'edges' | 'redirects'>;

export interface RuleOptions {
  /**
   * How many conclusions may be derived, each support counted, before the rules are held to have no end. Default 5,000,000,
   * or 20 for each stated edge where that is more.
   */
  readonly budget?: number;
}

export interface RulesApplied {
  /** The facts in their order, with the bounds that their occasions and the rules give them; nothing when there are errors. */
  readonly stated: EdgeFacts;
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
  if (problems.some(isError)) return { ...nothing, problems };
  const nodes = nodeTableOf(ontology, facts);
  const stated = EdgeFacts.of(facts.edges);
  const bound = boundStatements(ontology, nodes, stated, rules);
  const concluding = rules.filter((it) => !isBounding(it));
  const patterns = concluding.flatMap((it) => [...it.premises, it.conclusion]);
  const { premises } = premisesOf(ontology, nodes, stated, patterns);
  const budget = options.budget ?? Math.max(5_000_000, 20 * premises.firstConcluded);
  const deriver = new Deriver(ontology, premises, concluding, bound.endings, budget);
  try {
    deriver.deriveAll();
  } catch (error) {
    if (!(error instanceof BudgetReached)) throw error;
    return { ...nothing, problems: [ruleBudgetReached(error.rule.at, error.rule.id, error.derived, error.budget)] };
  }
  const edges = conclusionFacts(deriver, (edge) => statedStrength(premises, edge));
  return { stated, edges, problems: [...problems, ...bound.problems] };
}

const nothing = { stated: new EdgeFacts(), edges: [] };

export interface GraphConcluded {
  /** What is stated and what follows; only what is stated when the rules have errors. */
  readonly graph: KnowledgeGraph;
  readonly problems: readonly Problem[];
}

/** The frozen graph of the facts and all that follows from them, which remembers its rules. Edges in columns are taken over. */
export function concludeGraph(
  ontology: Ontology,
  facts: GraphFacts,
  rules: readonly Rule[],
  options: RuleOptions = {},
): GraphConcluded {
  const numbered = { ...facts, nodes: nodeTableOf(ontology, facts) };
  const { stated, edges, problems } = applyRules(ontology, numbered, rules, options);
  if (problems.some(isError)) return { graph: freezeGraph(ontology, numbered), problems };
  for (const it of edges) stated.push(it);
  return { graph: rememberRules(freezeGraph(ontology, { ...numbered, edges: stated }), rules), problems };
}
