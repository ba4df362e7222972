/**
 * A graph after a retraction: what is left of statements and claims, and what follows from it.
 */
import type { Claim } from '../../src/facts/claim.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../../src/facts/fact.ts';
import type { RetractionOutcome } from '../../src/rules/retract.ts';
import { rememberRules } from '../../src/rules/rule.ts';
import { freezeGraph, type GraphFacts, type KnowledgeGraph } from '../../src/store/knowledge-graph.ts';

/** The graph as if the retracted sources, edges and rules had never been. The one that was given stays as it is. */
export function graphWithout(graph: KnowledgeGraph, retraction: RetractionOutcome): KnowledgeGraph {
  return rememberRules(freezeGraph(graph.ontology, remainingFacts(graph, retraction)), retraction.rules);
}

/** Facts to freeze: the graph as if the retracted sources, edges and rules had never been. */
function remainingFacts(graph: KnowledgeGraph, retraction: RetractionOutcome): GraphFacts {
  const { nodes, edges } = graph;
  const gone = new Set([...retraction.lost, ...retraction.fallen]);
  const replaced = new Map([...retraction.weakened, ...retraction.changed].map((it) => [it.id, it]));
  const left: EdgeFact[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    if (!gone.has(edge)) left.push(replaced.get(edges.id(edge)) ?? edges.fact(edge, nodes.ids));
  }
  return {
    nodes: nodes.ids.map((id, node) =>
      withoutSources({ id, type: nodes.typeOf(node), properties: nodes.properties(node) }, retraction),
    ),
    edges: [...left, ...retraction.arisen],
    claims: graph.claims.flatMap((it) => claimWithout(it, retraction)),
    redirects: nodes.redirects,
  };
}

function withoutSources(fact: NodeFact, { sources }: RetractionOutcome): NodeFact {
  const cited = fact.properties.sources;
  if (!Array.isArray(cited) || !cited.some((it) => sources.has(it))) return fact;
  const { sources: _, locators, ...others } = fact.properties;
  const kept = cited.map((it) => !sources.has(it));
  const keep = <T>(list: readonly T[]): T[] => list.filter((_, i) => kept[i]);
  const properties: Record<string, PropertyValue> = { ...others, sources: keep(cited as readonly string[]) };
  if (Array.isArray(locators)) properties.locators = keep(locators as readonly string[]);
  return { ...fact, properties };
}

function claimWithout(claim: Claim, { sources, lostClaims }: RetractionOutcome): Claim[] {
  if (lostClaims.includes(claim)) return [];
  if (!claim.sources.some((it) => sources.has(it))) return [claim];
  const kept = claim.sources.map((it) => !sources.has(it));
  const left = { ...claim, sources: claim.sources.filter((_, i) => kept[i]) };
  return [claim.locators ? { ...left, locators: claim.locators.filter((_, i) => kept[i]) } : left];
}
