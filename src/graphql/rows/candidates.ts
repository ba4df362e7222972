/**
 * The only nodes that a root filter can keep, found without looking at all nodes of the type.
 *
 * The fields of a filter are joined by "and", so any one of them bounds the answer: an id or another text that must be
 * equal is looked up, and a relation to a named node is walked backwards from there. What is found is still put to the
 * whole filter. The cost of such a query then grows with what it finds and not with the graph.
 */

import { areMany, isIndexed, nodesWith, wantedTexts } from '../../filters/node-index.ts';
import { concreteTypes, type Relation } from '../../ontology/ontology.ts';
import { oppositeOf } from '../../ontology/relation-ends.ts';
import type { KnowledgeGraph } from '../../store/knowledge-graph.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { Work } from '../limits/query-limits.ts';
import { listOfConnection } from '../names.ts';

type Where = Readonly<Record<string, unknown>>;
type Found = ReadonlySet<number> | undefined;

/** Candidates in rising order; undefined when the filter bounds nothing, and the nodes of the type have to be seen. */
export function candidatesOf(
  view: GraphView,
  work: Work,
  type: string,
  where: Where | null | undefined,
): readonly number[] | undefined {
  let best: Found;
  for (const [field, filter] of Object.entries(where ?? {})) {
    if (typeof filter !== 'object' || filter === null) continue;
    const found = named(view, type, field, filter as Where) ?? related(view, work, type, field, filter as Where);
    if (found && (!best || found.size < best.size)) best = found;
  }
  return best && [...best].sort((a, b) => a - b);
}

/** Nodes by an id, or by another property that is one text. */
function named(view: GraphView, type: string, field: string, filter: Where): Found {
  const texts = wantedTexts(filter);
  if (!texts) return undefined;
  const { graph, ontology } = view;
  const types = concreteTypes(ontology, type);
  if (field === 'id') return new Set(nodesOfIds(graph, types, texts));
  const property = (ontology.nodeTypes.get(type) ?? ontology.interfaces.get(type))?.properties.get(field);
  if (!property || !isIndexed(property) || !areMany(types.map((name) => graph.nodes.span(name)))) return undefined;
  return new Set(types.flatMap((name) => nodesWith(graph, name, field, texts)));
}

function nodesOfIds({ nodes }: KnowledgeGraph, types: readonly string[], ids: readonly string[]): number[] {
  const found = ids.map((id) => nodes.numberOf(id)).filter((it) => it !== undefined);
  return found.filter((node) => types.includes(nodes.typeOf(node)));
}

/** Nodes with a relation to a node that is named: `coLaunched: { some: { id: { eq } } }`, or by its connection. */
function related(view: GraphView, work: Work, type: string, field: string, filter: Where): Found {
  const relations = view.ontology.nodeTypes.get(type)?.relations;
  const plain = relations?.get(field);
  const relation = plain ?? relations?.get(listOfConnection(field));
  // What leads to one node is filtered by that node, without a quantifier.
  const some = (relation?.single ? filter : filter.some) as Where | null | undefined;
  const target = plain ? some : (some?.node as Where | null | undefined);
  const ids = wantedTexts(target?.id);
  if (!relation || !ids) return undefined;
  const ends = nodesOfIds(view.graph, concreteTypes(view.ontology, relation.target), ids);
  return new Set(ends.flatMap((end) => sourcesOf(view, work, relation, type, end)));
}

/** The nodes of `type` that have `end` at the other end of the relation. */
function sourcesOf(view: GraphView, work: Work, relation: Relation, type: string, end: number): number[] {
  const { nodes, edges } = view.graph;
  const found: number[] = [];
  let looked = 0;
  view.forEachEdge(end, oppositeOf[relation.direction], edges.typeCode(relation.edgeType), (_, other) => {
    looked++;
    if (nodes.typeOf(other) === type) found.push(other);
  });
  work.spend(looked);
  return found;
}
