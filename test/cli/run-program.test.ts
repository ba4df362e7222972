import { expect, test } from 'vitest';
import { runLine } from './run-line.ts';

test('--help is data: on stdout, exit 0, examples first', async () => {
  const { code, stdout, stderr } = await runLine(['--help']);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Examples:\n {2}\$ diplograph serve\n/);
  expect(stdout).toContain('--data <folder>');
});

test('every command has help with an example that begins with its name', async () => {
  const { stdout } = await runLine(['--help']);
  // Below the options, in groups.
  const commands = [...(stdout.split('\n\nAsk:')[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map((match) => match[1] ?? '');
  expect(commands).toContain('serve');
  for (const command of commands.filter((it) => it !== 'help')) {
    const help = await runLine([command, '--help']);
    expect(help.code).toBe(0);
    expect(help.stdout, command).toMatch(new RegExp(`^Examples:\\n {2}\\$ diplograph ${command}`));
  }
});

test('--version is the package’s', async () => {
  expect(await runLine(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test.each([
  [['serv'], /unknown command 'serv'[\s\S]*Did you mean serve/],
  [['serve', '--prot', '1'], /unknown option '--prot'[\s\S]*Did you mean --port/],
  [['serve', '--port'], /argument missing/],
  [['serve', 'now'], /too many arguments/],
  [['serve', '--port', 'http'], /--port is "http", but must be a whole number/],
  [['serve', '--queries', 'nowhere'], /--queries is "nowhere", but there is no such folder/],
  [[], /Examples:/],
])('%j is misuse: exit 2, told on stderr, nothing on stdout', async (line, message) => {
  const { code, stdout, stderr } = await runLine(line);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
});
