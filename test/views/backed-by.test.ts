import { expect, test } from 'vitest';
import type { Derivation } from '../../src/facts/fact.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { backedBy } from '../../src/views/restrictions.ts';
import { derivedGraph, someSources } from '../kit/derived-graph.ts';
import { randomOntology, seeds } from '../kit/random-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const keptIds = (view: GraphView): string[] =>
  Array.from({ length: view.graph.edges.count }, (_, edge) => edge)
    .filter((edge) => view.hasEdge(edge))
    .map((edge) => view.graph.edges.id(edge))
    .sort();

/** A world whose edges `name` say their sources, or what they follow from. */
function world(edges: Readonly<Record<string, { sources?: string[]; from?: string[][] }>>): GraphView {
  const nodes = ['a', 'b'].map((id) => ({ id, type: 'Person', properties: {} }));
  const facts = Object.entries(edges).map(([id, { sources = [], from = [] }]) => ({
    id,
    type: 'knows',
    from: 'a',
    to: 'b',
    validity: { earliestStart: 0, latestStart: 0, earliestEnd: 0, latestEnd: 0 },
    sources,
    properties: {},
    ...(from.length > 0 && { derivations: from.map((premises): Derivation => ({ rule: 'R', premises })) }),
  }));
  return GraphView.whole(freezeGraph(randomOntology, { nodes, edges: facts }));
}

test('a stated edge stays as long as one of its sources counts', () => {
  const view = tinyGraph('a -knows{press,site}-> b; b -knows{press}-> c; c -knows{site}-> d');
  expect(keptIds(backedBy(view, { except: ['press'] }))).toEqual(['a-knows-b', 'c-knows-d']);
  expect(keptIds(backedBy(view, { only: ['press'] }))).toEqual(['a-knows-b', 'b-knows-c']);
  expect(keptIds(backedBy(view, { only: ['press'], except: ['press'] }))).toEqual([]);
});

test('an edge that cites nothing is not backed by chosen sources, and not touched by an exclusion', () => {
  const view = tinyGraph('a -knows-> b; b -knows{press}-> c');
  expect(keptIds(backedBy(view, { only: ['press'] }))).toEqual(['b-knows-c']);
  expect(keptIds(backedBy(view, { except: ['press'] }))).toEqual(['a-knows-b']);
});

test('a conclusion with two derivations survives the loss of one', () => {
  const view = world({
    p: { sources: ['x'] },
    q: { sources: ['y'] },
    both: { from: [['p'], ['q']] },
    one: { from: [['p', 'q']] },
  });
  expect(keptIds(backedBy(view, { except: ['x'] }))).toEqual(['both', 'q']);
});

test('conclusions that only hold each other up fall together', () => {
  const view = world({
    p: { sources: ['x'] },
    c: { from: [['d'], ['p']] },
    d: { from: [['c']] },
    q: { sources: ['y'] },
  });
  expect(keptIds(backedBy(view, { only: ['x'] }))).toEqual(['c', 'd', 'p']);
  expect(keptIds(backedBy(view, { except: ['x'] }))).toEqual(['q']);
});

test('what follows from properties of nodes alone stands as a statement without a source does', () => {
  const view = world({ p: { sources: ['x'] }, q: { sources: ['y'] }, c: { from: [[]] }, d: { from: [['c'], ['p']] } });
  expect(keptIds(backedBy(view, { only: ['x'] }))).toEqual(['d', 'p']);
  expect(keptIds(backedBy(view, { only: ['y'] }))).toEqual(['q']);
  expect(keptIds(backedBy(view, { only: ['x', 'y'] }))).toEqual(['d', 'p', 'q']);
  expect(keptIds(backedBy(view, { except: ['x'] }))).toEqual(['c', 'd', 'q']);
});

test('a premise that is used twice counts once', () => {
  const view = world({ p: { sources: ['x'] }, c: { from: [['p', 'p']] } });
  expect(keptIds(backedBy(view, { only: ['x'] }))).toEqual(['c', 'p']);
});

test('a misspelt source is refused, with the one that was meant', () => {
  const view = tinyGraph('a -knows{source:press}-> b');
  expect(() => backedBy(view, { except: ['source:pres'] })).toThrow('Did you mean "source:press"?');
});

test('an empty choice changes nothing, and the order of ids does not matter', () => {
  const view = tinyGraph('a -knows{s,t}-> b');
  expect(backedBy(view, {})).toBe(view);
  expect(backedBy(view, { except: ['s', 't'] })).toBe(backedBy(view, { except: ['t', 's', 't'] }));
});

test.each(seeds(100))('what is kept is the least set that stands on the chosen sources, seed %i', (seed) => {
  const view = derivedGraph(seed);
  const chosen = someSources.filter((id) => view.graph.edges.columns.sourceIds.includes(id)).slice(0, 2);
  const kept = plainlyBacked(view, (sources) => sources.some((it) => chosen.includes(it)));
  expect(keptIds(backedBy(view, { only: chosen }))).toEqual([...kept].sort());
});

test.each(seeds(100))('what is left without one source is the least set that stands, seed %i', (seed) => {
  const view = derivedGraph(seed);
  const without = view.graph.edges.columns.sourceIds[0] ?? '';
  const kept = plainlyBacked(view, (sources) => sources.length === 0 || sources.some((it) => it !== without));
  expect(keptIds(backedBy(view, { except: [without] }))).toEqual([...kept].sort());
});

/** Adds what follows until nothing more does. */
function plainlyBacked(
  { graph: { edges, nodes } }: GraphView,
  stands: (sources: readonly string[]) => boolean,
): Set<string> {
  const facts = Array.from({ length: edges.count }, (_, edge) => edges.fact(edge, nodes.ids));
  const kept = new Set<string>();
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const { id, sources, derivations } of facts) {
      const isKept = derivations
        ? derivations.some(({ premises }) => (premises.length > 0 ? premises.every((it) => kept.has(it)) : stands([])))
        : stands(sources);
      if (isKept) kept.add(id);
    }
  }
  return kept;
}
