/**
 * `ranking`, `communities` and `groupCount`: measures of the view that an operation sees.
 */
import type { Centrality } from '../../analysis/centrality.ts';
import { communities } from '../../analysis/communities.ts';
import { type Group, type GroupOptions, groupCount } from '../../analysis/group-count.ts';
import { rankNodes } from '../../analysis/rank-nodes.ts';
import { concreteTypes } from '../../ontology/ontology.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { via as viaTypes } from '../../views/via.ts';
import { type GraphContext, type Operation, operationOf } from '../operation.ts';
import { checkPageSize } from '../page.ts';
import { halfARelation, publicError, unknownRelation } from '../problems.ts';
import type { OwnResolver, OwnResolvers } from './own-resolver.ts';

interface RankingArguments {
  readonly type?: string | null;
  readonly by: Centrality;
  readonly via?: readonly string[] | null;
  readonly first: number;
}

interface GroupArguments {
  readonly type: string;
  readonly by: string;
  readonly of?: string | null;
  readonly relatedTo?: string | null;
  readonly along?: string | null;
  readonly except?: readonly string[] | null;
  readonly first: number;
}

/**
 * What an analysis costs, in nodes and edges looked at: iterative ones look at each edge again and again, and betweenness
 * at every edge from every node. The factors are measured: an equal cost is about an equal time.
 */
const costs = {
  once: (edges: number): number => edges,
  iterated: (edges: number): number => edges * 100,
  fromEveryNode: (edges: number, nodes: number): number => (edges * nodes) / 2,
} as const;

const rankingCosts: Readonly<Record<Centrality, keyof typeof costs>> = {
  DEGREE: 'once',
  PAGERANK: 'iterated',
  BETWEENNESS: 'fromEveryNode',
};

/** A resolver of a list that looks at the whole view, and pays for it. */
function analysis<Arguments extends { readonly first: number }>(
  costOf: (asked: Arguments) => keyof typeof costs,
  analyse: (view: GraphView, asked: Arguments) => readonly unknown[],
): OwnResolver {
  return (_, asked: Arguments, context: GraphContext, info) => {
    const operation = operationOf(context, info);
    checkPageSize('first', asked.first, operation.limits.maxPageSize);
    const { view } = operation;
    operation.work.spend(costs[costOf(asked)](view.edgeCount, view.nodeCount));
    try {
      return analyse(view, asked).slice(0, asked.first);
    } catch (error) {
      throw publicError(error);
    }
  };
}

const narrowed = (view: GraphView, via: readonly string[] | null | undefined): GraphView =>
  via == null ? view : viaTypes(view, via);

export const analysisResolvers: OwnResolvers = {
  Query: {
    ranking: analysis(
      ({ by }: RankingArguments) => rankingCosts[by],
      (view, { type, by, via, first }: RankingArguments) =>
        rankNodes(narrowed(view, via), { by, first, ...(type != null && { type }) }),
    ),
    communities: analysis(
      () => 'iterated',
      (view, { via }: { via?: readonly string[] | null; first: number }) =>
        communities(narrowed(view, via)).groups.map((nodes) => ({ nodes })),
    ),
    groupCount: analysis(
      () => 'once',
      (view, asked: GroupArguments) => {
        const options: GroupOptions = {
          type: asked.type,
          by: asked.by,
          ...(asked.of != null && { counting: asked.of }),
        };
        const among = chosenNodes(view, asked);
        return groupCount(view, { ...options, ...(among && { among }) });
      },
    ),
  },
  Community: {
    size: ({ nodes }: { nodes: readonly number[] }) => nodes.length,
    nodes: page,
  },
  NodeGroup: {
    value: ({ value }: Group) => (value === undefined ? undefined : String(value)),
    nodes: page,
  },
};

function page(
  { nodes }: { readonly nodes: readonly number[] },
  { first }: { readonly first: number },
  { operation }: { readonly operation?: Operation },
): readonly number[] {
  const most = operation?.limits.maxPageSize ?? first;
  checkPageSize('first', first, most);
  operation?.spend('nodes', Math.min(first, nodes.length));
  return nodes.slice(0, first);
}

/** The nodes to put in groups, where the arguments choose some. */
function chosenNodes(view: GraphView, { type, relatedTo, along, except }: GroupArguments): Set<number> | undefined {
  if ((relatedTo == null) !== (along == null)) throw halfARelation();
  const types = concreteTypes(view.ontology, type);
  let chosen: Set<number> | undefined;
  if (relatedTo != null && along != null) chosen = relatives(view, types, view.getNode(relatedTo), along);
  if (except == null) return chosen;
  if (!chosen) {
    chosen = new Set();
    for (const name of types) {
      const { start, end } = view.graph.nodes.span(name);
      for (let node = start; node < end; node++) chosen.add(node);
    }
  }
  for (const id of except) chosen.delete(view.getNode(id));
  return chosen;
}

/** The nodes of some types that have `node` at the other end of their relation `field`. */
function relatives(view: GraphView, types: readonly string[], node: number, field: string): Set<number> {
  const { nodes, edges } = view.graph;
  const relations = types.flatMap((name) => view.ontology.nodeTypes.get(name)?.relations.get(field) ?? []);
  if (relations.length === 0) throw unknownRelation(types, field);
  const found = new Set<number>();
  const opposite = { OUT: 'IN', IN: 'OUT', BOTH: 'BOTH' } as const;
  for (const { edgeType, direction } of relations) {
    view.forEachEdge(node, opposite[direction], edges.typeCode(edgeType), (_, other) => {
      if (types.includes(nodes.typeOf(other))) found.add(other);
    });
  }
  return found;
}
