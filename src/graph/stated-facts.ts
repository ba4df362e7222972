/**
 * What of a view is stated: the facts to edit or to save. What follows from them is left to the rules.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import type { FactsToSave } from '../loading/saving/print-dossiers.ts';
import { type KnowledgeGraph, timelessOf } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** The stated edges of a view, its nodes and claims, and the nodes that these name: sources, occasions, speakers. */
export function statedFacts(view: GraphView): FactsToSave {
  const graph = timelessOf(view.graph);
  const { nodes, edges } = graph;
  const stated: EdgeFact[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    if (view.hasEdge(edge) && !edges.isInferred(edge)) stated.push(edges.fact(edge, nodes.ids));
  }
  const chosen = new Set<NodeNumber>();
  for (let node = 0; node < nodes.count; node++) if (view.hasNode(node)) chosen.add(node);
  const claims = graph.claims.filter((it) => view.findNode(it.node) !== undefined);
  if (view.nodeMask) addNamedNodes(graph, chosen, [...stated.flatMap(namedByEdge), ...claims.flatMap(namedByClaim)]);
  const facts = [...chosen].sort((a, b) => a - b).map((node) => nodeFact(graph, node));
  const ids = new Set(facts.map((it) => it.id));
  return {
    nodes: facts,
    edges: stated,
    claims,
    redirects: new Map([...nodes.redirects].filter(([, to]) => ids.has(to))),
  };
}

function nodeFact({ nodes }: KnowledgeGraph, node: NodeNumber): NodeFact {
  return { id: nodes.ids[node] ?? '', type: nodes.typeOf(node), properties: nodes.properties(node) };
}

const namedByEdge = ({ sources, properties: { at, saidBy } }: EdgeFact): string[] =>
  [...sources, at, saidBy].filter((it) => typeof it === 'string');

const namedByClaim = ({ sources, saidBy }: Claim): string[] => [...sources, ...(saidBy === undefined ? [] : [saidBy])];

/** Adds the nodes of these ids, and in turn those that the nodes themselves name in properties of kind ID. */
function addNamedNodes({ nodes, ontology }: KnowledgeGraph, chosen: Set<NodeNumber>, ids: readonly string[]): void {
  const add = (id: unknown): void => {
    const node = nodes.numberOf(String(id));
    if (node !== undefined) chosen.add(node);
  };
  ids.forEach(add);
  // A set that grows while it is walked reaches what is added.
  for (const node of chosen) {
    for (const { name, kind } of ontology.nodeTypes.get(nodes.typeOf(node))?.properties.values() ?? []) {
      const value = 'scalar' in kind && kind.scalar === 'ID' ? nodes.property(node, name) : undefined;
      if (value !== undefined) [value].flat().forEach(add);
    }
  }
}
