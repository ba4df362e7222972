/**
 * Asking the server that sent the page.
 */
import type { Answer, Ask } from '../ask.ts';

export const askServer: Ask = async (query) => {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()) as Answer;
};
