/**
 * An explanation as an indented tree: the conclusion on top, sources at the leaves.
 */
import type { GraphView } from '../views/graph-view.ts';
import { printEdge, printEvidence } from './print-edge.ts';
import type { Way, Why } from './why.ts';

/** The tree as lines of text, without an end of line behind the last. */
export function printWhy(view: GraphView, why: Why): string {
  return linesOf(view, why, '').join('\n');
}

const support = {
  SELF: 'its own word about itself',
  SINGLE: 'one voice',
  INDEPENDENT: 'independent voices',
};

function linesOf(view: GraphView, why: Why, indent: string): string[] {
  const head = `${indent}${printEdge(view, why.edge)}`;
  if (why.above) return [`${head} (explained above)`];
  const inner = `${indent}    `;
  const { corroboration } = why;
  const voices = corroboration?.voices.map((it) => it.name).join(', ');
  return [
    head,
    ...why.evidence.map((it) => `${inner}${printEvidence(it)}`),
    ...(corroboration && voices ? [`${inner}${support[corroboration.level]}: ${voices}`] : []),
    ...why.ways.flatMap((way) => linesOfWay(view, way, inner)),
    ...(why.moreWays > 0 ? [`${inner}and in ${why.moreWays} more ways`] : []),
  ];
}

function linesOfWay(view: GraphView, { rule, name, sentence, premises }: Way, indent: string): string[] {
  return [
    `${indent}by ${rule}${name === undefined ? '' : `: ${name}`}`,
    ...(sentence === undefined ? [] : [`${indent}  ${sentence}`]),
    ...premises.flatMap((it) => linesOf(view, it, `${indent}  `)),
  ];
}
