/**
 * `entity(id)`: one node by its id; null and a hint when there is none.
 */
import { didYouMean } from '../../base/did-you-mean.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import type { OwnResolvers } from './own-resolver.ts';

export const entityResolvers: OwnResolvers = {
  Query: {
    entity: (_, { id }: { id: string }, context: GraphContext, info) => {
      const operation = operationOf(context, info);
      const { view } = operation;
      const node = view.findNode(id);
      if (node === undefined) operation.hints.push(noEntity(id, view.graph.nodes.ids));
      return node;
    },
  },
};

const noEntity = (id: string, ids: readonly string[]): string =>
  `No node has the id "${id.slice(0, 100)}".${didYouMean(id.slice(0, 100), ids)} To look for names, use "search".`;
