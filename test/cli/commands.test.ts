import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Ran, runLine, type Surroundings } from './run-line.ts';
import { clubs, smallFolder } from './small-folder.ts';

const cwd = smallFolder();

const chairRule = `rules:
  - id: R1
    name: Who chairs a club is one of its members
    if: [Person chairs Club]
    then: Person member-of Club
    because: '{Person} chairs {Club}.'
    examples:
      - case: a chair
        given: [ada chairs chess]
        follows: [ada member-of chess]
      - case: a member
        given: [ada member-of chess]
        follows: nothing
`;
const run = (line: readonly string[], surroundings: Surroundings = {}): Promise<Ran> =>
  runLine(line, { cwd, ...surroundings });

describe('check', () => {
  test('of facts that stand ends 0, and warnings do not change that', async () => {
    const { code, stdout, stderr } = await run(['check']);
    expect(code).toBe(0);
    expect(stdout).toContain('schema.graphql:27:6  bare-edges (warning)');
    expect(stderr).toContain('graph-data stands: 6 nodes and 3 edges, 1 warning.');
  });

  test('of facts that do not tells each problem with its place on stdout and ends 1', async () => {
    const broken = smallFolder(clubs.replace('from: person:ada', 'from: person:adda').replace('2002/..', '2002-13'));
    const { code, stdout, stderr } = await run(['check'], { cwd: broken });
    expect(code).toBe(1);
    expect(stdout).toMatch(/clubs\.yaml:12:\d+ {2}unknown-node .*Did you mean "person:ada"/);
    expect(stdout).toMatch(/clubs\.yaml:13:\d+ {2}bad-date /);
    expect(stderr).toContain('has 2 errors');
  });

  test('with --quiet says nothing but the problems', async () => {
    expect((await run(['check', '-q'])).stderr).toBe('');
  });

  test('with --json gives the problems as data', async () => {
    const broken = smallFolder(clubs.replace('from: person:ada', 'from: person:adda'));
    const { code, stdout } = await run(['check', '--json'], { cwd: broken });
    expect(code).toBe(1);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ ok: false, unshown: 0 });
    expect(answer.problems).toContainEqual(expect.objectContaining({ code: 'unknown-node', severity: 'error' }));
    expect(JSON.parse((await run(['check', '--json'])).stdout)).toMatchObject({ ok: true, nodes: 6, edges: 3 });
  });

  test('with --strict takes warnings for errors', async () => {
    const { code, stdout } = await run(['check', '--strict']);
    expect(code).toBe(1);
    expect(stdout).toContain('bare-edges (warning)');
    expect(JSON.parse((await run(['check', '--strict', '--json'])).stdout)).toMatchObject({ ok: false });
  });

  test('of a folder with rules checks them, runs their examples and tells how much follows', async () => {
    const folder = smallFolder();
    const withRules = (rules: string): Promise<Ran> => {
      writeFileSync(join(folder, 'graph-data', 'rules.yaml'), rules);
      return run(['check'], { cwd: folder });
    };
    expect(await withRules(chairRule)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('6 nodes and 3 edges, and 1 edge by 1 rule, 1 warning.'),
    });
    const misspelt = await withRules(chairRule.replace('then:', 'thn:'));
    expect(misspelt.code).toBe(1);
    expect(misspelt.stdout).toMatch(/rules\.yaml:5:5 {2}unknown-rule-key .*Did you mean "then"/);
    const untrue = await withRules(chairRule.replace('given: [ada member-of chess]', 'given: [ada chairs chess]'));
    expect(untrue.code).toBe(1);
    expect(untrue.stdout).toMatch(/rules\.yaml:\d+:\d+ {2}example-failed/);
  });

  test('of a folder that is not there ends 1 with a sentence', async () => {
    const { code, stdout } = await run(['check', '--data', 'nowhere']);
    expect(code).toBe(1);
    expect(stdout).toContain('nowhere');
  });
});

