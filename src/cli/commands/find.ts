/**
 * `diplograph find`: nodes by what people call them.
 */
import type { Command } from 'commander';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readList } from '../list-option.ts';
import { printTable } from '../print-table.ts';
import { nothingFound } from '../problems.ts';
import { readNumber } from '../read-number.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

interface FindOptions {
  readonly type?: string[];
  readonly language?: string;
  readonly first: string;
}

export function addFind(program: Command, shell: Shell): void {
  program
    .command('find')
    .summary('find nodes by name, in any script and however misspelt')
    .description('Finds nodes by what people call them, the likeliest first. Exit code 1 when nothing is like it.')
    .argument('<text...>', 'a name, an alias, an acronym or words about it')
    .option('--type <types>', 'only nodes of these types or interfaces, such as State,Party', readList)
    .option('--language <tag>', 'only names in the script of this language, such as ru')
    .option('--first <number>', 'the most to tell', '10')
    .addHelpText(
      'before',
      examples(
        'diplograph find Mariana Spolaric',
        'diplograph find МККК',
        'diplograph find "red cross" --type Organisation',
      ),
    )
    .action((words: string[], options: FindOptions, command: Command) =>
      shell.run(command, (workplace) => find(words.join(' '), options, workplace)),
    );
}

async function find(text: string, options: FindOptions, { output, files, json }: Workplace): Promise<ExitCode> {
  const limit = readNumber('--first', options.first, 1, 1000);
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { searchNames } = await import('../../search/search-names.ts');
  const { view } = await openFolder(files);
  const hits = searchNames(view, text, {
    limit,
    ...(options.type && { types: options.type }),
    ...(options.language !== undefined && { language: options.language }),
  });

  const { nodes } = view.graph;
  const found = hits.map(({ node, score, matched, how }) => {
    return { id: nodes.ids[node] ?? '', type: nodes.typeOf(node), name: nodes.nameOf(node), score, matched, how };
  });
  if (json) output.json(found);
  if (found.length === 0) {
    if (!json) output.problem(nothingFound(text).message);
    return exitCode.problems;
  }
  if (!json) {
    const rows = found.map((it) => {
      const why = it.matched === it.name ? '' : `by "${it.matched}"`;
      return [it.score.toFixed(2), output.style('bold', it.name), it.type, it.id, output.style('dim', why)];
    });
    output.data(printTable(rows));
  }
  return exitCode.fine;
}
