/**
 * `neighbourhood(of)`: the nearest nodes around one, and the edges among them, flat, as visualisers want them.
 */
import { type Neighbourhood, neighbourhoodOf } from '../../evidence/neighbourhood.ts';
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
        const found = neighbourhoodOf(view, [asked.of], {
          depth,
          direction,
          first,
          ...(via != null && { via }),
          onLook: () => work.spend(1),
        });
        operation.spendRows(found.nodes.length + found.edges.length);
        return found;
      } catch (error) {
        throw publicError(error);
      }
    },
  },
};
