/**
 * What a curator's sheet seems to say, for people: its columns, the names that were found and those that were not, and
 * the mapping that is drafted of it.
 */
import type { Sheet, SheetColumn } from '../importing/read-sheet.ts';
import { counted } from './counted.ts';
import type { Output } from './output.ts';

/** So many names of each kind are shown; the mapping has all. */
const SHOWN = 20;

export function printSheet({ columns, rows }: Sheet, mapping: string, output: Output): string {
  const heading = (text: string): string => output.style('bold', text);
  const width = Math.max(...columns.map((it) => it.name.length));
  const found = columns.flatMap(({ name, found: hits }) =>
    [...hits]
      .sort((a, b) => a[1].score - b[1].score)
      .map(([text, it]) => `${name}: ${text} → ${it.id} (${it.name})  ${it.score.toFixed(2)}`),
  );
  const missing = columns.flatMap((it) =>
    missingNames(it).map(([text, count]) => `${it.name}: ${text}  ${counted(count, 'row')}`),
  );
  return [
    `${heading(`columns, ${counted(rows, 'row')}`)}\n${columns.map((it) => `  ${it.name.padEnd(width)}  ${inWords(it)}\n`).join('')}`,
    ...block(heading('found, the least sure first'), found),
    ...block(heading('not found'), missing),
    `${heading('mapping')}\n${mapping}`,
  ].join('\n');
}

export const missingNames = ({ kind, texts, found }: SheetColumn): [string, number][] =>
  kind === 'names' ? [...texts].filter(([text]) => !found.has(text)) : [];

function inWords(column: SheetColumn): string {
  const { kind, texts, type, found } = column;
  if (kind === 'names')
    return `names${type === undefined ? '' : ` of type ${type}`}: ${found.size} of ${texts.size} found`;
  return kind;
}

function block(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > SHOWN ? [`  … and ${(lines.length - SHOWN).toLocaleString('en-US')} more\n`] : [];
  return [
    `${heading}\n${lines
      .slice(0, SHOWN)
      .map((it) => `  ${it}\n`)
      .join('')}${more.join('')}`,
  ];
}
