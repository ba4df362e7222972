/**
 * An edge and what supports it, each in a line for people.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { Evidence } from './evidence.ts';

/**
 * A relation in a line: who, what, whom, when, and what a careful reader should know at once.
 * @example
 * printEdge(view, edge) // 'Brazil — joined → Global Initiative …, REPORTED by Yerlan Alimbayev'
 */
export function printEdge(view: GraphView, edge: EdgeNumber): string {
  const { edges, nodes } = view.graph;
  const [from, to] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
  const relation = `${nodes.nameOf(from)} — ${edges.typeOf(edge)} → ${nodes.nameOf(to)}`;
  return [relation, ...circumstancesOf(view, edge)].join(', ');
}

/** What a careful reader of a relation should know at once: in which role, where, when, and how firmly it is told. */
export function circumstancesOf(view: GraphView, edge: EdgeNumber): string[] {
  const { edges, nodes } = view.graph;
  const text = (name: string): string | undefined => {
    const value = edges.property(edge, name);
    return value === undefined ? undefined : String(value);
  };
  const named = (name: string): string | undefined => {
    const id = text(name);
    const node = id === undefined ? undefined : nodes.numberOf(id);
    return node === undefined ? id : nodes.nameOf(node);
  };
  const [at, saidBy, role, when] = [named('at'), named('saidBy'), text('role'), text('when')];
  const modality = text('modality') ?? 'FACT';
  const attested = when === undefined ? text('attested') : undefined;
  const confidence = text('confidence');
  return [
    role,
    at && `at ${at}`,
    when ?? (attested && `seen ${attested}`) ?? printSpan(text('since'), text('until')),
    modality === 'FACT' ? undefined : saidBy === undefined ? modality : `${modality} by ${saidBy}`,
    confidence === undefined || confidence === '1' ? undefined : `confidence ${confidence}`,
    text('rank') === 'NORMAL' ? undefined : text('rank'),
  ].filter((it) => it !== undefined);
}

/**
 * A citation in a line.
 * @example
 * printEvidence({ source: 'source:el-kz-34ic', place: 'P1', quotation: 'MFA' }) // 'source:el-kz-34ic P1 “MFA”'
 */
export function printEvidence({ source, place, quotation }: Evidence): string {
  return [source, place, quotation && `“${quotation}”`].filter((it) => it).join(' ');
}

/** Dates that no EDTF text can say: not before, and not after. */
function printSpan(since: string | undefined, until: string | undefined): string | undefined {
  if (since === undefined && until === undefined) return undefined;
  return [since && `not before ${since}`, until && `not after ${until}`].filter((it) => it).join(', ');
}
