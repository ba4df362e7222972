/**
 * Statements that cannot all be right, or of which a curator said which to prefer.
 *
 * Only statements that share both ends, or an act, are compared: one pass over the edges puts them side by side.
 */
import { groupBy } from '../base/group-by.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** Groups of rival edges of a view, those that touch a node or all, in the order of their first edge. */
export function rivalEdges(view: GraphView, of: NodeNumber | undefined): EdgeNumber[][] {
  const candidates = statedEdges(view, of);
  const { edges, ontology } = view.graph;
  const byEnds = grouped(candidates, (edge) => {
    const ends = [edges.from[edge], edges.to[edge]];
    if (ontology.edgeTypes.get(edges.typeOf(edge))!.symmetric) ends.sort();
    return `${edges.type[edge]} ${ends.join(' ')}`;
  });
  const byAct = grouped(candidates, (edge) => {
    const act = edges.property(edge, 'act');
    return act === undefined ? undefined : `${edges.type[edge]} ${act}`;
  });
  const rivals = [
    ...byEnds.filter((group) => rankedApart(view, group) || contradict(view, group) || countsDiffer(view, group)),
    ...byAct.filter((group) => datesDiffer(view, group)),
  ];
  const ordered = rivals.sort((a, b) => a[0]! - b[0]!);
  return [...new Map(ordered.map((group) => [group.join(), group])).values()];
}

function statedEdges(view: GraphView, of: NodeNumber | undefined): EdgeNumber[] {
  const { edges } = view.graph;
  const found: EdgeNumber[] = [];
  const add = (edge: EdgeNumber): void => {
    if (!edges.isInferred(edge)) found.push(edge);
  };
  if (of !== undefined) view.forEachEdge(of, 'BOTH', undefined, add);
  else view.everyEdge(add);
  return found.sort((a, b) => a - b);
}

/** Groups of two and more with the same key, those without a key left out. */
function grouped(edges: readonly EdgeNumber[], keyOf: (edge: EdgeNumber) => string | undefined): EdgeNumber[][] {
  const groups = [...groupBy(edges, keyOf)];
  return groups.flatMap(([key, group]) => (key === undefined || group.length < 2 ? [] : [group]));
}

const distinct = ({ graph: { edges } }: GraphView, group: readonly EdgeNumber[], name: string): Set<unknown> =>
  new Set(group.map((it) => edges.property(it, name)));

const rankedApart = (view: GraphView, group: readonly EdgeNumber[]): boolean => distinct(view, group, 'rank').size > 1;

/** Whether one is denied that another asserts. */
function contradict(view: GraphView, group: readonly EdgeNumber[]): boolean {
  const modalities = distinct(view, group, 'modality');
  return modalities.has('DENIED') && (modalities.has('FACT') || modalities.has('REPORTED'));
}

/** Whether two of the same occasion, role, kind and date give a property other numbers. */
function countsDiffer(view: GraphView, group: readonly EdgeNumber[]): boolean {
  const { edges } = view.graph;
  const same = grouped(group, (edge) =>
    JSON.stringify(['at', 'role', 'kind', 'when'].map((name) => edges.property(edge, name) ?? null)),
  );
  return same.some((twins) =>
    numberNames(view).some((name) => new Set(twins.map((it) => edges.property(it, name)).filter(isNumber)).size > 1),
  );
}

const isNumber = (value: unknown): boolean => typeof value === 'number';

/** Properties of edges that are numbers and no judgement of ours. */
function numberNames({ graph: { edges } }: GraphView): string[] {
  return [...edges.columns.columns]
    .filter(([name, column]) => name !== 'confidence' && column.values.some(isNumber))
    .map(([name]) => name);
}

/** Whether edges of one act say different dates; what says none does not disagree. */
function datesDiffer(view: GraphView, group: readonly EdgeNumber[]): boolean {
  const dates = distinct(view, group, 'when');
  dates.delete(undefined);
  return dates.size > 1;
}
