/**
 * A view as a graphology graph, so that any library that takes one can be run on what the view keeps.
 *
 * Keys are ids. Nodes and edges carry their `type` and their properties as flat attributes; a property that is itself
 * called `type` gives way. The graph is a copy: editing it edits nothing else.
 */
import { MultiDirectedGraph } from 'graphology';
import type { PropertyValue } from '../facts/fact.ts';
import type { GraphView } from './graph-view.ts';

export type GraphologyAttributes = Record<string, PropertyValue>;

/** What edges carry beside what was stated of them. */
const DERIVED = ['since', 'until', 'status', 'modality', 'confidence', 'rank', 'sources', 'rule', 'premises'] as const;

/**
 * The nodes and edges of the view, in the order of their numbers. Costs about half a kilobyte an edge: half a million
 * edges fit well, ten million do not.
 * @example
 * pagerank(toGraphology(asOf(view, period)))
 */
export function toGraphology(view: GraphView): MultiDirectedGraph<GraphologyAttributes, GraphologyAttributes> {
  const { nodes, edges } = view.graph;
  const copy = new MultiDirectedGraph<GraphologyAttributes, GraphologyAttributes>();
  for (let node = 0; node < nodes.count; node++) {
    if (!view.hasNode(node)) continue;
    copy.addNode(nodes.ids[node]!, { ...nodes.properties(node), type: nodes.typeOf(node) });
  }
  for (let edge = 0; edge < edges.count; edge++) {
    if (!view.hasEdge(edge)) continue;
    const attributes: GraphologyAttributes = { ...edges.properties(edge) };
    for (const name of DERIVED) {
      const value = edges.property(edge, name);
      if (value !== undefined && !(Array.isArray(value) && value.length === 0)) attributes[name] = value;
    }
    attributes.type = edges.typeOf(edge);
    copy.addDirectedEdgeWithKey(edges.id(edge), nodes.ids[edges.from[edge]!]!, nodes.ids[edges.to[edge]!]!, attributes);
  }
  return copy;
}
