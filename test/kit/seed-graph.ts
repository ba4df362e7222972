/**
 * The seed as a graph with everything that follows from it: what tests of rules and evidence ask their questions of.
 */
import { join } from 'node:path';
import { isError } from '../../src/base/problem.ts';
import { type GraphData, loadGraphData } from '../../src/loading/load-graph-data.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { concludeGraph } from '../../src/rules/conclude-graph.ts';
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
