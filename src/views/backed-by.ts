/**
 * The view that some sources back: what the others alone say is gone, and so is what follows from it.
 *
 * A stated edge stays when a kept source states it. A conclusion stays when one of its derivations has all premises
 * kept, which is the least fixpoint: conclusions that only hold each other up, in a circle, fall together.
 */
import { BitSet } from '../base/bit-set.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { GraphView } from './graph-view.ts';
import { sourceId } from './source-id.ts';
import { addStandingConclusions } from './standing-conclusions.ts';

export interface SourceChoice {
  /** Ids of the only sources that count; all when absent. */
  readonly only?: readonly string[];
  /** Ids of sources that do not count. */
  readonly except?: readonly string[];
}

/**
 * The edges that hold on the word of the chosen sources. Edges without any source stay unless `only` is given.
 *
 * Throws `unknown-source` for an id that no edge cites and no node has: a misspelt exclusion must not pass in silence.
 * @example
 * backedBy(view, { except: ['source:el-kz-34ic'] })
 */
export function backedBy(view: GraphView, choice: SourceChoice): GraphView {
  const only = choice.only?.map((id) => sourceId(view.graph, id));
  const except = (choice.except ?? []).map((id) => sourceId(view.graph, id));
  if (!only && except.length === 0) return view;
  const named = (word: string, ids: readonly string[] | undefined): string =>
    ids ? ` ${word} ${[...new Set(ids)].sort().join(' ')}` : '';
  return view.restrict({
    key: `sources${named('only', only)}${named('except', except.length > 0 ? except : undefined)}`,
    edges: (graph) => backed(graph, only && new Set(only), new Set(except)),
  });
}

function backed(graph: KnowledgeGraph, only: ReadonlySet<string> | undefined, except: ReadonlySet<string>): BitSet {
  const { columns, count, derivations } = graph.edges;
  const { firstSource, source, sourceIds } = columns;
  const counts = Uint8Array.from(sourceIds, (id) => Number((only === undefined || only.has(id)) && !except.has(id)));
  const inferred = derivations?.first;
  const kept = new BitSet(count);
  for (let edge = 0; edge < count; edge++) {
    if (inferred !== undefined && inferred[edge] !== inferred[edge + 1]) continue;
    const end = firstSource[edge + 1]!;
    let place = firstSource[edge]!;
    if (place === end && only === undefined) kept.add(edge);
    while (place < end && counts[source[place]!] === 0) place++;
    if (place < end) kept.add(edge);
  }
  if (derivations) addStandingConclusions(derivations, kept);
  return kept;
}
