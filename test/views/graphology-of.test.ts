import { createRequire } from 'node:module';
import { inspect, isDeepStrictEqual } from 'node:util';
import { DirectedGraph, MultiGraph, UndirectedGraph } from 'graphology';
import type { AbstractGraph } from 'graphology-types';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { graphologyOf } from '../../src/views/graphology-of.ts';
import { asOf, via } from '../../src/views/restrictions.ts';
import { simpleProjection } from '../../src/views/simple-projection.ts';
import { randomGraph, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const require = createRequire(import.meta.url);

const isWriting = (name: string): boolean => /^(add|clear|drop|import|merge|remove|replace|set|update)/.test(name);
/** Names of graphology's own methods. */
const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(new MultiGraph().copy())).filter(
  (it) => !/^(constructor|_)/.test(it),
);
const writing = methods.filter(isWriting);
const reading = methods.filter((it) => !isWriting(it));

const views = (seed: number): GraphView[] => {
  const whole = randomGraph(seed, { nodes: 8, edges: 24 });
  return [whole, asOf(whole, { first: 50, last: 50 }), via(whole, ['meets', 'joins'])];
};

/** What a call of a method gives, or says: its result, what callbacks were called with, or the error. */
function outcome(graph: AbstractGraph, name: string, args: readonly unknown[], callback?: 'first' | 'last'): unknown {
  const calls: unknown[] = [];
  const visit = (...given: unknown[]): boolean => {
    calls.push(given.map(plain));
    return calls.length % 3 === 0;
  };
  const all = callback === undefined ? args : callback === 'last' ? [...args, visit] : [...args, visit, 0];
  try {
    const method = Reflect.get(graph, name) as (...args: unknown[]) => unknown;
    return { result: plain(method.apply(graph, [...all])), calls };
  } catch (error) {
    return { error: String(error), calls };
  }
}

const isGraph = (value: object): value is AbstractGraph => String(value) === '[object Graph]';

function plain(value: unknown): unknown {
  if (typeof value === 'function') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isGraph(value)) return value.export();
  if (Symbol.iterator in value) return Array.from(value as Iterable<unknown>, plain);
  // `findAdjacencyEntry` gives an internal record of the edge.
  if ('source' in value && 'key' in value && typeof value.source === 'object') return value.key;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, plain(it)]));
}

describe('a view as a graphology graph', () => {
  test.each(seeds(2))('answers every reading method as its copy does, in the same order, seed %i', (seed) => {
    for (const view of views(seed)) {
      const graph = graphologyOf(view);
      const copy = graph.copy();
      const [edge = ''] = graph.edges();
      const nodes = ['n0', 'n1', 'n5'];
      const named = [[], ...nodes.map((it) => [it]), ['n0', 'n1'], ['n1', 'n0'], ['n0', 'n0'], [edge], ['n0', edge]];
      const arguments_ = [...named, ['nobody'], ['n0', 'nobody'], ['n0', 'name'], [edge, 'type'], [1, 2, 3]];
      for (const name of reading) {
        for (const args of arguments_) {
          for (const callback of [undefined, 'last', 'first'] as const) {
            const [over, beside] = [graph, copy].map((it) => outcome(it, name, args, callback));
            if (!isDeepStrictEqual(over, beside)) expect(over, `${name}(${args}) ${callback}`).toEqual(beside);
          }
        }
      }
      for (const name of ['order', 'size', 'directedSize', 'undirectedSize', 'selfLoopCount'] as const) {
        expect(graph[name], name).toBe(copy[name]);
      }
    }
  });

  test('has the ids as keys, and undirected edges where a type is symmetric', () => {
    const graph = graphologyOf(tinyGraph('a -knows-> b -met-with- c; c -met-with- c'));
    expect([graph.type, graph.multi, graph.allowSelfLoops]).toEqual(['mixed', true, true]);
    expect(graph.directedEdges()).toEqual(['a-knows-b']);
    expect(graph.undirectedEdges()).toEqual(['b-met-with-c', 'c-met-with-c']);
    expect([graph.degree('c'), graph.undirectedSelfLoopCount]).toEqual([3, 1]);
  });

  test('has as attributes the type, the properties, and what is derived of an edge', () => {
    const world = tinyGraph('a:State -joined[1990..1995]{press}-> b', { a: { name: 'A', aliases: ['x'] } });
    const graph = graphologyOf(world);
    expect(graph.getNodeAttributes('a')).toEqual({ type: 'State', name: 'A', aliases: ['x'] });
    expect(graph.getEdgeAttributes('a-joined-b')).toEqual({
      type: 'joined',
      when: '1990..1995',
      since: '1990-01-01',
      until: '1995-12-31',
      status: 'STATED',
      modality: 'FACT',
      confidence: 1,
      rank: 'NORMAL',
      sources: ['press'],
    });
    expect(inspect(graph.getNodeAttributes('a'))).toBe("{ name: 'A', aliases: [ 'x' ], type: 'State' }");
  });

  test('finds nothing under the names that every object has', () => {
    const graph = graphologyOf(tinyGraph('a -knows-> constructor', { constructor: { name: 'An id like any other' } }));
    expect(graph.hasNode('toString')).toBe(false);
    expect(graph.hasEdge('a', 'toString')).toBe(false);
    expect(graph.areNeighbors('a', 'valueOf')).toBe(false);
    expect(graph.neighbors('a')).toEqual(['constructor']);
    expect(graph.hasNodeAttribute('a', 'toString')).toBe(false);
    expect(Object.keys(graph.getNodeAttributes('constructor'))).toEqual(['name', 'type']);
  });

  test('is the same object however often it is asked for, and another for another view', () => {
    const view = randomGraph(1);
    expect(graphologyOf(view)).toBe(graphologyOf(view));
    expect(graphologyOf(via(view, ['knows']))).not.toBe(graphologyOf(view));
  });
});

