/**
 * The columns that rows of statements may have: which are shown unless others are chosen, and what each holds as text, by
 * which rows are put in order and written to files.
 */
import { nameOf } from '../ask.ts';
import { type Edge, sourceText, whenOf } from '../statements.ts';
import { words } from '../words.ts';
import { signOf } from './sign.ts';

export type Column = keyof typeof words.table;

export const usualColumns: readonly Column[] = ['from', 'relation', 'to', 'role', 'when', 'at', 'sign', 'sources'];

export const allColumns = Object.keys(words.table) as Column[];

/** The text of a cell. */
export const cellTexts: Readonly<Record<Column, (edge: Edge) => string>> = {
  from: (edge) => nameOf(edge.from),
  relation: (edge) => edge.type,
  to: (edge) => nameOf(edge.to),
  role: (edge) => edge.role ?? '',
  when: whenOf,
  at: (edge) => (edge.at ? nameOf(edge.at) : ''),
  sign: (edge) => words.signs[signOf(edge)],
  saidBy: (edge) => (edge.saidBy ? nameOf(edge.saidBy) : ''),
  confidence: (edge) => String(edge.confidence),
  note: (edge) => [edge.note, ...edge.properties.map((it) => `${it.name}: ${it.value}`)].filter(Boolean).join('; '),
  sources: (edge) =>
    edge.sources.length === 0
      ? words.edge.inferredBy(edge.rule ?? '')
      : edge.sources.map((it) => sourceText(it, 'title') ?? (it.node ? nameOf(it.node) : it.id)).join('; '),
};

/** A column by which rows are put in order, from the least or from the most. */
export interface Order {
  readonly by: Column;
  readonly down: boolean;
}

/** Rows in an order; those with nothing in the column last. */
export function ordered(edges: readonly Edge[], order: Order | undefined): readonly Edge[] {
  if (!order) return edges;
  const rows = edges.map((edge) => ({ edge, key: sortKeys[order.by]?.(edge) ?? cellTexts[order.by](edge) }));
  rows.sort((a, b) => Number(a.key === '') - Number(b.key === '') || compare(a.key, b.key) * (order.down ? -1 : 1));
  return rows.map((it) => it.edge);
}

/** Where rows go by something else than by the text of the cell. */
const sortKeys: Partial<Record<Column, (edge: Edge) => string | number>> = {
  when: (edge) => edge.since ?? edge.attested ?? '',
  confidence: (edge) => edge.confidence,
  sources: (edge) => edge.sources.length,
};

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
