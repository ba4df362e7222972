/**
 * Asking the server that sent the page.
 */
import type { Answer, Ask } from '../ask.ts';
import { base } from './base.ts';

export const askServer: Ask = async (query, operationName) => {
  const answer = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, operationName }),
  });
  return (await answer.json()) as Answer;
};
