/**
 * A timeline as text: dates in a column, what happened beside them; what goes on and what has no date apart.
 */
import { isoOfDay } from '../facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../facts/validity.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { Timeline, TimelineEntry } from './timeline.ts';

/** The timeline as lines of text. */
export function printTimeline(view: GraphView, { entries, ongoing, undated }: Timeline): string {
  const dates = new Map([...entries, ...ongoing].map((it) => [it, printDate(it)]));
  const width = [...dates.values()].reduce((most, it) => Math.max(most, it.length), 0);
  const line = (it: TimelineEntry): string => `${(dates.get(it) ?? '').padEnd(width)}  ${printEntry(view, it)}`;
  return [
    ...entries.map(line),
    ...(ongoing.length > 0 ? ['', 'All the while', ...ongoing.map(line)] : []),
    ...(undated.length > 0 ? ['', 'Undated', ...undated.map((it) => printEntry(view, it))] : []),
  ].join('\n');
}

/** The date as it is written, or its bounds where it cannot be written as one. */
function printDate({ when, attested, first, last }: TimelineEntry): string {
  if (when !== undefined) return attested ? `seen ${when}` : when;
  return `${first === ALWAYS ? '' : isoOfDay(first)} … ${last === FOREVER ? '' : isoOfDay(last)}`.trim();
}

function printEntry(view: GraphView, { edge, other, property }: TimelineEntry): string {
  const { edges } = view.graph;
  if (edge === undefined || other === undefined) return property ?? '';
  const outwards = edges.to[edge] === other;
  const arrow = outwards ? `— ${edges.typeOf(edge)} →` : `← ${edges.typeOf(edge)} —`;
  const modality = edges.property(edge, 'modality');
  const beside = [
    ...(edges.isInferred(edge) ? [`inferred by ${edges.firstDerivation(edge)?.rule}`] : []),
    ...(modality === 'FACT' ? [] : [String(modality)]),
  ];
  return `${arrow} ${view.graph.nodes.nameOf(other)}${beside.length > 0 ? `  (${beside.join(', ')})` : ''}`;
}
