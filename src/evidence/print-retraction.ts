/**
 * What a retraction would do, as text: how much, of which type, and which conclusions.
 */
import type { GraphView } from '../views/graph-view.ts';
import type { RetractionDescription, TypeCount } from './describe-retraction.ts';
import { printEdge } from './print-edge.ts';

/** How many conclusions are told one by one. */
const TOLD = 20;

/** The description as lines of text. */
export function printRetraction(view: GraphView, it: RetractionDescription): string {
  const rest = it.fallen.length - TOLD;
  return [
    `${counted(it.lost.length, 'statement')} would go${printTypes(it.statements)}`,
    `${counted(it.fallen.length, 'conclusion')} would fall${printTypes(it.conclusions)}`,
    ...it.fallen.slice(0, TOLD).map((edge) => `    ${printEdge(view, edge)}`),
    ...(rest > 0 ? [`    … and ${rest} more`] : []),
    ...(it.lostClaims.length > 0 ? [`${counted(it.lostClaims.length, 'claim')} would go`] : []),
    ...it.lostClaims.map((claim) => `    ${nameOf(view, claim.node)}: ${claim.property} ${claim.value}`),
    ...(it.weakened.length > 0 ? [`${counted(it.weakened.length, 'statement')} would stay with fewer sources`] : []),
    ...(it.changed.length > 0 ? [`${counted(it.changed.length, 'conclusion')} would stay on other premises`] : []),
    ...(it.arisen.length > 0 ? [`${counted(it.arisen.length, 'conclusion')} would take the place of statements`] : []),
    ...it.arisen.map((fact) => `    ${nameOf(view, fact.from)} — ${fact.type} → ${nameOf(view, fact.to)}`),
    ...(it.unsourced.length > 0 ? [`${counted(it.unsourced.length, 'node')} would be left without a source`] : []),
  ].join('\n');
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function printTypes(counts: readonly TypeCount[]): string {
  return counts.length === 0 ? '' : `: ${counts.map(({ type, count }) => `${type} ${count}`).join(', ')}`;
}

function nameOf(view: GraphView, id: string): string {
  const node = view.graph.nodes.numberOf(id);
  return node === undefined ? id : view.graph.nodes.nameOf(node);
}
