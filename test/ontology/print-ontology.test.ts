import { expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';
import { printOntology } from '../kit/print-ontology.ts';
import { movies } from './movies.ts';

function read(text: string): Ontology {
  const { ontology } = readOntology(new SourceFile('schema.graphql', text));
  if (!ontology) throw new Error('no ontology');
  return ontology;
}

test('the page shows the whole ontology with counts', () => {
  const counts = { nodes: new Map([['Movie', 12]]), edges: new Map([['ACTED_IN', 30]]) };
  expectGolden(goldenPath('ontology/movies.md'), printOntology(read(movies), counts));
});

test('the page has no column of counts where there are none', () => {
  expect(printOntology(read('type State @node { id: ID! }'))).toContain('| type | list | interfaces | meaning |');
});

test('a description with lines and bars stays in its cell', () => {
  const page = printOntology(read('"""One | two\n\n  three."""\ntype State @node { id: ID! }'));
  expect(page).toContain('| State | `states` |  | One \\| two three. |');
});

test('what every node and every edge has is said once', () => {
  const page = printOntology(
    read(`
      type A @node { id: ID! name: String bs: [B!]! @relationship(type: "x", direction: OUT, properties: "P") }
      type B @node { id: ID! name: Int as: [A!]! @relationship(type: "x", direction: IN, properties: "P") }
      type P @relationshipProperties { at: ID }
      type Q @relationshipProperties { at: ID role: String }
    `),
  );
  expect(page.match(/^\| `id` /gm)).toHaveLength(1);
  expect(page.match(/^\| `at` /gm)).toHaveLength(1);
  expect(page.match(/^\| `name` /gm)).toHaveLength(2);
});

test('names that Mermaid would misread are kept apart from its own words', () => {
  const ontology = read(`
    type end @node { id: ID! ends: [end!]! @relationship(type: "a \\"b\\" #1", direction: OUT, queryDirection: UNDIRECTED) }
  `);
  expect(printOntology(ontology)).toContain('t_end -->|"a #quot;b#quot; #35;1 (symmetric)"| t_end');
});
