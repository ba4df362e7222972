import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diff } from '../../src/graph/diff.ts';
import { openGraph } from '../../src/open-graph.ts';
import { seedFolder } from '../kit/seed-folder.ts';
import { type Ran, runLine } from './run-line.ts';
import { clubs, smallFolder } from './small-folder.ts';

const run = (...line: string[]): Promise<Ran> =>
  runLine([...line, '--data', seedFolder(), '--schema', 'schema.graphql']);

describe('why', () => {
  test('of three words prints the tree, down to sources', async () => {
    const { code, stdout } = await run('why', 'Switzerland', 'participated-in', '34IC');
    expect(code).toBe(0);
    expect(
      stdout
        .split('\n')
        .map((it) => it.trimStart())
        .filter((it) => /^(by R|source:)/.test(it)),
    ).toEqual([
      'by R1: Who is represented at an occasion takes part in it',
      'by R6: A minister who speaks represents the state',
      'source:el-kz-34ic P3 #15',
      'source:el-kz-34ic P3 #16',
      'source:el-kz-34ic P3 #19',
      'source:menafn-kuwait-partakes-red-cross-red-crescent whole page',
    ]);
  });

  test('of an id, as JSON, is the same', async () => {
    const [byWords] = JSON.parse((await run('why', 'Switzerland', 'participated-in', '34IC', '--json')).stdout);
    const [byId] = JSON.parse((await run('why', byWords.edge.id, '--json')).stdout);
    expect(byId).toEqual(byWords);
    expect(byId.derivations[0]).toMatchObject({
      rule: 'R1',
      premises: [{ type: 'represented', status: 'INFERRED' }],
    });
  });

  test('tells parallel edges one after the other', async () => {
    const explanations = JSON.parse((await run('why', 'Brazil', 'joined', 'initiative:global-ihl', '--json')).stdout);
    expect(explanations).toHaveLength(2);
  });

  test('is refused with the remedy where there is no such edge, type or word', async () => {
    const failure = async (...line: string[]): Promise<[number, string]> => {
      const { code, stderr } = await run('why', ...line);
      return [code, stderr.split('\n')[0] ?? ''];
    };
    expect(await failure('edge:none')).toEqual([1, expect.stringContaining('No edge has the id "edge:none".')]);
    expect(await failure('Brazil', 'heads', 'France')).toEqual([1, expect.stringContaining('diplograph path')]);
    expect(await failure('Brazil', 'joind', 'France')).toEqual([2, expect.stringContaining('Did you mean "joined"?')]);
    expect(await failure('Brazil', 'joined')).toEqual([2, expect.stringContaining('three words')]);
    expect(await failure('Brazil', 'joined', 'initiative:global-ihl', '--as-of', '2024-13')).toEqual([
      expect.any(Number),
      expect.stringContaining('no month 13'),
    ]);
  });
});

describe('path', () => {
  test('tells of a hop that was only said who said it, and of one that follows which rule made it', async () => {
    const { code, stdout } = await run(
      'path',
      'Brazil',
      'Kate Forbes',
      '--via',
      'co-launched,participated-in,spoke-at',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /— co-launched → Global Initiative.*, REPORTED by Yerlan Alimbayev\n {6}source:el-kz-34ic P5/,
    );
    expect(stdout).toMatch(/— participated-in → 34th International Conference.*\n {6}inferred by R\d+\n/);
  });
});

describe('conflicts', () => {
  test('of a node names the rivals, their ranks and their sources', async () => {
    const { code, stdout, stderr } = await run('conflicts', '34IC');
    expect(code).toBe(0);
    expect(stdout).toContain('Navigate Uncertainty – Strengthen Humanity  PREFERRED');
    expect(stdout).toContain('source:el-kz-34ic P1 #4');
    expect(stderr).toBe('1 conflict.\n');
  });

  test('of everything are as many as there are, also as JSON', async () => {
    expect(JSON.parse((await run('conflicts', '--json')).stdout)).toHaveLength(13);
  });
});

describe('timeline', () => {
  test('of a year has dates in order and undated relations last', async () => {
    const { code, stdout } = await run('timeline', 'Kazakhstan', '--during', '2024');
    expect(code).toBe(0);
    const [dated = '', undated = ''] = stdout.split('\n\nUndated\n');
    expect(dated.split('\n').map((it) => it.slice(0, 27).trim())).toEqual([
      'seen 2023-06-20/2024-01-25',
      '2024-03-14/2025-04',
      '2024-09-27',
      '2024-09-27/',
      '2024-10-28/2024-10-31',
      '2024-10-28/2024-10-31',
      '2024-10-28 … 2024-10-31',
    ]);
    expect(undated).toContain('provided-aid-to');
  });

  test('takes a start and an end apart, and leaves out what a view leaves out', async () => {
    const entries = async (...line: string[]): Promise<unknown[]> =>
      JSON.parse((await run('timeline', 'state:kaz', '--json', ...line)).stdout).entries;
    expect(await entries('--from', '2024-10')).toHaveLength(4);
    expect(await entries('--to', '2024-02')).toHaveLength(4);
    expect(await entries('--during', '2024', '--stated')).toHaveLength(4);
  });
});

describe('around', () => {
  test('prints each node once, nearest first', async () => {
    const { stdout } = await run('around', 'Brazil', '--via', 'co-launched', '--depth', '2');
    expect(stdout.split('\n').map((it) => it.search(/\S/))).toEqual([0, 4, 8, 8, 8, 8, 8, 8, -1]);
  });

  test('takes a direction, a limit and a depth', async () => {
    const nodes = async (...line: string[]): Promise<string[]> =>
      JSON.parse((await run('around', '34IC', '--json', ...line)).stdout).nodes.map((it: { id: string }) => it.id);
    expect(await nodes('--depth', '0')).toEqual(['conference:34ic']);
    expect(await nodes('--first', '2')).toHaveLength(2);
    expect(await nodes('--via', 'held-in', '--in')).toEqual(['conference:34ic']);
    expect(await nodes('--via', 'held-in', '--out')).toEqual(['conference:34ic', 'place:geneva']);
    expect((await run('around', '34IC', '--depth', 'far')).code).toBe(2);
  });
});

