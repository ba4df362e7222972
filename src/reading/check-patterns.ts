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
  const byId = new Map(nodes.map((it) => [it.id, it]));
  // A graph may know under a longer name what the sentence names, so its words do as well as that name.
  const isCalled = (id: string, name: string): boolean =>
    byId.get(id)?.name === name || byId.get(id)?.mentions.includes(name) === true;
  const edges = new Set([pattern.edge, ...example.claims.map((it) => it[1])]);
  const found = claims.filter((it) => edges.has(it.edge));
  const same =
    found.length === example.claims.length &&
    example.claims.every(([from = '', edge, to = '', modality = 'FACT']) =>
      found.some(
        (it) => it.edge === edge && it.modality === modality && isCalled(it.from, from) && isCalled(it.to, to),
      ),
    );
  if (same) return [];
  const expected = example.claims.map((it) => it.join(' '));
  const read = found.map(({ from, edge, to, modality }) =>
    [byId.get(from)?.name, edge, byId.get(to)?.name, ...(modality === 'FACT' ? [] : [modality])].join(' '),
  );
  return [patternExampleFailed(example.at, pattern.edge, expected.toSorted(), read.toSorted())];
}
