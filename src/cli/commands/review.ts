/**
 * `diplograph review`: claims that were read, decided one by one; what was decided is kept and may be taken back.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Review } from '../../reading/review.ts';
import type { ReviewFolder } from '../../reading/review-folder.ts';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Output } from '../output.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

interface ReviewWords {
  readonly by?: string;
  readonly reason?: string;
  readonly text?: string;
  readonly atLeast?: string;
  readonly output?: string;
}

export function addReview(program: Command, shell: Shell): void {
  program
    .command('review')
    .summary('decide about claims that were read')
    .description(
      'Lists the claims of a folder that are open, or decides: "accept ID…", "reject ID…", "edit ID key=value…",\n' +
        '"link \'Type Name\' NODE" (or "new"), "merge ID ID" or "merge \'Type Name\' \'Type Name\'" for two that are one, "undo\n' +
        'ID…", or "undo" for the last. "accept all" takes every open claim but suggestions, or those from --at-least on.\n' +
        'Decisions are added to a file beside the claims; a new run of "read" finds them again.',
    )
    .argument('<folder>', 'the folder that "read" wrote')
    .argument('[words...]', 'list, or a decision and what it is about')
    .option('--by <name>', 'who decides')
    .option('--reason <text>', 'why')
    .option('--text <article>', 'the article, to show the words themselves')
    .option('--at-least <confidence>', 'of "accept all": only claims of this confidence')
    .addHelpText(
      'before',
      examples(
        'diplograph review claims/ --text article.txt',
        'diplograph review claims/ accept c-5f2a9112 c-81d0aa07 --by Ana',
        'diplograph review claims/ edit c-5f2a9112 when=2024-10 modality=PLANNED',
        'diplograph review claims/ link "Organisation Water Council" org:water-council',
        'diplograph review claims/ merge "Event signing ceremony" "Conference Lima Summit"',
      ),
    )
    .action((folder: string, words: string[], options: ReviewWords, command: Command) =>
      shell.run(command, (workplace) => review(folder, words, options, workplace)),
    );
}

export function addAccept(program: Command, shell: Shell): void {
  program
    .command('accept')
    .summary('write accepted claims as dossiers')
    .description(
      'Writes a dossier for each article of the folder: accepted claims with source, locator and modality. Without -o they\n' +
        'go into "dossiers/read" of the data. What is there already and would not change is left alone.',
    )
    .argument('<folder>', 'the folder that "read" wrote')
    .option('--text <article>', 'the article, for short quotations in locators')
    .option('-o, --output <folder>', 'where the dossiers go')
    .addHelpText('before', examples('diplograph accept claims/ --text article.txt && diplograph check'))
    .action((folder: string, options: ReviewWords, command: Command) =>
      shell.run(command, (workplace) => accept(folder, options, workplace)),
    );
}

async function openReviews(
  folder: string,
  { terminal, output, files }: Workplace,
): Promise<{ reviews: ReviewFolder; view: import('../../views/graph-view.ts').GraphView; stands: ExitCode }> {
  const { ReviewFolder } = await import('../../reading/review-folder.ts');
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { printProblem } = await import('../../base/print-problem.ts');
  const { view } = await openFolder(files);
  const reviews = new ReviewFolder(view, resolve(terminal.cwd, folder));
  for (const problem of reviews.problems) output.problem(printProblem(problem));
  return { reviews, view, stands: reviews.problems.length > 0 ? exitCode.problems : exitCode.fine };
}

async function textOf(options: ReviewWords, { terminal }: Workplace): Promise<string | undefined> {
  if (options.text === undefined) return undefined;
  const { openDocument } = await import('../../reading/open-document.ts');
  return (await openDocument(options.text, await readFile(resolve(terminal.cwd, options.text)))).text;
}

async function review(
  folder: string,
  words: readonly string[],
  options: ReviewWords,
  workplace: Workplace,
): Promise<ExitCode> {
  const { output, json } = workplace;
  const { reviews, stands } = await openReviews(folder, workplace);
  const [word = 'list', ...about] = words;
  if (word === 'list') {
    if (json) output.json(reviews.reviews);
    else output.data(printReviews(reviews.reviews, await textOf(options, workplace), output));
    return stands;
  }
  const { by, reason } = options;
  const { decisionKinds } = await import('../../reading/claims-file.ts');
  const { badReview } = await import('../../reading/problems.ts');
  const kind = decisionKinds.find((it) => it === word);
  if (kind === undefined) throw badReview(word, ['list', ...decisionKinds]);
  if (kind === 'undo' && about.length === 0) {
    const undone = reviews.undo(by);
    output.note(undone ? `Taken back: ${undone.decision} ${undone.of}.` : 'There is nothing to take back.');
    return stands;
  }
  const atLeast = options.atLeast === undefined ? 0 : Number(options.atLeast);
  if (!(atLeast >= 0 && atLeast <= 1)) throw badReview(`--at-least ${options.atLeast}`, ['a confidence from 0 to 1']);
  const [first = '', ...more] = about;
  const made =
    kind === 'link' || kind === 'merge'
      ? reviews.decide(kind, [first], { by, reason, to: more[0] })
      : kind === 'edit'
        ? reviews.decide(kind, [first], { by, reason, changes: Object.fromEntries(more.map(pairOf)) })
        : reviews.decide(kind, about, { by, reason, atLeast });
  output.note(`${counted(made.length, 'decision')} kept.`);
  return stands;
}

/** `key=value` as its two. */
function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function printReviews(reviews: readonly Review[], text: string | undefined, { style }: Output): string {
  return reviews
    .map(({ document, links, claims, vanished }) => {
      const open = claims.filter((it) => it.state === 'open');
      const done = claims.length - open.length;
      const head = style('bold', `${document.title ?? document.source}: ${open.length} open, ${done} decided`);
      const asked = links.map((it) => `  Who is it?  ${it.type} ${it.name} — new, or ${it.link.runnerUp}?`);
      const lines = open.map(({ claim, from, to, confidence, decided, alreadyStatedBy, alsoSaid, isSuggestion }) => {
        const places =
          alsoSaid.length > 0 ? `; also said in ${alsoSaid.map((it) => `P${it.evidence.line}`).join(', ')}` : '';
        const modality = claim.modality === 'FACT' ? '' : `, ${claim.modality}`;
        const known = alreadyStatedBy > 0 ? `; already stated by ${counted(alreadyStatedBy, 'source')}` : '';
        const words =
          text === undefined
            ? ''
            : ` “${text.slice(claim.evidence.start, claim.evidence.end).replace(/\s+/g, ' ').slice(0, 140)}”`;
        return `  ${claim.id}  ${confidence.toFixed(2)} (${decided})  ${from.name} ${claim.edge} ${to.name}${modality}\n      ${style('dim', `P${claim.evidence.line}${words}${places}${known}${isSuggestion ? '; a suggestion: its rule was often rejected' : ''}`)}`;
      });
      const gone = vanished.map((it) => `  Gone: ${it.decision} ${it.of} has nothing to be about any more.`);
      return [head, ...asked, ...lines, ...gone].join('\n');
    })
    .join('\n\n');
}

