/**
 * Every sentence that reading a table and its mapping can say; those about entries are in `../problems.ts`.
 */
import { didYouMean } from '../../base/did-you-mean.ts';
import { type Position, type Problem, problem } from '../../base/problem.ts';
import { shorten } from '../located.ts';
import { listed } from '../problems.ts';
import type { CsvFault } from './csv-cursor.ts';

export const brokenRow = ({ at, reason }: CsvFault): Problem =>
  problem('broken-row', at, `This row cannot be read: ${reason}.`);

export const unevenRow = (at: Position, cells: number, columns: number): Problem =>
  problem(
    'broken-row',
    at,
    `This row has ${cells} ${cells === 1 ? 'cell' : 'cells'}; the table has ${columns} columns. A cell with a comma stands in quotes.`,
  );

export const emptyTable = (file: string): Problem =>
  problem('empty-table', { file, line: 1, column: 1 }, 'This table is empty. Its first row names the columns.');

export const badColumns = (at: Position, name: string): Problem =>
  problem('duplicate-column', at, `There are two columns "${name}". Rename one.`);

export const unknownColumn = (at: Position | undefined, name: string, columns: readonly string[]): Problem =>
  problem(
    'unknown-column',
    at,
    `The table has no column "${shorten(name)}".${didYouMean(name, columns) || ` It has ${listed(columns, 'and')}.`}`,
  );

export const badTemplate = (at: Position | undefined, template: string, reason: string): Problem =>
  problem('bad-template', at, `The template "${shorten(template)}" ${reason}.`);

export const cellWithoutAnswer = (at: Position, text: string, reason: string): Problem =>
  problem('bad-cell', at, `"${shorten(text)}" ${reason}.`);