describe('writing', () => {
  const graph = graphologyOf(randomGraph(1));

  test.each(writing)('%s is refused, and says what to do', (name) => {
    const write = Reflect.get(graph, name) as (...args: unknown[]) => unknown;
    expect(() => write.call(graph, 'n0', 'n1')).toThrow(/does not change. Call copy\(\)/);
  });

  test('an attribute that is handed out cannot be changed, nor can what it is read from', () => {
    const view = tinyGraph('a -knows-> b', { a: { aliases: ['x'] } });
    const attributes = graphologyOf(view).getNodeAttributes('a');
    expect(() => (attributes.name = 'B')).toThrow(/does not change/);
    expect(() => delete attributes.name).toThrow(/does not change/);
    (attributes.aliases as string[]).push('y');
    (graphologyOf(view).copy().getNodeAttribute('a', 'aliases') as string[]).push('z');
    expect(graphologyOf(view).getNodeAttribute('a', 'aliases')).toEqual(['x']);
  });

  test('copies are ordinary graphs: full, without edges, without anything', () => {
    const [full, nodes, nothing] = [graph.copy(), graph.emptyCopy(), graph.nullCopy()];
    expect([full.order, full.size]).toEqual([graph.order, graph.size]);
    expect([nodes.order, nodes.size, nothing.order]).toEqual([graph.order, 0, 0]);
    for (const copy of [full, nodes, nothing]) copy.mergeEdge('p', 'q', { weight: 1 });
    full.setNodeAttribute('n0', 'name', 'Another');
    expect(graph.getNodeAttribute('n0', 'name')).toBe('n0');
    expect(graph.hasNode('p')).toBe(false);
    expect(MultiGraph.from(graph.export()).export()).toEqual(graph.export());
    expect(MultiGraph.from(graph).size).toBe(graph.size);
  });
});

