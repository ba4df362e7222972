/**
 * Rows in columns, two spaces apart; the last column is as long as it likes.
 */
import { stripVTControlCharacters } from 'node:util';

/** Columns whose numbers are in `right` are aligned to the right, as numbers are. */
export function printTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
  }
  const printRow = (row: readonly string[]): string => {
    const cells = row.map((cell, i) => {
      const gap = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
      return right.includes(i) ? gap + cell : cell + gap;
    });
    return cells.join('  ').trimEnd();
  };
  return rows.map(printRow).join('\n');
}

/** How wide a cell looks: colours take no room. */
const widthOf = (cell: string): number => stripVTControlCharacters(cell).length;