async function accept(folder: string, options: ReviewWords, workplace: Workplace): Promise<ExitCode> {
  const { terminal, output, files, json } = workplace;
  const { reviews, view, stands } = await openReviews(folder, workplace);
  const { acceptClaims } = await import('../../reading/accept-claims.ts');
  const { patternsOf } = await import('../../reading/read-document.ts');
  const { existsSync, mkdirSync, readFileSync } = await import('node:fs');
  const { writeText } = await import('../write-files.ts');
  const text = await textOf(options, workplace);
  const { lexicon } = patternsOf(view, join(files.data, 'patterns'));
  const target =
    options.output === undefined ? join(files.data, 'dossiers', 'read') : resolve(terminal.cwd, options.output);
  const written: { file: string; nodes: number; edges: number; changed: boolean }[] = [];
  for (const it of reviews.reviews) {
    const file = join(target, `${it.name}.yaml`);
    const previous = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const accepted = acceptClaims(view, it, lexicon, { text, previous });
    for (const { claim, reason } of accepted?.leftOut ?? []) output.note(`${claim.claim.id} stays out: ${reason}.`);
    if (!accepted || accepted.text === '') continue;
    const changed = previous !== accepted.text;
    mkdirSync(target, { recursive: true });
    if (changed) await writeText(file, accepted.text, terminal);
    written.push({ file, nodes: accepted.nodes, edges: accepted.edges, changed });
  }
  if (json) output.json({ ok: true, written });
  else
    for (const it of written)
      output.data(
        `${it.file}: ${counted(it.nodes, 'new node')}, ${counted(it.edges, 'edge')}${it.changed ? '' : ', unchanged'}`,
      );
  if (written.length === 0) output.note('Nothing was accepted yet.');
  return stands;
}
