/**
 * The resolvers of relations: a list of nodes, or a connection of edges.
 */
import type { GraphQLFieldResolver } from 'graphql';
import type { Where } from '../filters/logical-test.ts';
import type { NodeType, Relation } from '../ontology/ontology.ts';
import { connectionSortKeys, nodeSortKeys } from './compile-sort.ts';
import { connectionNodeTest, nodeTest } from './compile-where.ts';
import { EdgeConnection } from './edge-connection.ts';
import { type EdgePlan, sliceNeighbours } from './edge-rows.ts';
import { propertiesOf } from './node-rows.ts';
import { type GraphContext, operationOf } from './operation.ts';
import { connectionPage, listPage, type Page } from './page.ts';
import { relationRows } from './relation-rows.ts';

/** Arguments as GraphQL coerced them. */
export interface ListArguments {
  readonly where?: Where | null;
  readonly limit?: number | null;
  readonly offset?: number | null;
  readonly sort?: Parameters<typeof nodeSortKeys>[2];
}

export interface ConnectionArguments<Sort> {
  readonly where?: Where | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly sort?: Sort;
}

type Resolver<Arguments> = GraphQLFieldResolver<number, GraphContext, Arguments>;

interface PagedPlan {
  readonly plan: EdgePlan;
  readonly page: Page;
}

/** `coLaunched(where, limit, offset, sort)`: the distinct nodes at the other ends. */
export function resolveNeighbours(owner: NodeType, relation: Relation): Resolver<ListArguments> {
  return (node, { where, limit, offset, sort }, context, info) => {
    const operation = operationOf(context, info);
    const { plan, page } = operation.plan(info, (): PagedPlan => {
      const { view, work } = operation;
      const properties = propertiesOf(view.ontology, relation.target);
      return {
        plan: {
          rows: relationRows(view, relation, owner.name, work),
          test: nodeTest({ view, work }, relation.target, where),
          sort: nodeSortKeys(view.graph, properties, sort),
        },
        page: listPage(limit, offset, operation.limits.maxPageSize),
      };
    });
    const nodes = sliceNeighbours(plan, node, page);
    operation.spend(relation.field, nodes.length);
    return nodes;
  };
}

type EdgeSort = Parameters<typeof connectionSortKeys>[3];

/** `coLaunchedConnection(where, first, after, sort)`: the edges, with what they carry. */
export function resolveEdgeConnection(owner: NodeType, relation: Relation): Resolver<ConnectionArguments<EdgeSort>> {
  return (node, { where, first, after, sort }, context, info) => {
    const operation = operationOf(context, info);
    const { plan, page } = operation.plan(info, (): PagedPlan => {
      const { view, work } = operation;
      const { ontology } = view;
      const carried = ontology.edgePropertyTypes.get(relation.properties ?? '')?.properties ?? new Map();
      return {
        plan: {
          rows: relationRows(view, relation, owner.name, work),
          test: connectionNodeTest({ view, work }, relation, where),
          sort: connectionSortKeys(view.graph, propertiesOf(ontology, relation.target), carried, sort),
        },
        page: connectionPage(first, after, operation.limits.maxPageSize),
      };
    });
    return new EdgeConnection(plan, node, page, operation);
  };
}
