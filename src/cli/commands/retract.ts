/**
 * `diplograph retract`: what would go and what would fall without a source, a statement or a rule.
 *
 * It is a dry run: facts are taken back by editing their files.
 */

import { printEdge } from '../../answers/print-edge.ts';
import type { EdgeTypeCount, Retraction } from '../../answers/retraction.ts';
import type { Retracted } from '../../rules/retract.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { counted } from '../counted.ts';
import { flagOption } from '../options.ts';
import type { Question } from '../question.ts';

export const retractCommand: Question<object> = {
  name: 'retract',
  summary: 'show what would fall without a source, a statement or a rule',
  description: 'Shows which statements would go and which conclusions would no longer follow. Nothing is changed.',
  arguments: { '<ids...>': 'ids of sources, of stated edges or of rules' },
  options: [flagOption('--dry-run', 'say that nothing shall be changed, which is so anyway')],
  examples: [
    'diplograph retract source:el-kz-34ic --dry-run',
    'diplograph retract R5 R6',
    'diplograph retract edge:d1272d0b13d2d566 --json',
  ],
  async ask({ view, form, words }) {
    const { retraction } = await import('../../answers/retraction.ts');
    const answer = retraction(view, await whatIsMeant(view, words), form);
    return { answer, text: printRetraction(answer), note: 'Nothing was changed: to take it back, edit the files.' };
  },
};

/** What each id names: a rule, a stated edge, or else a source. */
async function whatIsMeant(view: GraphView, ids: readonly string[]): Promise<Retracted> {
  const { rulesOf } = await import('../../rules/rule.ts');
  const known = new Set(rulesOf(view.graph).map((it) => it.id));
  const isEdge = (id: string): boolean => view.graph.edges.numberOf(id) !== undefined;
  return {
    rules: ids.filter((id) => known.has(id)),
    edges: ids.filter((id) => !known.has(id) && isEdge(id)),
    sources: ids.filter((id) => !known.has(id) && !isEdge(id)),
  };
}

/** How many conclusions are listed one by one. */
const MOST_LISTED = 20;

/** How much would go, of which type, and which conclusions. */
export function printRetraction(it: Retraction): string {
  const rest = it.conclusionCount - MOST_LISTED;
  return [
    `${counted(it.statementCount, 'statement')} would go${printTypes(it.statementTypes)}`,
    `${counted(it.conclusionCount, 'conclusion')} would fall${printTypes(it.conclusionTypes)}`,
    ...it.conclusions.slice(0, MOST_LISTED).map((edge) => `    ${printEdge(edge)}`),
    ...(rest > 0 ? [`    … and ${rest} more`] : []),
    ...(it.claims.length > 0 ? [`${counted(it.claims.length, 'claim')} would go`] : []),
    ...it.claims.map(({ node, property, value }) => `    ${node.name}: ${property} ${value}`),
    ...(it.weakenedCount > 0 ? [`${counted(it.weakenedCount, 'statement')} would stay with fewer sources`] : []),
    ...(it.changedCount > 0 ? [`${counted(it.changedCount, 'conclusion')} would stay on other premises`] : []),
    ...(it.arisen.length > 0 ? [`${counted(it.arisen.length, 'conclusion')} would take the place of statements`] : []),
    ...it.arisen.map(({ from, type, to }) => `    ${from.name} — ${type} → ${to.name}`),
    ...(it.unsourcedCount > 0 ? [`${counted(it.unsourcedCount, 'node')} would be left without a source`] : []),
  ].join('\n');
}

function printTypes(counts: readonly EdgeTypeCount[]): string {
  return counts.length === 0 ? '' : `: ${counts.map(({ type, count }) => `${type} ${count}`).join(', ')}`;
}
