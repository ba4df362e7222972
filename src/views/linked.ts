/**
 * The view without lone nodes: what no kept edge touches is left out.
 *
 * Narrowing by dates, sources or edge types leaves every node in place, which is right for counting and wrong for a
 * picture. Which nodes are lone depends on everything else that was narrowed, so this is asked last.
 */
import { BitSet } from '../base/bit-set.ts';
import type { GraphView } from './graph-view.ts';

/** The ends of the edges of `view`, and its edges, all of them. */
export function linked(view: GraphView): GraphView {
  return view.localise({
    key: `linked in (${view.key})`,
    nodes: () => {
      const { nodes, edges } = view.graph;
      const ends = new BitSet(nodes.count);
      for (let edge = 0; edge < edges.count; edge++) {
        if (!view.hasEdge(edge)) continue;
        ends.add(edges.from[edge]!);
        ends.add(edges.to[edge]!);
      }
      return ends;
    },
  });
}
