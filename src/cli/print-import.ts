/**
 * What an import would do, for people: counts first, then what is added, changed and refused, some of each.
 */
import type { EdgeFact, NodeFact, Properties } from '../facts/fact.ts';
import type { Import } from '../graph/import-graph.ts';
import type { Offered, offeredColumns } from '../importing/offered-columns.ts';
import type { Change } from '../importing/plan-import.ts';
import { printProblems } from '../loading/problem-list.ts';
import { counted } from './counted.ts';
import type { Output } from './output.ts';

/** So many of each kind are shown one by one; with --json all are. */
const SHOWN = 20;
/** Longest value shown. */
const LONGEST = 60;

export function printImport(taken: Import<unknown>, output: Output): string {
  const { nodes, edges, problems, unshown, files } = taken;
  const heading = (text: string): string => output.style('bold', text);
  const blocks = [
    block(heading('added'), [...nodes.added, ...edges.added], inWords),
    block(heading('changed'), [...nodes.changed, ...edges.changed], changeInWords),
    problems.length > 0 ? [heading('problems'), printProblems(problems, files, unshown)].join('\n') : '',
    summaryOf(taken),
  ];
  return blocks.filter((it) => it !== '').join('\n\n');
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

function block<T>(heading: string, all: readonly T[], words: (it: T) => string): string {
  if (all.length === 0) return '';
  const shown = all.slice(0, SHOWN).map((it) => `  ${words(it).replaceAll('\n', '\n  ')}`);
  const more = all.length > SHOWN ? [`  … and ${(all.length - SHOWN).toLocaleString('en-US')} more`] : [];
  return [heading, ...shown, ...more].join('\n');
}

function some(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${(names.length - SHOWN).toLocaleString('en-US')} more` : '';
  return `${names.slice(0, SHOWN).map(short).join(', ')}${more}`;
}

const inWords = (fact: NodeFact | EdgeFact): string => ('from' in fact ? edgeInWords(fact) : nodeInWords(fact));
const nodeInWords = ({ id, type, properties }: NodeFact): string => `${type}  ${id}  ${short(properties.name)}`;
const edgeInWords = ({ from, type, to, properties: { when } }: EdgeFact): string =>
  `${from} — ${type} → ${to}${when === undefined ? '' : `  ${String(when)}`}`;

const changeInWords = ({ before, after }: Change<NodeFact | EdgeFact>): string =>
  `${inWords(after)}\n${changes(said(before), said(after))}`;
const said = (fact: NodeFact | EdgeFact): Properties =>
  'from' in fact ? { ...fact.properties, sources: fact.sources } : fact.properties;

/** `  name: "before" → "after"`, a line for each property that differs. */
function changes(before: Properties, after: Properties): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const different = names.filter((name) => text(before[name]) !== text(after[name]));
  return different.map((name) => `  ${name}: ${short(before[name])} → ${short(after[name])}`).join('\n');
}

const text = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : JSON.stringify(value, (_key, it: unknown) => (typeof it === 'bigint' ? String(it) : it));

function short(value: unknown): string {
  const whole = typeof value === 'string' ? value : text(value);
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1)}…`;
}
