/**
 * The sentence that explains a conclusion: the rule's own words, with what its variables stood for.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { rulesOf } from './conclude-graph.ts';
import type { EdgePattern, Rule } from './rule.ts';

export interface Explanation {
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
): Explanation | undefined {
  const rule = rulesOf(graph).find((it) => it.id === ruleId);
  if (!rule) return undefined;
  const nodes = bindVariables(graph, rule, edge, premises);
  const nameOf = (variable: string): string => {
    const node = nodes.get(variable);
    return node === undefined ? variable : String(graph.nodes.property(node, 'name') ?? graph.nodes.ids[node]);
  };
  return { name: rule.name, sentence: rule.because.replace(/\{(\w+)\}/g, (_, variable: string) => nameOf(variable)) };
}

function bindVariables(
  graph: KnowledgeGraph,
  rule: Rule,
  edge: EdgeNumber,
  premises: readonly EdgeNumber[],
): ReadonlyMap<string, NodeNumber> {
  const bound = new Map<string, NodeNumber>();
  const pairs: [EdgePattern, EdgeNumber][] = [[rule.conclusion, edge]];
  rule.premises.forEach((pattern, i) => {
    const premise = premises[i];
    if (premise !== undefined) pairs.push([pattern, premise]);
  });
  // A symmetric edge may fit either way round: what is already bound decides, and what follows may yet be.
  const open = pairs.filter((pair) => !bindPattern(graph, bound, ...pair));
  for (const [pattern, it] of open) bindPattern(graph, bound, pattern, it, true);
  return bound;
}

/** Binds the ends of a pattern, and says whether that could be done beyond doubt. */
function bindPattern(
  { edges, nodes, ontology }: KnowledgeGraph,
  bound: Map<string, NodeNumber>,
  { from, to, occasion, type }: EdgePattern,
  edge: EdgeNumber,
  settle = false,
): boolean {
  const at = occasion && nodes.numberOf(String(edges.property(edge, 'at')));
  if (occasion && at !== undefined) bound.set(occasion.text, at);
  const [source, target] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
  const symmetric = ontology.edgeTypes.get(type.text)?.symmetric === true;
  const known = bound.get(from.text) ?? bound.get(to.text);
  if (symmetric && known === undefined && !settle) return false;
  const turned = symmetric && (bound.get(from.text) === target || bound.get(to.text) === source);
  bound.set(from.text, turned ? target : source);
  bound.set(to.text, turned ? source : target);
  return true;
}
