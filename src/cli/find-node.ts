/**
 * The node that somebody means by an id or a name.
 */
import { searchNames } from '../search/search-names.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { ambiguousName, nothingFound } from './problems.ts';

/**
 * The node of that id, or else the one that is called so.
 * @throws KnowledgeError `nothing-found`, or `ambiguous-name` with the ids to choose from.
 */
export function findNodeMeant(view: GraphView, text: string): NodeNumber {
  const byId = view.findNode(text);
  if (byId !== undefined) return byId;
  const [best, ...others] = searchNames(view, text, { limit: 6 });
  if (!best) throw nothingFound(text);
  const rivals = others.filter((it) => it.score === best.score);
  if (rivals.length === 0) return best.node;
  throw ambiguousName(
    text,
    [best, ...rivals].map(({ node }) => `${view.graph.nodes.ids[node]}  ${view.graph.nodes.nameOf(node)}`),
  );
}
