/**
 * The questions that need rules and evidence, asked as the shipped queries ask them and answered from the seed alone, to
 * the letter: the data may grow, these answers stay.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { worldOf } from '../graphql/small-world.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';
import { seedGraph } from '../kit/seed-graph.ts';

const folder = join(import.meta.dirname, '../../queries');
const files = readdirSync(folder).filter((it) => /^(05|06|08|09|11|12|13|14)-.*\.graphql$/.test(it));
const world = worldOf(seedGraph());
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** The operations of a file, by name, each with the fragments it may need. */
function operationsOf(text: string): Record<string, string> {
  const { definitions } = parse(text);
  const slice = (it: (typeof definitions)[number]): string => text.slice(it.loc?.start, it.loc?.end);
  const fragments = definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(
    definitions.flatMap((it) => {
      if (it.kind !== Kind.OPERATION_DEFINITION) return [];
      const used = fragments.filter((fragment) => slice(it).includes(`...${fragment.name.value}`));
      return [[it.name?.value ?? '', [it, ...used].map(slice).join('\n')]];
    }),
  );
}

const answers = (file: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(operationsOf(textOf(file))).map(([name, query]) => [name, world.data(query)]));

test('all eight are there', () => expect(files).toHaveLength(8));

test.each(files)('%s is answered as the golden file says', (file) => {
  expectGolden(
    goldenPath('queries/seed', file.replace('.graphql', '.json')),
    `${JSON.stringify(answers(file), null, 2)}\n`,
  );
});

describe('what the answers come down to', () => {
  const fileOf = (number: string): string => files.find((it) => it.startsWith(number)) ?? '';

  test('question 5: Kazakhstan took part and launched an initiative that was spoken about there', () => {
    expect(answers(fileOf('05'))).toMatchObject({ ParticipantsWhoLaunched: { states: [{ name: 'Kazakhstan' }] } });
  });

  test('question 8: four hops from Brazil to Kate Forbes with what is inferred, five without', () => {
    const found = answers(fileOf('08')) as Record<string, { paths: { length: number }[] }>;
    expect(found.BrazilAndKateForbes?.paths[0]?.length).toBe(4);
    expect(found.BrazilAndKateForbesStated?.paths[0]?.length).toBe(5);
  });

  test('question 9: five elected and unnamed, two by their posts, two unknown', () => {
    const { TheStandingCommission } = answers(fileOf('09')) as {
      TheStandingCommission: { organisations: { membersConnection: { edges: MemberEdge[] } }[] };
    };
    const members = TheStandingCommission.organisations[0]?.membersConnection.edges ?? [];
    expect(members.map(({ node, properties }) => [node.count ?? 1, properties.status, properties.rule])).toEqual([
      [5, 'INFERRED', 'R7'],
      [1, 'INFERRED', 'R8'],
      [1, 'INFERRED', 'R8'],
      [2, 'STATED', null],
    ]);
  });

  test('question 11: Kazakhstan', () => {
    const { TroopsAndTalks } = answers(fileOf('11')) as {
      TroopsAndTalks: { conflicts: { addressedBy: { hostedBy: { name: string }[] }[] }[] };
    };
    expect(TroopsAndTalks.conflicts[0]?.addressedBy[0]?.hostedBy.map((it) => it.name)).toEqual(['Kazakhstan']);
  });
});

interface MemberEdge {
  readonly node: { readonly count?: number };
  readonly properties: { readonly status: string; readonly rule: string | null };
}
