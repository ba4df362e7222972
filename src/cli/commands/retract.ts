/**
 * `diplograph retract`: what would go and what would fall without a source, a statement or a rule.
 *
 * It is a dry run: facts are taken back by editing their files.
 */
import type { Command } from 'commander';
import type { Retracted } from '../../rules/what-is-lost.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

export function addRetract(program: Command, shell: Shell): void {
  program
    .command('retract')
    .summary('tell what would fall without a source, a statement or a rule')
    .description('Tells which statements would go and which conclusions would no longer follow. Nothing is changed.')
    .argument('<ids...>', 'ids of sources, of stated edges or of rules')
    .option('--dry-run', 'say that nothing shall be changed, which is so anyway')
    .addHelpText(
      'before',
      examples(
        'diplograph retract source:el-kz-34ic --dry-run',
        'diplograph retract R5 R6',
        'diplograph retract edge:d1272d0b13d2d566 --json',
      ),
    )
    .action((ids: string[], _: unknown, itself: Command) => shell.run(itself, (workplace) => retract(ids, workplace)));
}

async function retract(ids: readonly string[], { output, files, json }: Workplace): Promise<ExitCode> {
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { retract: takeBack } = await import('../../rules/retract.ts');
  const { describeRetraction } = await import('../../evidence/describe-retraction.ts');
  const { printRetraction } = await import('../../evidence/print-retraction.ts');
  const { describeEdge, describeNode } = await import('../../evidence/describe-edge.ts');
  const { view } = await openFolder(files);
  const found = describeRetraction(view.graph, takeBack(view.graph, await whatIsMeant(view, ids)));
  if (json) {
    output.json({
      ...found,
      lost: found.lost.map((it) => describeEdge(view, it)),
      fallen: found.fallen.map((it) => describeEdge(view, it)),
      unsourced: found.unsourced.map((it) => describeNode(view, it)),
    });
  } else output.data(printRetraction(view, found));
  output.note('Nothing was changed: to take it back, edit the files.');
  return exitCode.fine;
}

/** What each id names: a rule, a stated edge, or else a source. */
async function whatIsMeant(view: GraphView, ids: readonly string[]): Promise<Retracted> {
  const { rulesOf } = await import('../../rules/remembered-rules.ts');
  const known = new Set(rulesOf(view.graph).map((it) => it.id));
  const isEdge = (id: string): boolean => view.graph.edges.numberOf(id) !== undefined;
  return {
    rules: ids.filter((id) => known.has(id)),
    edges: ids.filter((id) => !known.has(id) && isEdge(id)),
    sources: ids.filter((id) => !known.has(id) && !isEdge(id)),
  };
}
