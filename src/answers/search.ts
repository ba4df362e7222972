/**
 * Nodes by what people call them, the likeliest first.
 */
import type { SearchHit, SearchOptions } from '../search/search-hit.ts';
import { searchNames } from '../search/search-names.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { AnswerForm } from './answer-form.ts';

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
