/**
 * docs/ontology.md is printed from the SDL and the shipped facts, and is as new as they are.
 *
 * `UPDATE_GOLDEN=1 npx vitest run test/graph-data/ontology-page.test.ts` prints it again.
 */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { expectGolden } from '../kit/golden.ts';
import { printOntology } from '../kit/print-ontology.ts';
import { loaded } from './loaded-facts.ts';

const page = fileURLToPath(new URL('../../docs/ontology.md', import.meta.url));

function countedByType(facts: readonly { readonly type: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of facts) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

test('docs/ontology.md says what schema.graphql says, and how much of it there is', () => {
  if (!loaded.ontology) expect.fail('The shipped schema has errors.');
  const counts = { nodes: countedByType(loaded.nodes), edges: countedByType(loaded.edges) };
  expectGolden(page, printOntology(loaded.ontology, counts));
});
