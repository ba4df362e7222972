/**
 * `paths(from, to)`: how two nodes are connected, shortest first, each hop with its edge.
 */
import { findPaths } from '../../paths/find-paths.ts';
import type { Path } from '../../paths/path-search.ts';
import type { Direction } from '../../views/graph-view.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import { checkPageSize } from '../page.ts';
import { publicError, tooManyHops } from '../problems.ts';
import type { OwnResolvers } from './own-resolver.ts';

interface PathArguments {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly via?: readonly string[] | null;
  readonly avoid?: readonly string[] | null;
  readonly direction: Direction;
  readonly first: number;
}

interface Hop {
  readonly from: number;
  readonly to: number;
  readonly edge: number;
  readonly alternatives: readonly number[];
}

export const pathResolvers: OwnResolvers = {
  Query: {
    paths: (_, asked: PathArguments, context: GraphContext, info) => {
      const operation = operationOf(context, info);
      const { view, limits, work } = operation;
      const { maxHops, via, avoid, direction, first } = asked;
      if (maxHops > limits.maxHops) throw tooManyHops('maxHops', maxHops, limits.maxHops);
      checkPageSize('first', first, limits.maxPageSize);
      try {
        const found = findPaths(view, {
          from: view.getNode(asked.from),
          to: view.getNode(asked.to),
          maxHops,
          direction,
          first,
          budget: work.left,
          ...(via != null && { via }),
          avoid: {
            nodes: (avoid ?? []).filter((it) => !view.ontology.edgeTypes.has(it)).map((id) => view.getNode(id)),
            edgeTypes: (avoid ?? []).filter((it) => view.ontology.edgeTypes.has(it)),
          },
        });
        if (found.truncated) work.spend(work.left + 1);
        operation.spend('paths', found.paths.length);
        return found.paths;
      } catch (error) {
        throw publicError(error);
      }
    },
  },
  GraphPath: {
    length: ({ edges }: Path) => edges.length,
    hops: ({ nodes, edges, alternatives }: Path): Hop[] =>
      edges.map((edge, i) => ({
        from: nodes[i] ?? 0,
        to: nodes[i + 1] ?? 0,
        edge,
        alternatives: alternatives[i] ?? [],
      })),
  },
  PathHop: {
    forward: ({ from, edge }: Hop, _, { view }) => view.graph.edges.from[edge] === from,
  },
};
