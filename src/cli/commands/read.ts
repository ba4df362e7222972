/**
 * `diplograph read`: what an article says, as claims with the words that say so, for a person to review.
 */
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { TextRead } from '../../reading/read-document.ts';
import { counted } from '../counted.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readLanguage } from '../options.ts';
import type { Output } from '../output.ts';
import { noSuchFolder } from '../problems.ts';
import { readInput } from '../read-input.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

interface ReadWords {
  readonly source?: string;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly language?: string;
  readonly patterns?: string;
  readonly proposer?: string;
  readonly output?: string;
}

export function addRead(program: Command, shell: Shell): void {
  program
    .command('read')
    .summary('read an article into claims with the words that say so')
    .description(
      'Reads plain text, Markdown, a page of HTML or a PDF, and tells what it says, each claim with its words. With -o the ' +
        'claims are kept in a folder, for "review" and "accept"; the article itself is not. Nothing enters the graph.',
    )
    .argument('<article>', 'a file, or - for standard input')
    .option('--source <id>', 'the source that is cited; drafted from --url when left out')
    .option('--url <address>', 'where the article is')
    .option('--title <text>', 'its title; that of the page, or its headline, when left out')
    .option('--publisher <name>', 'who published it')
    .option('--published <date>', 'the day it appeared, 2024-11-01: "on Monday" is read against it')
    .option('--language <tag>', 'the language it is in; the patterns read English', readLanguage)
    .option('--patterns <folder>', 'patterns of your own; those of the data when left out')
    .option('--proposer <command>', 'a program that proposes further claims, JSON in and JSON out')
    .option('-o, --output <folder>', 'keep the claims in this folder')
    .addHelpText(
      'before',
      examples(
        'diplograph read article.txt --source source:el-kz-34ic --published 2024-11-01 -o claims/',
        'curl -s https://example.org/news | diplograph read - --url https://example.org/news',
      ),
    )
    .action((article: string, words: ReadWords, command: Command) =>
      shell.run(command, (workplace) => read(article, words, workplace)),
    );
}

async function read(name: string, words: ReadWords, workplace: Workplace): Promise<ExitCode> {
  const { terminal, output, files, json } = workplace;
  const { openDocument } = await import('../../reading/open-document.ts');
  const { output: folder, patterns: said, ...given } = words;
  const patterns = said === undefined ? join(files.data, 'patterns') : resolve(terminal.cwd, said);
  if (said !== undefined && !existsSync(patterns)) throw noSuchFolder('--patterns', said);
  const { text, ...draft } = await openDocument(
    name === '-' ? 'standard input' : name,
    await readInput(name, workplace),
  );
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { readDocument } = await import('../../reading/read-document.ts');
  const { view } = await openFolder(files);
  const about = { ...draft, ...given };
  const source = about.source ?? sourceOf(about.url ?? (name === '-' ? 'article' : basename(name)));
  const answer = await readDocument(view, text, patterns, { ...about, source });
  if (json) output.json(answer);
  else output.data(printReading(answer, text, output));
  for (const note of answer.notes) output.note(note);
  for (const { message } of answer.refused) output.problem(message);
  if (folder === undefined) output.note('Nothing was written; -o says where to.');
  else {
    const { writeClaims } = await import('../../reading/claims-file.ts');
    output.note(
      `${writeClaims(resolve(terminal.cwd, folder), answer)} holds the claims. Review them: diplograph review ${folder}`,
    );
  }
  return answer.claims.length > 0 ? exitCode.fine : exitCode.problems;
}

/** An id for a source that nobody named: of its address, `source:example-org-news`. */
const sourceOf = (address: string): string =>
  `source:${address
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\.\w{2,5}$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)}`;

function printReading({ nodes, claims }: TextRead, text: string, { style }: Output): string {
  const names = new Map(nodes.map((it) => [it.id, it.isNew ? `${it.name} (new ${it.type})` : it.name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const lines = claims.map(({ id, from, edge, to, modality, saidBy, when, role, evidence, confidence }) => {
    const more = [
      modality === 'FACT' ? '' : modality,
      saidBy === undefined ? '' : `said by ${nameOf(saidBy)}`,
      when ?? '',
      role ?? '',
    ];
    const quotation = text.slice(evidence.start, evidence.end).replace(/\s+/g, ' ');
    const shown = quotation.length > 160 ? `${quotation.slice(0, 159)}…` : quotation;
    const said = [
      `${style('bold', nameOf(from))} ${edge} ${style('bold', nameOf(to))}`,
      ...more.filter((it) => it !== ''),
    ].join(', ');
    return `${confidence.toFixed(2)}  ${said}\n      ${style('dim', `P${evidence.line} “${shown}”  ${id}`)}`;
  });
  const fresh = nodes.filter((it) => it.isNew).length;
  lines.push(`${counted(claims.length, 'claim')} about ${counted(nodes.length, 'node')}, ${fresh} of them new.`);
  return lines.join('\n');
}
