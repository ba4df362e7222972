/**
 * Disagreements as text: what is disputed, then each rival with its rank, its sources and the reason.
 */
import type { GraphView } from '../views/graph-view.ts';
import type { Conflict, Rival } from './conflicts.ts';
import { printEvidence } from './print-edge.ts';

/** The conflicts as lines of text, one blank line between them. */
export function printConflicts(view: GraphView, conflicts: readonly Conflict[]): string {
  return conflicts
    .map((it) => [titleOf(view, it), ...it.rivals.flatMap((rival) => linesOf(view, rival))].join('\n'))
    .join('\n\n');
}

function titleOf(view: GraphView, { kind, node, name, to }: Conflict): string {
  if (kind === 'PROPERTY') return `${view.graph.nodes.nameOf(node)}: ${name}`;
  return to === undefined
    ? `${name} from ${view.graph.nodes.nameOf(node)} and others`
    : `${view.graph.nodes.nameOf(node)} — ${name} → ${view.graph.nodes.nameOf(to)}`;
}

function linesOf(view: GraphView, { value, rank, modality, note, when, saidBy, evidence, edge }: Rival): string[] {
  const speaker = saidBy === undefined ? undefined : view.graph.nodes.numberOf(saidBy);
  const beside = [
    rank,
    modality === 'FACT' ? undefined : modality,
    speaker === undefined ? saidBy : `said by ${view.graph.nodes.nameOf(speaker)}`,
    // The value of a rival statement is its date already.
    edge === undefined && when !== undefined ? `as of ${when}` : undefined,
  ].filter((it) => it !== undefined);
  return [
    `    ${value}  ${beside.join(', ')}`,
    ...(note === undefined ? [] : [`        ${note}`]),
    ...evidence.map((it) => `        ${printEvidence(it)}`),
  ];
}
