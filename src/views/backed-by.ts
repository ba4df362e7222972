/**
 * The view that some sources back: what the others alone say is gone, and so is what follows from it.
 *
 * A stated edge stays when a kept source states it. A conclusion stays when one of its derivations has all premises
 * kept, which is the least fixpoint: conclusions that only hold each other up, in a circle, fall together.
 */
import { BitSet } from '../base/bit-set.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { dependentsOf } from '../store/dependents.ts';
import type { Derivations } from '../store/derivations.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { GraphView } from './graph-view.ts';

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

/** The id that edges cite: the one given, or what it was merged into. */
function sourceId({ nodes, edges }: KnowledgeGraph, id: string): string {
  const node = nodes.numberOf(id);
  if (node !== undefined) return nodes.ids[node]!;
  const cited = edges.columns.sourceIds;
  if (cited.includes(id)) return id;
  throw new KnowledgeError('unknown-source', `No source has the id "${id}".${didYouMean(id, cited)}`);
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
  if (derivations) addConclusions(derivations, kept);
  return kept;
}

/** Adds to `kept` every conclusion that follows from it; a derivation is looked at once for each premise that is kept. */
function addConclusions(derivations: Derivations, kept: BitSet): void {
  const { firstPremise } = derivations;
  const { head, first, derivation } = dependentsOf(derivations);
  const missing = new Uint32Array(head.length);
  const arrived: number[] = [];
  // What is kept grows while it is read; each edge must arrive once.
  const stated = new BitSet(kept.size, kept.words.slice());
  for (let d = 0; d < head.length; d++) {
    missing[d] = firstPremise[d + 1]! - firstPremise[d]!;
    if (missing[d] === 0) conclude(d);
  }
  for (const edge of stated) reach(edge);
  for (let edge = arrived.pop(); edge !== undefined; edge = arrived.pop()) reach(edge);

  function reach(edge: number): void {
    for (let i = first[edge]!, end = first[edge + 1]!; i < end; i++)
      if (--missing[derivation[i]!]! === 0) conclude(derivation[i]!);
  }
  function conclude(d: number): void {
    if (kept.has(head[d]!)) return;
    kept.add(head[d]!);
    arrived.push(head[d]!);
  }
}
