/**
 * The shipped facts, loaded once for all tests that look at them.
 */
import { dataFolder, schemaFile } from '../../src/base/shipped-files.ts';
import type { EdgeFact, NodeFact } from '../../src/facts/fact.ts';
import { type GraphData, loadGraphData } from '../../src/loading/load-graph-data.ts';

export const loaded: GraphData = loadGraphData({ schema: schemaFile, data: dataFolder });

const nodes: ReadonlyMap<string, NodeFact> = new Map(loaded.nodes.map((it) => [it.id, it]));

/** The node with an id; throws where there is none. */
export function nodeOf(id: string): NodeFact {
  const node = nodes.get(id);
  if (!node) throw new Error(`There is no node "${id}".`);
  return node;
}

export function nodesOf(type: string): NodeFact[] {
  return loaded.nodes.filter((it) => it.type === type);
}

/** Edges of a type, from nodes of `from` where it is given, to the node `to` where it is given. */
export function edgesOf(type: string, { from, to }: { from?: string; to?: string } = {}): EdgeFact[] {
  return loaded.edges.filter(
    (it) =>
      it.type === type && (from === undefined || nodeOf(it.from).type === from) && (to === undefined || it.to === to),
  );
}

/** A property of a fact as text; empty where it says nothing. */
export function textOf(fact: NodeFact | EdgeFact, property: string): string {
  return String(fact.properties[property] ?? '');
}

/** What occurs more than once. */
export function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((it, i) => texts.indexOf(it) < i))];
}
