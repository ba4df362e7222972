/**
 * `diplograph review`: claims that were read, decided one by one; what was decided is kept and may be taken back.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Decision, DecisionKind } from '../../reading/claims-file.ts';
import type { Review } from '../../reading/review.ts';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Output } from '../output.ts';
import { badReview } from '../problems.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

interface ReviewWords {
  readonly by?: string;
  readonly reason?: string;
  readonly text?: string;
  readonly atLeast?: string;
  readonly output?: string;
}

const WORDS: Readonly<Record<string, DecisionKind | 'list'>> = {
  list: 'list',
  accept: 'accept',
  reject: 'reject',
  edit: 'edit',
  link: 'link',
  undo: 'undo',
};

export function addReview(program: Command, shell: Shell): void {
  program
    .command('review')
    .summary('decide about claims that were read')
    .description(
      'Lists the claims of a folder that are open, or decides: "accept ID…", "reject ID…", "edit ID key=value…",\n' +
        '"link \'Type Name\' NODE" (or "new"), "undo ID…". "accept all" takes every open claim, or those from --at-least on.\n' +
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
): Promise<{ reviews: Review[]; path: string; view: import('../../views/graph-view.ts').GraphView; stands: ExitCode }> {
  const { readFolderOfClaims } = await import('../../reading/claims-file.ts');
  const { reviewOf, ruleRecords } = await import('../../reading/review.ts');
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { printProblem } = await import('../../base/print-problem.ts');
  const path = resolve(terminal.cwd, folder);
  const { documents, problems } = readFolderOfClaims(path);
  for (const problem of problems) output.problem(printProblem(problem));
  const { view } = await openFolder(files);
  const records = ruleRecords(documents);
  const stands = problems.length > 0 ? exitCode.problems : exitCode.fine;
  return { reviews: documents.map((it) => reviewOf(view, it, records)), path, view, stands };
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
  const { reviews, path, stands } = await openReviews(folder, workplace);
  const [word = 'list', ...about] = words;
  const kind = WORDS[word];
  if (kind === undefined) throw badReview(word, Object.keys(WORDS));
  if (kind === 'list') {
    if (json) output.json(reviews);
    else output.data(printReviews(reviews, await textOf(options, workplace), output));
    return stands;
  }
  const { addDecision } = await import('../../reading/claims-file.ts');
  const made = decisionsOf(kind, about, options, reviews);
  for (const { name, decision } of made) addDecision(path, name, decision);
  output.note(`${counted(made.length, 'decision')} kept.`);
  return stands;
}

function decisionsOf(
  kind: DecisionKind,
  about: readonly string[],
  options: ReviewWords,
  reviews: readonly Review[],
): { name: string; decision: Decision }[] {
  const { by, reason } = options;
  const base = {
    decision: kind,
    ...(reason !== undefined && { reason }),
    ...(by !== undefined && { by }),
    when: new Date().toISOString(),
  };
  if (about.length === 0) throw badReview(kind, ['an id', 'several ids']);
  if (kind === 'link') {
    const [of = '', to] = about;
    const owner = reviews.find(
      (it) =>
        it.claims.some(({ from, to: other }) => [from, other].some((node) => `${node.type} ${node.name}` === of)) ||
        it.links.some((node) => `${node.type} ${node.name}` === of),
    );
    if (to === undefined || !owner)
      throw badReview(`link ${of}`, ["'Type Name' of a proposed node", 'and the id of a node, or new']);
    return [{ name: owner.name, decision: { ...base, of, to } }];
  }
  const least = Number(options.atLeast ?? 0);
  if (!(least >= 0 && least <= 1)) throw badReview(`--at-least ${options.atLeast}`, ['a confidence from 0 to 1']);
  const changes = kind === 'edit' ? changesOf(about.slice(1)) : undefined;
  const ids = kind === 'edit' ? about.slice(0, 1) : about;
  return ids.flatMap((id) => {
    const isAll = id === 'all';
    const meant = reviews.flatMap((it) =>
      it.claims
        .filter(({ claim, state, confidence }) => (isAll ? state === 'open' && confidence >= least : claim.id === id))
        .map(({ claim }) => ({ name: it.name, decision: { ...base, of: claim.id, ...(changes && { changes }) } })),
    );
    if (meant.length === 0 && !isAll) throw badReview(`${kind} ${id}`, ['the id of a claim, as the list shows it']);
    return meant;
  });
}

/** What an edit may change: never the ends and the evidence, by which a claim is known. */
const EDITABLE = ['modality', 'when', 'role', 'count', 'amount', 'saidBy', 'at'];

function changesOf(pairs: readonly string[]): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...rest] = pair.split('=');
      const value = rest.join('=');
      if (!EDITABLE.includes(key) || value === '' || (key === 'count' && !/^\d{1,9}$/.test(value)))
        throw badReview(
          pair,
          EDITABLE.map((it) => `${it}=…`),
        );
      return [key, key === 'count' ? Number(value) : value];
    }),
  );
}

function printReviews(reviews: readonly Review[], text: string | undefined, { style }: Output): string {
  return reviews
    .map(({ document, links, claims, vanished }) => {
      const open = claims.filter((it) => it.state === 'open');
      const done = claims.length - open.length;
      const head = style('bold', `${document.title ?? document.source}: ${open.length} open, ${done} decided`);
      const asked = links.map((it) => `  Who is it?  ${it.type} ${it.name} — new, or ${it.link.runnerUp}?`);
      const lines = open.map(({ claim, from, to, confidence, decided, alreadyStatedBy }) => {
        const modality = claim.modality === 'FACT' ? '' : `, ${claim.modality}`;
        const known = alreadyStatedBy > 0 ? `; already stated by ${counted(alreadyStatedBy, 'source')}` : '';
        const words =
          text === undefined
            ? ''
            : ` “${text.slice(claim.evidence.start, claim.evidence.end).replace(/\s+/g, ' ').slice(0, 140)}”`;
        return `  ${claim.id}  ${confidence.toFixed(2)} (${decided})  ${from.name} ${claim.edge} ${to.name}${modality}\n      ${style('dim', `P${claim.evidence.line}${words}${known}`)}`;
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
  for (const it of reviews) {
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
