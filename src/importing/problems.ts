/**
 * Every sentence that reading other programs' files can say.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { type Position, type Problem, problem, warning } from '../base/problem.ts';

export const brokenFile = (at: Position, format: string, reason: string): Problem =>
  problem('broken-file', at, `This is not ${format} that can be read: ${reason.replace(/\.?$/, '.')}`);

export const unsafeXml = (at: Position): Problem =>
  problem(
    'unsafe-xml',
    at,
    'A document type declaration is not read: it can name other files, and make a small file huge. Remove it.',
  );

export const fileTooLarge = (files: readonly string[], size: number, limit: number): Problem =>
  problem(
    'file-too-large',
    undefined,
    `${files.map((it) => `"${it}"`).join(' and ')} ${files.length === 1 ? 'has' : 'have'} ${inMegabytes(size)} MB; ` +
      `files of other programs are read up to ${inMegabytes(limit)} MB at once. Take it in by parts.`,
  );

export const tooManyThings = (at: Position, limit: number): Problem =>
  problem(
    'file-too-large',
    at,
    `There are more than ${limit.toLocaleString('en-US')} nodes, or edges, up to here; no more are read at once. ` +
      'Take it in by parts.',
  );

export const compressedFile = (file: string, packer: string): Problem =>
  problem('wrong-encoding', { file, line: 1, column: 1 }, `This file looks compressed, by ${packer}. Unpack it first.`);

export const binaryFile = (at: Position): Problem =>
  problem('wrong-encoding', at, 'Here is a NUL, which no text has. If this is a text in UTF-16, save it as UTF-8.');

const inMegabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

export const unknownImportFormat = (name: string, known: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'unknown-import-format',
    `No format "${name}" is read. Choose one of ${known.join(', ')}.${didYouMean(name, known)}`,
  );

export const unclearImportFormat = (file: string, known: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'unknown-import-format',
    `Of what format "${file}" is, neither its name nor its beginning tells. Say it: one of ${known.join(', ')}.`,
  );

export const wrongNumberOfFiles = (format: string, takes: 1 | 2, given: number): KnowledgeError =>
  new KnowledgeError(
    'wrong-number-of-files',
    `${format} is read from ${takes === 2 ? 'two files, of nodes and of edges, or from one of them' : 'one file'}; ${given} were given.`,
  );

export const untypedNode = (at: Position, id: string): Problem =>
  problem(
    'untyped-import',
    at,
    `Nothing tells of what type "${id}" is: it has no "type", and the graph has no such node. Give a mapping.`,
  );

export const untypedEdge = (at: Position, from: string, to: string): Problem =>
  problem(
    'untyped-import',
    at,
    `Nothing tells of what type the edge from "${from}" to "${to}" is: it has no "type". Give a mapping.`,
  );

export const changedType = (at: Position, id: string, before: string, after: string): Problem =>
  problem(
    'changed-identity',
    at,
    `"${id}" is a ${before} in the graph and a ${after} here. A node keeps its type; give this one another id.`,
  );

export const changedEnds = (at: Position, id: string): Problem =>
  problem(
    'changed-identity',
    at,
    `The edge "${id}" has other ends or another type in the graph. Leave its id out, or give it another.`,
  );

export const undirectedImport = (at: Position, type: string): Problem =>
  problem(
    'undirected-edge',
    at,
    `This edge is undirected, and "${type}" is no symmetric edge type. Say which end is the source: make it directed.`,
  );

/** Told once for each attribute. */
export const severalValues = (at: Position, name: string): Problem =>
  warning(
    'several-values',
    at,
    `"${name}" has several values here: they are a list; where each has a time, these are the list "${name}.when".`,
  );

export const shadowedAttribute = (at: Position, name: string, instead: string): Problem =>
  warning(
    'shadowed-attribute',
    at,
    `There is an attribute "${name}" here, and in a mapping {${name}} is something else: this one is {${instead}}.`,
  );

export const repeatedEdge = (at: Position, statement: string): Problem =>
  problem(
    'duplicate-statement',
    at,
    `${statement} is here twice, alike in all that is taken of it. "once: true" at the entry of a mapping takes such edges once.`,
  );

export const endNotInFile = (at: Position, id: string): Problem =>
  problem('unknown-node', at, `An edge ends at "${shownId(id)}", and the file has no such node.`);

/** An id as its file has it: the space that it is of stands behind a NUL. */
export const shownId = (id: string): string => {
  const [own = '', space] = id.split('\0');
  return space === undefined ? own : `${own}" of "${space}`;
};

export const unmappedEnd = (at: Position, id: string): Problem =>
  warning('unmapped-end', at, `An edge ends at "${shownId(id)}", of which the mapping makes no node. It is left out.`);
