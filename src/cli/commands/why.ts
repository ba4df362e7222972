/**
 * `diplograph why`: what an edge rests on, down to sources.
 */
import type { Command } from 'commander';
import type { GraphView } from '../../views/graph-view.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { noSuchRelation, wrongWhyWords } from '../problems.ts';
import { readNumber } from '../read-number.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { addViewOptions, selectView, type ViewOptions } from '../view-options.ts';

interface WhyOptions extends ViewOptions {
  readonly ways: string;
}

export function addWhy(program: Command, shell: Shell): void {
  const command = program
    .command('why')
    .summary('tell what an edge rests on, down to sources')
    .description('Tells why an edge is there: the sources that state it, or the rules and premises it follows from.')
    .argument('<edge...>', 'the id of an edge; or from whom, of which type, to whom')
    .option('--ways <number>', 'the most ways to tell of each conclusion', '3');
  addViewOptions(command)
    .addHelpText(
      'before',
      examples(
        'diplograph why Switzerland participated-in 34IC',
        'diplograph why edge:d1272d0b13d2d566',
        'diplograph why Brazil joined initiative:global-ihl --json',
      ),
    )
    .action((words: string[], options: WhyOptions, itself: Command) =>
      shell.run(itself, (workplace) => why(words, options, workplace)),
    );
}

async function why(words: readonly string[], options: WhyOptions, workplace: Workplace): Promise<ExitCode> {
  const { output, files, json } = workplace;
  const ways = readNumber('--ways', options.ways, 1, 1000);
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { why: explain } = await import('../../evidence/why.ts');
  const { printWhy } = await import('../../evidence/print-why.ts');
  const { describeWhy } = await import('../../evidence/describe-answers.ts');
  const { explainDerivation } = await import('../../rules/explain-derivation.ts');
  const view = await selectView((await openFolder(files)).view, options);
  const explanations = (await edgesMeant(view, words)).map((id) =>
    explain(view, id, { ways, explain: (edge, rule, premises) => explainDerivation(view.graph, edge, rule, premises) }),
  );
  if (json) output.json(explanations.map((it) => describeWhy(view, it)));
  else output.data(explanations.map((it) => printWhy(view, it)).join('\n\n'));
  return exitCode.fine;
}

/** The ids of the edges that are meant: one given by its id, or all of a type between two nodes. */
async function edgesMeant(view: GraphView, words: readonly string[]): Promise<string[]> {
  const [from, type, to, ...more] = words;
  if (from !== undefined && type === undefined) return [from];
  if (from === undefined || type === undefined || to === undefined || more.length > 0)
    throw wrongWhyWords(words.length);
  const { findNodeMeant } = await import('../find-node.ts');
  const { edgeTypeCode } = await import('../../views/edge-type-code.ts');
  const [source, target] = [findNodeMeant(view, from), findNodeMeant(view, to)];
  const code = edgeTypeCode(view.graph, type);
  const symmetric = view.ontology.edgeTypes.get(type)?.symmetric === true;
  const found: string[] = [];
  view.forEachEdge(source, symmetric ? 'BOTH' : 'OUT', code, (edge, other) => {
    if (other === target) found.push(view.graph.edges.id(edge));
  });
  if (found.length === 0) throw noSuchRelation(from, type, to);
  return found;
}
