/**
 * `diplograph conflicts`: where sources disagree, and whom the graph prefers, and why.
 */
import type { Disagreement, Rival } from '../../answers/disagreements.ts';
import { printSource } from '../../answers/print-edge.ts';
import { counted } from '../counted.ts';
import type { Question } from '../question.ts';

export const conflictsCommand: Question<object> = {
  name: 'conflicts',
  summary: 'list where sources disagree',
  description: 'Lists rival values and rival statements, with their ranks, reasons and sources. None is fine, too.',
  arguments: { '[node]': 'an id or a name; everything without it' },
  options: [],
  examples: ['diplograph conflicts', 'diplograph conflicts initiative:global-ihl', 'diplograph conflicts 34IC --json'],
  async ask({ view, form, words: [node], idMeant }) {
    const { disagreements } = await import('../../answers/disagreements.ts');
    const answer = disagreements(view, node === undefined ? undefined : idMeant(node), form);
    return { answer, text: printDisagreements(answer), note: `${counted(answer.length, 'conflict')}.` };
  },
};

/** What is disputed, then each rival with its rank, its sources and the reason; a blank line between disagreements. */
export function printDisagreements(all: readonly Disagreement[]): string {
  return all.map((it) => [titleOf(it), ...it.rivals.flatMap(linesOf)].join('\n')).join('\n\n');
}

function titleOf({ kind, node, name, to }: Disagreement): string {
  if (kind === 'PROPERTY') return `${node.name}: ${name}`;
  return to === undefined ? `${name} from ${node.name} and others` : `${node.name} — ${name} → ${to.name}`;
}

function linesOf({ value, rank, modality, note, when, saidBy, sources, edge }: Rival): string[] {
  const beside = [
    rank,
    modality === 'FACT' ? undefined : modality,
    saidBy && `said by ${saidBy.name}`,
    // The value of a rival statement is its date already.
    edge === undefined && when !== undefined ? `as of ${when}` : undefined,
  ].filter((it) => it !== undefined);
  return [
    `    ${value}  ${beside.join(', ')}`,
    ...(note === undefined ? [] : [`        ${note}`]),
    ...sources.map((it) => `        ${printSource(it)}`),
  ];
}
