/**
 * The sentence that explains a conclusion: the rule's own words, with what its variables stood for.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { rulesOf } from './remembered-rules.ts';
import type { EdgePattern, Rule } from './rule.ts';

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
  const nodes = bindVariables(graph, rule, edge, premises);
  const nameOf = (variable: string): string => {
    const node = nodes.get(variable);
    return node === undefined ? variable : graph.nodes.nameOf(node);
  };
  return { name: rule.name, sentence: rule.because.replace(/\{(\w+)\}/g, (_, variable: string) => nameOf(variable)) };
}

type Bindings = ReadonlyMap<string, NodeNumber>;

function bindVariables(graph: KnowledgeGraph, rule: Rule, edge: EdgeNumber, premises: readonly EdgeNumber[]): Bindings {
  const patterns = [rule.conclusion, ...rule.premises];
  return bindAll(graph, patterns, [edge, ...premises], new Map()) ?? new Map();
}

/** The nodes that variables stand for in all patterns; symmetric edges are tried either way round. */
function bindAll(
  graph: KnowledgeGraph,
  [pattern, ...patterns]: readonly EdgePattern[],
  [edge, ...edges]: readonly EdgeNumber[],
  known: Bindings,
): Bindings | undefined {
  if (!pattern || edge === undefined) return known;
  const [source, target] = [graph.edges.from[edge] ?? 0, graph.edges.to[edge] ?? 0];
  const symmetric = graph.ontology.edgeTypes.get(pattern.type.text)?.symmetric === true;
  for (const [from, to] of symmetric
    ? [[source, target] as const, [target, source] as const]
    : [[source, target] as const]) {
    const bound = bindPattern(graph, pattern, edge, from, to, known);
    const all = bound && bindAll(graph, patterns, edges, bound);
    if (all) return all;
  }
  return undefined;
}

function bindPattern(
  { edges, nodes }: KnowledgeGraph,
  { from, to, occasion }: EdgePattern,
  edge: EdgeNumber,
  source: NodeNumber,
  target: NodeNumber,
  known: Bindings,
): Bindings | undefined {
  const at = occasion && nodes.numberOf(String(edges.property(edge, 'at')));
  const bound = new Map(known);
  for (const [word, node] of [
    [from, source],
    [to, target],
    [occasion, at],
  ] as const) {
    if (word === undefined || node === undefined) continue;
    if ((bound.get(word.text) ?? node) !== node) return undefined;
    bound.set(word.text, node);
  }
  return bound;
}
