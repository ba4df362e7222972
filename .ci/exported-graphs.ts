/**
 * What the checks of exports share: the graphs, files of them, and what a reader must have read.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect } from 'vitest';
import { isError } from '../src/base/problem.ts';
import type { WriteOptions } from '../src/formats/format.ts';
import { getFormat, writeGraph } from '../src/formats/write-graph.ts';
import { Graph } from '../src/graph/graph.ts';
import { importGraph } from '../src/graph/import-graph.ts';
import { openGraph } from '../src/open-graph.ts';
import type { GraphView } from '../src/views/graph-view.ts';
import { tortureGraph } from '../test/formats/torture-graph.ts';

/** Where exports are written; it is gone when the checks end. */
export const folder: string = mkdtempSync(join(tmpdir(), 'exports-'));

export const graphs: Record<string, GraphView> = { torture: tortureGraph };

/** Opens the shipped graph before the checks of a file, and clears up behind them. */
export function openGraphs(): void {
  beforeAll(async () => {
    graphs.shipped = (await openGraph()).view;
  });
  afterAll(() => rmSync(folder, { recursive: true }));
}

let files = 0;

/** Writes an export and returns its path. */
export function exported(view: GraphView, format: string, options?: WriteOptions): string {
  const path = join(folder, `${files++}.${getFormat(format).ending}`);
  writeFileSync(path, [...writeGraph(view, format, options)].join(''));
  return path;
}

/** What a reader has read: ids of nodes, edges as [from, to, id, type, modality], and names of nodes. */
export interface Read {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly string[])[];
  readonly names: readonly string[];
}

/** Every node and every edge, the parallel ones too, and names in every script. */
export function expectWhole(view: GraphView, read: Read, idOf = (id: string): string => id): void {
  const { nodes, edges } = view.graph;
  expect(read.nodes.toSorted()).toEqual(nodes.ids.map(idOf).toSorted());
  const told = Array.from({ length: edges.count }, (_, edge) => [
    idOf(nodes.ids[edges.from[edge] ?? 0] ?? ''),
    idOf(nodes.ids[edges.to[edge] ?? 0] ?? ''),
    idOf(edges.id(edge)),
    edges.typeOf(edge),
    String(edges.property(edge, 'modality')),
  ]);
  const byId = (a: readonly string[], b: readonly string[]): number => ((a[2] ?? '') < (b[2] ?? '') ? -1 : 1);
  expect(read.edges.toSorted(byId)).toEqual(told.toSorted(byId));
  for (const name of ['Қазақстан, Әлімбаев', '红十字国际委员会', '🇰🇿 👩‍⚕️ 𝒳']) {
    if (view === tortureGraph) expect(read.names).toContain(name);
  }
}

/** That a file says nothing new of a graph, but for values that its program gives where there were none. */
export function expectNoChange(view: GraphView, path: string, given: readonly unknown[] = []): void {
  const { nodes, edges, problems } = importGraph(new Graph(view, { warnings: [], files: new Map() }), path);
  expect(problems.filter(isError)).toEqual([]);
  const changes = [...nodes.changed, ...edges.changed].flatMap(({ before, after }) =>
    Object.entries(after.properties).filter(
      ([name, value]) => !isDeepStrictEqual(value, before.properties[name]) && !given.includes(value),
    ),
  );
  expect([nodes.added, edges.added, changes]).toEqual([[], [], []]);
}
