/**
 * The view that some sources back: what the others alone say is gone, and so is what follows from it.
 *
 * A stated edge stays when a kept source states it. A conclusion stays when one of its derivations has all premises
 * kept, which is the least fixpoint: conclusions that only hold each other up, in a circle, fall together.
 */
import { BitSet } from '../base/bit-set.ts';
import type { EdgeColumns } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { GraphView } from './graph-view.ts';
import { sourceId } from './source-id.ts';
import { keepStanding } from './standing-conclusions.ts';

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

function backed({ edges }: KnowledgeGraph, only: ReadonlySet<string> | undefined, except: ReadonlySet<string>): BitSet {
  const { columns, count, derivations } = edges;
  const counts = Uint8Array.from(columns.sourceIds, (id) => Number((!only || only.has(id)) && !except.has(id)));
  const kept = new BitSet(count, citing(columns, counts, only ? 0 : 1));
  if (derivations) keepStanding(derivations, kept);
  return kept;
}

/**
 * The edges with a source that counts, as words of a bit set; `unsourced` says whether those without any are among them.
 * Words are written whole and sources read in one go: this loop is most of what such a view costs.
 */
function citing({ firstSource, source }: EdgeColumns, counts: Uint8Array, unsourced: 0 | 1): Uint32Array {
  const count = firstSource.length - 1;
  const words = new Uint32Array((count + 31) >>> 5);
  let place = 0;
  for (let w = 0; w < words.length; w++) {
    let word = 0;
    for (let edge = w << 5, last = Math.min(count, edge + 32); edge < last; edge++) {
      const end = firstSource[edge + 1]!;
      let cited = place === end ? unsourced : 0;
      for (; place < end; place++) cited |= counts[source[place]!]!;
      word |= cited << (edge & 31);
    }
    words[w] = word;
  }
  return words;
}
