/**
 * Exports, read by Gephi itself: its toolkit, which has the importers of the desktop program.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { xmlToken } from '../../src/formats/escapes.ts';
import type { WriteOptions } from '../../src/formats/format.ts';
import { layOut } from '../../src/formats/layout/lay-out.ts';
import { edgeColour, nodeStyle } from '../../src/formats/style.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { expectNoChange, expectWhole, exported, folder, graphs, openGraphs } from '../exported-graphs.ts';
import { classPath, runJava } from './run-java.ts';

openGraphs();

let classes: string;
beforeAll(() => {
  classes = classPath('gephi');
});

interface Thing {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface GephiGraph {
  readonly nodes: readonly (Thing & { readonly place: readonly [number, number]; readonly size: number })[];
  readonly edges: readonly (Thing & { readonly from: string; readonly to: string; readonly kind: string | null })[];
  readonly issues: readonly string[];
  readonly dynamic: boolean;
}

function readByGephi(merge: 'NO_MERGE' | 'SUM', ...files: string[]): GephiGraph {
  return JSON.parse(runJava(classes, [join(import.meta.dirname, 'gephi/ReadGephi.java'), merge, ...files]));
}

const FAULTS = /^(?!INFO)/;

function expectWholeInGephi(
  view: GraphView,
  { nodes, edges, issues }: GephiGraph,
  idOf?: (id: string) => string,
): void {
  expect(issues.filter((it) => FAULTS.test(it))).toEqual([]);
  expectWhole(
    view,
    {
      nodes: nodes.map(({ id }) => id),
      edges: edges.map(({ from, to, id, label, attributes }) => [from, to, id, label, String(attributes.modality)]),
      names: nodes.map(({ attributes }) => String(attributes.name)),
    },
    idOf,
  );
}

describe.each(['torture', 'shipped'])('of the %s graph', (graph) => {
  const view = (): GraphView => graphs[graph] as GraphView;

  test.each<[string, WriteOptions]>([
    ['GEXF 1.3 with lifetimes', {}],
    ['GEXF 1.3 static', { static: true }],
    ['GEXF 1.2 with lifetimes', { gexfVersion: '1.2' }],
    ['GEXF 1.2 static', { gexfVersion: '1.2', static: true }],
  ])('%s is read whole', (_, options) => {
    const read = readByGephi('NO_MERGE', exported(view(), 'gexf', options));
    expectWholeInGephi(view(), read);
    expect(read.dynamic).toBe(!options.static);
  });

  test('GraphML is read whole', () => {
    expectWholeInGephi(view(), readByGephi('NO_MERGE', exported(view(), 'graphml')), xmlToken);
  });

  test('CSV for Gephi is read whole, with the types that Gephi detects', () => {
    const tables = ['nodes', 'edges'].map((part) => exported(view(), 'csv-gephi', { part }));
    const read = readByGephi('NO_MERGE', ...tables);
    expectWholeInGephi(view(), read);
    expect(
      read.edges.every(({ id, kind }) => kind === view().graph.edges.typeOf(view().graph.edges.numberOf(id) ?? -1)),
    ).toBe(true);
  });

  test('GEXF brings types, lists, lifetimes, colours, sizes and positions', () => {
    const { nodes, edges } = view().graph;
    const positions = layOut(view());
    const read = readByGephi('NO_MERGE', exported(view(), 'gexf', { positions }));
    for (const { id, attributes, colour, size, place } of read.nodes) {
      const node = nodes.numberOf(id) ?? -1;
      const style = nodeStyle(nodes.typeOf(node), nodes.types[node] ?? -1);
      expect([id, attributes.type, colour, size]).toEqual([id, nodes.typeOf(node), style.colour, style.size]);
      expect(place[0]).toBeCloseTo(positions.x[node] ?? Number.NaN, 1);
      expect(place[1]).toBeCloseTo(positions.y[node] ?? Number.NaN, 1);
    }
    for (const { id, kind, attributes, colour } of read.edges) {
      const edge = edges.numberOf(id) ?? -1;
      const type = edges.typeOf(edge);
      expect([id, kind, colour]).toEqual([id, type, edgeColour(type, edges.type[edge] ?? -1)]);
      expect([id, attributes.sources ?? []]).toEqual([id, edges.property(edge, 'sources') ?? []]);
      expect([id, typeof attributes.confidence]).toEqual([id, 'number']);
      const bounded = edges.property(edge, 'since') !== undefined || edges.property(edge, 'until') !== undefined;
      if (bounded) expect([id, typeof attributes.Interval]).toEqual([id, 'string']);
    }
  });

  test('a fault of Gephi: it takes INF for infinity within any text', () => {
    const { edges } = readByGephi('NO_MERGE', exported(view(), 'gexf'));
    expect([...new Set(edges.map(({ attributes }) => attributes.status))].sort()).toEqual(['InfinityERRED', 'STATED']);
  });

  test('what its dialogue proposes merges parallel edges of one type', () => {
    const { edges } = readByGephi('SUM', exported(view(), 'gexf'));
    const { graph } = view();
    const apart = new Set(
      Array.from({ length: graph.edges.count }, (_, edge) =>
        [graph.edges.from[edge], graph.edges.to[edge], graph.edges.type[edge]].join(),
      ),
    );
    expect(edges.length).toBe(apart.size);
    expect(apart.size).toBeLessThan(view().edgeCount);
  });
});

test('what Gephi writes again of the shipped graph is taken in, and changes nothing', () => {
  const view = graphs.shipped as GraphView;
  const again = join(folder, 'again.gexf');
  runJava(classes, [join(import.meta.dirname, 'gephi/WriteAgain.java'), exported(view, 'gexf'), again]);
  expectNoChange(view, again);
});
