/**
 * What happened to a node in the order of the dates, with nodes and edges as objects and days as text.
 */
import { type TimelineEntry, timelineOf } from '../evidence/timeline.ts';
import { isoOfDay, periodOf } from '../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER } from '../facts/validity.ts';
import type { EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import { edgeObject, nodeObject } from '../traversal/nodes-and-edges.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface ToldEntry<S extends TypedOntology> {
  /** A relation of the node and the node at its other end, or a dated property of its own. */
  readonly edge: EdgeOf<S> | undefined;
  readonly other: NodeOf<S> | undefined;
  readonly property: string | undefined;
  /** The date as it is written; undefined where there is none. */
  readonly when: string | undefined;
  /** True where the date only says that it was seen to hold then. */
  readonly attested: boolean;
  /** The first and the last day it may mean; undefined where open or unknown. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

export interface ToldTimeline<S extends TypedOntology> {
  /** By the first day each may mean, then the last. */
  readonly entries: readonly ToldEntry<S>[];
  /** What may hold all through the period: begun before, and not ended in it. */
  readonly ongoing: readonly ToldEntry<S>[];
  readonly undated: readonly ToldEntry<S>[];
}

/** The timeline of a node in a period, or of all time. Throws `unknown-node`, `bad-date`. */
export function toldTimeline<S extends TypedOntology>(
  view: GraphView,
  of: string,
  during: string | undefined,
): ToldTimeline<S> {
  const { graph } = view;
  const told = ({ edge, other, first, last, ...entry }: TimelineEntry): ToldEntry<S> => ({
    ...entry,
    edge: edge === undefined ? undefined : (edgeObject(graph, edge) as EdgeOf<S>),
    other: other === undefined ? undefined : (nodeObject(graph, other) as NodeOf<S>),
    first: dayInWords(first),
    last: dayInWords(last),
  });
  const found = timelineOf(view, of, during === undefined ? undefined : periodOf(during));
  return {
    entries: found.entries.map(told),
    ongoing: found.ongoing.map(told),
    undated: found.undated.map(told),
  };
}

const dayInWords = (day: Day): string | undefined => (day === ALWAYS || day === FOREVER ? undefined : isoOfDay(day));
