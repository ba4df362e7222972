/**
 * The answers of this room in plain values, with names beside ids: what goes to JSON.
 */
import { isoOfDay } from '../facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../facts/validity.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { Conflict, Rival } from './conflicts.ts';
import type { Corroboration } from './corroboration.ts';
import { describeEdge, describeNode, type EdgeDescription, type NodeDescription } from './describe-edge.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import type { Timeline, TimelineEntry } from './timeline.ts';
import type { Why } from './why.ts';

export interface WhyDescription {
  readonly edge: EdgeDescription;
  readonly corroboration?: Corroboration;
  readonly ways: readonly {
    readonly rule: string;
    readonly name?: string;
    readonly sentence?: string;
    readonly premises: readonly WhyDescription[];
  }[];
  readonly moreWays: number;
  /** True where the edge was explained above. */
  readonly above: boolean;
}

export function describeWhy(view: GraphView, { edge, corroboration, ways, moreWays, above }: Why): WhyDescription {
  return {
    edge: describeEdge(view, edge),
    ...(corroboration && { corroboration }),
    ways: ways.map(({ rule, name, sentence, premises }) => ({
      rule,
      ...(name !== undefined && { name }),
      ...(sentence !== undefined && { sentence }),
      premises: premises.map((it) => describeWhy(view, it)),
    })),
    moreWays,
    above,
  };
}

export interface ConflictDescription {
  readonly kind: Conflict['kind'];
  readonly node: NodeDescription;
  readonly name: string;
  readonly to?: NodeDescription;
  readonly rivals: readonly (Omit<Rival, 'edge'> & { readonly edge?: string })[];
}

export function describeConflict(view: GraphView, { kind, node, name, to, rivals }: Conflict): ConflictDescription {
  return {
    kind,
    node: describeNode(view, node),
    name,
    ...(to !== undefined && { to: describeNode(view, to) }),
    rivals: rivals.map(({ edge, ...rival }) => ({
      ...rival,
      ...(edge !== undefined && { edge: view.graph.edges.id(edge) }),
    })),
  };
}

export interface TimelineEntryDescription {
  readonly when?: string;
  readonly attested: boolean;
  readonly since?: string;
  readonly until?: string;
  readonly property?: string;
  readonly edge?: EdgeDescription;
}

export interface TimelineDescription {
  readonly entries: readonly TimelineEntryDescription[];
  readonly ongoing: readonly TimelineEntryDescription[];
  readonly undated: readonly TimelineEntryDescription[];
}

export function describeTimeline(view: GraphView, timeline: Timeline): TimelineDescription {
  const all = (entries: readonly TimelineEntry[]): TimelineEntryDescription[] =>
    entries.map((it) => describeEntry(view, it));
  return { entries: all(timeline.entries), ongoing: all(timeline.ongoing), undated: all(timeline.undated) };
}

function describeEntry(view: GraphView, it: TimelineEntry): TimelineEntryDescription {
  return {
    ...(it.when !== undefined && { when: it.when }),
    attested: it.attested,
    ...(it.first !== ALWAYS && { since: isoOfDay(it.first) }),
    ...(it.last !== FOREVER && { until: isoOfDay(it.last) }),
    ...(it.property !== undefined && { property: it.property }),
    ...(it.edge !== undefined && { edge: describeEdge(view, it.edge) }),
  };
}

export interface NeighbourhoodDescription {
  readonly nodes: readonly (NodeDescription & { readonly distance: number })[];
  readonly edges: readonly EdgeDescription[];
  readonly truncated: boolean;
}

export function describeNeighbourhood(view: GraphView, found: Neighbourhood): NeighbourhoodDescription {
  return {
    nodes: found.nodes.map((node, i) => ({ ...describeNode(view, node), distance: found.distances[i] ?? 0 })),
    edges: found.edges.map((edge) => describeEdge(view, edge)),
    truncated: found.truncated,
  };
}
