/**
 * The node that somebody means by an id or a name.
 */
import { searchNames } from '../search/search-names.ts';
import type { GraphView } from '../views/graph-view.ts';
import { ambiguousNode, nothingFound } from './problems.ts';

/**
 * The id of the node of that id, or else of the one that is called so.
 * @throws KnowledgeError `nothing-found`, or `ambiguous-name` with the ids to choose from.
 */
export function idMeant(view: GraphView, text: string): string {
  const { nodes } = view.graph;
  const { ids } = nodes;
  const byId = view.findNode(text);
  if (byId !== undefined) return ids[byId] ?? text;
  const [best, ...others] = searchNames(view, text, { first: 6 });
  if (!best) throw nothingFound(text);
  const rivals = others.filter((it) => it.score === best.score);
  if (rivals.length === 0) return ids[best.node] ?? text;
  throw ambiguousNode(
    text,
    [best, ...rivals].map(({ node }) => `${ids[node]}  ${nodes.nameOf(node)}`),
  );
}
