/**
 * `diplograph accept`: claims that were accepted, written as dossiers.
 */
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ReviewFolder } from '../../reading/review-folder.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readNamedFile } from '../read-input.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

interface AcceptOptions {
  readonly text?: string;
  readonly output?: string;
}

export function addAccept(program: Command, shell: Shell): void {
  program
    .command('accept')
    .summary('write accepted claims as dossiers')
    .description(
      'Writes a dossier for each article of the folder: accepted claims with source, locator and modality. Without -o they ' +
        'go into "dossiers/read" of the data. What another file states already gets the source as a further one. What would not\n' +
        'change is left alone; taken back and accepted anew, a dossier shrinks, and goes when nothing is left.',
    )
    .argument('<folder>', 'the folder that "read" wrote')
    .option('--text <article>', 'the article, for short quotations in locators')
    .option('-o, --output <folder>', 'where the dossiers go')
    .addHelpText('before', examples('diplograph accept claims/ --text article.txt && diplograph check'))
    .action((folder: string, options: AcceptOptions, command: Command) =>
      shell.run(command, (workplace) => accept(folder, options, workplace)),
    );
}

export interface WrittenDossier {
  readonly file: string;
  readonly nodes: number;
  readonly edges: number;
  /** Statements of other files to which it adds its source. */
  readonly citations: number;
  readonly changed: boolean;
  /** Nothing of the article is accepted any more, so its dossier was removed. */
  readonly removed: boolean;
}

export function printWritten({ file, nodes, edges, citations, changed, removed }: WrittenDossier): string {
  if (removed) return `${file}: removed, for nothing of it is accepted any more`;
  const cited = citations > 0 ? [`${counted(citations, 'statement')} of other files cited`] : [];
  const parts = [counted(nodes, 'new node'), counted(edges, 'edge'), ...cited, ...(changed ? [] : ['unchanged'])];
  return `${file}: ${parts.join(', ')}`;
}

async function accept(folder: string, options: AcceptOptions, workplace: Workplace): Promise<ExitCode> {
  const { output, json } = workplace;
  const text = await readGivenText(options, workplace);
  const { written, stands, accepted } = await writeDossiers(folder, options, workplace, () => text);
  if (json) output.json({ ok: true, written });
  else for (const it of written) output.data(printWritten(it));
  if (written.length === 0)
    output.note(
      accepted === 0 ? 'Nothing was accepted yet.' : `Nothing was written of ${counted(accepted, 'accepted claim')}.`,
    );
  return stands;
}

/** A dossier of each article of which something was accepted; `textOf` has the articles by their hashes. */
export async function writeDossiers(
  folder: string,
  options: AcceptOptions,
  workplace: Workplace,
  textOf: (sha256: string) => string | undefined,
): Promise<{ readonly written: readonly WrittenDossier[]; readonly stands: ExitCode; readonly accepted: number }> {
  const { terminal, output, files } = workplace;
  const { reviews, view, stands } = await openReviews(folder, workplace);
  const { acceptClaims } = await import('../../reading/accept-claims.ts');
  const { patternsOf } = await import('../../reading/read-document.ts');
  const { existsSync, mkdirSync, readFileSync, rmSync } = await import('node:fs');
  const { writeText } = await import('../write-files.ts');
  const { lexicon } = patternsOf(view, join(files.data, 'patterns'));
  const target =
    options.output === undefined ? join(files.data, 'dossiers', 'read') : resolve(terminal.cwd, options.output);
  const fileOf = ({ name }: { readonly name: string }): string => join(target, `${name}.yaml`);
  const dossiers = new Map(
    reviews.reviews.map((it) => [it.name, existsSync(fileOf(it)) ? readFileSync(fileOf(it), 'utf8') : undefined]),
  );
  const written: WrittenDossier[] = [];
  const accepted = acceptClaims(view, reviews.reviews, lexicon, {
    textOf: ({ document }) => textOf(document.sha256),
    dossierOf: ({ name }) => dossiers.get(name),
  });
  for (const { text, leftOut, ...it } of accepted) {
    for (const { claim, reason } of leftOut) output.note(`${claim.claim.id} stays out: ${reason}.`);
    const [file, before = ''] = [fileOf(it), dossiers.get(it.name)];
    if (text === '' && before === '') continue;
    mkdirSync(target, { recursive: true });
    if (text === '') rmSync(file);
    else if (text !== before) await writeText(file, text, terminal);
    const { edges, citations, nodes } = it;
    written.push({ file, nodes, edges, citations, changed: text !== before, removed: text === '' });
  }
  const claims = reviews.reviews.flatMap((it) => it.claims);
  return { written, stands, accepted: claims.filter((it) => it.state === 'accepted').length };
}

/** What there is to be decided in a folder, and whether its files stand. */
export async function openReviews(
  folder: string,
  { terminal, output, files }: Workplace,
): Promise<{ reviews: ReviewFolder; view: GraphView; stands: ExitCode }> {
  const { ReviewFolder } = await import('../../reading/review-folder.ts');
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { printProblem } = await import('../../base/problem-list.ts');
  const { view } = await openFolder(files);
  const reviews = new ReviewFolder(view, resolve(terminal.cwd, folder));
  for (const problem of reviews.problems) output.problem(printProblem(problem));
  return { reviews, view, stands: reviews.problems.length > 0 ? exitCode.problems : exitCode.fine };
}

/** The article that was named. */
export async function readGivenText(
  options: { readonly text?: string },
  workplace: Workplace,
): Promise<string | undefined> {
  if (options.text === undefined) return undefined;
  const { openDocument } = await import('../../reading/open-document.ts');
  return (await openDocument(options.text, await readNamedFile(options.text, workplace))).text;
}
