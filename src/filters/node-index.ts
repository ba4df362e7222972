/**
 * What a graph remembers of its nodes for who asks again: which have a text in a property, and the orders of whole types.
 *
 * GraphQL and walks read both, so that a node found by its name, or a page deep in a sorted list, costs what is found and
 * not what there is. Each is made at the first question.
 */
import { ByteCache } from '../base/byte-cache.ts';
import { composed } from '../base/composed.ts';
import { groupBy } from '../base/group-by.ts';
import { onceFor } from '../base/once-for.ts';
import type { Property } from '../ontology/ontology.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber, NodeSpan } from '../store/node-table.ts';
import type { SortKey } from './comparable.ts';

/** Fewer nodes are looked through faster than an index of them is made. */
const FEW = 64;
/** How many indexes, and how many orders, a graph remembers. */
const REMEMBERED = 32;

const memoryOf = onceFor((_: KnowledgeGraph) => ({
  indexes: new ByteCache<string, ReadonlyMap<unknown, readonly NodeNumber[]>>(REMEMBERED, () => 1),
  orders: new ByteCache<string, Uint32Array>(REMEMBERED, () => 1),
}));

export const countIn = (spans: readonly NodeSpan[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Whether there are enough nodes for an index. */
export const areMany = (spans: readonly NodeSpan[]): boolean => countIn(spans) >= FEW;

/** The texts that a filter of one property allows: a text, `{ eq: "a" }` or `{ in: ["a", "b"] }`. */
export function wantedTexts(filter: unknown): readonly string[] | undefined {
  if (typeof filter === 'string') return [composed(filter)];
  if (typeof filter !== 'object' || filter === null) return undefined;
  const { eq, in: among } = filter as { readonly eq?: unknown; readonly in?: unknown };
  if (Array.isArray(among)) return among.every((it) => typeof it === 'string') ? among.map(composed) : undefined;
  return typeof eq === 'string' ? [composed(eq)] : undefined;
}

/** Whether values are equal exactly when their texts are: equal days and moments can be written differently. */
export const isIndexed = ({ kind, list, otherwise }: Property): boolean =>
  // What stands in for missing values is in no index.
  otherwise === undefined && !list && ('enum' in kind || ['ID', 'String', 'PartialDate'].includes(kind.scalar));

/** The nodes of a type with one of these texts in a property. */
export function nodesWith(
  graph: KnowledgeGraph,
  type: string,
  property: string,
  texts: readonly string[],
): readonly NodeNumber[] {
  const index = memoryOf(graph).indexes.getOrMake(`${type} ${property}`, () => {
    const { start, end } = graph.nodes.span(type);
    const nodes = Array.from({ length: end - start }, (_, place) => start + place);
    return groupBy(nodes, (node) => graph.nodes.property(node, property));
  });
  return texts.flatMap((text) => index.get(text) ?? []);
}

/** The order of all nodes of a type, or of several, by a sort that is named by its keys. */
export const orderOf = (
  graph: KnowledgeGraph,
  types: string,
  keys: readonly SortKey[],
  make: () => Iterable<NodeNumber>,
): Uint32Array => {
  const key = `${types} ${keys.map((it) => it.name).join(', ')}`;
  return memoryOf(graph).orders.getOrMake(key, () => Uint32Array.from(make()));
};

/** The types of which spans hold all nodes and nothing else; undefined where they do not, or hold few. */
export function wholeTypesIn({ nodes }: KnowledgeGraph, spans: readonly NodeSpan[]): string[] | undefined {
  if (!areMany(spans)) return undefined;
  const types = nodes.typeNames.filter((type) => {
    const { start, end } = nodes.span(type);
    return start < end && spans.some((it) => it.start <= start && end <= it.end);
  });
  return countIn(types.map((it) => nodes.span(it))) === countIn(spans) ? types : undefined;
}

/**
 * Of whole types, the only nodes that a filter of their properties can keep, each as a span, in the order of numbers;
 * undefined where nothing in it bounds them. Conditions stand side by side, so any one of them may.
 */
export function spansWithin(
  graph: KnowledgeGraph,
  spans: readonly NodeSpan[],
  where: Readonly<Record<string, unknown>>,
): NodeSpan[] | undefined {
  const types = wholeTypesIn(graph, spans);
  if (!types) return undefined;
  const { nodeTypes } = graph.ontology;
  for (const [name, condition] of Object.entries(where)) {
    const texts = wantedTexts(condition);
    if (texts === undefined) continue;
    const owners = types.filter((it) => nodeTypes.get(it)?.properties.has(name));
    const properties = owners.map((it) => nodeTypes.get(it)!.properties.get(name)!);
    if (owners.length === 0 || !properties.every(isIndexed)) continue;
    const found = new Set(owners.flatMap((it) => nodesWith(graph, it, name, texts)));
    return [...found].sort((a, b) => a - b).map((node) => ({ start: node, end: node + 1 }));
  }
  return undefined;
}
