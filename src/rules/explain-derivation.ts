/**
 * The sentence that explains a conclusion: the rule's own words, with what its variables stood for.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { type EdgePattern, rulesOf } from './rule.ts';

export interface RuleSentence {
  /** The rule's name: what it says in general. */
  readonly name: string;
  /** What it says in this case. */
  readonly sentence: string;
}

/**
 * Why `edge` follows by the rule of that id from these premises, in the order of the rule; undefined for a graph that
 * does not know the rule.
 * @example
 * explainDerivation(graph, edge, 'R2', premises)?.sentence // 'The delegation …, sent by Kazakhstan, took part in …'
 */
export function explainDerivation(
  graph: KnowledgeGraph,
  edge: EdgeNumber,
  ruleId: string,
  premises: readonly EdgeNumber[],
): RuleSentence | undefined {
  const rule = rulesOf(graph).find((it) => it.id === ruleId);
  if (!rule) return undefined;
  const nodes = bindAll(graph, [rule.conclusion, ...rule.premises], [edge, ...premises], new Map());
  const nameOf = (variable: string): string => {
    const node = nodes?.get(variable);
    return node === undefined ? variable : graph.nodes.nameOf(node);
  };
  return { name: rule.name, sentence: rule.because.replace(/\{(\w+)\}/g, (_, variable: string) => nameOf(variable)) };
}

type Bindings = ReadonlyMap<string, NodeNumber>;

/** The nodes that variables stand for when the patterns match the edges; symmetric edges are tried either way round. */
function bindAll(
  graph: KnowledgeGraph,
  [pattern, ...patterns]: readonly EdgePattern[],
  [edge, ...edges]: readonly EdgeNumber[],
  bindings: Bindings,
): Bindings | undefined {
  if (!pattern || edge === undefined) return bindings;
  const ends = [graph.edges.from[edge] ?? 0, graph.edges.to[edge] ?? 0];
  const symmetric = graph.ontology.edgeTypes.get(pattern.type.text)?.symmetric === true;
  const occasion = pattern.occasion && graph.nodes.numberOf(String(graph.edges.property(edge, 'at')));
  for (const [from, to] of symmetric ? [ends, ends.toReversed()] : [ends]) {
    const bound = new Map(bindings);
    const fits = [
      [pattern.from, from] as const,
      [pattern.to, to] as const,
      [pattern.occasion, occasion] as const,
    ].every(([variable, node]) => {
      if (variable === undefined || node === undefined) return true;
      if (!bound.has(variable.text)) bound.set(variable.text, node);
      return bound.get(variable.text) === node;
    });
    const all = fits ? bindAll(graph, patterns, edges, bound) : undefined;
    if (all) return all;
  }
  return undefined;
}
