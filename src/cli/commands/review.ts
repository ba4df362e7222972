/**
 * `diplograph review`: claims that were read, decided one by one; what was decided is kept and may be taken back.
 */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Review } from '../../reading/review.ts';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readNumber } from '../options.ts';
import type { Output } from '../output.ts';
import { badShare } from '../problems.ts';
import { readNamedFile } from '../read-input.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { openReviews, printWritten, readGivenText, writeDossiers } from './accept.ts';

interface ReviewWords {
  readonly by?: string;
  readonly reason?: string;
  readonly text?: string;
  readonly atLeast?: number;
  readonly port?: number;
}

export function addReview(program: Command, shell: Shell): void {
  program
    .command('review')
    .summary('decide about claims that were read')
    .description(
      'Prints the address of a page on which the claims of a folder are decided about; "list", or a pipe, prints those that ' +
        'are open. Or decides: "accept ID…", "reject ID…", "edit ID key=value…", ' +
        '"link \'Type Name\' NODE" (or "new"), "merge ID ID" or "merge \'Type Name\' \'Type Name\'" for two that are one, "undo ' +
        'ID…", or "undo" for the last. "accept all" takes every open claim but suggestions, or those from --at-least on. ' +
        'Decisions are added to a file beside the claims; a new run of "read" finds them again.',
    )
    .argument('<folder>', 'the folder that "read" wrote')
    .argument('[words...]', 'page, list, or a decision and what it is about')
    .option('--by <name>', 'who decides')
    .option('--reason <text>', 'why')
    .option('--text <article>', 'the article, to show the words themselves')
    .option('-p, --port <number>', 'of the page; any free one when left out', (it) =>
      readNumber('--port', it, 0, 65_535),
    )
    .option('--at-least <confidence>', 'of "accept all": only claims of this confidence', readConfidence)
    .addHelpText(
      'before',
      examples(
        'diplograph review claims/ --text article.txt',
        'diplograph review claims/ list --text article.txt',
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

async function review(
  folder: string,
  words: readonly string[],
  options: ReviewWords,
  workplace: Workplace,
): Promise<ExitCode> {
  const { output, json, terminal } = workplace;
  const [word = !json && terminal.stdout.isTTY ? 'page' : 'list', ...about] = words;
  if (word === 'page') return openPage(folder, options, workplace);
  const { reviews, stands } = await openReviews(folder, workplace);
  if (word === 'list') {
    if (json) output.json(reviews.reviews);
    else output.data(printReviews(reviews.reviews, await readGivenText(options, workplace), output));
    return stands;
  }
  const { by, reason, atLeast = 0 } = options;
  const { decisionKinds } = await import('../../reading/claims-file.ts');
  const { badReview } = await import('../../reading/problems.ts');
  const kind = decisionKinds.find((it) => it === word);
  if (kind === undefined) throw badReview(word, ['page', 'list', ...decisionKinds]);
  if (kind === 'undo' && about.length === 0) {
    const undone = reviews.undo(by);
    output.note(undone ? `Taken back: ${undone.decision} ${undone.of}.` : 'There is nothing to take back.');
    return stands;
  }
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

/** The page, until a signal ends it. */
async function openPage(folder: string, options: ReviewWords, workplace: Workplace): Promise<ExitCode> {
  const { terminal, output, files, json } = workplace;
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { openReviewDesk } = await import('../../reading/review-desk.ts');
  const { createReviewServer } = await import('../../server/review-server.ts');
  const { startListening } = await import('../../server/start-listening.ts');
  const { closeOnSignals } = await import('../../server/shutdown.ts');
  const { view } = await openFolder(files);
  const desk = openReviewDesk(view, resolve(terminal.cwd, folder));
  if (options.text !== undefined) await desk.giveText(options.text, await readNamedFile(options.text, workplace));
  let address = '';
  const { server, token } = createReviewServer({
    desk,
    onOpened: (next) => output.note(`The page is open. To open it again: ${address}/#token=${next}`),
    accept: async () => (await writeDossiers(folder, options, workplace, desk.textOf)).written.map(printWritten),
  });
  address = await startListening(server, '127.0.0.1', options.port ?? 0);
  closeOnSignals(server, { signals: terminal.signals, exit: terminal.exit, print: output.note });
  output.note('The page opens once with this address, for whoever has it; then comes the next. Ctrl-C stops.');
  const url = `${address}/#token=${token}`;
  output.data(json ? JSON.stringify({ url }) : url);
  return exitCode.fine;
}

function readConfidence(given: string): number {
  const value = /^[01](\.\d{1,9})?$/.test(given) ? Number(given) : Number.NaN;
  if (value <= 1) return value;
  throw badShare('--at-least', given);
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
