/**
 * What the seed must answer to the questions that need rules and evidence, asked as the shipped queries ask them. The
 * answers to the letter are golden files of `test/graph-data/questions.test.ts`; here stands what they come down to.
 */
import { describe, expect, test } from 'vitest';
import { seedGraph } from '../kit/seed-graph.ts';
import { answersFrom, shippedQuestions } from '../kit/shipped-questions.ts';

const answersTo = answersFrom(seedGraph());
const answersOf = (number: string): Record<string, unknown> =>
  answersTo(shippedQuestions.find((it) => it.startsWith(number)) ?? '');

describe('from the seed', () => {
  test('question 5: Kazakhstan took part and launched an initiative that was spoken about there', () => {
    expect(answersOf('05')).toMatchObject({ ParticipantsWhoLaunched: { states: [{ name: 'Kazakhstan' }] } });
  });

  test('question 8: four hops from Brazil to Kate Forbes with what is inferred, five without', () => {
    const found = answersOf('08') as Record<string, { paths: { paths: { length: number }[] } }>;
    expect(found.BrazilAndKateForbes?.paths.paths[0]?.length).toBe(4);
    expect(found.BrazilAndKateForbesStated?.paths.paths[0]?.length).toBe(5);
  });

  test('question 9: five elected and unnamed, two by their posts, two unknown', () => {
    const { TheStandingCommission } = answersOf('09') as {
      TheStandingCommission: { organisations: { membersConnection: { edges: MemberEdge[] } }[] };
    };
    const members = TheStandingCommission.organisations[0]?.membersConnection.edges ?? [];
    expect(members.map(({ node, properties }) => [node.count ?? 1, properties.status, properties.rule])).toEqual([
      [2, 'STATED', null],
      [5, 'INFERRED', 'R7'],
      [1, 'INFERRED', 'R8'],
      [1, 'INFERRED', 'R8'],
    ]);
  });

  test('question 11: Kazakhstan', () => {
    const { TroopsAndTalks } = answersOf('11') as {
      TroopsAndTalks: { conflicts: { addressedBy: { hostedBy: { name: string }[] }[] }[] };
    };
    expect(TroopsAndTalks.conflicts[0]?.addressedBy[0]?.hostedBy.map((it) => it.name)).toEqual(['Kazakhstan']);
  });
});

interface MemberEdge {
  readonly node: { readonly count?: number };
  readonly properties: { readonly status: string; readonly rule: string | null };
}
