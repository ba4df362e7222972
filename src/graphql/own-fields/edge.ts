/**
 * `edge(id)`: one statement by its id; null and a hint when there is none.
 */
import { type GraphContext, operationOf } from '../operation.ts';
import type { OwnResolvers } from './own-resolver.ts';

export const edgeResolvers: OwnResolvers = {
  Query: {
    edge: (_, { id }: { id: string }, context: GraphContext, info) => {
      const operation = operationOf(context, info);
      const { view } = operation;
      const edge = view.findEdge(id);
      if (edge === undefined) {
        const known = view.graph.edges.numberOf(id) !== undefined;
        const where = known ? 'in the view that this operation selects' : 'here';
        operation.hints.push(`No edge has the id "${id.slice(0, 100)}" ${where}.`);
      }
      return edge;
    },
  },
};
