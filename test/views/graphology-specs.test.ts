/**
 * Graphology's own specification tests, its reading part, run on views.
 *
 * A spec makes a graph, writes to it and reads it. Here it writes to an ordinary graphology graph, which becomes facts,
 * which become a frozen graph, and what it reads is read from the view of that. Nodes and edges of a knowledge graph are
 * numbered by id and have a type, so ids are numbered on the way in and types taken off on the way out.
 */
import { createRequire } from 'node:module';
import type { AbstractGraph } from 'graphology-types';
import { expect, test } from 'vitest';
import type { Properties } from '../../src/facts/fact.ts';
import { undated } from '../../src/facts/validity.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { graphologyOf } from '../../src/views/graphology-of.ts';
import { tinyOntology } from '../kit/tiny-ontology.ts';

const require = createRequire(import.meta.url);
const specs = loadSpecs();
const Graph = require('graphology') as new (options?: object) => AbstractGraph;

type Specs = { readonly [title: string]: Specs | (() => void) };

const ontology = tinyOntology(
  ['Thing'],
  [
    { name: 'one-way', symmetric: false, ends: [{ from: 'Thing', to: 'Thing' }] },
    { name: 'both-ways', symmetric: true, ends: [{ from: 'Thing', to: 'Thing' }] },
  ],
);

/** The specs are published with the package, not among its exports and without a function of theirs that maps iterators. */
function loadSpecs(): (Graph: unknown, implementation: unknown) => { Basic: Specs } {
  const loader = require('node:module') as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (request, ...rest) => (request === '../../src/utils' ? { map: mapped } : load(request, ...rest));
  try {
    return require('../../node_modules/graphology/specs/index.js').default;
  } finally {
    loader._load = load;
  }
}

function* mapped(items: Iterable<unknown>, change: (item: unknown) => unknown): Generator<unknown> {
  for (const item of items) yield change(item);
}

/** The view of what is in a graphology graph. */
function viewOf(written: AbstractGraph, keyOf: (key: string) => string): GraphView {
  const nodes = written.mapNodes((key, attributes) => ({
    id: keyOf(key),
    type: 'Thing',
    properties: attributes as Properties,
  }));
  const edges = written.mapEdges((id, properties, from, to, _from, _to, undirected) => ({
    id,
    type: undirected ? 'both-ways' : 'one-way',
    from: keyOf(from),
    to: keyOf(to),
    validity: undated,
    sources: [],
    properties: properties as Properties,
  }));
  return GraphView.whole(freezeGraph(ontology, { nodes, edges }));
}

const isWriting = (name: string): boolean =>
  /^(add|clear|drop|import|merge|remove|replace|set|update)/.test(name) || /^(on|once|emit)$/.test(name);

/** What a node or edge of a knowledge graph has beside what a spec gave it. */
const ADDED = new Set(['type', 'status', 'modality', 'confidence', 'rank']);

/** A graph that is written to as graphology's are, and read as the view of what was written. */
function SpecGraph(options?: object): AbstractGraph {
  const written = new Graph(options);
  const keys = new Map<string, string>();
  const keyOf = (key: string): string => {
    if (!keys.has(key)) keys.set(key, `<${String(keys.size).padStart(3, '0')}>${key}`);
    return keys.get(key)!;
  };
  let overlay: AbstractGraph | undefined;

  function into(value: unknown): unknown {
    if (typeof value === 'function') return (...args: unknown[]) => value(...args.map(outOf));
    return typeof value !== 'object' && written.hasNode(value) ? keyOf(String(value)) : value;
  }
  function outOf(value: unknown): unknown {
    if (typeof value === 'string') return value.replaceAll(/<\d{3}>/g, '');
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(outOf);
    if ('next' in value) return mapped(value as unknown as Iterable<unknown>, outOf);
    const isOurs = 'modality' in value || ('type' in value && value.type === 'Thing');
    const entries = Object.entries(value).filter(([name]) => !(isOurs && ADDED.has(name)));
    return Object.fromEntries(entries.map(([name, it]) => [outOf(name), outOf(it)]));
  }
  return new Proxy(written, {
    get(_, name) {
      if (typeof name === 'symbol') return Reflect.get(written, name);
      if (isWriting(name)) {
        overlay = undefined;
        const method = Reflect.get(written, name) as (...args: unknown[]) => unknown;
        return (...args: unknown[]) => method.apply(written, args);
      }
      overlay ??= graphologyOf(viewOf(written, keyOf)) as AbstractGraph;
      const read = Reflect.get(overlay, name) as unknown;
      if (typeof read !== 'function') return outOf(read);
      return (...args: unknown[]) => outOf(read.apply(overlay, args.map(into)));
    },
  });
}
SpecGraph.prototype = Graph.prototype;

/** What is left out of them, by the titles of specs, and why. */
const outOfScope: readonly { readonly why: string; readonly specs: readonly RegExp[] }[] = [
  { why: 'a view cannot be written to', specs: [/ > #\.(add|import|merge|remove|replace|set|update)/] },
  {
    why: 'a view is a multigraph, in which an edge is named by its key and not by its ends',
    specs: [
      /#\.multi > it should be false by default/,
      /#\.(edge|directedEdge|undirectedEdge) > it should (return the correct|throw if invalid)/,
      /EdgeAttributes? > it should (throw if the given path|return the correct value|also work with typed)/,
      /#\.hasEdgeAttribute > it should correctly return/,
    ],
  },
  {
    why: 'a view has no attributes of its own',
    specs: [/Attributes > #\.(get|has)Attributes? > it should/, /#\.export/],
  },
  {
    why: 'the edges of a node come by source, and not as they were added',
    specs: [
      /#\.(edges|inboundEdges|outboundEdges|undirectedEdges) > it should return a node's/,
      /#\.(edge|inboundEdge|outboundEdge|undirectedEdge)Entries > .* the relevant edges\./,
      /#\.(edge|inboundEdge|outboundEdge|undirectedEdge)Entries > .* a node's/,
      /#\.(inbound|undirected)Neighbor(s|Entries) >/,
      /#\.(forEach|find)(Inbound|Undirected)Neighbor >/,
      /#\.(map|filter|reduce)(Inbound|Undirected)Neighbors > it should be possible/,
    ],
  },
  { why: 'copies are ordinary graphs: see graphology-of.test.ts', specs: [/Utils > #\.(nullCopy|emptyCopy|copy)/] },
];
const isOutOfScope = (title: string): boolean => outOfScope.some((it) => it.specs.some((spec) => spec.test(title)));

const titles: string[] = [];

function run(spec: Specs | (() => void), title: string): void {
  if (typeof spec !== 'function') {
    for (const [name, it] of Object.entries(spec)) run(it, `${title} > ${name}`);
    return;
  }
  titles.push(title);
  if (!isOutOfScope(title)) test(title, spec);
}

// The other three only write.
const { Mutation, Instantiation, Events, ...reading } = specs(SpecGraph, SpecGraph).Basic as Record<string, Specs>;
for (const [title, spec] of Object.entries(reading)) run(spec, title);

test('nothing is left out that is no spec, and most is not left out', () => {
  for (const spec of outOfScope.flatMap((it) => it.specs)) {
    expect(
      titles.filter((it) => spec.test(it)),
      String(spec),
    ).not.toEqual([]);
  }
  expect(titles.filter((it) => !isOutOfScope(it)).length).toBeGreaterThan(450);
});
