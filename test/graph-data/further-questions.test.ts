/**
 * Sixteen further questions that the shipped facts make worth asking, the last six of them about a time.
 *
 * Each needs at least three steps from node to node and rests on at least two sources; none has an empty answer. The
 * answers are golden files of `questions.test.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ASTNode, type DocumentNode, type FieldNode, type ObjectFieldNode, parse, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import { shippedGraph } from '../kit/shipped-graph.ts';

const folder = fileURLToPath(new URL('../../queries/', import.meta.url));
const questions = readdirSync(folder).filter((it) => /^(1[6-9]|2\d|3[01])-.*\.graphql$/.test(it));
const graph = await shippedGraph();

test('there are sixteen', () => expect(questions).toHaveLength(16));

describe.each(questions)('%s', (file) => {
  const query = readFileSync(join(folder, file), 'utf8');

  test('rests on at least two sources', async () => {
    const { data } = await graph.query(query);
    const cited = new Set([...JSON.stringify(data).matchAll(/"source:[^"]+"/g)].map((it) => it[0]));
    expect(cited.size).toBeGreaterThanOrEqual(2);
  });

  test('goes three steps from node to node', () => expect(stepsOf(query)).toBeGreaterThanOrEqual(3));
});

/** The relations on the longest way through what is selected, and those by which its first nodes were found. */
function stepsOf(query: string): number {
  const isStep = ({ name, selectionSet }: FieldNode): boolean =>
    selectionSet !== undefined && !['edges', 'node', 'properties'].includes(name.value);
  const isCondition = ({ name }: ObjectFieldNode): boolean => name.value === 'some';
  const document = parse(query);
  // The root field finds nodes and is no step.
  return deepest(document, 'Field', isStep) - 1 + deepest(document, 'ObjectField', isCondition);
}

function deepest<Kind extends 'Field' | 'ObjectField'>(
  document: DocumentNode,
  kind: Kind,
  counts: (node: Extract<ASTNode, { kind: Kind }>) => boolean,
): number {
  let [reached, depth] = [0, 0];
  visit(document, {
    enter: (node) => {
      if (node.kind === kind && counts(node as Extract<ASTNode, { kind: Kind }>)) reached = Math.max(reached, ++depth);
    },
    leave: (node) => {
      if (node.kind === kind && counts(node as Extract<ASTNode, { kind: Kind }>)) depth--;
    },
  });
  return reached;
}
