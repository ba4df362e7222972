/**
 * `diplograph check`: whether the ontology, the facts and the rules stand, and where they do not.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '../../base/problem.ts';
import type { SourceFile } from '../../base/source-file.ts';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

export function addCheck(program: Command, shell: Shell): void {
  program
    .command('check')
    .summary('check the ontology, the facts and the rules, and report every problem with its place')
    .description(
      'Checks the ontology, the facts and the rules with their examples. Problems go to stdout, each with file, line ' +
        'and column. ' +
        'Exit code 1 when there is an error; warnings alone are fine without --strict.',
    )
    .option('--strict', 'take warnings for errors: the house rules of a folder, such as both ends of every relation')
    .addHelpText(
      'before',
      examples('diplograph check', 'diplograph check --data my-facts --json', 'diplograph check -q && git commit'),
    )
    .action((options: Options, command: Command) => shell.run(command, (place) => check(place, options)));
}

interface Options {
  readonly strict?: true;
}

async function check({ output, files, json }: Workplace, { strict }: Options): Promise<ExitCode> {
  const { checkGraphData } = await import('../../loading/check-graph-data.ts');
  const { folderPlace } = await import('../../opening/open-folder.ts');
  const { printProblems } = await import('../../base/problem-list.ts');
  const { isError } = await import('../../base/problem.ts');
  const { files: read, ...checked } = checkGraphData(folderPlace(files));
  const { unshown, nodes, edges, rules, inferred } = checked;
  const patterns = checked.problems.some(isError) ? undefined : await checkPatternsOf(files);
  const problems = [...checked.problems, ...(patterns?.problems ?? [])];
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;

  const stands = errors === 0 && (!strict || warnings === 0);
  if (json) output.json({ ok: stands, ...checked, problems, ...(patterns && { patterns: patterns.count }) });
  else if (problems.length > 0)
    output.data(printProblems(problems, new Map([...read, ...(patterns?.files ?? [])]), unshown));

  const follows = rules > 0 ? `, and ${counted(inferred, 'edge')} by ${counted(rules, 'rule')}` : '';
  const size = `${counted(nodes, 'node')} and ${counted(edges, 'edge')}${follows}`;
  const verdict = errors === 0 ? `${files.data} stands: ${size}` : `${files.data} has ${counted(errors, 'error')}`;
  const more = unshown > 0 ? `, and ${counted(unshown, 'problem')} not shown` : '';
  output.note(`${verdict}${warnings > 0 ? `, ${counted(warnings, 'warning')}` : ''}${more}.`);
  return stands ? exitCode.fine : exitCode.problems;
}

/** The patterns beside the facts, with their examples, which are read against the facts; undefined where there are none. */
async function checkPatternsOf(
  files: Workplace['files'],
): Promise<{ problems: readonly Problem[]; files: ReadonlyMap<string, SourceFile>; count: number } | undefined> {
  const folder = join(files.data, 'patterns');
  if (!existsSync(folder)) return undefined;
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { loadPatterns } = await import('../../reading/read-patterns.ts');
  const { checkPatterns } = await import('../../reading/check-patterns.ts');
  const { view } = await openFolder(files);
  const patterns = loadPatterns(view.ontology, folder);
  return {
    problems: [...patterns.problems, ...checkPatterns(view, patterns)],
    files: patterns.files,
    count: patterns.patterns.length,
  };
}
