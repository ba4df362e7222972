/**
 * What can be wrong with the form of what is read, in sentences: files, entries, tables and their mappings.
 *
 * Each names the thing in quotes, says what was expected, and ends with the remedy or the nearest known name.
 */
import { didYouMean } from '../../base/did-you-mean.ts';
import { describeValue, type Located, listed, shorten } from '../../base/located.ts';
import { type Position, type Problem, problem, warning } from '../../base/problem.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import type { ValueRefusal } from '../entries/property-value.ts';
import type { CsvFault } from './csv-cursor.ts';

type At = Position | undefined;

const article = (word: string): string => (/^[aeiou]/i.test(word) ? `an ${word}` : `a ${word}`);
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const startOf = (file: string): Position => ({ file, line: 1, column: 1 });

// Files and folders

export const noFacts = (folder: string): Problem =>
  problem('no-facts', undefined, `There are no facts in "${folder}". Put dossiers into "${folder}/dossiers".`);

export const unreadableFile = (path: string, error: unknown): Problem =>
  problem('unreadable-file', undefined, `"${path}" cannot be read: ${reasonOfSystem(error)}.`);

/** Of a link to a folder that it lies in. */
export const circularLink = (path: string): Problem =>
  unreadableFile(path, new Error('it is a link to a folder that it lies in. Remove it'));

/** Of what is neither a file nor a folder: to open a pipe may take forever, and a device may have no end. */
export const noFile = (path: string): Problem =>
  unreadableFile(path, new Error('it is a pipe, a socket or a device. Write what comes out of it to a file'));

/** Why the system refused, in words. */
export function reasonOfSystem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasonsOfSystem.get(code) ?? (error instanceof Error ? error.message : String(error));
}

const reasonsOfSystem: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'it is not a folder'],
  ['EEXIST', 'a file is in the way'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'its permissions forbid it'],
  ['EPERM', 'its permissions forbid it'],
  ['EROFS', 'the disk cannot be written to'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EBUSY', 'it is in use, or a disk of its own. Choose a folder below it'],
  ['EMFILE', 'too many files are open'],
  ['ELOOP', 'its links lead in a circle'],
  ['ERR_BUFFER_TOO_LARGE', 'it is larger than 256 MB when it is unpacked. Split it'],
  ['Z_DATA_ERROR', 'it is called .gz, and is not packed with gzip, or is damaged'],
  ['Z_BUF_ERROR', 'it is packed with gzip, and its end is missing'],
  ['ERR_STRING_TOO_LONG', 'it is larger than a text can be. Split it'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is larger than a text can be. Split it'],
]);

export const wrongEncoding = (path: string): Problem =>
  problem('wrong-encoding', startOf(path), 'This file is not UTF-8 text. Save it in that encoding.');

export const lineTooLong = (at: Position, length: number, limit: number): Problem =>
  problem(
    'line-too-long',
    at,
    `This line has ${length} characters; ${limit} are the most. Is it minified, or not a file of facts?`,
  );

export const lonelyFile = (path: string, partner: string, whatItDoes: string): Problem =>
  problem('lonely-file', startOf(path), `There is no "${partner}", which ${whatItDoes}. Add it.`);

export const ignoredFile = (path: string): Problem =>
  warning(
    'ignored-file',
    startOf(path),
    'Nothing reads this file. Dossiers belong into "dossiers", tables into "tables"; sources are in "sources.yaml".',
  );

export const ignoredInOverlay = (path: string): Problem =>
  warning(
    'ignored-file',
    startOf(path),
    'Nothing reads this file: rules and the name of the whole are those of the first folder.',
  );

export const emptyFile = (path: string): Problem =>
  warning('empty-file', startOf(path), 'This file says nothing. Write facts into it, or remove it.');

// The form of entries

