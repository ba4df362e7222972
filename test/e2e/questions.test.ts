/**
 * The questions that the first walk from top to bottom must answer, asked over HTTP of the seed alone.
 *
 * Shipped questions are taken from `queries/` and have the answers that they have without a server; further ones, and
 * their answers, are in `test/golden/http/`: one file a question, and in it each of its operations.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { queriesFolder } from '../../src/base/shipped-files.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';
import { type HttpAnswer, serveSeed } from './served.ts';

const seed = serveSeed();

interface Question {
  readonly name: string;
  readonly text: string;
  /** The folder of its answers, below `test/golden`. */
  readonly golden: string;
}

const questionsIn = (folder: string, pattern: RegExp, golden: string): Question[] =>
  readdirSync(folder)
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => ({ name: file.replace('.graphql', ''), text: readFileSync(join(folder, file), 'utf8'), golden }));

const questions = [
  ...questionsIn(queriesFolder, /^(0\d|1[0-5])-.*\.graphql$/, 'queries/seed'),
  ...questionsIn(goldenPath('http'), /\.graphql$/, 'http'),
];

function operationsOf(text: string): string[] {
  return parse(text).definitions.flatMap((it) => (it.kind === 'OperationDefinition' ? [it.name?.value ?? ''] : []));
}

async function answerOf(name: string, operationName = ''): Promise<NonNullable<HttpAnswer['body']['data']>> {
  const question = questions.find((it) => it.name.endsWith(name));
  if (!question) throw new Error(`There is no question "${name}".`);
  const { status, body } = await seed.ask(question.text, operationName === '' ? {} : { operationName });
  expect(body.errors).toBeUndefined();
  expect(status).toBe(200);
  return body.data ?? {};
}

describe('over HTTP the seed answers', () => {
  test.each(questions)('$name, as its golden file says', async ({ name, text, golden }) => {
    const answers: Record<string, unknown> = {};
    for (const operation of operationsOf(text)) answers[operation] = await answerOf(name, operation);
    expectGolden(goldenPath(golden, `${name}.json`), `${JSON.stringify(answers, undefined, 2)}\n`);
  });
});

describe('what these answers must say, whatever else they say', () => {
  test('1: the states that launched the initiative with Kazakhstan are five, and the ICRC the organisation', async () => {
    const { initiatives } = (await answerOf('launch-partners')) as { initiatives: Partners[] };
    const [initiative] = initiatives;
    expect(initiative?.states.map(nameOf)).toEqual(['Brazil', 'China', 'France', 'Jordan', 'South Africa']);
    expect(initiative?.organisations.map(nameOf)).toEqual(['International Committee of the Red Cross']);
  });

  test('2: each launching state has a row, also where nobody is known to have represented it', async () => {
    const { states } = (await answerOf('who-represented-the-launchers')) as { states: Represented[] };
    expect(states.map((it) => [it.name, it.representedByConnection.edges.length])).toEqual([
      ['Brazil', 0],
      ['China', 0],
      ['France', 0],
      ['Jordan', 0],
      ['Kazakhstan', 1],
      ['South Africa', 0],
    ]);
  });

  test('3: four spoke at the conference, in the capacities that the article gives', async () => {
    const { conferences } = (await answerOf('speakers')) as { conferences: Speakers[] };
    expect(conferences[0]?.speakersConnection.edges.map((it) => [it.node.name, it.properties.kind])).toEqual([
      ['Ignazio Cassis', 'WELCOME'],
      ['Kate Forbes', 'WELCOME'],
      ['Mirjana Spoljaric Egger', 'WELCOME'],
      ['Yerlan Alimbayev', 'INTERVENTION'],
    ]);
  });

  test('4: a president from October on headed the ICRC in 2022, and not in September of that year', async () => {
    const headsIn = async (operation: string): Promise<string[]> => {
      const { organisations } = (await answerOf('president-of-the-icrc', operation)) as { organisations: Headed[] };
      return organisations.flatMap((it) => it.headedByConnection.edges.map(({ node }) => node.name));
    };
    const president = ['Mirjana Spoljaric Egger'];
    expect(await headsIn('HeadOnADay')).toEqual(president);
    expect(await headsIn('HeadIn2022Certainly')).toEqual(president);
    expect(await headsIn('HeadInSeptember2022Possibly')).toEqual([]);
  });

  test('7: both counts of resolutions stand, each with its source', async () => {
    const { conferences } = (await answerOf('resolutions')) as { conferences: Adopting[] };
    const adopted = conferences[0]?.adoptedConnection.edges ?? [];
    expect(adopted.filter((it) => it.node.__typename === 'Resolution')).toHaveLength(6);
    const counted = adopted.filter((it) => it.node.__typename === 'UnnamedGroup');
    expect(counted.map((it) => [it.properties.count, it.properties.sources])).toEqual([[5, ['source:el-kz-34ic']]]);
  });

  test('a launch is no relation of the month after it, and what is undated is possible and not certain', async () => {
    const relations = async (operation: string): Promise<(string | null)[][]> => {
      const { neighbourhood } = (await answerOf('kazakhstans-relations', operation)) as { neighbourhood: Around };
      return neighbourhood.edges.map((it) => [it.type, it.to.id, it.when]);
    };
    const launch = ['co-launched', 'initiative:global-ihl', '2024-09-27'];
    const undated = ['co-launched', 'initiative:global-ihl', null];
    expect(await relations('In2024Certainly')).toContainEqual(launch);
    expect(await relations('OnThatDay')).not.toContainEqual(launch);
    expect(await relations('OnThatDay')).toContainEqual(undated);
    expect(await relations('OnThatDayCertainly')).not.toContainEqual(undated);
  });

  test('Brazil and Kate Forbes are five stated hops apart, and each hop names its sources', async () => {
    const { paths } = (await answerOf('brazil-and-kate-forbes', 'BrazilAndKateForbesStated')) as {
      paths: { paths: Way[] };
    };
    expect(paths.paths[0]?.length).toBe(5);
    for (const { edge } of paths.paths.flatMap((it) => it.hops)) {
      expect(edge.status).toBe('STATED');
      expect(edge.sources).not.toEqual([]);
    }
  });

  test('a misspelt name finds the person, and tells the alias that matched', async () => {
    const { misspelt } = (await answerOf('find-by-name')) as { misspelt: Hit[] };
    expect(misspelt[0]?.node.id).toBe('official:mirjana-spoljaric-egger');
    expect(misspelt[0]?.matched).toBe('Mariana Spolaric');
  });
});

interface Named {
  readonly name: string;
}
interface Edges<Node, Properties = unknown> {
  readonly edges: readonly { readonly node: Node; readonly properties: Properties }[];
}
interface Partners {
  readonly states: readonly Named[];
  readonly organisations: readonly Named[];
}
interface Represented extends Named {
  readonly representedByConnection: Edges<Named>;
}
interface Speakers {
  readonly speakersConnection: Edges<Named, { readonly kind: string }>;
}
interface Headed {
  readonly headedByConnection: Edges<Named>;
}
interface Adopting {
  readonly adoptedConnection: Edges<
    { readonly __typename: string },
    { readonly count: number | null; readonly sources: readonly string[] }
  >;
}
interface Around {
  readonly edges: readonly {
    readonly type: string;
    readonly to: { readonly id: string };
    readonly when: string | null;
  }[];
}
interface Way {
  readonly length: number;
  readonly hops: readonly { readonly edge: { readonly status: string; readonly sources: readonly unknown[] } }[];
}
interface Hit {
  readonly node: { readonly id: string };
  readonly matched: string;
}

const nameOf = ({ name }: Named): string => name;
