/**
 * Questions whose cost is to be that of what they touch, beside a plain loop over the records: nodes by a property, a page of
 * an order, what lies around a node, what falls with a source, a page of a timeline.
 */
import { bench, describe } from 'vitest';
import { openGraph } from '../src/index.ts';
import { madeSchema, makeEdges, makeQuestions, makeRecords, nodeId } from './make-graph.ts';
import { inTurn, mustAgree, sizes } from './worlds.ts';

type Engine<Item> = (item: Item) => number;

type Thing = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
};
type Relation = {
  readonly from: string;
  readonly to: string;
  readonly when: string;
  readonly sources: readonly string[];
};

const SOURCES = 5000;
const PAGE = 20;
// One schema for all sizes: edges that cite.
const schema = madeSchema.replace('since: Date', 'sources: [ID!]! since: Date');

for (const size of sizes) {
  const made = makeEdges(size);
  const records = makeRecords(size, made) as { nodes: Thing[]; edges: Omit<Relation, 'sources'>[] };
  const edges: Relation[] = records.edges.map((it, i) => ({ ...it, sources: [`source:${i % SOURCES}`] }));
  const nodes = records.nodes;
  const graph = await openGraph({ schema, nodes, edges });
  const { starts } = makeQuestions(size, made);
  const states = nodes.filter((it) => it.type === 'State');

  const compare = <Item>(what: string, items: readonly Item[], ours: Engine<Item>, plain: Engine<Item>): void => {
    const engines = { Diplograph: ours, 'a plain loop': plain };
    mustAgree(items.slice(0, 5), engines);
    describe(`${what}: ${size.nodes} nodes, ${size.edges} edges, seed 42`, () => {
      for (const [name, engine] of Object.entries(engines)) bench(name, inTurn(items, engine), { time: 300 });
    });
  };
  /** The number in the id of a node, or -1. */
  const numberOf = (node: { readonly id: string } | undefined): number => Number(node?.id.slice(5) ?? -1);

  compare(
    'a node by its name',
    starts.map((it) => states[it % states.length]!.name),
    (name) => numberOf(graph.nodes('State').where({ name }).first()),
    (name) => numberOf(states.find((it) => it.name === name)),
  );
  compare(
    'a page of an order',
    Array.from({ length: 20 }, (_, i) => i * PAGE),
    (skip) => numberOf(graph.nodes('State').order({ name: 'DESC' }).skip(skip).limit(PAGE).toArray()[0]),
    (skip) => numberOf([...states].sort((a, b) => (a.name < b.name ? 1 : -1)).slice(skip, skip + PAGE)[0]),
  );
  compare(
    'what lies around a node, one step',
    starts.map(nodeId),
    (id) => graph.around(id, 1).view.edgeCount,
    (id) => {
      const near = new Set([id]);
      for (const { from, to } of edges) if (from === id || to === id) near.add(from === id ? to : from);
      return edges.filter((it) => near.has(it.from) && near.has(it.to)).length;
    },
  );
  compare(
    'what falls with a source',
    Array.from({ length: 20 }, (_, i) => `source:${i}`),
    (source) => graph.retraction({ sources: [source] }).statementCount,
    (source) => edges.filter((it) => it.sources.every((cited) => cited === source)).length,
  );
  compare(
    'a page of the timeline of a node',
    starts.slice(0, 50).map(nodeId),
    (id) => graph.timeline(id, { first: PAGE, skip: PAGE }).entryCount,
    (id) => edges.filter((it) => it.from === id || it.to === id).sort((a, b) => (a.when < b.when ? -1 : 1)).length,
  );
  compare(
    'a page of the timeline of a year',
    ['1950', '1980', '2010'],
    (during) => graph.timeline([], { during, first: PAGE, skip: PAGE }).entryCount,
    (year) => edges.filter((it) => it.when.startsWith(year)).sort((a, b) => (a.when < b.when ? -1 : 1)).length,
  );
}
