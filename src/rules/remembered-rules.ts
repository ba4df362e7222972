/**
 * The rules that a graph was concluded with, kept beside it.
 *
 * Explaining a conclusion and retracting a premise need the rules again, and a graph is handed from part to part without
 * them.
 */
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { Rule } from './rule.ts';

const remembered = new WeakMap<KnowledgeGraph, readonly Rule[]>();

/** Keeps beside a graph the rules that its conclusions came from, and returns the graph. */
export function rememberRules(graph: KnowledgeGraph, rules: readonly Rule[]): KnowledgeGraph {
  remembered.set(graph, rules);
  return graph;
}

/** The rules that a graph was concluded with, in their order; none for a graph that was frozen without. */
export function rulesOf(graph: KnowledgeGraph): readonly Rule[] {
  return remembered.get(graph) ?? [];
}
