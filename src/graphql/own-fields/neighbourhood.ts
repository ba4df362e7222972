/**
 * `neighbourhood(of)`: the nearest nodes around one, and the edges among them, flat, as visualisers want them.
 */
import { reachable } from '../../paths/reachable.ts';
import type { Direction } from '../../views/graph-view.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import { checkPageSize } from '../page.ts';
import { badDepth, publicError, tooManyHops } from '../problems.ts';
import type { OwnResolvers } from './own-resolver.ts';

interface NeighbourhoodArguments {
  readonly of: string;
  readonly depth: number;
  readonly via?: readonly string[] | null;
  readonly direction: Direction;
  readonly first: number;
}

interface Neighbourhood {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly truncated: boolean;
}

export const neighbourhoodResolvers: OwnResolvers = {
  Query: {
    neighbourhood: (_, asked: NeighbourhoodArguments, context: GraphContext, info): Neighbourhood => {
      const operation = operationOf(context, info);
      const { view, limits, work } = operation;
      const { depth, via, direction, first } = asked;
      checkPageSize('first', first, limits.maxPageSize);
      if (depth < 0) throw badDepth(depth);
      if (depth > limits.maxHops) throw tooManyHops('depth', depth, limits.maxHops);
      try {
        const options = { maxHops: depth, direction, budget: work.left, ...(via != null && { via }) };
        const reached = reachable(view, [view.getNode(asked.of)], options);
        const nodes = Array.from(reached.nodes.subarray(0, first));
        const among = new Set(nodes);
        const types = via?.map((name) => view.graph.edges.typeCode(name));
        const edges: number[] = [];
        for (const node of nodes) {
          view.forEachEdge(node, 'OUT', undefined, (edge, other) => {
            work.spend(1);
            if (among.has(other) && (types?.includes(view.graph.edges.type[edge]) ?? true)) edges.push(edge);
          });
        }
        operation.spendRows(nodes.length + edges.length);
        return { nodes, edges, truncated: reached.truncated || reached.nodes.length > nodes.length };
      } catch (error) {
        throw publicError(error);
      }
    },
  },
};
