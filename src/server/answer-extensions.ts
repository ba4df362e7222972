/**
 * Puts into each answer's `extensions` what resolvers had to say beside it: hints for a caller who got `null`.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import { withExtensions } from '../graphql/execute-document.ts';
import type { GraphContext } from '../graphql/operation.ts';

export function answerExtensions(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        const { extensions } = withExtensions(
          { extensions: singleResult.extensions ?? {} },
          contextValue as GraphContext,
        );
        if (extensions && Object.keys(extensions).length > 0) singleResult.extensions = extensions;
      },
    }),
  };
}
