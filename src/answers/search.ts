/**
 * Nodes by what people call them, the likeliest first.
 */
import { type SearchHit, type SearchOptions, searchNames } from '../search/search-names.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { AnswerForm } from './answer-form.ts';

/**
 * What a text may mean. Throws `unknown-type`.
 * @example
 * search(view, 'Spolaric president red cross', { first: 1 }, asObjects(view))[0]?.node.name // 'Mirjana Spoljaric Egger'
 */
export function search<Node>(
  view: GraphView,
  text: string,
  options: SearchOptions,
  form: Pick<AnswerForm<Node, unknown>, 'node'>,
): SearchHit<Node>[] {
  return searchNames(view, text, options).map((hit) => ({ ...hit, node: form.node(hit.node) }));
}
