/**
 * A command that asks one question of the graph: what it takes, what it asks, and how the answer reads as text.
 *
 * The answer is what Node and GraphQL give for the same question; `--json` prints it as it is, and text is made of it and
 * of nothing else.
 */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AnswerForm, NodeAnswer } from '../answers/answer-form.ts';
import type { EdgeAnswer } from '../answers/edge-answer.ts';
import { type TextOption, type TextReader, textReader } from '../base/text-options.ts';
import { corroborationLevels } from '../evidence/corroboration.ts';
import { type SupportChoice, supported } from '../evidence/supported.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { GraphView } from '../views/graph-view.ts';
import { readSelection, selectView, trustOptions } from '../views/select-view.ts';
import { asMisuse, exitCode } from './exit-code.ts';
import { addTextOptions, givenTexts, type Option, readChoice, readNumber } from './options.ts';
import type { Output } from './output.ts';
import { takenFor } from './problems.ts';
import { examples, type Shell, type Workplace } from './shell.ts';

export interface Question<Options> {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** Arguments as commander writes them, `<node>` or `[node]` or `<words...>`, each with its help. */
  readonly arguments: Readonly<Record<string, string>>;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  ask(asked: AskedQuestion<Options>): Promise<PrintedAnswer>;
}

/** What was asked, and of what. */
export interface AskedQuestion<Options> {
  /** What the options leave of the graph. */
  readonly view: GraphView;
  /** What the facts say of themselves. */
  readonly about: DatasetAbout | undefined;
  readonly form: AnswerForm<NodeAnswer, EdgeAnswer>;
  readonly words: readonly string[];
  readonly options: Options;
  readonly style: Output['style'];
  /** The id of the node that somebody means by an id or a name. Throws `nothing-found`, `ambiguous-name`. */
  idMeant(text: string): string;
  /** Another folder of facts under the same schema, seen through the same options. */
  openOther(folder: string): Promise<GraphView>;
}

/** An answer, and how it reads as text. */
export interface PrintedAnswer {
  readonly answer: unknown;
  /** The answer as text; nothing is printed when it is empty. */
  readonly text: string;
  /** What a person likes to know beside. */
  readonly note?: string;
  /** What was sought and not found, which ends the command with code 1. */
  readonly missing?: string;
}

export function addQuestion<Options>(program: Command, shell: Shell, question: Question<Options>): void {
  const command = program
    .command(question.name)
    .summary(question.summary)
    .description(question.description)
    .addHelpText('before', examples(...question.examples));
  for (const [name, help] of Object.entries(question.arguments)) command.argument(name, help);
  for (const add of question.options) add(command);
  addTextOptions(command, [...trustOptions, ...supportOptions]);
  command.action(() =>
    shell.run(command, async (workplace) => {
      const { answer, text, missing, note } = await question.ask(await prepare<Options>(command, workplace));
      const { output, json } = workplace;
      if (json) output.json(answer);
      else if (text !== '') output.data(text);
      if (missing !== undefined && !json) output.problem(missing);
      if (note !== undefined) output.note(note);
      return missing === undefined ? exitCode.fine : exitCode.problems;
    }),
  );
}

/** How well what a question sees has to be supported. */
const supportOptions: readonly TextOption[] = [
  { name: 'corroboration', kind: 'text', value: 'level', help: 'only what self, single or independent voices support' },
  { name: 'min-sources', kind: 'number', value: 'number', help: 'only what so many sources state' },
  { name: 'newest-source', kind: 'text', value: 'date', help: 'only what a source of then or later states' },
];

function readSupport(read: TextReader): SupportChoice {
  const level = read.text('corroboration');
  const sources = read.text('min-sources');
  return {
    corroboration: level === undefined ? undefined : readChoice('--corroboration', level, corroborationLevels),
    sources: sources === undefined ? undefined : readNumber('--min-sources', sources, 1, 1000),
    newest: read.text('newest-source'),
  };
}

async function prepare<Options>(command: Command, workplace: Workplace): Promise<AskedQuestion<Options>> {
  const { files, output, terminal } = workplace;
  const selection = readSelection(textReader(trustOptions, givenTexts(command, trustOptions)));
  const support = readSupport(textReader(supportOptions, givenTexts(command, supportOptions)));
  const seen = (whole: GraphView): GraphView => asMisuse(() => supported(selectView(whole, selection), support));
  const { openFolder } = await import('../opening/open-folder.ts');
  const { asObjects } = await import('../answers/edge-answer.ts');
  const { idMeant } = await import('../answers/search.ts');
  const opened = await openFolder(files);
  const view = seen(opened.view);
  return {
    view,
    about: opened.about,
    form: asObjects(view),
    words: command.args,
    options: command.opts<Options & object>(),
    style: output.style,
    idMeant: (text) => idMeant(view, text, (id, name) => output.note(takenFor(text, name, id))),
    openOther: async (folder) => {
      const other = await openFolder({ schema: files.schema, data: resolve(terminal.cwd, folder) });
      return seen(other.view);
    },
  };
}
