/**
 * What a retraction would do, in numbers and by type: a dry run for people.
 *
 * The retraction itself is the rules' work; here it is only told.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact } from '../facts/fact.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';

/** What there is to tell of: what `retract` returns. */
export interface RetractionOutcome {
  readonly sources: ReadonlySet<string>;
  readonly lost: readonly EdgeNumber[];
  readonly weakened: readonly EdgeFact[];
  readonly fallen: readonly EdgeNumber[];
  readonly changed: readonly EdgeFact[];
  readonly arisen: readonly EdgeFact[];
  readonly lostClaims: readonly Claim[];
}

export interface TypeCount {
  readonly type: string;
  readonly count: number;
}

export interface RetractionDescription {
  /** Statements that would go, by edge type, most first. */
  readonly statements: readonly TypeCount[];
  /** Conclusions that would fall, by edge type, most first. */
  readonly conclusions: readonly TypeCount[];
  readonly lost: readonly EdgeNumber[];
  readonly fallen: readonly EdgeNumber[];
  /** Ids of statements that would stay with fewer sources. */
  readonly weakened: readonly string[];
  /** Ids of conclusions that would stay, yet with fewer derivations, other dates or less confidence. */
  readonly changed: readonly string[];
  /** Conclusions that nobody needed to draw while they were stated. */
  readonly arisen: readonly EdgeFact[];
  readonly lostClaims: readonly Claim[];
  /** Nodes that no other source speaks of. */
  readonly unsourced: readonly NodeNumber[];
}

/**
 * Tells what a retraction from `graph` does, to all of it or to the edges that `shows` lets through, such as those of a
 * view. The graph stays as it is.
 */
export function describeRetraction(
  graph: KnowledgeGraph,
  outcome: RetractionOutcome,
  shows: (edge: EdgeNumber) => boolean = () => true,
): RetractionDescription {
  const { weakened, changed, arisen, lostClaims, sources } = outcome;
  const [lost, fallen] = [outcome.lost.filter(shows), outcome.fallen.filter(shows)];
  return {
    statements: countByType(graph, lost),
    conclusions: countByType(graph, fallen),
    lost,
    fallen,
    weakened: weakened.map((it) => it.id),
    changed: changed.map((it) => it.id),
    arisen,
    lostClaims,
    unsourced: sources.size === 0 ? [] : nodesOnlyOf(graph, sources),
  };
}

function countByType({ edges }: KnowledgeGraph, numbers: readonly EdgeNumber[]): TypeCount[] {
  const counts = new Map<string, number>();
  for (const edge of numbers) counts.set(edges.typeOf(edge), (counts.get(edges.typeOf(edge)) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

function nodesOnlyOf({ nodes }: KnowledgeGraph, sources: ReadonlySet<string>): NodeNumber[] {
  const found: NodeNumber[] = [];
  for (let node = 0; node < nodes.count; node++) {
    const cited = nodes.property(node, 'sources');
    if (Array.isArray(cited) && cited.length > 0 && cited.every((it) => sources.has(String(it)))) found.push(node);
  }
  return found;
}
