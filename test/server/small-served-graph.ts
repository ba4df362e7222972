/**
 * A served graph of one state, made by hand: the server is tested without any floor below it.
 */
import { buildSchema, execute, GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { ServedGraph } from '../../src/server/served-graph.ts';

export interface SmallWorld {
  readonly name?: string;
  /** What the field `slow` waits for. */
  readonly until?: Promise<void>;
  readonly validationRules?: readonly ValidationRule[];
}

export function smallServedGraph(world: SmallWorld = {}): ServedGraph {
  const schema = smallSchema();
  const contextValue: Context = { name: world.name ?? 'Kazakhstan', until: world.until };
  return {
    schema,
    execute: async (document, variableValues, operationName) => {
      const answer = await execute({ schema, document, contextValue, variableValues, operationName });
      if (answer.data === undefined) for (const it of answer.errors ?? []) it.extensions.code = 'BAD_USER_INPUT';
      return answer;
    },
    validationRules: world.validationRules ?? [],
    summary: { nodes: 1, edges: 0, loadedAt: '2024-10-28T00:00:00.000Z' },
  };
}

interface Context {
  readonly name: string;
  readonly until: Promise<void> | undefined;
}

function smallSchema(): GraphQLSchema {
  const schema = buildSchema(
    'type Query { name: String! echo(number: Int): Int broken: String limited: String slow: String }',
  );
  const resolvers: Record<string, (arguments_: { number?: number }, context: Context) => unknown> = {
    name: (_arguments, { name }) => name,
    echo: ({ number }) => number ?? null,
    broken: () => {
      throw new Error('secret: /home/operator/graph-data');
    },
    limited: () => {
      throw new GraphQLError('Too deep: 12 levels, and 10 are allowed.', { extensions: { code: 'TOO_DEEP' } });
    },
    slow: async (_arguments, { until }) => {
      await until;
      return 'done';
    },
  };
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field) field.resolve = (_source, arguments_, context) => resolve(arguments_, context as Context);
  }
  return schema;
}
