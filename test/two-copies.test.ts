/**
 * A program may load this package twice: as CommonJS and as modules, or in a bundle and beside it. What one copy made, the
 * other must understand.
 */
import { beforeAll, expect, test, vi } from 'vitest';
import type { Graph } from '../src/graph/graph.ts';
import { seedFolder } from './kit/seed-folder.ts';

const load = async () => ({
  ...(await import('../src/index.ts')),
  ...(await import('../src/graph/graph.ts')),
});
type Copy = Awaited<ReturnType<typeof load>>;

let [one, other]: Copy[] = [];
let graph: Graph;

beforeAll(async () => {
  one = await load();
  vi.resetModules();
  other = await load();
  expect(one.KnowledgeError).not.toBe(other.KnowledgeError);
  graph = await one.openGraph({ data: seedFolder() });
}, 30_000);

/** The graph of one copy with the methods of the other. */
const inOther = (): Graph => new other!.Graph(graph.view, { warnings: [], files: new Map() });

test('a commit by the other copy loses no inferred edge', () => {
  const again = inOther().edit().commit();
  expect(graph.edgeCount).toBeGreaterThan(graph.stated().edgeCount);
  expect(again.edgeCount).toBe(graph.edgeCount);
});

test('the other copy explains and retracts what follows', () => {
  const inferred = graph
    .edges()
    .filter((it) => it.status === 'INFERRED')
    .first()!;
  expect(inOther().why(inferred)).toEqual(graph.why(inferred));
  const what = { sources: ['source:el-kz-34ic'] };
  expect(inOther().retraction(what)).toEqual(graph.retraction(what));
});

test('the other copy takes the view as a graphology graph, with what it names', async () => {
  const view = graph.around('conference:34ic', 1);
  const again = await other!.openGraph({ graphology: view.graphology });
  expect(again.edgeCount).toBe(view.edgeCount);
});

test('an error of one copy is an error of the other', () => {
  expect(() => graph.from('state:kz')).toThrow(other!.KnowledgeError);
  expect(new Error('another')).not.toBeInstanceOf(one!.KnowledgeError);
  class Narrower extends one!.KnowledgeError {}
  expect(new one!.KnowledgeError('code', 'A sentence.')).not.toBeInstanceOf(Narrower);
  expect(new Narrower('code', 'A sentence.')).toBeInstanceOf(other!.KnowledgeError);
});
