/**
 * What an import would do, for people: what is added, changed and refused, some of each, and counts; and what a file or a
 * curator's sheet offers to a mapping.
 */

import { printProblems } from '../base/problem-list.ts';
import type { EdgeFact, NodeFact, Properties } from '../facts/fact.ts';
import type { Import } from '../graph/import-graph.ts';
import type { Offered, offeredColumns } from '../importing/foreign-rows.ts';
import type { Change } from '../importing/plan-import.ts';
import type { Sheet, SheetColumn } from '../importing/read-sheet.ts';
import { counted } from './counted.ts';
import type { Output } from './output.ts';
import { block, joinBlocks, printChanges, short, some } from './print-changes.ts';

export function printImport(taken: Import<unknown>, output: Output): string {
  const { nodes, edges, problems, unshown, files } = taken;
  const heading = (text: string): string => output.style('bold', text);
  return joinBlocks([
    block(heading('added'), [...nodes.added, ...edges.added], inWords),
    block(heading('changed'), [...nodes.changed, ...edges.changed], changeInWords),
    problems.length > 0 ? [heading('problems'), printProblems(problems, files, unshown)].join('\n') : '',
    summaryOf(taken),
  ]);
}

/** What a file offers to a mapping, a column a line. */
export function printColumns({ nodes, edges, leftOut }: ReturnType<typeof offeredColumns>, output: Output): string {
  const linesOf = (what: 'node' | 'edge', { count, columns }: Offered): string => {
    const width = Math.max(0, ...columns.map(({ name }) => name.length + 2));
    const lines = columns.map(
      (it) =>
        `  ${`{${it.name}}`.padEnd(width)}  ${it.count.toLocaleString('en-US').padStart(9)}  ${short(it.example ?? '')}`,
    );
    return [output.style('bold', counted(count, what)), ...lines.map((it) => it.trimEnd())].join('\n');
  };
  const unread = Object.entries(leftOut).map(([name, count]) => `${name} (${count})`);
  const rest = unread.length > 0 ? [`Not read: ${some(unread)}.`] : [];
  return [linesOf('node', nodes), linesOf('edge', edges), ...rest].join('\n\n');
}

/** One paragraph: how much of what. */
function summaryOf(taken: Import<unknown>): string {
  const { nodes, edges, claims, inferred, ignored, ignoredCounts, refused, repeated, unmapped, unmappedEdges } = taken;
  const both = (
    of: (it: { added: readonly unknown[]; changed: readonly unknown[]; unchanged: number }) => number,
  ): string => `${counted(of(nodes), 'node')} and ${counted(of(edges), 'edge')}`;
  const sentences = [
    `Added: ${both((it) => it.added.length)}${claims.length > 0 ? `, ${counted(claims.length, 'claim')}` : ''}.`,
    `Changed: ${both((it) => it.changed.length)}.`,
    `As they were: ${both((it) => it.unchanged)}.`,
    refused > 0
      ? `Refused: ${refused === 1 ? '1 node or edge' : `${refused.toLocaleString('en-US')} nodes and edges`}.`
      : '',
    unmapped + unmappedEdges > 0
      ? `Left out by the mapping: ${counted(unmapped, 'node')} and ${counted(unmappedEdges, 'edge')}.`
      : '',
    repeated > 0 ? `Counted into edges that they are alike: ${counted(repeated, 'edge')}.` : '',
    inferred > 0 ? `${counted(inferred, 'edge')} that rules had inferred follow by themselves.` : '',
    ignored.length > 0
      ? `No place in the ontology, and left out: ${some(ignored.map((it) => `${it} (${ignoredCounts[it] ?? 0})`))}.`
      : '',
  ];
  return sentences.filter((it) => it !== '').join('\n');
}

const inWords = (fact: NodeFact | EdgeFact): string => ('from' in fact ? edgeInWords(fact) : nodeInWords(fact));
const nodeInWords = ({ id, type, properties }: NodeFact): string => `${type}  ${id}  ${short(properties.name)}`;
const edgeInWords = ({ from, type, to, properties: { when } }: EdgeFact): string =>
  `${from} — ${type} → ${to}${when === undefined ? '' : `  ${String(when)}`}`;

const changeInWords = ({ before, after }: Change<NodeFact | EdgeFact>): string =>
  `${inWords(after)}\n${printChanges(said(before), said(after))}`;
const said = (fact: NodeFact | EdgeFact): Properties =>
  'from' in fact ? { ...fact.properties, sources: fact.sources } : fact.properties;

/** What a curator's sheet seems to say: its columns, the names found and those not found, and the mapping drafted of it. */
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
  return joinBlocks([
    [
      heading(`columns, ${counted(rows, 'row')}`),
      ...columns.map((it) => `  ${it.name.padEnd(width)}  ${columnInWords(it)}`),
    ].join('\n'),
    block(heading('found, the least sure first'), found, (it) => it),
    block(heading('not found'), missing, (it) => it),
    `${heading('mapping')}\n${mapping.trimEnd()}`,
  ]);
}

export const missingNames = ({ kind, texts, found }: SheetColumn): [string, number][] =>
  kind === 'names' ? [...texts].filter(([text]) => !found.has(text)) : [];

const columnInWords = ({ kind, texts, type, found }: SheetColumn): string =>
  kind === 'names'
    ? `names${type === undefined ? '' : ` of type ${type}`}: ${found.size} of ${texts.size} found`
    : kind;
