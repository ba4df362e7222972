/**
 * Views by how well edges are supported: by how many sources, how new the newest is, how many independent voices.
 *
 * Statements are judged, and what follows from those that are kept stays with them: a conclusion has no sources of its own.
 * What follows from properties of nodes alone, as the order of the editions of a series, has no support to be judged by, and
 * goes as statements without a source do.
 */
import { BitSet } from '../base/bit-set.ts';
import { readArgument, wholeNumber } from '../base/checked-options.ts';
import { isoOfDay, periodOf } from '../facts/partial-date.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { GraphView } from '../views/graph-view.ts';
import { publicationOf } from '../views/restrictions.ts';
import { addStandingConclusions } from '../views/standing-conclusions.ts';
import { type CorroborationLevel, corroborationOf, corroborationRank } from './corroboration.ts';

export interface SupportChoice {
  /** The least support: the word of an end about itself (SELF), one voice (SINGLE), or several (INDEPENDENT). */
  readonly corroboration?: CorroborationLevel | undefined;
  /** The least number of sources that state it. */
  readonly sources?: number | undefined;
  /** A date at or after which one of them was published, however its date is read. */
  readonly newest?: string | undefined;
}

/**
 * The statements that are supported so well, and what follows from them. Throws `bad-date`, `bad-option`.
 * @example
 * supported(view, { corroboration: 'INDEPENDENT', sources: 2, newest: '2024-10' })
 */
export function supported(view: GraphView, choice: SupportChoice): GraphView {
  const { corroboration, newest } = choice;
  const sources = choice.sources == null ? 0 : readArgument('supported', 'sources', choice.sources, wholeNumber(1));
  const since = newest === undefined ? undefined : periodOf(newest).first;
  const words = [corroboration, sources > 0 ? `${sources} sources` : undefined, since && `newest ${isoOfDay(since)}`];
  const said = words.filter((it) => it !== undefined);
  if (said.length === 0) return view;
  return view.restrict({
    key: `supported ${said.join(' ')}`,
    edges: (graph) => {
      const { edges } = graph;
      const isNew = since === undefined ? undefined : newSources(graph, since);
      const whole = GraphView.whole(graph);
      const isSupported = (edge: EdgeNumber): boolean => {
        const { firstSource, source } = edges.columns;
        const [first, end] = [firstSource[edge]!, firstSource[edge + 1]!];
        if (end - first < sources) return false;
        if (isNew && !source.subarray(first, end).some((it) => isNew[it] === 1)) return false;
        if (corroboration === undefined) return true;
        return corroborationRank(corroborationOf(whole, edge)?.level) >= corroborationRank(corroboration);
      };
      const found = new BitSet(edges.count);
      for (let edge = 0; edge < edges.count; edge++) if (!edges.isInferred(edge) && isSupported(edge)) found.add(edge);
      if (edges.derivations) addStandingConclusions(edges.derivations, found, false);
      return found;
    },
  });
}

/** 1 for each source that was published on that day or later, however its date is read. */
export const newSources = ({ edges, nodes }: KnowledgeGraph, since: number): Uint8Array =>
  Uint8Array.from(edges.columns.sourceIds, (id) => Number(publicationOf(nodes, id).earliestStart >= since));
