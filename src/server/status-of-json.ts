/**
 * The status of a refusal, as GraphQL over HTTP has it: 400 under `application/graphql-response+json`, where it speaks of
 * the query, but 200 for a client that asks for `application/json`, where it speaks of the transport alone.
 *
 * Who names no media type, a script for one, gets the plain truth: 400.
 */
import type { ApolloServerPlugin } from '@apollo/server';

export function statusOfJson(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response }) => {
        const isRefusal = response.http.status === 400;
        if (isRefusal && asksForJson(request.http?.headers.get('accept'))) response.http.status = 200;
      },
    }),
  };
}

function asksForJson(accept = ''): boolean {
  const older = accept.indexOf('application/json');
  const newer = accept.indexOf('application/graphql-response+json');
  return older !== -1 && (newer === -1 || older < newer);
}
