/**
 * Every option of every command, with nothing, a wrong word or a wrong number: refused with a sentence and code 2, before
 * anything is written. A new option is tried as soon as it is there; what no word is wrong for is listed here.
 */
import type { Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { makeProgram } from '../../src/cli/run-program.ts';
import { Shell } from '../../src/cli/shell.ts';
import { processTerminal } from '../../src/cli/terminal.ts';
import { runLine } from './run-line.ts';
import { smallFolder } from './small-folder.ts';

const cwd = smallFolder();

/** A line of each command that is right but for the option that is tried. */
const lines: Readonly<Record<string, readonly string[]>> = {
  find: ['ada'],
  around: ['person:ada'],
  path: ['person:ada', 'person:bert'],
  list: ['Person'],
  timeline: [],
  changes: ['2001', '2005'],
  similar: ['person:ada'],
  count: ['Person', 'memberOf'],
  rank: [],
  communities: [],
  stats: [],
  query: ['-'],
  why: ['person:ada', 'chairs', 'club:chess'],
  conflicts: [],
  retract: ['source:minutes'],
  diff: ['graph-data'],
  serve: [],
  mcp: [],
  config: [],
  export: ['--format', 'jsonl'],
  load: ['neo4j', '--uri', 'bolt://localhost:1'],
  import: ['graph-data/sources.yaml'],
  read: ['-'],
  review: ['claims', 'accept', 'all'],
  accept: ['claims'],
  init: ['made'],
  new: ['person', 'Dora'],
  fmt: [],
  rename: ['person:ada', 'person:adah'],
  check: [],
  types: [],
  schema: [],
  completion: ['bash'],
  man: [],
};

/** What stands for the value of an option in help, with what is wrong for it. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  number: ['many', '-1', '1.5', '9999999999'],
  share: ['much', '-1', '1.5'],
  confidence: ['much', '-1', '1.5'],
  date: ['soon', '2024-13'],
  level: ['high'],
  measure: ['speed'],
  method: ['magic'],
  way: ['sideways'],
  tag: ['xqzt', '-1'],
  words: ['MAYBE'],
  type: ['Persn'],
  types: ['Persn'],
  'node-types': ['Persn'],
  'edge-types': ['chars'],
  properties: ['whn'],
  relation: ['memberOff'],
  names: ['Persn', 'chars', 'xqzt'],
  ids: ['xqzt'],
  node: ['xqzt'],
  id: ['xqzt'],
  'name=number': ['maxDepht=3', 'maxDepth', 'maxDepth=much'],
  format: ['gefx'],
  part: ['halves'],
  steps: ['far', '-1', '65'],
  version: ['2.0'],
  key: ['arcs'],
  theme: ['sepia'],
  iri: ['nowhere'],
  files: ['dossers'],
  json: ['{', '[]'],
  filter: ['nmae: { eq: "x" }', 'name', 'name: {', '{}'],
  field: ['nmae: ASC', 'name: UP', 'name'],
  engine: ['neo5j'],
  origin: ['example.org'],
  site: ['not a site'],
  'name:hash': ['reader:1234'],
};

/** Of these any word may be right: a place, a name, or a sentence of its user. */
const free = new Set([
  'address',
  'article',
  'command',
  'file',
  'folder',
  'label',
  'name',
  'path',
  'target',
  'text',
  'url',
]);
/** Options of one of these whose values are judged all the same; and those of the others whose ids may be new. */
const judged: Readonly<Record<string, readonly string[]>> = {
  '--operation': ['C'],
  '--base-path': ['nowhere'],
  '--trust-proxy': ['somebody'],
};
const mayBeNew = new Set(['read --source', 'import --source', 'new --id']);

const program = makeProgram(new Shell(processTerminal));
const placeholderOf = ({ flags }: Option): string => /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1] ?? '';
const stdin = 'query A { __typename } query B { __typename }';

const tried = program.commands.flatMap((command) =>
  command.options
    .filter((it) => it.required)
    .map((option): [string, string, readonly string[]] => {
      const placeholder = placeholderOf(option);
      const long = `${option.long}`;
      if (!free.has(placeholder) && !wrong[placeholder]) throw new Error(`Say what is wrong for <${placeholder}>.`);
      const isNew = mayBeNew.has(`${command.name()} ${long}`);
      return [command.name(), long, judged[long] ?? (isNew ? [] : (wrong[placeholder] ?? []))];
    }),
);

test('a line of every command is tried', () => {
  expect(Object.keys(lines).sort()).toEqual(program.commands.map((it) => it.name()).sort());
});

describe.each(tried)('%s %s', (command, option, values) => {
  test.each(['', ' ', ...values])('"%s" is refused', async (value) => {
    const { code, stdout, stderr } = await runLine([command, ...(lines[command] ?? []), option, value], { cwd, stdin });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/\S.{15}/) });
    expect(stderr).not.toMatch(/fault in Diplograph|this command/);
  });
});

test.each(Object.entries(lines).filter(([, line]) => line.length > 0))(
  '%s refuses an argument that is empty',
  async (command, line) => {
    const { code, stderr } = await runLine([command, '', ...line.slice(1)], { cwd, stdin });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/\S/) });
  },
);

test('an option that applies to nothing is refused, and so is what is misspelt beside a list of types', async () => {
  const misspelt = await runLine(['path', 'person:ada', 'person:bert', '--avoid', 'Clb'], { cwd });
  expect(misspelt).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean "Club"?') });
  const listed = await runLine(['path', 'person:ada', 'person:bert', '--by', 'speed'], { cwd });
  expect(listed.stderr).toContain('one of hops, confidence, corroboration.');
});

test('when all of a path held is told for certain, or at most', async () => {
  const line = ['path', 'person:ada', 'person:bert'];
  const held = async (option: string) => (await runLine([...line, option], { cwd })).stdout.split('\n')[0];
  expect(await held('--concurrent')).toBe('Ada Őry – Bert Smith: 2 hops, all of it at most 2002-01-01 to 2003-12-31');
  expect(await held('--concurrent-for-certain')).toMatch(/, all of it for certain 200[23]-/);
});

test('help fits a terminal of 80 columns', async () => {
  for (const command of program.commands) {
    const { stdout } = await runLine([command.name(), '--help'], { cwd });
    const [, text = ''] = stdout.split('\nUsage: ');
    expect(text.split('\n').filter((it) => it.length > 80)).toEqual([]);
    // No line ends early that the next word would have fitted on: texts are broken by the width, not by hand.
    const [, prose = ''] = text.split('\n\n');
    const rows = prose.split('\n');
    const ragged = rows.filter((it, i) => i + 1 < rows.length && `${it} ${rows[i + 1]?.split(' ')[0]}`.length <= 80);
    expect(ragged).toEqual([]);
  }
});