/** What files and lists look like. */
const forms = {
  dossier: 'A dossier has "title", "source", "nodes" and "edges"',
  dataset: 'A dataset has "name", "version", "licence" and "coverage"',
  mapping: 'A mapping has "source", "sources", "lookups", "nodes" and "edges"',
  judgements: 'Judgements are a list, each entry beginning with "- same-as:" or "- different-from:"',
  expectations: 'Expectations are a list, each entry beginning with "- expect:"',
};
export type Form = keyof typeof forms;

export const wrongForm = (value: Located, form: Form): Problem =>
  problem('wrong-form', value.at, `${forms[form]}; this is ${describeValue(value)}.${hintOf(value)}`);

/** Of a list that is none, or of an entry in it. */
export const wrongList = (value: Located, key: string): Problem =>
  problem(
    'wrong-form',
    value.at,
    `"${key}" takes a list of entries, each beginning with "- "; this is ${describeValue(value)}.`,
  );

export const wrongEntry = (value: Located, key: string): Problem =>
  problem(
    'wrong-form',
    value.at,
    `An entry of "${key}" is a map of keys and values; this is ${describeValue(value)}.${hintOf(value)}`,
  );

/** What looks like a key and a value, and is one text to YAML. */
const hintOf = (value: Located): string =>
  value.kind === 'scalar' &&
  /^(?:id|type|name|extend|from|edge|to|expect|title|nodes|edges|sources?):\S/.test(value.text)
    ? ' Write a space behind the colon of each key.'
    : '';

/** `owner` is what has keys: `dossier`, `State`, `edge of type "heads"`. */
export const unknownKey = (at: At, key: string, owner: string, known: Iterable<string>): Problem => {
  const names = [...known];
  const longer = names.find((it) => key.length > 2 && it.startsWith(key));
  const near = longer === undefined ? didYouMean(key, names) : ` Did you mean "${longer}"?`;
  const hint = near || ` It has ${listed(names, 'and')}.`;
  return problem('unknown-key', at, `${capitalised(article(owner))} has no "${shorten(key)}".${hint}`);
};

export const missingKey = (at: At, what: string, key: string): Problem =>
  problem('missing-key', at, `This ${what} has no "${key}". Add it.`);

/** An edge that is read has a `type`, so people write one. */
export const typeOfEdge = (at: At): Problem =>
  problem('missing-key', at, 'This edge has no "edge", but a "type". Call that "edge": it is the edge type.');

export const derivedProperty = (at: At, key: string, from: string): Problem =>
  problem('derived-property', at, `"${key}" follows from ${from}. Remove it here.`);

export const wrongValue = (at: At, key: string, reason: string): Problem =>
  problem('wrong-kind', at, `"${key}" ${reason}.`);

export const unfitValue = (at: At, key: string, { code, reason }: ValueRefusal): Problem =>
  problem(code, at, `"${key}" ${reason.replace(/[.?]?$/, (end) => end || '.')}`);

export const badId = (at: At, id: string, fault: string): Problem =>
  problem('bad-id', at, `"${shorten(id)}" cannot be an id: ${fault}.`);

export const idOfSeveral = (at: At): Problem =>
  problem(
    'bad-id',
    at,
    'This entry makes several edges, and an id belongs to one. Write "act" to name what they share.',
  );

export const unknownNodeType = (at: At, name: string, known: Iterable<string>): Problem => {
  const names = [...known];
  const hint = didYouMean(name, names) || ` The ontology has ${listed(names, 'and')}.`;
  return problem('unknown-node-type', at, `There is no node type "${shorten(name)}".${hint}`);
};

/** `fitting` are the edge types that join such ends, where these are known. */
export const edgeTypeNotFound = (at: At, name: string, ontology: Ontology, fitting?: FittingTypes): Problem => {
  const field = [...ontology.nodeTypes.values()]
    .flatMap((it) => [...it.relations.values()])
    .find((it) => it.field === name);
  const near = didYouMean(name, fitting?.edgeTypes ?? []) || didYouMean(name, ontology.edgeTypes.keys());
  const hint = field ? ` "${name}" is a field; its edge type is "${field.edgeType}".` : near;
  return problem(
    'unknown-edge-type',
    at,
    `There is no edge type "${shorten(name)}".${hint}${field ? '' : fittingInWords(fitting)}`,
  );
};

