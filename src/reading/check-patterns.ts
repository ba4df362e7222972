/**
 * The examples of patterns, run: each is an article of a sentence, of which must be read what the example says of this
 * edge type, and nothing else of it.
 */
import type { Problem } from '../base/problem.ts';
import type { GraphView } from '../views/graph-view.ts';
import { makeArticle } from './article.ts';
import type { Pattern, PatternExample } from './pattern.ts';
import { patternExampleFailed } from './problems.ts';
import { readArticle } from './read-article.ts';
import type { Patterns } from './read-patterns.ts';

/** Every example that comes out otherwise than it says. The names in them are looked up in the graph. */
export function checkPatterns(view: GraphView, patterns: Patterns): Problem[] {
  return patterns.patterns.flatMap((pattern) =>
    pattern.examples.flatMap((it) => checkExample(view, patterns, pattern, it)),
  );
}

function checkExample(view: GraphView, patterns: Patterns, pattern: Pattern, example: PatternExample): Problem[] {
  const { nodes, claims } = readArticle(view, makeArticle(example.text), patterns, 'example');
  const names = new Map(nodes.map((it) => [it.id, it.name]));
  const edges = new Set([pattern.edge, ...example.claims.map((it) => it[1])]);
  const found = claims
    .filter((it) => edges.has(it.edge))
    .map(({ from, edge, to, modality }) =>
      [names.get(from), edge, names.get(to), ...(modality === 'FACT' ? [] : [modality])].join(' '),
    );
  const expected = example.claims.map((it) => it.join(' '));
  const same = found.length === expected.length && expected.every((it) => found.includes(it));
  return same ? [] : [patternExampleFailed(example.at, pattern.edge, expected.toSorted(), found.toSorted())];
}
