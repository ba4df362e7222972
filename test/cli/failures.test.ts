/**
 * What goes wrong on the command line: told to people on stderr, and to programs as JSON in the place of the answer.
 */
import { expect, test } from 'vitest';
import { runLine } from './run-line.ts';
import { clubs, smallFolder } from './small-folder.ts';

const cwd = smallFolder();

test.each([
  [['path', 'person:ada', 'xqzt'], 1, 'nothing-found', 'Nothing is called "xqzt".'],
  [['why', 'edge:none'], 1, 'unknown-edge', 'No edge has the id "edge:none".'],
  [['timeline', 'person:ada', '--during', '2024-13'], 2, 'bad-date', '"2024-13" is not a date'],
  [['stats', '--certain'], 2, 'bad-option', 'says nothing without as-of'],
  [['around', 'Ada', '--depth', 'far'], 2, 'bad-number', '--depth is "far"'],
  [['stats', '--data', 'nowhere'], 1, 'graph-has-problems', 'nowhere'],
  [['serve', '--uri', 'bolt://localhost:7687'], 2, 'bad-setting', '--uri says where a Neo4j has the graph'],
  [
    ['accept', '.', '--text', 'nowhere.txt'],
    2,
    'unreadable-input',
    'Cannot read "nowhere.txt": there is no such file.',
  ],
  [['read', 'nowhere.txt'], 2, 'unreadable-input', 'there is no such file'],
  [['find'], 2, 'missingArgument', "missing required argument 'text'"],
  [['find', 'ada', '--frist', '1'], 2, 'unknownOption', "unknown option '--frist'"],
  [['fnd', 'ada'], 2, 'unknownCommand', "unknown command 'fnd'"],
  [['search', 'ada'], 2, 'unknownCommand', 'Did you mean find?'],
])('%j --json is answered by its error', async (line, code, name, message) => {
  const ran = await runLine([...line, '--json'], { cwd });
  expect([ran.code, ran.stderr]).toEqual([code, '']);
  const { errors } = JSON.parse(ran.stdout);
  expect(errors).toMatchObject([{ code: name, message: expect.stringContaining(message) }]);
  const plain = await runLine(line, { cwd });
  expect([plain.code, plain.stdout]).toEqual([code, '']);
  expect(plain.stderr).toContain(message);
});

test('problems of facts have their places in JSON', async () => {
  const broken = smallFolder(clubs.replace('from: person:ada', 'from: person:adda'));
  const { stdout } = await runLine(['stats', '--json'], { cwd: broken });
  expect(JSON.parse(stdout).errors[0].problems).toMatchObject([
    { code: 'unknown-node', at: { file: expect.stringContaining('clubs.yaml'), line: 12 } },
  ]);
});

test.each([
  ['search', 'find'],
  ['neighbors', 'around'],
  ['explain', 'why'],
  ['validate', 'check'],
])('whoever writes "%s" is led to "%s"', async (word, meant) => {
  const { code, stderr } = await runLine([word, 'something', '--first', '3'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(`unknown command '${word}'\n(Did you mean ${meant}?)\n`);
});

test.each([
  ['Adalbert', 'Adalbert'],
  ['Kate Forbes', '"Kate Forbes"'],
])('whoever begins with the name "%s" is led to looking it up', async (name, quoted) => {
  const { code, stderr } = await runLine([name], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(`unknown command '${name}'\nTo look up a name: diplograph find ${quoted}\n`);
});

test('a name in the place of an id leads to the id', async () => {
  const { stderr } = await runLine(['export', '-f', 'jsonl', '--only-source', 'Minutes of the clubs'], { cwd });
  expect(stderr).toContain('source:minutes');
});
