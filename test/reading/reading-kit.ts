/**
 * What the tests of reading share: the shipped graph with its patterns, and claims in one line.
 */
import { dataFolder, patternsFolder } from '../../src/base/shipped-files.ts';
import { makeArticle } from '../../src/reading/article.ts';
import type { NodesAndClaims } from '../../src/reading/claim-set.ts';
import { readArticle } from '../../src/reading/read-article.ts';
import { patternsOf } from '../../src/reading/read-document.ts';
import type { Patterns } from '../../src/reading/read-patterns.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';

export { dataFolder };

export const view: GraphView = (await shippedGraph()).view;
export const patterns: Patterns = patternsOf(view, patternsFolder);

export const read = (text: string, published = '2024-11-01'): NodesAndClaims =>
  readArticle(view, makeArticle(text, published), patterns, 'source:test');

/** Claims in one line each, by name: `Peru participated-in Lima Summit PLANNED 2023-05`. */
export function claimsOf(text: string, published?: string): string[] {
  const { nodes, claims } = read(text, published);
  const names = new Map(nodes.map((it) => [it.id, it.name]));
  return claims.map(({ from, edge, to, modality, when }) =>
    [names.get(from), edge, names.get(to), modality === 'FACT' ? '' : modality, when ?? '']
      .join(' ')
      .trim()
      .replace(/ +/g, ' '),
  );
}
