/**
 * JSON Lines lose nothing: from the records of a file alone the same graph is frozen again, to the byte.
 */
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/facts/claim.ts';
import type { EdgeFact, NodeFact, Properties } from '../../src/facts/fact.ts';
import { dayOf } from '../../src/facts/partial-date.ts';
import { ALWAYS, FOREVER, undated } from '../../src/facts/validity.ts';
import { writeGraph } from '../../src/formats/write-graph.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { selectView } from '../../src/views/select-view.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { seeds } from '../kit/random-graph.ts';
import { seedGraph } from '../kit/seed-graph.ts';
import { tortureGraph } from './torture-graph.ts';

/** The records, as a reader who has only the documentation would declare them. */
interface NodeRecord {
  readonly record: 'node';
  readonly id: string;
  readonly type: string;
  readonly properties: Properties;
}
type ClaimRecord = Claim & { readonly record: 'claim' };
interface EdgeRecord extends Omit<EdgeFact, 'validity'> {
  readonly record: 'edge';
  readonly bounds?: readonly [string, string, string, string];
}
type StatementRecord =
  | { readonly record: 'graph'; readonly form: number }
  | { readonly record: 'redirect'; readonly from: string; readonly to: string }
  | NodeRecord
  | ClaimRecord
  | EdgeRecord
  | { readonly record: 'end'; readonly nodes: number; readonly claims: number; readonly edges: number };

const textOf = (view: GraphView): string => [...writeGraph(view, 'jsonl')].join('');

const recordsOf = (text: string): StatementRecord[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The graph of a file, made by the plainest means. */
function frozenAgain(ontology: Ontology, text: string): GraphView {
  const records = recordsOf(text);
  const of = <Kind extends StatementRecord['record']>(kind: Kind) =>
    records.filter((it) => it.record === kind) as Extract<StatementRecord, { record: Kind }>[];
  const graph = freezeGraph(ontology, {
    nodes: of('node').map(({ id, type, properties }: NodeRecord): NodeFact => {
      return { id, type, properties: withBigInts(ontology, type, properties) };
    }),
    edges: of('edge').map(edgeOf),
    claims: of('claim').map(({ record, ...claim }: ClaimRecord) => claim),
    redirects: new Map(of('redirect').map(({ from, to }) => [from, to])),
  });
  return GraphView.whole(graph);
}

function withBigInts(ontology: Ontology, type: string, properties: Properties): Properties {
  const declared = ontology.nodeTypes.get(type)?.properties;
  const isBig = (name: string): boolean => {
    const kind = declared?.get(name)?.kind;
    return kind !== undefined && 'scalar' in kind && kind.scalar === 'BigInt';
  };
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, isBig(name) ? BigInt(String(value)) : value]),
  );
}

function edgeOf({ id, type, from, to, bounds, sources, properties, derivations }: EdgeRecord): EdgeFact {
  const day = (text: string): number =>
    text === 'ALWAYS' ? ALWAYS : text === 'FOREVER' ? FOREVER : (dayOf(text) ?? Number.NaN);
  const [earliestStart, latestStart, earliestEnd, latestEnd] = bounds?.map(day) ?? [];
  const validity = bounds ? ({ earliestStart, latestStart, earliestEnd, latestEnd } as typeof undated) : undated;
  const fact = { id, type, from, to, validity, sources, properties };
  return derivations ? { ...fact, derivations } : fact;
}

describe.each([
  ['torture', tortureGraph],
  ['seed', seedGraph()],
])('of the %s graph', (_, view) => {
  test('the records are the same graph again, to the byte', () => {
    const text = textOf(view);
    const again = frozenAgain(view.ontology, text);
    expect(textOf(again)).toBe(text);
  });

  test('every fact is in them', () => {
    const again = frozenAgain(view.ontology, textOf(view)).graph;
    const { nodes, edges, claims } = view.graph;
    const facts = (graph: typeof view.graph) =>
      Array.from({ length: graph.edges.count }, (_, edge) => graph.edges.fact(edge, graph.nodes.ids));
    expect(facts(again)).toEqual(facts(view.graph));
    expect(again.nodes.ids).toEqual(nodes.ids);
    for (let node = 0; node < nodes.count; node++) expect(again.nodes.properties(node)).toEqual(nodes.properties(node));
    expect([...again.nodes.redirects].sort()).toEqual([...nodes.redirects].sort());
    expect(again.claims).toHaveLength(claims.length);
    expect(again.claims).toEqual(expect.arrayContaining(claims.map(({ at, ...claim }) => claim)));
    expect(again.edges.count).toBe(edges.count);
  });
});

test.each(seeds(40))('a random graph is read back to the byte, seed %i', (seed) => {
  const view = derivedGraph(seed);
  const text = textOf(view);
  expect(textOf(frozenAgain(view.ontology, text))).toBe(text);
});

test.each(seeds(20))('facts in another order give the same bytes, seed %i', (seed) => {
  const view = derivedGraph(seed);
  const { nodes, edges } = view.graph;
  const nodeFacts = nodes.ids.map((id, node) => ({ id, type: nodes.typeOf(node), properties: nodes.properties(node) }));
  const edgeFacts = Array.from({ length: edges.count }, (_, edge) => edges.fact(edge, nodes.ids));
  const turned = freezeGraph(view.ontology, { nodes: nodeFacts.toReversed(), edges: edgeFacts.toReversed() });
  for (const format of ['jsonl', 'gexf', 'graphml', 'cypher', 'csv']) {
    expect([...writeGraph(GraphView.whole(turned), format)].join('')).toBe([...writeGraph(view, format)].join(''));
  }
});

test('the last record has the counts, so that a file that was cut short is known', () => {
  const view = selectView(seedGraph(), { around: ['state:kaz'] });
  const records = recordsOf(textOf(view));
  const count = (kind: string): number => records.filter((it) => it.record === kind).length;
  expect(records.at(0)).toEqual({ record: 'graph', form: 1 });
  expect(records.at(-1)).toEqual({
    record: 'end',
    nodes: view.nodeCount,
    claims: count('claim'),
    edges: view.edgeCount,
  });
  expect([count('node'), count('edge')]).toEqual([view.nodeCount, view.edgeCount]);
});

test('a part of a graph has the claims and redirects of its nodes alone', () => {
  const view = selectView(tortureGraph, { around: ['thing:markup'], depth: 0 });
  expect(recordsOf(textOf(view)).map((it) => it.record)).toEqual(['graph', 'node', 'end']);
});
