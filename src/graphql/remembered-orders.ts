/**
 * Sorted orders of whole types, remembered with the graph they belong to: a page deep in a long sorted list then costs
 * what the page costs.
 */
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';

/** How many orders a graph remembers; the oldest goes first. */
const REMEMBERED = 32;

const orders = new WeakMap<KnowledgeGraph, Map<string, Uint32Array>>();

/** The order of that key, made by `make` at the first call. */
export function rememberedOrder(graph: KnowledgeGraph, key: string, make: () => Uint32Array): Uint32Array {
  let known = orders.get(graph);
  if (!known) orders.set(graph, (known = new Map()));
  let order = known.get(key);
  if (!order) {
    order = make();
    const oldest = known.keys().next().value;
    if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(key, order);
  }
  return order;
}
