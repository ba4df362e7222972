/**
 * What the command line says when it cannot do what was typed.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { expectedChoice } from '../server/problems.ts';
import { Misuse } from './exit-code.ts';

export const unreadableInput = (file: string, reason: string): Misuse =>
  new Misuse('unreadable-input', `Cannot read "${file}": ${reason}. Give the path of a file, or - for standard input.`);

/** Why something could not be read: words that fit behind a colon. */
export function readFault({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  return code === 'EACCES' || code === 'EPERM' ? 'it may not be read' : message;
}

export const notYaml = (file: string): Misuse =>
  new Misuse('not-yaml', `"${file}" is not named as YAML. Give files that end in .yaml, or folders of them.`);

export const noSuchFolder = (option: string, folder: string): Misuse =>
  new Misuse('no-such-folder', `${option} is "${folder}", but there is no such folder.`);

export const strangeVariable = (name: string, near: string | undefined): string =>
  `The environment has ${name}, which is no setting${near === undefined ? '' : `; did you mean ${near}?`}.`;

/** What is told of a name that is nobody's as it is written, so that an answer about somebody else is not mistaken. */
export const takenFor = (text: string, name: string, id: string): string => `"${text}" is taken for ${name} (${id}).`;

export const unknownShell = (name: string, meant: string, known: readonly string[]): Misuse =>
  new Misuse(
    'unknown-shell',
    `"${name}" is no shell that completion is known for.${meant || ` There are ${known.join(', ')}.`}`,
  );

export const wouldReplace = (folder: string, files: readonly string[]): Misuse =>
  new Misuse(
    'would-replace',
    `"${folder}" has ${files.slice(0, 5).join(', ')} already, and nothing is replaced. Name another folder, or something else.`,
  );

export const noSuchNodeType = (name: string, near: string | undefined, known: readonly string[]): Misuse =>
  new Misuse(
    'unknown-node-type',
    `There is no type of node "${name}".${near === undefined ? ` There are ${known.join(', ')}.` : ` Did you mean "${near}"?`}`,
  );

export const idTaken = (id: string, remedy = 'give another one with --id'): Misuse =>
  new Misuse('id-taken', `The id "${id}" is taken. Is it the same thing? If not, ${remedy}.`);

export const badNewId = (id: string, fault: string): Misuse =>
  new Misuse('bad-new-id', `"${id}" cannot be an id: ${fault}. Choose another one.`);

export const plainWord = (id: string): Misuse =>
  new Misuse(
    'id-is-a-word',
    `"${id}" may stand in any sentence, so it cannot be told where it is the id. Only ids with a colon, such as club:${id}, are renamed.`,
  );

export const renameNotWhole = (id: string, folder: string, lost: string | undefined): KnowledgeError =>
  new KnowledgeError(
    'rename-not-whole',
    lost === undefined
      ? `"${id}" stands in no file of "${folder}": a mapping makes it of a cell, or another folder has it. Change it there.`
      : `Under the new id these would not be the same facts, so nothing is written: there would be no ${lost.slice(0, 300)}. A mapping may make the id of a cell: change it there.`,
  );

/** `message` is that of the error, with the names of the folder. */
export const renameBreaks = ({ code, problems }: KnowledgeError, message: string): KnowledgeError =>
  new KnowledgeError(
    code,
    `Under the new id the facts cannot be read, so nothing is written. A mapping may make the id of a cell: change it there.\n${message}`,
    problems,
  );

export const badVariables = (reason: string): Misuse =>
  new Misuse(
    'bad-variables',
    `--variables must be a JSON object, such as '{"id": "state:kaz"}', or @file with one: ${reason}.`,
  );

export const badFilter = (option: string, why: string): Misuse =>
  new Misuse(
    'bad-filter',
    `${option} is no filter or sort of GraphQL: ${why} Write it as in 'name: { startsWith: "K" }'.`,
  );

export const saysNothing = (what: string): Misuse =>
  new Misuse('says-nothing', `${what} is given, and empty. Give it a value, or leave it out.`);

export const badChoice = (option: string, given: string, choices: readonly string[]): Misuse =>
  new Misuse('bad-option', `${option} is "${given}", but must be ${expectedChoice(given, choices)}`);

export const badLanguage = (option: string, given: string): Misuse =>
  new Misuse('bad-option', `${option} is "${given}", but must be the tag of a language, such as fr or zh-Hant.`);

export const badShare = (option: string, given: string): Misuse =>
  new Misuse('bad-option', `${option} is "${given}", but must be a confidence from 0 to 1, such as 0.8.`);

export const neitherTypeNorNode = (option: string, name: string, types: readonly string[]): Misuse =>
  new Misuse(
    'unknown-name',
    `${option} names "${name}", which is neither a type nor a node here.${didYouMean(name, types) || ' `diplograph find` looks up nodes, `diplograph stats` lists types.'}`,
  );

export const unknownOperation = (name: string, known: readonly string[]): Misuse =>
  new Misuse(
    'unknown-operation',
    `There is no operation "${name}".${didYouMean(name, known) || ` There are ${known.join(', ')}.`}`,
  );

export const sourceNotThere = (id: string, known: readonly string[]): Misuse =>
  new Misuse('unknown-source', `No source has the id "${id}".${didYouMean(id, known)} Add it to sources.yaml first.`);

export const badNumber = (option: string, value: string, least: number, most: number): Misuse =>
  new Misuse('bad-number', `${option} is "${value}", but must be a whole number from ${least} to ${most}.`);

export const wrongWhyWords = (count: number): Misuse =>
  new Misuse(
    'wrong-edge-words',
    `An edge is one id, or three words: from whom, of which type, to whom. ${count} were given; put names of several words in quotes.`,
  );

export const noSuchRelation = (from: string, type: string, to: string): KnowledgeError =>
  new KnowledgeError(
    'no-such-relation',
    `There is no "${type}" from "${from}" to "${to}". \`diplograph path "${from}" "${to}"\` shows how they are connected.`,
  );

export const saysNoFormat = (file: string | undefined): Misuse =>
  new Misuse(
    'no-format',
    `${file === undefined ? 'Nothing says' : `The name "${file}" does not say`} which format is wanted. Give it with --format, for example --format gexf.`,
  );

export const partsNeedFile = (format: string, parts: readonly string[]): Misuse =>
  new Misuse(
    'parts-need-file',
    `${format} is several files, ${parts.join(' and ')}, and stdout holds one. Give a file with -o, or one of them with --part.`,
  );

/** Why something could not be written: words that fit behind a colon. */
export function writeFault({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such folder';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'it may not be written there';
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : message;
}

export const cutShort = (error: NodeJS.ErrnoException): string =>
  `The answer was cut short on its way out: ${writeFault(error)}.`;

export const cannotWrite = (file: string, reason: string): KnowledgeError =>
  new KnowledgeError('cannot-write', `Cannot write "${file}": ${reason}. What was there before is as it was.`);

export const dossierOnlyAdds = (file: string, changes: number): Misuse =>
  new Misuse(
    'dossier-only-adds',
    `"${file}" would be a dossier, which adds and does not change; ${changes} of these would be changed. Write a folder of facts: -o facts/.`,
  );

export const unknownSchemaKind = (kind: string, known: readonly string[]): Misuse =>
  new Misuse(
    'unknown-schema',
    `There is no schema for "${kind}". Choose one of ${known.join(', ')}.${didYouMean(kind, known)}`,
  );

export const unclearMapping = (target: string): Misuse =>
  new Misuse(
    'unclear-target',
    `Of a sheet a mapping is written, and "${target}" cannot be one. Name a file that ends in .map.yaml.`,
  );

export const unclearTarget = (target: string): Misuse =>
  new Misuse(
    'unclear-target',
    `Nothing can be written to "${target}". Name a folder, a dossier that ends in .yaml, or a file of a format of text, such as graph.jsonl.`,
  );

export const datesMissing = (): Misuse =>
  new Misuse('dates-missing', 'Give two dates behind the nodes: diplograph changes Kazakhstan 2020 2024.');

export const settingWithoutEngine = (name: string): KnowledgeError =>
  new KnowledgeError('bad-setting', `--${name} says where a Neo4j has the graph: give --engine neo4j with it.`);

export const engineWithoutAddress = (): KnowledgeError =>
  new KnowledgeError('bad-setting', '--engine neo4j needs an address: give --uri bolt://host:7687.');
