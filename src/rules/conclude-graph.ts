/**
 * Facts and rules to a frozen graph of what is stated and what follows, which remembers the rules it was made with.
 *
 * Explaining a conclusion and retracting a premise need the rules again; a graph is handed from part to part without
 * them, so they are kept beside it.
 */
import { isError, type Problem } from '../base/problem.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { freezeGraph, type GraphFacts, type KnowledgeGraph } from '../store/knowledge-graph.ts';
import { applyRules, type RuleOptions } from './apply-rules.ts';
import type { Rule } from './rule.ts';

export interface GraphConcluded {
  /** What is stated and what follows; only what is stated when the rules have errors. */
  readonly graph: KnowledgeGraph;
  readonly problems: readonly Problem[];
}

const remembered = new WeakMap<KnowledgeGraph, readonly Rule[]>();

/** The frozen graph of the facts and all that follows from them. */
export function concludeGraph(
  ontology: Ontology,
  facts: GraphFacts,
  rules: readonly Rule[],
  options: RuleOptions = {},
): GraphConcluded {
  const { edges, problems } = applyRules(ontology, facts, rules, options);
  const graph = freezeGraph(ontology, edges.length > 0 ? { ...facts, edges: [...facts.edges, ...edges] } : facts);
  return { graph: problems.some(isError) ? graph : rememberRules(graph, rules), problems };
}

/** Keeps beside a graph the rules that its conclusions came from, and returns the graph. */
export function rememberRules(graph: KnowledgeGraph, rules: readonly Rule[]): KnowledgeGraph {
  remembered.set(graph, rules);
  return graph;
}

/** The rules that a graph was concluded with, in their order; none for a graph that was frozen without. */
export function rulesOf(graph: KnowledgeGraph): readonly Rule[] {
  return remembered.get(graph) ?? [];
}
