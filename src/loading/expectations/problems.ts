/**
 * The sentences about expectations.
 */
import { type Position, type Problem, problem } from '../../base/problem.ts';

type At = Position | undefined;

export const notExpectations = (at: At, found: string): Problem =>
  problem('wrong-form', at, `Expectations are a list, each entry beginning with "- expect:"; this is ${found}.`);

export const unsaidExpectation = (at: At): Problem =>
  problem(
    'missing-key',
    at,
    'This expects nothing. Write "count", "atLeast" or "atMost", or "apart: true" beside "edges" and "per".',
  );

export const perNeedsType = (at: At, per: string): Problem =>
  problem('missing-key', at, `"per: ${per}" counts for every node there, so "${per}" has to name their type.`);

export const brokenExpectation = (at: At, says: string, found: number, expected: string, node?: string): Problem => {
  const whose = node === undefined ? `there ${found === 1 ? 'is' : 'are'} ${found}` : `${node} has ${found}`;
  return problem(
    'broken-expectation',
    at,
    `"${says}" does not hold: ${whose}, and ${expected}. Mend the facts, or this entry if the world has changed.`,
  );
};

export const heldTogether = (at: At, says: string, first: string, second: string): Problem =>
  problem('broken-expectation', at, `"${says}" does not hold: ${first} and ${second} hold on the same days.`);
