/**
 * The seed as a graph with everything that follows from it: what tests of rules and evidence ask their questions of.
 */
import { join } from 'node:path';
import { isError } from '../../src/base/problem.ts';
import type { Properties } from '../../src/facts/fact.ts';
import { type GraphData, loadGraphData } from '../../src/loading/load-graph-data.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { concludeGraph } from '../../src/rules/apply-rules.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { shippedRules } from '../rules/shipped-rules.ts';
import { seedFolder } from './seed-folder.ts';

let loaded: (GraphData & { readonly ontology: Ontology }) | undefined;

/** The facts of the seed. */
export function seedFacts(): GraphData & { readonly ontology: Ontology } {
  if (loaded) return loaded;
  const data = loadGraphData({ schema: join(import.meta.dirname, '../../schema.graphql'), data: seedFolder() });
  const { ontology, problems } = data;
  if (!ontology || problems.some(isError)) throw new Error(problems.map((it) => it.message).join('\n'));
  return (loaded = { ...data, ontology });
}

let concluded: GraphView | undefined;

/** The whole view of the seed and what the shipped rules make of it. */
export function seedGraph(): GraphView {
  if (concluded) return concluded;
  const facts = seedFacts();
  const { graph, problems } = concludeGraph(facts.ontology, facts, shippedRules.rules);
  if (problems.length > 0) throw new Error(problems.map((it) => it.message).join('\n'));
  return (concluded = GraphView.whole(graph));
}

/**
 * The id of the first edge of a type between two nodes of the seed, inferred ones before stated ones where there are
 * both; `properties` tells parallel ones apart.
 */
export function seedEdge(from: string, type: string, to: string, properties: Properties = {}): string {
  const { edges, nodes } = seedGraph().graph;
  const found = Array.from({ length: edges.count }, (_, edge) => edge)
    .filter((edge) => edges.typeOf(edge) === type && edges.from[edge] === nodes.numberOf(from))
    .filter((edge) => edges.to[edge] === nodes.numberOf(to))
    .filter((edge) => Object.entries(properties).every(([name, value]) => edges.property(edge, name) === value))
    .sort((a, b) => Number(edges.isInferred(b)) - Number(edges.isInferred(a)) || a - b);
  if (found[0] === undefined) throw new Error(`The seed has no edge ${from} ${type} ${to}.`);
  return edges.id(found[0]);
}