describe('retract', () => {
  test('of a source tells what would go and fall, by type, and that nothing was changed', async () => {
    const { code, stdout, stderr } = await run('retract', 'source:el-kz-34ic', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^69 statements would go: about 16, /);
    expect(stdout).toContain('14 conclusions would fall: joined 6, participated-in 6, represented 2');
    expect(stderr).toContain('Nothing was changed');
  });

  test('takes rules and statements as well', async () => {
    const fallen = async (id: string): Promise<string[]> =>
      JSON.parse((await run('retract', id, '--json')).stdout).conclusions.map((it: { type: string }) => it.type);
    expect(await fallen('R8')).toEqual(['member-of', 'member-of']);
    const [{ steps }] = JSON.parse((await run('why', 'Switzerland', 'participated-in', '34IC', '--json')).stdout);
    const heads = steps[1].derivations[0].premises[0].id;
    expect((await fallen(heads)).sort()).toEqual(['participated-in', 'participated-in', 'represented']);
  });

  test('refuses what it does not know, and what was never stated', async () => {
    expect(await run('retract', 'source:el-kz-34i')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Did you mean "source:el-kz-34ic"?'),
    });
    const [{ edge }] = JSON.parse((await run('why', 'Switzerland', 'participated-in', '34IC', '--json')).stdout);
    expect((await run('retract', edge.id)).stderr).toContain('is inferred, by R1');
  });
});

test('a view is narrowed by the same options everywhere, and --certain without a date is refused', async () => {
  const count = async (...line: string[]): Promise<number> =>
    JSON.parse((await run('stats', '--json', ...line)).stdout).edges;
  const all = await count();
  for (const line of [['--trust', '1'], ['--modality', 'FACT'], ['--only-source', 'source:el-kz-34ic'], ['--stated']]) {
    expect(await count(...line)).toBeLessThan(all);
  }
  for (const command of [['stats'], ['find', 'Ada'], ['timeline', 'Kazakhstan'], ['conflicts']]) {
    const { code, stdout, stderr } = await run(...command, '--certain');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('"certain" cannot be met: it says nothing without as-of');
  }
  expect((await run('stats', '--modality', 'FACTS')).code).toBe(2);
});

test('the commands work on any ontology, with or without rules', async () => {
  const cwd = smallFolder();
  const small = (...line: string[]): Promise<Ran> => runLine(line, { cwd });
  expect((await small('why', 'Ada Őry', 'chairs', 'Chess Club')).stdout).toContain('source:minutes p. 4');
  expect((await small('timeline', 'Bert Smith')).stdout).toBe(
    '2002/..  — member-of → Chess Club\n2005/..  — member-of → Rowing Club\n',
  );
  expect((await small('around', 'Chess Club')).stdout).toContain('← chairs — Ada Őry');
  expect((await small('conflicts')).stderr).toBe('0 conflicts.\n');
  expect((await small('retract', 'source:minutes')).stdout).toContain('3 statements would go: member-of 2, chairs 1');
});

describe('diff', () => {
  const cwd = smallFolder();
  const before = smallFolder(
    clubs
      .replace('name: Cora Smith', 'name: Cora Smyth')
      .replace('  - { from: person:bert, edge: member-of, to: club:rowing, when: 2005/.. }\n', '')
      .replace('edges:\n', 'edges:\n  - { from: person:cora, edge: chairs, to: club:rowing, when: 1999 }\n'),
  );

  test('lists what was removed, added and changed since the facts of another folder', async () => {
    const { code, stdout } = await runLine(['diff', join(before, 'graph-data')], { cwd });
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'removed',
      '  person:cora — chairs → club:rowing  1999',
      '',
      'added',
      '  person:bert — member-of → club:rowing  2005/..',
      '',
      'changed',
      '  Person  person:cora  Cora Smith',
      '    name: Cora Smyth → Cora Smith',
      '',
      'Nodes: 0 added, 0 removed, 1 changed.',
      'Edges: 1 added, 1 removed, 0 changed.',
      'Claims: 0 added, 0 removed.',
    ]);
  });

  test('sees both through the options, and prints as JSON what Node answers', async () => {
    const folder = (at: string) => openGraph({ schema: join(cwd, 'schema.graphql'), data: join(at, 'graph-data') });
    const [old, now] = await Promise.all([folder(before), folder(cwd)]);
    const asked = await runLine(['diff', join(before, 'graph-data'), '--as-of', '2006', '--json'], { cwd });
    const answer = JSON.parse(asked.stdout);
    expect(answer).toEqual(JSON.parse(JSON.stringify(diff(old.asOf('2006'), now.asOf('2006')))));
    expect(answer.edges.removed).toEqual([]);
  });

  test('of a folder that is not there ends with a sentence', async () => {
    const { code, stderr } = await runLine(['diff', 'nowhere'], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining('nowhere')]);
  });
});

test('who is taken for a name that is written otherwise is told, and nothing of a name that is right', async () => {
  const misspelt = await run('conflicts', 'Kazahkstan');
  expect(misspelt.stderr).toContain('"Kazahkstan" is taken for Kazakhstan (state:kaz).');
  for (const name of ['Kazakhstan', 'state:kaz']) expect((await run('conflicts', name)).stderr).not.toContain('taken');
});
