/**
 * `diplograph check`: whether the ontology and the facts stand, and where they do not.
 */
import type { Command } from 'commander';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

export function addCheck(program: Command, shell: Shell): void {
  program
    .command('check')
    .summary('check the ontology and the facts, and tell every problem with its place')
    .description(
      'Checks the ontology and the facts. Problems go to stdout, each with file, line and column.\n' +
        'Exit code 1 when there is an error; warnings alone are fine.',
    )
    .addHelpText(
      'before',
      examples('diplograph check', 'diplograph check --data my-facts --json', 'diplograph check -q && git commit'),
    )
    .action((_options, command: Command) => shell.run(command, check));
}

async function check({ output, files, json }: Workplace): Promise<ExitCode> {
  const { loadGraphData } = await import('../../loading/load-graph-data.ts');
  const { printProblems } = await import('../../loading/problem-list.ts');
  const { isError } = await import('../../base/problem.ts');
  const { problems, unshown, files: read, nodes, edges } = loadGraphData(files);
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;

  if (json) {
    output.json({ ok: errors === 0, nodes: nodes.length, edges: edges.length, problems, unshown });
  } else if (problems.length > 0) {
    output.data(printProblems(problems, read, unshown));
  }
  const size = `${counted(nodes.length, 'node')} and ${counted(edges.length, 'edge')}`;
  const verdict = errors === 0 ? `${files.data} stands: ${size}` : `${files.data} has ${counted(errors, 'error')}`;
  const more = unshown > 0 ? `, and ${counted(unshown, 'problem')} not shown` : '';
  output.note(`${verdict}${warnings > 0 ? `, ${counted(warnings, 'warning')}` : ''}${more}.`);
  return errors === 0 ? exitCode.fine : exitCode.problems;
}