describe('libraries give what they give for a copy', () => {
  const view = randomGraph(3, { nodes: 40, edges: 90 });
  const graph = graphologyOf(view);
  const directed = graphologyOf(via(view, ['knows', 'joins', 'near']));
  const both = (run: (graph: AbstractGraph) => unknown, on: AbstractGraph = graph): void => {
    const found = run(on);
    expect(found).toBeDefined();
    expect(found).toEqual(run(on.copy()));
  };
  const rng = (): (() => number) => seededRandom(1);

  test('graphology-traversal', () => {
    const { bfsFromNode, dfs } = require('graphology-traversal') as typeof import('graphology-traversal');
    for (const mode of ['outbound', 'inbound', 'directed', 'undirected'] as const) {
      both((it) => {
        const seen: unknown[] = [];
        bfsFromNode(it, 'n0', (node, { name }, depth) => void seen.push([node, name, depth]), { mode });
        dfs(it, (node, _, depth) => void seen.push([node, depth]), { mode });
        return seen;
      });
    }
  });

  test('graphology-shortest-path', () => {
    const { bidirectional, singleSourceLength } = require('graphology-shortest-path/unweighted.js');
    const dijkstra = require('graphology-shortest-path/dijkstra.js');
    both((it) => bidirectional(it, 'n0', 'n20'));
    both((it) => singleSourceLength(it, 'n0'));
    both((it) => dijkstra.singleSource(it, 'n0', (_: string, { confidence }: { confidence: number }) => confidence));
  });

  test('graphology-components', () => {
    const { connectedComponents, stronglyConnectedComponents } =
      require('graphology-components') as typeof import('graphology-components');
    both(connectedComponents);
    both(stronglyConnectedComponents);
  });

  test('graphology-metrics', () => {
    const { degreeCentrality } = require('graphology-metrics/centrality/degree.js');
    const { directedDensity } = require('graphology-metrics/graph/density.js');
    both(degreeCentrality);
    both(directedDensity);
    both(require('graphology-metrics/centrality/pagerank.js'), directed);
    both(require('graphology-metrics/graph/simple-size.js'));
  });

  test('graphology-communities-louvain', () => {
    const louvain = require('graphology-communities-louvain');
    both((it) => louvain(it, { rng: rng() }), directed);
  });

  test('graphology-layout and forceatlas2', () => {
    const random = require('graphology-layout/random.js');
    const circlepack = require('graphology-layout/circlepack.js');
    const forceAtlas = require('graphology-layout-forceatlas2');
    both((it) => random(it, { rng: rng() }));
    both((it) => circlepack(it, { hierarchyAttributes: ['type'], rng: rng() }));
    both((it) => {
      const laidOut = it.copy();
      random.assign(laidOut, { rng: rng() });
      return forceAtlas(laidOut, { iterations: 5, settings: forceAtlas.inferSettings(it) });
    });
  });

  test('graphology-gexf', () => {
    const gexf = require('graphology-gexf');
    both((it) => gexf.write(it).replace(/lastmodifieddate="[^"]*"/, ''));
  });

  test('graphology-operators', () => {
    const subgraph = require('graphology-operators/subgraph.js');
    const reverse = require('graphology-operators/reverse.js');
    both((it) => subgraph(it, ['n0', 'n1', 'n2', 'n3']).export());
    both((it) => reverse(it).export());
  });

  test('sigma, which reads every node and edge with its attributes and listens for changes', () => {
    both((it) => {
      const listeners = ['nodeAdded', 'edgeAdded', 'nodeDropped', 'cleared', 'eachNodeAttributesUpdated'] as const;
      for (const name of listeners) it.on(name, () => expect.unreachable());
      const nodes = it.mapNodes((key, attributes) => Object.assign({}, attributes, { key, x: 0 }));
      const edges = it
        .edges()
        .map((key) => Object.assign({}, it.getEdgeAttributes(key), { ends: it.extremities(key) }));
      for (const name of listeners) it.removeAllListeners(name);
      return { nodes, edges };
    });
  });
});

describe('the simple projection', () => {
  test.each(seeds(10))('has each pair once, and counts its edges, seed %i', (seed) => {
    for (const view of views(seed)) {
      const graph = graphologyOf(view);
      const keyOf = (node: number): string => view.graph.nodes.ids[node]!;
      const pairs = simpleProjection(view, new UndirectedGraph(), keyOf);
      const arrows = simpleProjection(view, new DirectedGraph(), keyOf);
      expect(pairs.nodes()).toEqual(graph.nodes());
      for (const a of graph.nodes()) {
        for (const b of graph.nodes()) {
          const expected = a === b ? 0 : graph.edges(a, b).length;
          expect(pairs.hasEdge(a, b) ? pairs.getEdgeAttribute(a, b, 'weight') : 0).toBe(expected);
          const there = a === b ? 0 : graph.outboundEdges(a, b).length;
          expect(arrows.hasEdge(a, b) ? arrows.getEdgeAttribute(a, b, 'weight') : 0).toBe(there);
        }
      }
    }
  });
});
