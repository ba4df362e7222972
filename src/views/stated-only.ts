/**
 * The view without conclusions: what sources state, and nothing that a rule made of it.
 */
import { BitSet } from '../base/bit-set.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { GraphView } from './graph-view.ts';

/** Every stated edge, and no inferred one. */
export function statedOnly(view: GraphView): GraphView {
  return view.restrict({ key: 'stated only', edges: stated });
}

function stated({ edges: { count, derivations } }: KnowledgeGraph): BitSet {
  const kept = BitSet.full(count);
  if (!derivations) return kept;
  const { first } = derivations;
  for (let edge = 0; edge < count; edge++) if (first[edge] !== first[edge + 1]) kept.delete(edge);
  return kept;
}