describe('which files a command works on', () => {
  test('those of the folder when it has both, else the shipped ones', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'diplograph-empty-'));
    const shipped = await run(['stats', '--json'], { cwd: empty });
    expect(JSON.parse(shipped.stdout).nodes).toBeGreaterThan(1000);
    // A lone folder of facts is not taken: there is no saying which ontology it is under.
    mkdirSync(join(empty, 'graph-data'));
    expect(await run(['stats', '--json'], { cwd: empty })).toEqual(shipped);
    rmSync(empty, { recursive: true });
  });

  test('those that are given, relative to the folder', async () => {
    const line = ['stats', '--json', '--data', 'graph-data', '--schema', 'schema.graphql'];
    expect(JSON.parse((await run(line)).stdout).nodes).toBe(6);
  });
});

describe('query', () => {
  const question = '{ people(sort: [{ name: ASC }], limit: 1) { name } }';

  test('of a file prints the data as JSON', async () => {
    writeFileSync(join(cwd, 'question.graphql'), question);
    const { code, stdout, stderr } = await run(['query', 'question.graphql']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ people: [{ name: 'Ada Őry' }] });
  });

  test('of - reads standard input', async () => {
    const { stdout } = await run(['query', '-'], { stdin: question });
    expect(JSON.parse(stdout)).toEqual({ people: [{ name: 'Ada Őry' }] });
  });

  test('takes variables as JSON or from a file, and the operation to run', async () => {
    const stdin = 'query A { __typename } query B($id: ID!) { people(where: { id: { eq: $id } }) { name } }';
    writeFileSync(join(cwd, 'variables.json'), '{"id": "person:bert"}');
    for (const variables of ['{"id": "person:bert"}', '@variables.json']) {
      const { stdout } = await run(['query', '-', '--operation', 'B', '--variables', variables], { stdin });
      expect(JSON.parse(stdout)).toEqual({ people: [{ name: 'Bert Smith' }] });
    }
  });

  test('with an error tells it with its place on stderr and ends 1', async () => {
    const { code, stdout, stderr } = await run(['query', '-'], { stdin: '{\n  peopel { name }\n}' });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^query:2:3 {2}.*Did you mean "people"/);
  });

  test('of several operations answers all, each under its name', async () => {
    const stdin = 'query A { people(limit: 1) { id } } query B($id: ID!) { entity(id: $id) { id } }';
    const { code, stdout } = await run(['query', '-', '--variables', '{"id": "person:bert"}'], { stdin });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ A: { people: [{ id: 'person:ada' }] }, B: { entity: { id: 'person:bert' } } });
    const whole = await run(['query', '-', '--json'], { stdin });
    expect(whole.code).toBe(1);
    expect(JSON.parse(whole.stdout)).toMatchObject({ A: { data: {} }, B: { errors: [{}] } });
  });

  test('of several operations tells what is wrong with the document once', async () => {
    const { code, stderr } = await run(['query', '-'], { stdin: 'query A { peopel { id } } query B { __typename }' });
    expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringContaining('Did you mean "people"')]]);
  });

  test('with --json gives the whole response on stdout, errors too', async () => {
    const { code, stdout, stderr } = await run(['query', '-', '--json'], { stdin: '{ peopel { name } }' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout).errors[0]).toMatchObject({ locations: [{ line: 1, column: 3 }] });
  });

  test('tells a hint beside a null', async () => {
    const { code, stdout, stderr } = await run(['query', '-'], { stdin: '{ entity(id: "person:addda") { id } }' });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ entity: null });
    expect(stderr).toContain('Did you mean "person:ada"');
  });

  test('that reaches a limit names it, and the option of that name raises it', async () => {
    const stdin = '{ people(limit: 2) { name } }';
    const { code, stderr } = await run(['query', '-', '--limit', 'maxPageSize=1'], { stdin });
    expect(code).toBe(1);
    expect(stderr).toContain('"maxPageSize"');
    expect((await run(['query', '-', '--limit', 'maxPageSize=2'], { stdin })).code).toBe(0);
  });

  test.each([
    [['query', '-', '--limit', 'maxPageSiz=1'], /Did you mean "maxPageSize"/],
    [['query', 'missing.graphql'], /Cannot read "missing.graphql": there is no such file/],
    [['query', 'graph-data'], /it is a folder/],
    [['query', '-', '--variables', '{'], /--variables must be a JSON object/],
    [['query', '-', '--variables', '[1]'], /it is a list/],
    [['query', '-', '--variables', 'null'], /it is null/],
    [['query', '-', '--variables', '@none.json'], /Cannot read "none.json"/],
    [['query'], /missing required argument 'file'/],
  ])('%j is misuse', async (line, message) => {
    const { code, stdout, stderr } = await run(line, { stdin: question });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('find', () => {
  test('tells the name, the type, the id, and which alias matched', async () => {
    const { code, stdout } = await run(['find', 'lady', 'ada']);
    expect(code).toBe(0);
    expect(stdout).toBe('1.00  Ada Őry  Person  person:ada  by "Lady Ada"\n');
  });

  test('takes types and a number', async () => {
    const names = async (...line: string[]): Promise<string[]> =>
      JSON.parse((await run(['find', '--json', ...line])).stdout).map((it: { node: { name: string } }) => it.node.name);
    expect(await names('smith')).toEqual(['Bert Smith', 'Cora Smith']);
    expect(await names('smith', '--first', '1')).toEqual(['Bert Smith']);
    expect(await names('--type', 'Club', 'club')).toEqual(['Chess Club', 'Rowing Club']);
  });

  test('of what nothing is like ends 1, with an empty list as JSON', async () => {
    expect(await run(['find', 'xqzt'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/Nothing is called "xqzt"/),
    });
    expect(await run(['find', 'xqzt', '--json'])).toMatchObject({ code: 1, stdout: '[]\n', stderr: '' });
  });

  test.each([
    [['find', 'ada', '--type', 'Persn'], /no node type or interface "Persn".*Did you mean "Person"/],
    [['find', 'ada', '--first', '0'], /--first is "0", but must be a whole number from 1/],
    [['find'], /missing required argument/],
  ])('%j is misuse', async (line, message) => {
    expect(await run(line)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});

describe('path', () => {
  test('takes names or ids and tells each hop with its date and its sources', async () => {
    const { code, stdout } = await run(['path', 'lady ada', 'club:rowing']);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'Ada Őry – Rowing Club: 3 hops',
        '  Ada Őry',
        '  — chairs → Chess Club, 2001/2003',
        '      source:minutes p. 4',
        '  ← member-of — Bert Smith, 2002/..',
        '      source:minutes',
        '  — member-of → Rowing Club, 2005/..',
        '      source:minutes',
        '',
      ].join('\n'),
    );
  });

  test('with --json gives hops a program can follow', async () => {
    const { paths, truncated } = JSON.parse((await run(['path', 'Ada', 'Bert', '--json'])).stdout);
    const [{ length, hops }] = paths;
    expect([truncated, length, hops.length]).toEqual([false, 2, 2]);
    expect(hops[0]).toMatchObject({
      from: { id: 'person:ada', type: 'Person', name: 'Ada Őry' },
      to: { id: 'club:chess' },
      forward: true,
      edge: {
        type: 'chairs',
        status: 'STATED',
        when: '2001/2003',
        sources: [{ id: 'source:minutes', locator: 'p. 4' }],
      },
    });
    expect(hops[1]).toMatchObject({ forward: false, to: { id: 'person:bert' } });
  });

  test('walks only what the options leave', async () => {
    const found = async (...line: string[]): Promise<number> => (await run(['path', 'Ada', 'Rowing', ...line])).code;
    expect(await found('--max-hops', '2')).toBe(1);
    expect(await found('--via', 'member-of')).toBe(1);
    expect(await found('--via', 'member-of,chairs')).toBe(0);
    expect(await found('--avoid', 'chairs')).toBe(1);
    expect(await found('--as-of', '2003')).toBe(1);
    expect(await found('--stated')).toBe(0);
  });

  test('to what is not there, or may be several, ends 1 and says what to do', async () => {
    expect(await run(['path', 'Ada', 'xqzt'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Nothing is called "xqzt"/),
    });
    const { code, stderr } = await run(['path', 'Ada', 'Smith']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/"Smith" may be several[\s\S]*person:bert {2}Bert Smith[\s\S]*person:cora {2}Cora Smith/);
  });

  test('with none found says so, and as JSON has an empty list', async () => {
    expect(await run(['path', 'Ada', 'Cora'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/no path of at most 6 hops/),
    });
    expect(await run(['path', 'Ada', 'Cora', '--json'])).toMatchObject({
      code: 1,
      stdout: '{\n  "paths": [],\n  "truncated": false\n}\n',
    });
  });

  test.each([
    [['path', 'Ada'], /missing required argument 'to'/],
    [['path', 'Ada', 'Bert', '--via', 'chiars'], /no edge type "chiars".*Did you mean "chairs"/],
    [['path', 'Ada', 'Bert', '--max-hops', '65'], /--max-hops is "65"/],
    [['path', 'Ada', 'Bert', '--min-sources', '1.5'], /--min-sources is "1.5", but must be a whole number/],
    [['path', 'Ada', 'Bert', '--as-of', '2024', '--as-of-when-of', 'person:ada'], /one of the two/],
    [['count', 'Person', 'nmae'], /no property or relation "nmae".*Did you mean "name"/],
    [['path', 'Ada', 'Bert', '--as-of', '2024-13'], /"2024-13" is not a date/],
    [['list', 'Persn'], /no node type or interface "Persn".*Did you mean "Person"/],
    [['list', 'Person', '--where', 'nmae: {}'], /--where is no filter .*"nmae" is not defined.*Did you mean "name"/],
    [['list', 'Person', '--where', 'name: {}'], /--where is no filter .*"name: \{\}" is no condition/],
    [['list', 'Person', '--where', 'name: {'], /--where is no filter .*Syntax Error/],
    [['list', 'Person', '--where', 'name: { matches: "(?=a)" }'], /--where is no filter .*no expression/],
    [['list', 'Person', '--sort', 'name: UP'], /--sort is no filter or sort/],
  ])('%j is misuse', async (line, message) => {
    expect(await run(line)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});

describe('list', () => {
  const ids = async (...line: string[]): Promise<string[]> =>
    JSON.parse((await run(['list', ...line, '--json'])).stdout).nodes.map((it: { id: string }) => it.id);

  test('gives the nodes that a filter of GraphQL keeps, in an order, by page', async () => {
    const all = await ids('Person', '--sort', 'name: DESC');
    expect(all.length).toBeGreaterThan(2);
    expect(await ids('Person', '--sort', 'name: DESC', '--first', '1')).toEqual(all.slice(0, 1));
    expect(await ids('Person', '--where', 'name: { caseInsensitive: { startsWith: "ADA" } }')).toEqual(['person:ada']);
    expect(await ids('Person', '--where', '{ name: { matches: "C.*" }, NOT: { name: { lt: "C" } } }')).toEqual(
      all.filter((it) => it === 'person:cora'),
    );
    const { stdout, stderr } = await run(['list', 'Person', '--first', '1']);
    expect(stdout).toMatch(/^\S+.*Person +person:/);
    expect(stderr).toContain(`1 of ${all.length}`);
  });

  test('ends 1 where there is none', async () => {
    expect(await run(['list', 'Person', '--where', 'name: { eq: "x" }'])).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('stats', () => {
  test('counts what there is, most first', async () => {
    const { code, stdout } = await run(['stats']);
    expect(code).toBe(0);
    expect(stdout).toBe('6 nodes\n  3  Person\n  2  Club\n  1  Source\n\n3 edges\n  2  member-of\n  1  chairs\n');
  });

  test('as of a date counts what held then', async () => {
    const { nodes, edges, inferred, edgeTypes } = JSON.parse(
      (await run(['stats', '--as-of', '2003-06', '--certain', '--json'])).stdout,
    );
    expect({ nodes, edges, inferred }).toEqual({ nodes: 6, edges: 1, inferred: 0 });
    expect(edgeTypes).toMatchObject([
      { name: 'chairs', count: 0 },
      { name: 'member-of', count: 1 },
    ]);
  });
});

test('serve of facts that do not stand tells their problems, opens no port and ends 1', async () => {
  const broken = smallFolder(clubs.replace('from: person:ada', 'from: person:adda'));
  const { code, stdout, stderr } = await run(['serve', '--port', '0'], { cwd: broken });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/clubs\.yaml:12:\d+ {2}unknown-node/);
});

test('no colours go into a pipe', async () => {
  for (const line of [['find', 'ada'], ['path', 'Ada', 'Bert'], ['stats']]) {
    expect((await run(line)).stdout).not.toContain('\u001b');
  }
});

test('similar that finds nothing says so and ends 1', async () => {
  const { code, stdout, stderr } = await run(['similar', 'person:ada', '--type', 'Source']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Nothing shares a neighbour');
});
