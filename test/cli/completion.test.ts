import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { makeProgram } from '../../src/cli/run-program.ts';
import { Shell } from '../../src/cli/shell.ts';
import { processTerminal } from '../../src/cli/terminal.ts';
import { runLine } from './run-line.ts';

const program = makeProgram(new Shell(processTerminal));
const there = (name: string): boolean => !spawnSync(name, ['--version']).error;

test.each(['bash', 'zsh', 'fish', 'powershell'])('for %s every command and every option is there', async (shell) => {
  const { code, stdout } = await runLine(['completion', shell]);
  expect(code).toBe(0);
  for (const command of program.commands) {
    expect(stdout).toContain(command.name());
    for (const { long = '' } of command.options)
      expect(stdout).toContain(shell === 'fish' ? `-l ${long.slice(2)}` : long);
  }
});

test.skipIf(!there('bash'))(
  'bash completes commands, options of the command, and leaves the rest to files',
  async () => {
    const { stdout: script } = await runLine(['completion', 'bash']);
    const complete = (...words: string[]): string[] => {
      const line = `${script}\nCOMP_WORDS=(diplograph ${words.map((it) => `'${it}'`).join(' ')}); COMP_CWORD=${words.length}; _diplograph; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout.split('\n').filter((it) => it !== '');
    };
    expect(complete('se')).toEqual(['serve']);
    expect(complete('serve', '--por')).toEqual(['--port']);
    expect(complete('--data', 'facts', 'export', '--form')).toEqual(['--format']);
    expect(complete('query', 'x')).toEqual([]);
    expect(complete('--sch')).toEqual(['--schema']);
  },
);

test.each(['zsh', 'fish'].filter(there))('%s reads its script without complaint', async (shell) => {
  const { stdout: input } = await runLine(['completion', shell]);
  expect(spawnSync(shell, ['-n'], { input, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

test('a shell that is none is led to one', async () => {
  const { code, stderr } = await runLine(['completion', 'bsh']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean "bash"')]);
});

test('the page of the manual has every command and option, and groff reads it without complaint', async () => {
  const { stdout } = await runLine(['man']);
  for (const command of program.commands) {
    expect(stdout).toContain(`.SS ${command.name()}`);
    for (const { long = '' } of command.options) expect(stdout).toContain(long.replaceAll('-', '\\-'));
  }
  if (!there('groff')) return;
  const { status, stderr } = spawnSync('groff', ['-k', '-man', '-Tutf8', '-ww'], { input: stdout, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
