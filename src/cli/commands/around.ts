/**
 * `diplograph around`: what lies around a node, as an indented tree.
 */
import type { NodeAnswer } from '../../answers/answer-form.ts';
import type { EdgeAnswer } from '../../answers/edge-answer.ts';
import type { Neighbourhood } from '../../answers/neighbourhood.ts';
import type { CertaintyCounts } from '../../views/certainty.ts';
import { flagOption, listOption, numberOption } from '../options.ts';
import type { Question } from '../question.ts';

interface AroundOptions {
  readonly depth: number;
  readonly first: number;
  readonly out?: boolean;
  readonly in?: boolean;
  readonly via?: readonly string[];
}

export const aroundCommand: Question<AroundOptions> = {
  name: 'around',
  summary: 'show what lies around a node',
  description: 'Shows the nearest nodes around one, each below the one through which it was reached.',
  arguments: { '<node>': 'an id or a name' },
  options: [
    numberOption('--depth <number>', 'how many steps away', { least: 0, most: 64, otherwise: 1 }),
    numberOption('--first <number>', 'the most nodes, the nearest first', { least: 1, most: 10_000, otherwise: 100 }),
    listOption('--via <edge-types>', 'only along edges of these types, such as heads,member-of'),
    flagOption('--out', 'only along edges that go out from the node'),
    flagOption('--in', 'only along edges that lead to the node'),
  ],
  examples: [
    'diplograph around Brazil --depth 2',
    'diplograph around 34IC --via participated-in,spoke-at --first 20',
    'diplograph around state:kaz --as-of 2024-10-30 --json',
  ],
  async ask({ view, form, words: [node = ''], options, idMeant }) {
    const { neighbourhood } = await import('../../answers/neighbourhood.ts');
    const { depth, first, via } = options;
    const direction = options.out === options.in ? 'BOTH' : options.out ? 'OUT' : 'IN';
    const answer = neighbourhood(view, [idMeant(node)], { depth, first, direction, ...(via && { via }) }, form);
    return { answer, text: printNeighbourhood(answer) };
  },
};

/** An indented tree: each node once, below the one through which it was reached first. */
export function printNeighbourhood({ nodes, edges, distances, truncated, certainty }: Neighbourhood): string {
  const distanceOf = new Map(nodes.map(({ id }, i) => [id, distances[i] ?? 0]));
  const below = new Map<string, Map<string, EdgeAnswer[]>>();
  const parentOf = new Map<string, string>();
  const place = (parent: string, node: string, edge: EdgeAnswer): void => {
    if ((distanceOf.get(parent) ?? 0) + 1 !== distanceOf.get(node)) return;
    if (!parentOf.has(node)) parentOf.set(node, parent);
    if (parentOf.get(node) !== parent) return;
    const children = below.get(parent) ?? new Map<string, EdgeAnswer[]>();
    children.set(node, [...(children.get(node) ?? []), edge]);
    below.set(parent, children);
  };
  for (const edge of edges) {
    place(edge.from.id, edge.to.id, edge);
    place(edge.to.id, edge.from.id, edge);
  }
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  const lines = (node: string, indent: string): string[] =>
    [...(below.get(node) ?? [])].flatMap(([child, through]) => [
      `${indent}${printArrows(child, through)} ${nameOf.get(child)}`,
      ...lines(child, `${indent}    `),
    ]);
  const roots = nodes.filter((it: NodeAnswer) => distanceOf.get(it.id) === 0);
  return [
    ...roots.flatMap(({ id, name }) => [name, ...lines(id, '    ')]),
    ...(truncated ? ['… and more, left out by the limit'] : []),
    ...(certainty ? ['', printCertainty(certainty)] : []),
  ].join('\n');
}

/** `On that date 3 of 12 edges are certain, 7 possible; 2 were only seen at other times.` */
function printCertainty({ certain, possible, seenAtOtherTimes }: CertaintyCounts): string {
  const all = certain + possible + seenAtOtherTimes;
  return `On that date ${certain} of ${all} edges are certain, ${possible} possible; ${seenAtOtherTimes} were only seen at other times.`;
}

/** The relations that lead to a node: `— co-launched, joined →`. */
function printArrows(node: string, through: readonly EdgeAnswer[]): string {
  const typesOf = (found: readonly EdgeAnswer[]): string => [...new Set(found.map((it) => it.type))].join(', ');
  const outwards = through.filter((it) => it.to.id === node);
  const inwards = through.filter((it) => it.to.id !== node);
  return [
    ...(outwards.length > 0 ? [`— ${typesOf(outwards)} →`] : []),
    ...(inwards.length > 0 ? [`← ${typesOf(inwards)} —`] : []),
  ].join(' ');
}
