/**
 * Nodes by what people call them, the likeliest first; and the one that somebody means.
 */
import type { SearchHit, SearchOptions } from '../search/search-hit.ts';
import { searchNames } from '../search/search-names.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { AnswerForm } from './answer-form.ts';
import { ambiguousNode, nothingFound } from './problems.ts';

/**
 * What a text may mean, each hit with its reason. Throws `unknown-type`.
 * @example
 * search(view, 'Spolaric president red cross', { first: 1 }, asObjects(view))[0]?.node.name // 'Mirjana Spoljaric Egger'
 */
export function search<Node, Edge>(
  view: GraphView,
  text: string,
  options: SearchOptions,
  form: AnswerForm<Node, Edge>,
): SearchHit<Node, Edge>[] {
  return searchNames(view, text, options).map(({ tenure, ...hit }) => ({
    ...hit,
    node: form.node(hit.node),
    ...(tenure && { tenure: { ...tenure, office: form.node(tenure.office), edge: form.edge(tenure.edge) } }),
  }));
}

/** From here on a hit is what was meant, where no other is as like. */
const SURE = 0.85;
/** How much less like another may be and yet be meant, where none is sure. */
const CLOSE = 0.05;

/**
 * The id of the node of that id, or else of the one that is called so: a guess among several that are hardly like what was
 * written would be answered about the wrong one. `guessed` is told of a node that is called otherwise than it was written.
 * @throws KnowledgeError `nothing-found`, or `ambiguous-name` with the ids to choose from.
 */
export function idMeant(view: GraphView, text: string, guessed?: (id: string, name: string) => void): string {
  const { nodes } = view.graph;
  const { ids } = nodes;
  const byId = view.findNode(text);
  if (byId !== undefined) return ids[byId] ?? text;
  const [best, ...others] = searchNames(view, text, { first: 6 });
  if (!best) throw nothingFound(text);
  const least = best.score >= SURE ? best.score : best.score - CLOSE;
  const rivals = others.filter((it) => it.score >= least);
  if (rivals.length === 0) {
    const id = ids[best.node] ?? text;
    if (best.score < 1) guessed?.(id, nodes.nameOf(best.node));
    return id;
  }
  throw ambiguousNode(
    text,
    [best, ...rivals].map(({ node }) => `${ids[node]}  ${nodes.nameOf(node)}`),
  );
}