/** Node types of two ends, and the edge types that go from one to the other. */
export interface FittingTypes {
  readonly from: string;
  readonly to: string;
  readonly edgeTypes: readonly string[];
}

function fittingInWords(fitting: FittingTypes | undefined): string {
  if (!fitting) return '';
  const { from, to, edgeTypes } = fitting;
  const ends = `From ${article(from)} to ${article(to)}`;
  return edgeTypes.length === 0
    ? ` ${ends} goes none.`
    : ` ${ends} ${edgeTypes.length === 1 ? 'goes' : 'go'} ${listed(edgeTypes, 'and')}.`;
}

export const unseenCharacter = (at: At, key: string, what: string): Problem =>
  warning('unseen-character', at, `"${key}" has ${what} in it, which nobody sees. Remove it, unless it is meant.`);

export const addressWithoutScheme = (at: At, address: string): Problem =>
  warning(
    'address-without-scheme',
    at,
    `"${shorten(address)}" has no scheme. Write "https://" before it, if that is meant.`,
  );

export const unsafeAddress = (at: At, address: string): Problem =>
  warning(
    'unsafe-address',
    at,
    `"${shorten(address, 30)}" is run by the program that opens it. Give an address that only leads somewhere.`,
  );

export const unattributedReport = (at: At, what: 'edge' | 'claim'): Problem =>
  warning(
    'unattributed-report',
    at,
    `This ${what} is REPORTED, and nothing tells by whom. Write "saidBy"; or, if nobody is named, a "note" that says so.`,
  );

// Citations

export const ambiguousLocator = (at: At): Problem =>
  problem(
    'bad-locator',
    at,
    'Several sources are cited, and "locator" does not say in which. Write { id: …, locator: … }.',
  );

export const locatorWithoutSource = (at: At): Problem =>
  problem('bad-locator', at, 'A locator needs a source. Write "source" here, or at the head of the dossier.');

export const unevenLocators = (at: At, sources: number): Problem =>
  problem('bad-locator', at, `"locators" stands beside "sources" and has one text for each; there are ${sources}.`);

// Tables and their mappings

export const brokenRow = ({ at, reason }: CsvFault): Problem =>
  problem('broken-row', at, `This row cannot be read: ${reason}.`);

export const unevenRow = (at: Position, cells: number, columns: number): Problem =>
  problem(
    'broken-row',
    at,
    `This row has ${cells} ${cells === 1 ? 'cell' : 'cells'}; the table has ${columns} columns. A cell with a comma stands in quotes.`,
  );

/** Told once for a table, at the first of its rows. */
export const rowWithoutEntry = (at: At, count: number): Problem =>
  warning(
    'row-without-entry',
    at,
    `Nothing comes of ${count === 1 ? 'this row' : `this row, and of ${count - 1} like it`}: each entry of the mapping needs a cell that is empty here. Fill it, or say with "only" which rows are meant.`,
  );

export const emptyTable = (file: string): Problem =>
  problem('empty-table', startOf(file), 'This table is empty. Its first row names the columns.');

export const badColumns = (at: Position, name: string): Problem =>
  problem('duplicate-column', at, `There are two columns "${name}". Rename one.`);

export const unknownColumn = (at: At, name: string, columns: Iterable<string>): Problem => {
  const known = [...columns];
  const hint = didYouMean(name, known) || ` It has ${listed(known, 'and')}.`;
  return problem('unknown-column', at, `The table has no column "${shorten(name)}".${hint}`);
};

export const badTemplate = (at: At, template: string, reason: string): Problem =>
  problem('bad-template', at, `The template "${shorten(template)}" ${reason}.`);

export const cellWithoutAnswer = (at: Position, text: string, reason: string): Problem =>
  problem('bad-cell', at, `"${shorten(text)}" ${reason}.`);
