/**
 * Facts and rules to a frozen graph of what is stated and what follows, which remembers the rules it was made with.
 */
import { isError, type Problem } from '../base/problem.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { freezeGraph, type GraphFacts, type KnowledgeGraph, nodeTableOf } from '../store/knowledge-graph.ts';
import { applyRules, type RuleOptions } from './apply-rules.ts';
import { type Rule, rememberRules } from './rule.ts';

export interface GraphConcluded {
  /** What is stated and what follows; only what is stated when the rules have errors. */
  readonly graph: KnowledgeGraph;
  readonly problems: readonly Problem[];
}

/** The frozen graph of the facts and all that follows from them. Edges in columns are taken over. */
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
