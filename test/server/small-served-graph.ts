/**
 * A served graph of one state, and what it is asked.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { ServedGraph } from '../../src/server/served-graph.ts';
import { smallWorld } from '../graphql/small-world.ts';

export interface SmallWorld {
  readonly name?: string;
}

/** The state's name, and a property that throws when it is read. */
export function smallServedGraph({ name = 'Kazakhstan' }: SmallWorld = {}): ServedGraph {
  const sdl = 'type State @node { id: ID!  name: String!  broken: String }';
  const { view } = smallWorld(sdl, { State: { kaz: { name } } });
  const { nodes } = view.graph;
  const property = nodes.property.bind(nodes);
  nodes.property = (node, asked) => {
    if (asked === 'broken') throw new Error('secret: /home/operator/graph-data');
    return property(node, asked);
  };
  return { view };
}

export const question = '{ states { name } }';
export const answer: unknown = { states: [{ name: 'Kazakhstan' }] };

/** Lets operations called `Slow` wait. */
export const slowUntil = (until: Promise<void>): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operationName }) => {
      if (operationName === 'Slow') await until;
    },
  }),
});
